/** Which duties follow from a judgment: the decision whether to appeal (上诉或服判), and each act it orders (履行)? */
import type { WantedDuty } from "../../duties/case-duty.ts";
import { appealPeriod } from "../../judgment/effect.ts";
import { choiceOf, performanceOf } from "../../judgment/judgment-matter.ts";
import { appealDecisionDeadline, orderDeadline } from "../../judgment/order-days.ts";
import type { Rules } from "../../rules.ts";
import { civilDateAt, type Instant } from "../../time/time.ts";
import { boundBy, confirmedActs, judgedCase, serviceOf, standingOf } from "../judgment.ts";
import { mayHaveLost } from "../losses.ts";
import type { CaseFile, Respondent } from "../state.ts";

/** Both kinds, of every respondent that is still sued. */
export function judgmentDuties(file: CaseFile, now: Instant, rules: Rules): readonly WantedDuty[] {
  return [...appealDecisions(file, now, rules), ...performances(file, now, rules)];
}

/** Whose approval a choice needs: the government's own, where it is sued; else whose the policy names. */
export function approverOf(
  { identity }: Pick<Respondent, "identity">,
  { policy }: Pick<Rules, "policy">,
): "government" | "bureau" | "own-leader" {
  if (identity?.kind === "government") return "government";
  return policy.judgment.approval === "bureau" ? "bureau" : "own-leader";
}

/** Whether what an agency chose stands: whoever must approve has. */
function isDecided(file: CaseFile, respondent: Respondent, rules: Pick<Rules, "policy">): boolean {
  const choice = file.judgment && choiceOf(file.judgment, respondent.name);
  if (choice === undefined) return false;
  return approverOf(respondent, rules) === "own-leader"
    ? choice.approval?.approved !== false
    : choice.approval?.approved === true;
}

/** Only whoever has lost has something to decide; until its period is over. */
function appealDecisions(file: CaseFile, now: Instant, rules: Rules): readonly WantedDuty[] {
  const judged = judgedCase(file);
  if (judged === undefined || judged.outcome !== "lost" || judged.given.form === "mediation") return [];
  if (standingOf(file, civilDateAt(now), rules.calendar)?.state === "replaced") return [];
  return mayHaveLost(file).flatMap((respondent): readonly WantedDuty[] => {
    const service = serviceOf(file, respondent.name);
    const period = service && appealPeriod(judged, service.on, rules.calendar);
    if (service === undefined || period === undefined) return [];
    const { daysBefore } = rules.policy.judgment;
    const deadline = appealDecisionDeadline(period, { served: service.on, daysBefore }, rules.calendar);
    const choice = choiceOf(judged.matter, respondent.name);
    const on = choice && civilDateAt(choice.approval?.at ?? choice.at);
    const hasAppealed = judged.matter.appellants.includes(respondent.name);
    const isMet = on !== undefined && isDecided(file, respondent, rules);
    // Once the period is over there is nothing left to decide.
    if (!isMet && !hasAppealed && civilDateAt(now) > period.due) return [];
    return [
      {
        kind: "appeal",
        respondent: respondent.name,
        startsOn: service.on,
        deadline,
        ...(isMet
          ? { met: { on, by: "form" as const } }
          : hasAppealed
            ? { met: { on: file.appealedOn ?? service.on, by: "paper" as const } }
            : {}),
      },
    ];
  });
}

/** Of acts that a person has confirmed, once the judgment holds, unless the court has stayed it; one without a term is chased by nobody. */
function performances(file: CaseFile, now: Instant, rules: Rules): readonly WantedDuty[] {
  const standing = standingOf(file, civilDateAt(now), rules.calendar);
  if (standing?.state !== "effective" || standing.stayed) return [];
  return confirmedActs(file).flatMap((act) =>
    boundBy(file, act).flatMap((respondent): readonly WantedDuty[] => {
      const { on: effect, provisional } = standing;
      const served = serviceOf(file, respondent)?.on;
      const days = act.term && orderDeadline(act.term, { effect, served, provisional }, rules.calendar);
      if (days === undefined) return [];
      const done = file.judgment && performanceOf(file.judgment, { item: act.item, respondent });
      return [
        {
          kind: "performance",
          respondent,
          subject: String(act.item),
          ...days,
          ...(done !== undefined && {
            met: { on: done.on, by: done.source === "court" ? ("paper" as const) : ("form" as const) },
          }),
        },
      ];
    }),
  );
}
