/** 整改建议 and 司法建议 that wait for an agency's answer, as rows of its list. */
import { html } from "hono/html";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { owesAnswer, type Suggestion } from "../../../../shared/domain/programme/entry.ts";
import { replyDeadline } from "../../../../shared/domain/suggestion/reply-deadline.ts";
import { suggestionState } from "../../../../shared/domain/suggestion/suggestion.ts";
import { addDays, type CivilDate, civilDateAt, yearOf } from "../../../../shared/domain/time/time.ts";
import { suggestionTitle } from "../../../../shared/letters/registers/suggestion-wording.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { caseNumberLink } from "../case-name.ts";
import { type AtWork, roomPlace } from "../workspace.ts";
import { dueCell, type TaskRow } from "./task-row.ts";

/** A proposal may have been made so many days ago: in the year before as well. */
const LOOKS_BACK = 180;

/** Those of its own bureau and of the city's. */
export async function correctionTasks(ports: DeskPorts, work: AtWork): Promise<readonly TaskRow[]> {
  const { id, jurisdiction } = work.organisation;
  const today = civilDateAt(ports.now());
  const years = new Set([yearOf(today), yearOf(addDays(today, -LOOKS_BACK))]);
  const programmes = await Promise.all(
    [...new Set([jurisdiction, CITY_ITSELF])].flatMap((one) =>
      [...years].map((year) => ports.records.programme(one, year)),
    ),
  );
  const entries = programmes.flat();
  const own = entries.flatMap((one) =>
    one.kind === "correction" && one.to.organisation === id && owesAnswer(one) ? [one] : [],
  );
  const corrections = own.map(async (correction): Promise<TaskRow> => {
    const { due, caseNumber, shortcoming, version } = correction;
    const target = {
      task: "correction",
      jurisdiction: correction.jurisdiction,
      year: correction.year,
      id: correction.id,
    } as const;
    const place = await roomPlace(ports, work, target, version);
    return {
      due,
      cells: [
        html`<a href="${place}">答复整改建议</a>`,
        dueCell(due, today),
        caseNumber === undefined ? "" : await caseNumberLink(ports, work, caseNumber),
        shortcoming,
      ],
    };
  });
  const suggestions = entries
    .flatMap((one) =>
      one.kind === "suggestion" && one.withdrawn === undefined && one.to.organisation === id ? [one] : [],
    )
    .filter((one) => suggestionState(one) === "awaiting-reply")
    .map((one) => suggestionRow(ports, work, one, today));
  return Promise.all([...corrections, ...suggestions]);
}

/** 司法建议, until it is replied to. */
async function suggestionRow(
  ports: DeskPorts,
  work: AtWork,
  suggestion: Suggestion,
  today: CivilDate,
): Promise<TaskRow> {
  const { jurisdiction, year, id, version, caseNumbers, court, advice } = suggestion;
  const place = await roomPlace(ports, work, { task: "suggestion", jurisdiction, year, id }, version);
  const { due } = replyDeadline(suggestion, ports.rules.calendar);
  const title = suggestionTitle({ ...suggestion, court: court.name });
  return {
    due,
    cells: [
      html`<a href="${place}">司法建议复函</a>`,
      dueCell(due, today),
      html`${await Promise.all(caseNumbers.map((one) => caseNumberLink(ports, work, one)))}`,
      html`${title}<small>${advice[0] ?? ""}</small>`,
    ],
  };
}
