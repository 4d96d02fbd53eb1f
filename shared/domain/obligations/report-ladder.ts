/** What a report (三日报告) brings about: its bureau reads it, and what the bureau says goes back to the agency. */

import { startOf } from "../case-file/hearing.ts";
import type { CaseReport, HeadPlan } from "../case-file/report.ts";
import { groundName, reportOf } from "../case-file/reports.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { hearingOf } from "../case-file/state.ts";
import { rankName } from "../court/head.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { type Obligation, once, openReport, summaryOf } from "./obligation.ts";

/** The notices about a respondent's newest report. */
export function reportLadder(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  const report = reportOf(file, name);
  const hearing = report && hearingOf(file, report.hearing);
  if (report === undefined || hearing === undefined) return [];
  const shown = { case: summaryOf(file), respondent: name, hearing };
  const limit = file.state === "awaiting-hearing" ? startOf(hearing) : undefined;
  const toAgency = (key: string, content: NoticeContent): Obligation =>
    once(`${key}:${name}`, limit, [
      { audience: { part: "respondent", name, role: "legal-section" }, content },
    ]);
  const { revision, returned, supervision } = report;
  const again = openReport(file, name)?.deadline;
  return [
    once(`reported:${revision}:${name}`, limit, [
      {
        audience: { part: "bureau", name },
        content: { kind: "report-received", ...shown, ...brief(report) },
      },
    ]),
    ...(returned === undefined
      ? []
      : [
          toAgency(`returned:${revision}`, {
            kind: "report-returned",
            ...shown,
            remarks: returned.text,
            by: returned.by,
            ...(again && { report: again }),
          }),
        ]),
    ...supervision.map(({ text, by }, index) =>
      toAgency(`supervised:${revision}.${index + 1}`, { kind: "supervision", ...shown, text, by }),
    ),
  ];
}

function brief({ revision, by, proposal, head, others, proofs }: CaseReport) {
  return {
    revision,
    by,
    proposal,
    head: headLine(head),
    ...(head.appears && head.concern !== undefined && { concern: head.concern }),
    others: others.map(({ name, title }) => `${name}，${title}`),
    ...(proofs && { proofs: proofs.map(({ name }) => name) }),
  };
}

/** 龙涛，副局长（副职）出庭. */
export function headLine(head: HeadPlan): string {
  return head.appears
    ? `${head.name}，${head.title}（${rankName(head.rank)}）出庭`
    : `负责人不能出庭，理由：${groundName(head.ground)}。${head.explanation}`;
}
