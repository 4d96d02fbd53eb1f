/** 分类更正: what does a person's correction of a case's classes change? What says nothing else than holds changes nothing. */
import { CLASS_KEYS, type ClassCorrection, type ClassesStated } from "../../classes/classes.ts";
import { classesOfCase } from "../classes-of-case.ts";
import { accepted, type Decision } from "../decision.ts";
import type { CaseFile } from "../state.ts";

/** A person of the bureau, or of an agency that is sued, says what is right. */
export interface CorrectClasses extends ClassCorrection {
  readonly type: "correct-classes";
}

export function correctClasses(
  file: CaseFile,
  { type: _, values, ...correction }: CorrectClasses,
): Decision<never> {
  const known = classesOfCase(file);
  // What a rule proposes becomes a person's word where it is confirmed.
  const said = Object.fromEntries(
    CLASS_KEYS.filter((key) => {
      const { value, by } = known[key] ?? {};
      return values[key] !== undefined && ((values[key] ?? undefined) !== value || by === "rule");
    }).map((key) => [key, values[key]]),
  ) as ClassesStated;
  return Object.keys(said).length === 0
    ? accepted()
    : accepted({ type: "classes-corrected", correction: { ...correction, values: said } });
}
