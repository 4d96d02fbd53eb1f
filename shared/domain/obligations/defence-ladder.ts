/** 延期举证: the court hears that an agency asks for more time for its evidence, and the agency what the court answered. */
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import { type Obligation, once, summaryOf } from "./obligation.ts";

/** What each application of a respondent brings about. */
export function defenceLadder(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  const own = (file.defence?.extensions ?? []).filter(({ respondent }) => respondent === name);
  const deadline = file.duties.find(
    ({ kind, respondent }) => kind === "evidence" && respondent === name,
  )?.deadline;
  if (deadline === undefined) return [];
  const of = { case: summaryOf(file), respondent: name, deadline };
  return own.flatMap(({ reason, by, answer }, index) => [
    ...(answer === undefined
      ? [
          once(`extension:${index + 1}:${name}`, undefined, [
            { audience: { part: "court" }, content: { kind: "extension-asked", ...of, reason, by } },
          ]),
        ]
      : []),
    // Whoever has registered the court's answer itself knows it.
    ...(answer?.side === "court"
      ? [
          once(`extension-answered:${index + 1}:${name}`, undefined, [
            {
              audience: { part: "respondent", name, role: "legal-section" },
              content: {
                kind: "extension-answered",
                ...of,
                by: answer.by,
                ...defined({ until: answer.until }),
              },
            },
          ]),
        ]
      : []),
  ]);
}
