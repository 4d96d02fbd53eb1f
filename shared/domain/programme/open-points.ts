/** Which points of earlier joint meetings (议定事项) are still open, and which topics (议题) wait for a meeting? */
import type { OpenPoint } from "../notices/frame/pack-contents.ts";
import type { CivilDate } from "../time/time.ts";
import type { Meeting, ProgrammeEntry, Topic } from "./entry.ts";
import type { MeetingPoint } from "./meeting-point.ts";

/** A point with its meeting. */
export interface PointOfMeeting {
  readonly meeting: Meeting;
  readonly point: MeetingPoint;
}

/**
 * Points that nobody has settled, and that no later meeting has taken up (carriedFrom); `entries` are those of the years that
 * matter, in any order.
 */
export function openPoints(entries: readonly ProgrammeEntry[]): readonly PointOfMeeting[] {
  const meetings = meetingsHeld(entries);
  return meetings.flatMap((meeting) =>
    meeting.points
      .filter((point) => point.settled === undefined && !isCarried(meeting, point, meetings))
      .map((point) => ({ meeting, point })),
  );
}

/** Whether a later meeting goes on with a point. */
export function isCarried(
  { year, id }: Pick<Meeting, "year" | "id">,
  point: MeetingPoint,
  entries: readonly ProgrammeEntry[],
): boolean {
  return entries.some(
    (one) =>
      one.kind === "meeting" &&
      one.withdrawn === undefined &&
      one.points.some(
        ({ carriedFrom: from }) => from?.year === year && from.meeting === id && from.point === point.id,
      ),
  );
}

/** As an agenda has it. */
export function shownPoint({ meeting, point }: PointOfMeeting): OpenPoint {
  const { text, owner, due } = point;
  return {
    text,
    ...(owner !== undefined && { owner: owner.name }),
    ...(due !== undefined && { due }),
    on: meeting.date,
  };
}

/** Topics the bureau has put on the agenda and no meeting since has had, whichever it was. */
export function topicsWaiting(entries: readonly ProgrammeEntry[]): readonly Topic[] {
  const meetings = meetingsHeld(entries);
  return entries
    .filter((one) => one.kind === "topic")
    .filter(({ withdrawn, answer, text, on }) => {
      const had = meetings.some(({ date, topics = [] }) => date >= on && topics.includes(text));
      return withdrawn === undefined && answer?.accepted === true && !had;
    });
}

/** The agenda that was last sent out for a meeting not yet held: its topics begin the record of the meeting. */
export function topicsInvited(entries: readonly ProgrammeEntry[]): readonly string[] {
  const held = meetingsHeld(entries).at(-1)?.date;
  const invitations = entries.flatMap((one) =>
    one.kind === "pack" && one.withdrawn === undefined ? (one.invitations.at(-1) ?? []) : [],
  );
  const coming = invitations.filter(({ date }) => held === undefined || date > held);
  return coming.toSorted((one, other) => (one.date < other.date ? -1 : 1)).at(-1)?.topics ?? [];
}

/** By their day. */
function meetingsHeld(entries: readonly ProgrammeEntry[]): readonly Meeting[] {
  return entries
    .filter((one) => one.kind === "meeting")
    .filter(({ withdrawn }) => withdrawn === undefined)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

/** Whether a point's day is over. */
export function isLate({ due, settled }: MeetingPoint, today: CivilDate): boolean {
  return due !== undefined && settled === undefined && due < today;
}
