/** 整改建议 that wait for an agency's answer, as rows of its list. */
import { html } from "hono/html";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { owesAnswer } from "../../../../shared/domain/programme/entry.ts";
import { addDays, civilDateAt, yearOf } from "../../../../shared/domain/time/time.ts";
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
  const own = programmes
    .flat()
    .flatMap((one) =>
      one.kind === "correction" && one.to.organisation === id && owesAnswer(one) ? [one] : [],
    );
  return Promise.all(
    own.map(async (correction): Promise<TaskRow> => {
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
    }),
  );
}
