/** What a report (三日报告) brings about: its bureau reads it, and what the bureau says goes back to the agency. */

import { startOf } from "../case-file/hearing.ts";
import type { CaseReport } from "../case-file/report.ts";
import { reportOf } from "../case-file/reports.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { hearingOf } from "../case-file/state.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { onceADay } from "./letter-of-the-day.ts";
import { type NoticeOwed, type Obligation, once, openReport, summaryOf } from "./obligation.ts";

/** The notices about a respondent's newest report. */
export function reportLadder(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  const report = reportOf(file, name);
  const hearing = report && hearingOf(file, report.hearing);
  if (report === undefined || hearing === undefined) return [];
  const shown = { case: summaryOf(file), respondent: name, hearing };
  const limit = file.state === "awaiting-hearing" ? startOf(hearing) : undefined;
  const toAgency = (content: NoticeContent): readonly NoticeOwed[] => [
    { audience: { part: "respondent", name, role: "legal-section" }, content },
  ];
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
          // Its days are running.
          once(
            `returned:${revision}:${name}`,
            limit,
            toAgency({
              kind: "report-returned",
              ...shown,
              remarks: returned.text,
              by: returned.by,
              ...(again && { report: again }),
            }),
          ),
        ]),
    ...supervision.map(({ text, by, at }, index) => {
      const key = `supervised:${revision}.${index + 1}:${name}`;
      return onceADay(key, limit, toAgency({ kind: "supervision", ...shown, text, by }), at, rules);
    }),
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
