/** What has an admin done, when? Nothing is removed; what a year's holidays are follows from it. */
import type { HolidayYear } from "../time/calendar.ts";
import type { CivilDate, Instant } from "../time/time.ts";

/** A year's holiday notice as an admin entered it, with the words it was read from. */
export interface HolidayNotice {
  readonly year: number;
  readonly holidays: readonly CivilDate[];
  readonly workdays: readonly CivilDate[];
  readonly text: string;
}

/** What was done. */
export type AdminDeed =
  | { readonly kind: "holidays-entered"; readonly notice: HolidayNotice }
  /** `entered`: the id of the act that is taken back. */
  | { readonly kind: "holidays-withdrawn"; readonly year: number; readonly entered: string }
  | { readonly kind: "sessions-ended"; readonly mailbox: string; readonly sessions: number }
  | {
      readonly kind: "cases-exported";
      readonly jurisdiction: string;
      readonly year: string;
      readonly cases: number;
    }
  | {
      readonly kind: "records-exported";
      readonly jurisdiction: string;
      readonly year: string;
      readonly records: "directory" | "programme" | "bulletins";
    };

/** An act of an admin. */
export interface AdminAct {
  /** The same form sent twice is one act. */
  readonly id: string;
  readonly at: Instant;
  /** The admin's mailbox. */
  readonly by: string;
  readonly deed: AdminDeed;
}

/** Acts by which the calendar is made. */
export function isOfCalendar({ kind }: AdminDeed): boolean {
  return kind === "holidays-entered" || kind === "holidays-withdrawn";
}

/** An act that entered a year's notice. */
export interface NoticeEntered extends AdminAct {
  readonly deed: Extract<AdminDeed, { kind: "holidays-entered" }>;
}

/** The notice that holds for each year: the one entered last that was not taken back. */
export function noticesIn(acts: readonly AdminAct[]): ReadonlyMap<number, NoticeEntered> {
  const withdrawn = new Set(
    acts.flatMap(({ deed }) => (deed.kind === "holidays-withdrawn" ? [deed.entered] : [])),
  );
  return new Map(
    acts
      .filter((act): act is NoticeEntered => act.deed.kind === "holidays-entered" && !withdrawn.has(act.id))
      .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
      .map((act) => [act.deed.notice.year, act]),
  );
}

/** The years that came with the deployment, each replaced by what an admin has entered for it. */
export function yearsWith(
  bundled: readonly HolidayYear[],
  acts: readonly AdminAct[],
): readonly HolidayYear[] {
  const entered = noticesIn(acts);
  const own = [...entered.values()].map(({ at, deed: { notice } }): HolidayYear => {
    const { year, holidays, workdays } = notice;
    return { year, version: `notice@${at.slice(0, 16)}`, holidays, workdays };
  });
  return [...bundled.filter(({ year }) => !entered.has(year)), ...own].toSorted((a, b) => a.year - b.year);
}
