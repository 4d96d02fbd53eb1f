/** What papers of a case start from: one respondent's side of it at a moment, and what is looked up of the organisations around. */
import { involvedIn } from "../../../shared/casework/involved.ts";
import { obstaclesOf } from "../../../shared/domain/case-file/before-hearing.ts";
import { type Hearing, startOf } from "../../../shared/domain/case-file/hearing.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { AbsencePaper, AgencyPaper } from "../../../shared/letters/papers/agency-paper.ts";
import type { DeskPorts } from "../frame/room.ts";

/** One respondent's side of a case at a moment. */
export interface CaseSide {
  readonly file: CaseFile;
  readonly respondent: string;
  readonly now: Instant;
}

/** What every paper says of the agency, and the bureau it reports to. */
export interface SideKnown {
  readonly agency: AgencyPaper;
  readonly bureau: string | undefined;
  readonly rules: Rules;
}

/** Looks it up. */
export async function sideKnown(
  { directory, rules }: Pick<DeskPorts, "directory" | "rules">,
  { file, respondent }: CaseSide,
): Promise<SideKnown> {
  const { respondents, bureau } = await involvedIn(file, directory);
  const around = respondents.get(respondent);
  const head = reportOf(file, respondent)?.head;
  return {
    rules,
    bureau: (around?.bureau ?? bureau)?.name,
    agency: {
      case: summaryOf(file),
      respondent,
      ...defined({ address: around?.sued.address }),
      ...(head?.appears === true && head.rank === "principal" && { principal: head }),
    },
  };
}

/** The hearing that is set; undefined where none is. */
export function hearingSet(file: CaseFile): Hearing | undefined {
  return file.state === "awaiting-hearing" ? file.hearing : undefined;
}

/** Whether a hearing is set and hasn't begun. */
export function isToCome({ file, now }: CaseSide): boolean {
  const hearing = hearingSet(file);
  return hearing !== undefined && now < startOf(hearing);
}

/** The hearing that is set, for papers that are of no use without one. */
export function hearingToCome(file: CaseFile): Hearing {
  const hearing = hearingSet(file);
  if (hearing === undefined) throw new TypeError("no hearing is set");
  return hearing;
}

/** The agency's own words of a sitting; before there are any, the court's record. */
export function saidOf(
  file: CaseFile,
  respondent: string,
  { date }: Hearing,
): AttendanceStatement | undefined {
  const said = file.attendance.filter((one) => one.respondent === respondent && one.hearingDate === date);
  return (
    said.find(({ source }) => source === "filing") ?? said.find(({ source }) => source === "hearing-record")
  );
}

/** The reason as it was given last: with the report, or as an obstacle since. */
export function absenceOf({ file, respondent }: CaseSide, { agency }: SideKnown): AbsencePaper {
  const hearing = hearingToCome(file);
  const report = reportOf(file, respondent);
  const planned: HeadPlan | undefined = report?.head;
  const reported =
    planned?.appears === false && report !== undefined ? { ...planned, at: report.at } : undefined;
  const obstacle = obstaclesOf(file, respondent).findLast((one) => one.hearing === hearing.ordinal);
  const reason = obstacle === undefined || (reported && reported.at > obstacle.at) ? reported : obstacle;
  return {
    ...agency,
    hearing,
    ...(reason !== undefined && { ground: reason.ground, explanation: reason.explanation }),
    staff: report?.others ?? [],
    proofs: (report?.proofs ?? []).map(({ name }) => name),
  };
}
