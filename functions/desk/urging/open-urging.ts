/** The duty behind a link of 督办: its case, where its urging stands, and whether the link's holder is its bureau. */
import { involvedIn } from "../../../shared/casework/involved.ts";
import {
  copyRefusal,
  dutyRefusal,
  letterRefusal,
} from "../../../shared/domain/case-file/decisions/urging-decisions.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { Urging } from "../../../shared/domain/obligations/urging.ts";
import { type Running, runningDuty, urgingIn } from "../../../shared/domain/obligations/urging-ladder.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { UrgedDuty } from "../../../shared/domain/urging/urging-decision.ts";
import { type HeadJudgeOn, judgeAmong } from "../frame/head-judge.ts";
import type { DeskPorts } from "../frame/room.ts";

export type UrgingLink = Link<"urging">;

/** A duty as its bureau sees it. */
export interface OpenUrging {
  readonly link: UrgingLink;
  readonly file: CaseFile;
  readonly duty: UrgedDuty;
  readonly running: Running;
  readonly urging: Urging;
  readonly involved: Involved;
  readonly judge: HeadJudgeOn;
}

/** What can be done about a duty, each on a page of its own. */
export type Deed = "hold" | "received" | "send" | "copy";

/** What stands behind a link now; a refusal where it is gone, or another bureau's. */
export async function openUrging(ports: DeskPorts, link: UrgingLink): Promise<OpenUrging | DeskRefusal> {
  const file = await ports.records.caseFile(link.caseNumber);
  if (file === undefined) return { type: "case-gone" };
  const involved = await involvedIn(file, ports.directory);
  const { respondents, bureau, cityBureau } = involved;
  const own = respondents.get(link.respondent)?.bureau ?? bureau;
  // The city's bureau hears of it where the county's can't be reached.
  if (own?.id !== link.recipient && cityBureau?.id !== link.recipient) return { type: "not-theirs" };
  const { duty: kind, respondent, sitting: hearing, subject } = link;
  const duty: UrgedDuty = { kind, respondent, ...defined({ hearing, subject }) };
  const running = runningDuty(file, duty);
  if (running === undefined) return { type: "nothing-to-urge" };
  return {
    link,
    file,
    duty,
    running,
    urging: urgingIn(running, ports.rules),
    involved,
    judge: judgeAmong(involved, ports.rules.policy),
  };
}

/** Why something can't be done now; undefined where it can. */
export function deedRefusal(
  { file, duty, urging }: Pick<OpenUrging, "file" | "duty" | "urging">,
  deed: Deed,
  now: Instant,
): DeskRefusal | undefined {
  const over = dutyRefusal(file, duty);
  if (over !== undefined || deed === "received") return over;
  if (deed !== "copy") return letterRefusal(file, duty, urging, now);
  // Either word would do: what can't be said any more is refused when it is said.
  return copyRefusal(urging, "copy-confirmed") && copyRefusal(urging, "copy-declined");
}
