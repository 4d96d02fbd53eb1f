/** What a joint meeting's points (议定事项) and a court's topics (议题) bring about: reminders, word of what is overdue, answers. */
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import { addDays } from "../time/time.ts";
import type { Meeting, ProgrammeEntry, Topic } from "./entry.ts";
import type { MeetingPoint } from "./meeting-point.ts";
import type { ProgrammeNotice, ProgrammeObligation } from "./obligation.ts";
import { isCarried } from "./open-points.ts";
import { beforeDay, once, onDay } from "./steps.ts";

/** Whoever sees to a point is reminded of its day; the bureau reads in its digest what is overdue. */
export function meetingLadder(
  meeting: Meeting,
  entries: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  if (meeting.withdrawn !== undefined) return [];
  return meeting.points
    .filter((point) => point.settled === undefined && !isCarried(meeting, point, entries))
    .flatMap((point) => ofPoint(meeting, point, rules));
}

function ofPoint(meeting: Meeting, point: MeetingPoint, rules: Rules): readonly ProgrammeObligation[] {
  const { due, owner, text, id } = point;
  if (due === undefined) return [];
  const { remindBefore, escalateAfter } = rules.policy.programme.meetings.points;
  const { jurisdiction, date } = meeting;
  const place = jurisdiction === CITY_ITSELF ? rules.policy.jurisdiction.name : jurisdiction;
  const track = `point:${id}`;
  const toOwner = (daysOver: number): readonly ProgrammeNotice[] =>
    owner?.organisation === undefined
      ? []
      : [
          {
            audience: { part: "organisation", organisation: owner.organisation },
            content: { kind: "meeting-point-due", place, on: date, text, owner: owner.name, due, daysOver },
          },
        ];
  return [
    ...remindBefore
      .map((days) => [days, addDays(due, -days)] as const)
      // Whoever was at the meeting on that day need not be reminded of it.
      .filter(([, day]) => day > date)
      .map(([days, day]) =>
        beforeDay({ key: `${track}:${due}:-${days}`, track }, day, due, rules, toOwner(-days)),
      ),
    ...escalateAfter.map((days) =>
      onDay({ key: `${track}:${due}:${days}`, track }, addDays(due, days), rules, toOwner(days), [
        {
          audience: { part: "bureau" },
          news: { type: "point-overdue", text, due, ...(owner !== undefined && { owner: owner.name }) },
        },
      ]),
    ),
  ];
}

/** The bureau reads of a topic in its digest; the court is told whether it is on the agenda. */
export function topicLadder(topic: Topic): readonly ProgrammeObligation[] {
  const { text, court, answer, withdrawn } = topic;
  if (withdrawn !== undefined) return [];
  const proposed = once(
    "proposed",
    [],
    [{ audience: { part: "bureau" }, news: { type: "topic-proposed", court: court.name, text } }],
  );
  if (answer === undefined) return [proposed];
  const { accepted, by, text: words } = answer;
  return [
    proposed,
    once("answered", [
      {
        audience: { part: "organisation", organisation: court.organisation },
        content: { kind: "topic-answered", text, accepted, by, answer: words },
      },
    ]),
  ];
}
