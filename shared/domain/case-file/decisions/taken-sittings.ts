/** What a case takes over of sittings that it shares with a misfiled one (误登): what was reported, filed and said of who came. */
import { type CivilDate, civilDateAt } from "../../time/time.ts";
import type { CaseEvent } from "../events.ts";
import { knownName } from "../parties.ts";
import { type CaseFile, hearingOf, hearings } from "../state.ts";

/** What agencies reported, and what sources say of who came; of sittings that both cases have. */
export function saidIn(file: CaseFile, from: CaseFile): readonly CaseEvent[] {
  const nameOf = (name: string) => knownName(file, name, from.respondents);
  const has = (name: string) => file.respondents.some((one) => one.name === nameOf(name));
  const dateOf = (ordinal: number) => hearingOf(from, ordinal)?.date;
  const ordinalOf = (date: CivilDate | undefined) =>
    hearings(file).findLast((one) => one.date === date)?.ordinal;
  const moved = <One extends { readonly respondent: string; readonly hearing: number }>(
    all: readonly One[],
  ) =>
    all.flatMap((one): readonly One[] => {
      const hearing = ordinalOf(dateOf(one.hearing));
      return hearing === undefined || !has(one.respondent)
        ? []
        : [{ ...one, respondent: nameOf(one.respondent), hearing }];
    });
  return [
    ...from.attendance
      .filter(({ source, respondent }) => source !== "court-ledger" && has(respondent))
      .filter(({ hearingDate }) => ordinalOf(hearingDate) !== undefined)
      .map((statement) => ({ ...statement, respondent: nameOf(statement.respondent) }))
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
