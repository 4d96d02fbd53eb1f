/** What does the record of a joint meeting begin with, and what is known of its points besides what was typed? */
import type { EventFacts } from "../../../shared/domain/programme/decide.ts";
import type { Meeting, ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import { openPoints, topicsInvited } from "../../../shared/domain/programme/open-points.ts";
import { civilDateAt, type Year, yearOf } from "../../../shared/domain/time/time.ts";
import { carriedRows } from "../entries/meeting-view.ts";
import type { Form } from "../frame/form.ts";
import type { DeskPorts } from "../frame/room.ts";
import { organisationNamed } from "./units-named.ts";

type MeetingFacts = Extract<EventFacts, { kind: "meeting" }>;

/** All a jurisdiction recorded in a year and in its neighbours: points go over into the next. */
export async function entriesAround(
  { records }: Pick<DeskPorts, "records">,
  jurisdiction: string,
  year: Year,
): Promise<readonly ProgrammeEntry[]> {
  const years = [-1, 0, 1].map((step) => String(Number(year) + step) as Year);
  return (await Promise.all(years.map((one) => records.programme(jurisdiction, one)))).flat();
}

/** The agenda that was sent out, and what earlier meetings left open. */
export async function beginMeeting(ports: DeskPorts, jurisdiction: string): Promise<Form> {
  const entries = await entriesAround(ports, jurisdiction, yearOf(civilDateAt(ports.now())));
  return { topics: topicsInvited(entries).join("\n"), ...carriedRows(openPoints(entries)) };
}

/** Who sees to a point is looked up; what was settled stays so. */
export async function completeMeeting(
  facts: MeetingFacts,
  ports: DeskPorts,
  before: Meeting | undefined,
): Promise<MeetingFacts> {
  const points = await Promise.all(
    facts.points.map(async (point) => {
      const settled = before?.points.find(({ id }) => id === point.id)?.settled;
      const organisation = point.owner && (await organisationNamed(ports, point.owner.name));
      return {
        ...point,
        ...(point.owner !== undefined &&
          organisation !== undefined && { owner: { name: point.owner.name, organisation } }),
        ...(settled !== undefined && { settled }),
      };
    }),
  );
  return { ...facts, points };
}
