/** What a report (三日报告) brings about: its bureau reads it, and what the bureau says goes back to the agency. */

import { startOf } from "../case-file/hearing.ts";
import type { CaseReport } from "../case-file/report.ts";
import { reportOf } from "../case-file/reports.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { hearingOf } from "../case-file/state.ts";
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
    head,
    others,
    ...(proofs && { proofs: proofs.map(({ name }) => name) }),
  };
}
