/** A report on a lost case (败诉案件报告) as pages show it: what was reported, what its bureau made of that, what it repeats. */
import { html } from "hono/html";
import type { LossReport } from "../../../shared/domain/loss/loss-report.ts";
import type { RepeatedLoss } from "../../../shared/domain/loss/repeated-loss.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { lossFacts, repeatedLines } from "../../../shared/letters/registers/loss-wording.ts";
import { factList } from "./case-view.ts";
import type { Markup } from "./page.ts";

export function lossReportView(report: LossReport): Markup {
  const { verdict, at, by, revision } = report;
  return html`<h3>败诉案件报告</h3>${factList(
    ...lossFacts(report),
    fact("提交", `${by}，${printedMoment(at)}${revision > 1 ? `（第${revision}次）` : ""}`),
    verdict &&
      fact(verdict.accepted ? "认可" : "退回", verdict.text || "同意", [
        `${verdict.by}，${printedMoment(verdict.at)}`,
        ...(verdict.due === undefined ? [] : [`请于${printedDate(verdict.due)}前重新报告`]),
      ]),
  )}`;
}

/** 重复败诉, with the cases it stands on; nothing where none is repeated. */
export function repeatedView(repeated: RepeatedLoss | undefined): Markup {
  if (repeated === undefined) return html``;
  return html`<div class="note"><p><strong>重复败诉</strong></p><ul>${repeatedLines(repeated).map((line) => html`<li>${line}</li>`)}</ul></div>`;
}
