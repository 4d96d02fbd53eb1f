/**
 * By which meeting number does an agency join a sitting held over the net? It is kept apart from the hearing, which many
 * see: only the agency's own letters and their calendar entries say it, never a board, a bulletin, another party's letter or a log.
 */
import type { Instant } from "../time/time.ts";

/** What a paper of the court says of the way in. */
export interface MeetingSaid {
  /** 会议号, 房间号. */
  readonly meeting: string;
  /** 入会密码. */
  readonly password?: string;
}

/** The same, of one hearing and for those the paper is for. */
export interface MeetingAccess extends MeetingSaid {
  /** The hearing it is for. */
  readonly hearing: number;
  /** Names of the file's respondents. */
  readonly respondents: readonly string[];
  readonly document: string;
  readonly at: Instant;
}

export interface MeetingAccessReceived {
  readonly type: "meeting-access-received";
  readonly access: MeetingAccess;
}

/** All there are, oldest first; a paper that is read anew takes the place of its former reading. */
export function evolveMeetings(
  before: readonly MeetingAccess[] | undefined,
  { access }: MeetingAccessReceived,
): readonly MeetingAccess[] {
  const others = (before ?? []).filter(
    ({ document, hearing }) => document !== access.document || hearing !== access.hearing,
  );
  return [...others, access];
}

/** The way into a hearing for one agency, as the newest paper for it says; undefined where none does. */
export function meetingFor(
  meetings: readonly MeetingAccess[] | undefined,
  hearing: number,
  respondent: string,
): MeetingSaid | undefined {
  const newest = meetings?.findLast((one) => one.hearing === hearing && one.respondents.includes(respondent));
  if (newest === undefined) return undefined;
  const { meeting, password } = newest;
  return { meeting, ...(password !== undefined && { password }) };
}
