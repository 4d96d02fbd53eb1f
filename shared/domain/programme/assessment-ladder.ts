/** What a unit's assessment (年度考核) brings about: the draft with the way to object, answers, and the final version. */

import type { Rules } from "../rules.ts";
import type { Assessment, ProgrammeEntry } from "./entry.ts";
import type { ProgrammeNotice, ProgrammeObligation } from "./obligation.ts";
import { once } from "./steps.ts";

export function assessmentLadder(
  entry: Assessment,
  _: readonly ProgrammeEntry[],
  __: Rules,
): readonly ProgrammeObligation[] {
  const { unit, jurisdiction, year, id, draft, objectUntil, objections, final, withdrawn } = entry;
  if (withdrawn !== undefined) return [];
  const about = { unit: unit.name, jurisdiction, year, id };
  const { organisation } = unit;
  const toUnit = (content: ProgrammeNotice["content"]): readonly ProgrammeNotice[] =>
    organisation === undefined ? [] : [{ audience: { part: "organisation", organisation }, content }];
  const round = objections.length;
  const last = objections.at(-1);
  return [
    ...(final === undefined
      ? [once("draft", toUnit({ kind: "assessment-draft", ...about, score: draft, objectUntil }))]
      : []),
    ...(last === undefined
      ? []
      : last.answer === undefined
        ? [
            once(`objection:${round}`, [
              {
                audience: { part: "bureau" },
                content: { kind: "assessment-objection", ...about, by: last.by, text: last.text },
              },
            ]),
          ]
        : [
            once(
              `answered:${round}`,
              toUnit({
                kind: "assessment-answered",
                ...about,
                accepted: last.answer.accepted,
                by: last.answer.by,
                text: last.answer.text,
              }),
            ),
          ]),
    ...(final === undefined
      ? []
      : [
          once(
            "final",
            toUnit({ kind: "assessment-final", ...about, score: shown(final), draft: draft.score }),
          ),
        ]),
  ];
}

function shown({ at: _, ...score }: NonNullable<Assessment["final"]>) {
  return score;
}
