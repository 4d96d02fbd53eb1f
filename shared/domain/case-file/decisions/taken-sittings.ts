/** What a case takes over of sittings that it shares with a misfiled one (误登): what was reported, filed and said of who came. */
import { type CivilDate, civilDateAt } from "../../time/time.ts";
import type { CaseEvent } from "../events.ts";
import { hearingOf, hearings } from "../state.ts";
import { renamed, type TakingOver } from "./taken-over.ts";

/** What agencies reported, and what sources say of who came; of sittings that both cases have. */
export function saidIn({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  const ordinalOf = (date: CivilDate | undefined) =>
    hearings(file).findLast((one) => one.date === date)?.ordinal;
  const moved = <One extends { readonly respondent: string; readonly hearing: number }>(
    all: readonly One[],
  ) =>
    renamed(all, nameOf).flatMap((one): readonly One[] => {
      const hearing = ordinalOf(hearingOf(from, one.hearing)?.date);
      return hearing === undefined ? [] : [{ ...one, hearing }];
    });
  return [
    ...renamed(from.attendance, nameOf)
      .filter(({ source }) => source !== "court-ledger")
      .filter(({ hearingDate }) => ordinalOf(hearingDate) !== undefined)
      .filter(
        ({ document, respondent }) =>
          !file.attendance.some((one) => one.document === document && one.respondent === respondent),
      )
      .map((statement) => ({ type: "attendance-recorded", statement }) as const),
    ...moved(from.reports)
      .filter(({ respondent }) => !file.reports.some((one) => one.respondent === respondent))
      .map((report) => ({ type: "report-submitted", report }) as const),
    ...moved(from.filings)
      .filter(
        ({ respondent, hearing }) =>
          !file.filings.some((one) => one.respondent === respondent && one.hearing === hearing),
      )
      .flatMap((filing): readonly CaseEvent[] => {
        const date = hearingOf(file, filing.hearing)?.date;
        const said = from.attendance.find(
          ({ source, hearingDate, respondent }) =>
            source === "filing" && hearingDate === date && nameOf(respondent) === filing.respondent,
        );
        return date === undefined
          ? []
          : [
              { type: "filing-submitted", filing, hearingDate: date },
              // A filing takes the place of what the former one said, its own words included.
              ...(said === undefined
                ? []
                : [
                    {
                      type: "attendance-recorded",
                      statement: { ...said, respondent: filing.respondent },
                    } as const,
                  ]),
            ];
      }),
    ...moved(from.obstacles)
      .filter(
        ({ respondent, at }) => !file.obstacles.some((one) => one.respondent === respondent && one.at === at),
      )
      .map((obstacle) => ({ type: "obstacle-reported", obstacle }) as const),
    ...moved(from.deadlines.filter(({ status }) => status === "met"))
      .filter(({ kind, respondent, hearing }) =>
        file.deadlines.some(
          (one) =>
            one.status === "open" &&
            one.kind === kind &&
            one.respondent === respondent &&
            one.hearing === hearing,
        ),
      )
      .map(({ kind, respondent, hearing, startsOn }) => {
        const said = [...from.reports, ...from.filings].find((one) => nameOf(one.respondent) === respondent);
        const on = said === undefined ? startsOn : civilDateAt(said.at);
        return { type: "deadline-met", kind, respondent, on, hearing } as const;
      }),
  ];
}
