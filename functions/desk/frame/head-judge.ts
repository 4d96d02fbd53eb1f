/** By what does a form decide whether somebody is a head? By his post, the place's titles, and the agency's list on the day of the hearing. */
import { rosterOf } from "../../../shared/casework/documents/rosters.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { HeadJudgement } from "../../../shared/domain/court/head.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { judgeListed, type PutForward } from "../../../shared/domain/organisations/listed-head.ts";
import type { Policy } from "../../../shared/domain/policy.ts";
import { type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import type { DeskPorts } from "./room.ts";

/** Decides on whoever is put forward at a hearing. */
export type HeadJudge = (person: PutForward) => HeadJudgement;

/** The same, for any day. */
export type HeadJudgeOn = (day: CivilDate) => HeadJudge;

/** For the heads of one respondent; `day`: the hearing's, else today. */
export async function headJudge(
  { directory, rules, now }: Pick<DeskPorts, "directory" | "rules" | "now">,
  { respondents }: Pick<CaseFile, "respondents">,
  respondent: string,
  day: CivilDate = civilDateAt(now()),
): Promise<HeadJudge> {
  const id = respondents.find(({ name }) => name === respondent)?.identity?.organisation;
  const sued = id && (await directory.organisation(id));
  return judgeBy((name) => (name === respondent ? sued : undefined), rules.policy)(day);
}

/** For the heads of every respondent of a case whose surroundings are known. */
export function judgeAmong({ respondents }: Involved, policy: Policy): HeadJudgeOn {
  return judgeBy((name) => respondents.get(name)?.sued, policy);
}

/** The list is the sued agency's own, whatever an agency designated for it has. */
function judgeBy(suedBy: (name: string) => Organisation | undefined, { heads }: Policy): HeadJudgeOn {
  return (day) => (person) => {
    const sued = suedBy(person.agency);
    return judgeListed(person, sued === undefined ? {} : rosterOf(sued), day, heads);
  };
}
