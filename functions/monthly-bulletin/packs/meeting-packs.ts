/** The pack for the half-yearly joint meeting (联席会议材料), made from the half-year's figures so far; a person confirms it. */

import { jurisdictions } from "../../../shared/casework/jurisdictions.ts";
import { recordOnce } from "../../../shared/casework/programme-entries.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { halfOf, type MeetingPack } from "../../../shared/domain/programme/entry.ts";
import { packContents } from "../../../shared/domain/programme/meeting-pack.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, civilDateAt, yearOf } from "../../../shared/domain/time/time.ts";
import { type JobPorts, type JobResult, type JobTime, jobResult, NOTHING_MADE } from "../jobs/job.ts";
import { rowsOfPeriod, timelinessOfRows } from "../jobs/period-rows.ts";

/** Makes the pack once a half-year. */
export async function makePack(
  { records, directory }: Pick<JobPorts, "records" | "directory">,
  { month, now, rules }: JobTime,
): Promise<JobResult> {
  const { policy } = rules;
  if (!policy.meetingPack.after.includes(month.slice(5))) return NOTHING_MADE;
  const period = { ...periodOf("half-year", month), to: month };
  const day = civilDate(`${month}-01`);
  const [year, half] = [yearOf(day), halfOf(day)];
  const ref = { jurisdiction: CITY_ITSELF, year, kind: "pack", id: `half-${half}` } as const;
  if ((await records.programmeEntry(ref)) !== undefined) return NOTHING_MADE;
  const rows = await rowsOfPeriod(records, policy.jurisdiction.code, period);
  if (rows.length === 0) return NOTHING_MADE;
  const recorded = await Promise.all(
    (await jurisdictions(directory)).map((place) => records.programme(place, year)),
  );
  const contents = packContents(
    {
      figures: statistics(rows, { period, counting: policy.counting }),
      rows,
      timeliness: await timelinessOfRows(records, rows, civilDateAt(now)),
      corrections: recorded.flat().filter((one) => one.kind === "correction"),
    },
    policy.meetingPack,
  );
  const pack: MeetingPack = {
    ...ref,
    version: 0,
    revision: 1,
    change: { at: now, by: "系统", cause: "schedule", what: "pack-made" },
    sent: {},
    half,
    from: period.from,
    to: period.to,
    contents,
    invitations: [],
  };
  return jobResult([await recordOnce({ records, directory }, pack, { now, rules })]);
}
