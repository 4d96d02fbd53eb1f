/** What a person of the bureau decides about urging (督办), and what it notes as received beside the system. */

import { defined } from "../../defined.ts";
import type { CaseDuty } from "../../duties/case-duty.ts";
import { isDutyKind } from "../../duties/duty-rules.ts";
import {
  openRound,
  roundsOf,
  type Urging,
  type UrgingRound,
  urgedRound,
  urgingOf,
} from "../../obligations/urging.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import { type CivilDate, civilDateAt, type Instant } from "../../time/time.ts";
import { sameUrged, type UrgedDuty, type UrgingDecision } from "../../urging/urging-decision.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { ReceiptWay } from "../events.ts";
import { type CaseDeadline, type CaseFile, hearingOf, sittings } from "../state.ts";
import type { AttendanceStatement } from "../statement.ts";

type DistributiveOmit<Whole, Key extends PropertyKey> = Whole extends unknown ? Omit<Whole, Key> : never;

/** 暂缓, 照发, 抄送 or not; of the round the person has seen. */
export type DecideUrging = { readonly type: "decide-urging" } & UrgingDecision;

/** What is decided, without of what, when and by whom. */
export type UrgingChoice = DistributiveOmit<UrgingDecision, keyof UrgedDuty | "round" | "at" | "by">;

/** 已收到: by telephone or on paper. */
export interface NoteReceived extends UrgedDuty {
  readonly type: "note-received";
  readonly at: Instant;
  readonly by: string;
  readonly on: CivilDate;
  readonly way: ReceiptWay;
  /** Who said or brought it, as typed. */
  readonly told?: string;
  /** What a filing says of the head, where it was said. */
  readonly attendance?: Omit<AttendanceStatement, "respondent" | "hearingDate" | "source">;
}

export type UrgingCommand = DecideUrging | NoteReceived;

/** Decides it on the duty as it stands now. */
export function decideUrging(file: CaseFile, command: UrgingCommand, rules: Rules): Decision<DeskRefusal> {
  if (command.type === "note-received") return noteReceived(file, command);
  const refusal = dutyRefusal(file, command);
  if (refusal !== undefined) return refused(refusal);
  const { type: _, ...urging } = command;
  const standing = urgingOf(file, command, roundsOf(command.kind, rules.policy));
  const objection =
    urging.decision === "held" || urging.decision === "released"
      ? letterRefusal(file, command, standing, command.at)
      : copyRefusal(standing, urging.decision);
  if (objection !== undefined) return refused(objection);
  const meant =
    urging.decision === "held" || urging.decision === "released" ? openRound(standing) : urgedRound(standing);
  // A form that was opened before the next round began says something about the last one.
  if (meant?.round !== command.round) return refused({ type: "changed-meanwhile" });
  return accepted({ type: "urging-decided", urging });
}

/** The duty, while it runs or after; undefined where there never was such a one. */
function dutyOf(file: CaseFile, duty: UrgedDuty): CaseDeadline | CaseDuty | undefined {
  return [...file.deadlines, ...file.duties].find((one) => sameUrged(one, duty));
}

/** Why nothing can be done about a duty any more; undefined where it is open. */
export function dutyRefusal(file: CaseFile, duty: UrgedDuty): DeskRefusal | undefined {
  const deadline = dutyOf(file, duty);
  if (deadline === undefined) return { type: "nothing-to-urge" };
  return deadline.status === "open" ? undefined : { type: "duty-over" };
}

/**
 * Why its receipt can't be noted: it isn't owed. A filing on a sitting for which no period ever ran (one that came to light
 * late) is noted all the same, while the agency has said nothing of it.
 */
function receiptRefusal(file: CaseFile, duty: UrgedDuty): DeskRefusal | undefined {
  const deadline = dutyOf(file, duty);
  if (deadline !== undefined) return deadline.status === "open" ? undefined : { type: "duty-over" };
  return unaskedFilings(file).some(
    ({ respondent, hearing }) => respondent === duty.respondent && hearing === duty.hearing,
  ) && duty.kind === "filing"
    ? undefined
    : { type: "not-owed" };
}

/** What can be noted as received: what is owed, and filings nobody asked for. */
export function receivableDuties(file: CaseFile): readonly UrgedDuty[] {
  return [
    ...file.deadlines.flatMap(({ kind, respondent, hearing, status }): readonly UrgedDuty[] =>
      status === "open" ? [{ kind, respondent, hearing }] : [],
    ),
    ...file.duties.flatMap(({ kind, respondent, subject, status }): readonly UrgedDuty[] =>
      status === "open" ? [{ kind, respondent, ...defined({ subject }) }] : [],
    ),
    ...unaskedFilings(file),
  ];
}

function unaskedFilings(file: CaseFile): readonly UrgedDuty[] {
  return sittings(file).flatMap(({ ordinal: hearing, date }) =>
    file.respondents
      .map(({ name: respondent }) => ({ kind: "filing", respondent, hearing }) as const)
      .filter((duty) => dutyOf(file, duty) === undefined)
      .filter(
        ({ respondent }) =>
          !file.attendance.some(
            (one) => one.source === "filing" && one.respondent === respondent && one.hearingDate === date,
          ),
      ),
  );
}

/** Why its letter can't be put off or sent now; undefined where it can. */
export function letterRefusal(
  file: CaseFile,
  duty: UrgedDuty,
  urging: Urging,
  now: Instant,
): DeskRefusal | undefined {
  const hearing = hearingOf(file, duty.hearing);
  if (duty.kind === "report" && hearing !== undefined && civilDateAt(now) >= hearing.date)
    return { type: "urging-too-late" };
  const round = openRound(urging);
  if (round === undefined)
    return { type: urgedRound(urging) === undefined ? "nothing-to-urge" : "urged-already" };
  return undefined;
}

/** Why the superior's copy can't be decided so; a word can be changed until the copy has left. */
export function copyRefusal(
  urging: Urging,
  decision: NonNullable<UrgingRound["copy"]>["decision"],
): DeskRefusal | undefined {
  const round = urgedRound(urging);
  if (round === undefined || round.copiedAt !== undefined || round.copy?.decision === decision)
    return { type: "copy-decided" };
  return undefined;
}

function noteReceived(file: CaseFile, command: NoteReceived): Decision<DeskRefusal> {
  const { kind, respondent, hearing, on, way, by, told, attendance, subject } = command;
  const refusal = receiptRefusal(file, command);
  if (refusal !== undefined) return refused(refusal);
  if (isDutyKind(kind)) {
    const duty = { kind, respondent, ...defined({ subject }) };
    return accepted(
      { type: "receipt-noted", ...duty, on, way, by, ...defined({ told }) },
      { type: "duty-met", ...duty, on, by: "receipt" },
    );
  }
  const sitting = hearingOf(file, hearing);
  if (sitting === undefined || hearing === undefined) return refused({ type: "not-owed" });
  return accepted(
    { type: "receipt-noted", kind, respondent, hearing, on, way, by, ...defined({ told }) },
    ...(dutyOf(file, command) === undefined
      ? []
      : [{ type: "deadline-met", kind, respondent, on, hearing } as const]),
    ...(kind === "filing" && attendance !== undefined
      ? [
          {
            type: "attendance-recorded",
            statement: { respondent, hearingDate: sitting.date, source: "filing", ...attendance },
          } as const,
        ]
      : []),
  );
}
