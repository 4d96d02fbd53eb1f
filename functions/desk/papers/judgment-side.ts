/** What papers after a judgment start from: the judgment as one respondent has it, what it orders of him, what was decided and done. */
import {
  actsBinding,
  judgedCase,
  proposedActs,
  serviceOf,
  standingOf,
} from "../../../shared/domain/case-file/judgment.ts";
import { type CaseFile, stillSued } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { appealPeriod } from "../../../shared/domain/judgment/effect.ts";
import { choiceOf, performanceOf } from "../../../shared/domain/judgment/judgment-matter.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { outcomeName } from "../../../shared/letters/wording/outcome-wording.ts";
import type { CaseSide } from "./case-side.ts";

/** The judgment, where there is one against a respondent that is still sued. */
export function judgedOf({ file, respondent }: CaseSide) {
  const judged = judgedCase(file);
  if (judged === undefined || !stillSued(file).some(({ name }) => name === respondent)) return undefined;
  const { form, issuedOn } = judged.given;
  const acts = actsBinding(file, proposedActs(file), respondent);
  return { form, acts, ...defined({ issuedOn }) };
}

/** For papers that are of no use without one. */
function judgmentOf(side: CaseSide) {
  const judged = judgedOf(side);
  if (judged === undefined) throw new TypeError("there is no judgment");
  return judged;
}

function dutiesOf({ duties }: CaseFile, respondent: string, kind: "appeal" | "performance") {
  return duties.filter((one) => one.kind === kind && one.respondent === respondent);
}

/** What 上诉（服判）审批表 says of a side. */
export function appealOf(side: CaseSide, { calendar }: Rules) {
  const { file, respondent } = side;
  const judged = judgedCase(file);
  const servedOn = serviceOf(file, respondent)?.on;
  return {
    ...judgmentOf(side),
    ...defined({
      servedOn,
      until: judged && servedOn && appealPeriod(judged, servedOn, calendar),
      decideBy: dutiesOf(file, respondent, "appeal")[0]?.deadline,
      outcome: file.state === "closed" ? outcomeName(file.outcome) : undefined,
      choice: file.judgment && choiceOf(file.judgment, respondent),
    }),
  };
}

/** What 履行生效裁判情况报告 says of it. */
export function performanceSide(side: CaseSide, { calendar }: Rules) {
  const { file, respondent, now } = side;
  const judged = judgmentOf(side);
  const standing = standingOf(file, civilDateAt(now), calendar);
  const duties = dutiesOf(file, respondent, "performance");
  const performed = judged.acts.map(({ item }) => ({
    item,
    ...defined({
      done: file.judgment && performanceOf(file.judgment, { item, respondent }),
      due: duties.find(({ subject }) => subject === String(item))?.deadline.due,
    }),
  }));
  return {
    ...judged,
    performed,
    proofs: performed.flatMap(({ done }) => (done?.proofs ?? []).map(({ name }) => name)),
    ...(standing?.state === "effective" && { effectiveOn: standing.on }),
  };
}
