/** 司法建议 on a case's page: those that came out of it, until when each is to be answered and what was replied; read only where a paper of one stands with it. */
import { html } from "hono/html";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Suggestion } from "../../../shared/domain/programme/entry.ts";
import { replyDeadline } from "../../../shared/domain/suggestion/reply-deadline.ts";
import { replyOf, suggestionState } from "../../../shared/domain/suggestion/suggestion.ts";
import { civilDateAt, yearOf } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import {
  adoptionName,
  suggestionStateName,
  suggestionTitle,
} from "../../../shared/letters/registers/suggestion-wording.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { ViewedCase } from "./viewer.ts";

/** For the bureau and the court all of them; for an agency its own. */
export async function suggestionsView(
  { records, rules }: Pick<DeskPorts, "records" | "rules">,
  { file, viewer }: ViewedCase,
): Promise<Markup> {
  const papers = file.documents.filter(({ kind }) => kind === "judicial-suggestion");
  if (papers.length === 0) return html``;
  const areas = new Set([...areasOf(file), CITY_ITSELF]);
  const years = new Set(papers.map(({ receivedAt }) => yearOf(civilDateAt(receivedAt))));
  const read = [...areas].flatMap((area) => [...years].map((year) => records.programme(area, year)));
  const own = (await Promise.all(read))
    .flat()
    .filter((one): one is Suggestion => one.kind === "suggestion" && one.withdrawn === undefined)
    .filter(({ caseNumbers }) => caseNumbers.includes(file.caseNumber))
    .filter(
      ({ to, court }) =>
        viewer.role === "bureau" ||
        (viewer.role === "court" && court.organisation === viewer.organisation.id) ||
        to.organisation === viewer.organisation.id,
    );
  if (own.length === 0) return html``;
  return html`<section aria-labelledby="suggestions"><h2 id="suggestions">司法建议</h2>${own.map((one) => {
    const reply = replyOf(one);
    return factList(
      fact(suggestionTitle({ ...one, court: one.court.name }), `致${one.to.name}：${one.advice.join("")}`, [
        `${suggestionStateName(suggestionState(one))}；复函时限${printedDate(replyDeadline(one, rules.calendar).due)}`,
        ...(reply === undefined ? [] : [`${adoptionName(reply.adoption)}：${reply.text}`]),
      ]),
    );
  })}</section>`;
}

function areasOf({ respondents }: CaseFile): readonly string[] {
  return respondents.flatMap(({ identity }) => identity?.jurisdiction ?? []);
}
