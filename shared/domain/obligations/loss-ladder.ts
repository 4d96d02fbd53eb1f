/** What a report on a lost case (败诉案件报告) brings about: its bureau is asked to judge it, its agency hears the verdict. What is due is the duty's. */
import { lossReport } from "../case-file/losses.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { type Obligation, once, summaryOf } from "./obligation.ts";

export function lossLadder(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  const report = lossReport(file, name);
  if (report === undefined) return [];
  const { revision, verdict, respondent: _, ...said } = report;
  const about = { case: summaryOf(file), respondent: name };
  if (verdict === undefined)
    return [
      once(`loss-reported:${revision}:${name}`, undefined, [
        {
          audience: { part: "bureau", name },
          content: { kind: "loss-reported", ...about, revision, report: said },
        },
      ]),
    ];
  const { accepted, by, text, due } = verdict;
  return [
    once(`loss-judged:${revision}:${name}`, undefined, [
      {
        audience: { part: "respondent", name, role: "legal-section" },
        content: {
          kind: "loss-judged",
          ...about,
          accepted,
          by,
          text,
          ...(due !== undefined && { due }),
        },
      },
    ]),
  ];
}
