/**
 * Which letters may an agency get in its one mail of the day (应诉事项提醒)? A kind that has no row here leaves by itself: what
 * sets, changes or calls off a hearing, a designation, a report returned while its days run, 督办, a receipt. A row says where the letter stands in that mail, and what
 * it may not wait beyond.
 */
import type { CivilDate } from "../time/time.ts";
import { BEFORE_HEARING_NOTICES, type BeforeHearingNotices } from "./before-hearing.ts";
import { DIFFERENCE_NOTICES, type DifferenceNotices } from "./difference.ts";
import { DUTY_NOTICES, type DutyNotices } from "./duty.ts";
import { FILING_NOTICES, type FilingNotices } from "./filing.ts";
import type { LinkTarget } from "./frame/link-target.ts";
import { HEARING_NOTICES, type HearingNotices } from "./hearing.ts";
import { REPORT_NOTICES, type ReportNotices } from "./report.ts";

/** What each of them says. */
interface GatheredNotices
  extends Pick<ReportNotices, "report-due" | "supervision">,
    Pick<FilingNotices, "filing-asked" | "filing-due">,
    Pick<DutyNotices, "duty-asked" | "duty-due">,
    Pick<HearingNotices, "hearing-reminder">,
    Pick<BeforeHearingNotices, "appearance-notice" | "court-note" | "appearance-contradicted">,
    Pick<DifferenceNotices, "attendance-difference" | "difference-settled"> {}

/** A kind of letter that may come in the one mail of the day. */
export type GatheredKind = keyof GatheredNotices;

/** A letter of one of these kinds, as it is kept in that mail. */
export type Gathered<Kind extends GatheredKind = GatheredKind> = {
  [One in Kind]: { readonly kind: One } & GatheredNotices[One];
}[Kind];

/** What of the day's mail stands together, in the order in which a person works: what is due, then what is new, changed, to be known. */
export type Standing = "asked" | "new" | "changed" | "known";

interface GatheredRule<Content> {
  /** Where it stands, unless there is a day by which it asks for something. */
  readonly standing: Standing;
  /** The last day for what it asks. */
  readonly due?: (content: Content) => CivilDate | undefined;
  /** The day of the hearing it is about, while that lies ahead. */
  readonly hearing?: (content: Content) => CivilDate | undefined;
  /** Where its reader does what it asks: that of the letter by itself. */
  readonly link: "none" | ((content: Content) => LinkTarget | undefined);
}

const dayOf = ({ hearing }: { readonly hearing?: { readonly date: CivilDate } }) => hearing?.date;
const dueOfDeadline = ({ deadline }: { readonly deadline: { readonly due: CivilDate } }) => deadline.due;

const GATHERED: { readonly [Kind in GatheredKind]: GatheredRule<Gathered<Kind>> } = {
  "report-due": {
    standing: "asked",
    due: dueOfDeadline,
    hearing: dayOf,
    link: REPORT_NOTICES["report-due"].link,
  },
  "filing-due": { standing: "asked", due: dueOfDeadline, link: FILING_NOTICES["filing-due"].link },
  "filing-asked": { standing: "asked", due: dueOfDeadline, link: FILING_NOTICES["filing-asked"].link },
  "duty-asked": { standing: "new", due: dueOfDeadline, link: DUTY_NOTICES["duty-asked"].link },
  "duty-due": { standing: "asked", due: dueOfDeadline, link: DUTY_NOTICES["duty-due"].link },
  "hearing-reminder": {
    standing: "asked",
    due: ({ report, hearing }) => report?.due ?? hearing.date,
    hearing: dayOf,
    link: HEARING_NOTICES["hearing-reminder"].link,
  },
  "appearance-notice": {
    standing: "new",
    hearing: dayOf,
    link: BEFORE_HEARING_NOTICES["appearance-notice"].link,
  },
  "court-note": { standing: "new", hearing: dayOf, link: BEFORE_HEARING_NOTICES["court-note"].link },
  "appearance-contradicted": {
    standing: "changed",
    hearing: dayOf,
    link: BEFORE_HEARING_NOTICES["appearance-contradicted"].link,
  },
  "attendance-difference": {
    standing: "changed",
    link: DIFFERENCE_NOTICES["attendance-difference"].link,
  },
  "difference-settled": { standing: "known", link: DIFFERENCE_NOTICES["difference-settled"].link },
  supervision: { standing: "known", hearing: dayOf, link: REPORT_NOTICES.supervision.link },
};

/** Whether a letter is of a kind that may come in the one mail of its agency; to others than the agency it never does. */
export function mayBeGathered(content: { readonly kind: string }): content is Gathered {
  return Object.hasOwn(GATHERED, content.kind);
}

/** Where it stands in that mail, where nothing is due by a day. */
export function standingOf({ kind }: Gathered): Standing {
  return GATHERED[kind].standing;
}

/** The day by which it asks for something; undefined where it asks for nothing by a day. */
export function dueOf<Kind extends GatheredKind>(content: Gathered<Kind>): CivilDate | undefined {
  return ruleOf(content).due?.(content);
}

/** The last day on which knowing it is of use: that by which something is due, or the hearing. */
export function knownBy<Kind extends GatheredKind>(content: Gathered<Kind>): CivilDate | undefined {
  const { due, hearing } = ruleOf(content);
  return [due?.(content), hearing?.(content)].filter((day) => day !== undefined).toSorted()[0];
}

/** Where its reader does what it asks; undefined where there is nothing to do at the desk. */
export function linkOfGathered<Kind extends GatheredKind>(content: Gathered<Kind>): LinkTarget | undefined {
  const { link } = ruleOf(content);
  return link === "none" ? undefined : link(content);
}

/**
 * Whether it leaves by itself though other letters do not: the last reminder of a hearing, with which a person goes to court. `next`:
 * the working day after the one on which it leaves.
 */
export function standsAlone(content: Gathered, next: CivilDate): boolean {
  return content.kind === "hearing-reminder" && content.hearing.date <= next;
}

function ruleOf<Kind extends GatheredKind>({ kind }: Gathered<Kind>): GatheredRule<Gathered<Kind>> {
  return GATHERED[kind];
}
