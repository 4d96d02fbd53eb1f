/** 核对 on a case's page: what the sides answered to differences, and what was settled by whom. */
import { html } from "hono/html";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factsLine } from "../../../shared/letters/wording/attendance-wording.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";

/** Nothing where nobody was asked. */
export function answersView(file: CaseFile, respondent: string): Markup {
  const answers = file.answers.filter((one) => one.respondent === respondent);
  const settled = file.settlements.filter((one) => one.respondent === respondent);
  if (answers.length + settled.length === 0) return html``;
  const because = (reason: string | undefined) => (reason === undefined ? [] : [`理由：${reason}`]);
  return html`<h3>核对和认定</h3>${factList(
    ...answers.map(({ side, sitting, facts, by, at, reason }) =>
      fact(side === "agency" ? "行政机关" : "人民法院", `${printedDate(sitting)}开庭：${factsLine(facts)}`, [
        ...because(reason),
        `${by}，${printedMoment(at)}答复`,
      ]),
    ),
    ...settled.map(({ settledBy, sitting, facts, by, at, reason }) =>
      fact(
        settledBy === "bureau" ? "司法局认定" : "双方一致",
        `${printedDate(sitting)}开庭：${factsLine(facts)}`,
        [...because(reason), `${by}，${printedMoment(at)}`],
      ),
    ),
  )}`;
}
