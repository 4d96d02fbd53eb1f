/**
 * The diary (日程) of an agency or a bureau: one entry a hearing, with the periods that hang on it, written with the
 * case when it changes. It lies under its owner by date, so that a calendar feed reads what is near and nothing else.
 */

import { hearingAnswered, wasDesignated } from "../case-file/designation.ts";
import type { Designation } from "../case-file/designation-stage.ts";
import { hearingsForgotten } from "../case-file/forgotten.ts";
import { detailsOf, type HearingDetails } from "../case-file/hearing.ts";
import { principalOwed } from "../case-file/principals.ts";
import type { CaseFile } from "../case-file/state.ts";
import { hearingOf } from "../case-file/state.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { CourtStaff } from "../court/court-staff.ts";
import { defined } from "../defined.ts";
import { speaksFor } from "../obligations/case-duties.ts";
import type { Involved } from "../obligations/involved.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { PrincipalReason } from "../principals/principal.ts";
import type { DutyKind } from "../time/deadline.ts";
import type { CivilDate, Instant } from "../time/time.ts";

/** A period that hangs on a hearing. */
export interface DiaryDue {
  readonly kind: "report" | "filing";
  readonly due: CivilDate;
  readonly status: "open" | "met" | "cancelled";
}

interface InDiary {
  /** Whose diary. */
  readonly owner: OrganisationId;
  readonly caseNumber: CaseNumber;
  readonly respondent: string;
  readonly court: string;
  /** Who there deals with the case. */
  readonly staff?: CourtStaff;
  /** The case's version that brought the last change, by which programs tell newer from older. */
  readonly version: number;
  readonly changedAt: Instant;
}

/** A hearing, and what hangs on it. */
export interface HearingEntry extends InDiary {
  readonly hearing: HearingDetails;
  readonly status: "set" | "held" | "cancelled";
  readonly dues: readonly DiaryDue[];
  /** 应由正职出庭, and why. */
  readonly principal?: readonly PrincipalReason[];
}

/** The last day of what is owed beside the hearings (答辩, 举证, 上诉决定 …). */
export interface DutyEntry extends InDiary {
  readonly duty: {
    readonly kind: DutyKind;
    readonly subject?: string;
    readonly due: CivilDate;
    readonly status: "open" | "met" | "cancelled";
  };
}

export type DiaryEntry = HearingEntry | DutyEntry;

/** Whether it is a hearing's. */
export function isHearingEntry(entry: DiaryEntry): entry is HearingEntry {
  return "hearing" in entry;
}

/** The day under which it stands. */
export function dayOfEntry(entry: Pick<HearingEntry, "hearing"> | Pick<DutyEntry, "duty">): CivilDate {
  return "hearing" in entry ? entry.hearing.date : entry.duty.due;
}

/** Which it is of those of its case, respondent and day. */
export function whichOfDay(entry: Pick<HearingEntry, "hearing"> | Pick<DutyEntry, "duty">): string {
  if ("hearing" in entry) return String(entry.hearing.ordinal);
  const { kind, subject } = entry.duty;
  return subject === undefined ? kind : `${kind}/${subject}`;
}

/**
 * The entries that a change of a case makes or changes; one that is as it was is not written again, nor are those of hearings that
 * have long been off.
 */
export function diaryChanges(
  before: CaseFile | undefined,
  after: CaseFile,
  involved: Involved,
  now: Instant,
): readonly DiaryEntry[] {
  const forgotten = hearingsForgotten(after);
  const former = before === undefined ? [] : entriesOf(before, involved, forgotten);
  const known = new Set(former.map(contentOf));
  const entries = entriesOf(after, involved, forgotten);
  // A hearing that was taken back (撤回) is off for whoever had it.
  const stands = new Set(entries.map(placeOf));
  const off = former
    .filter((entry) => !stands.has(placeOf(entry)))
    .map((entry) =>
      "hearing" in entry
        ? { ...entry, status: "cancelled" as const }
        : { ...entry, duty: { ...entry.duty, status: "cancelled" as const } },
    );
  return [...entries.filter((entry) => !known.has(contentOf(entry))), ...off].map((entry) => ({
    ...entry,
    version: after.version,
    changedAt: now,
  }));
}

/** Where in a diary it stands. */
function placeOf(entry: Content): string {
  return JSON.stringify([entry.owner, dayOfEntry(entry), whichOfDay(entry), entry.respondent]);
}

type Content = Omit<HearingEntry, "version" | "changedAt"> | Omit<DutyEntry, "version" | "changedAt">;

function contentOf(entry: Content): string {
  return JSON.stringify(entry);
}

/** Everything the case has in diaries: of whoever answers for a respondent, and of its bureau. */
function entriesOf(file: CaseFile, involved: Involved, forgotten: ReadonlySet<number>): readonly Content[] {
  const { caseNumber, court, courtStaff: staff } = file;
  return file.respondents.flatMap(({ name, withdrawnOn }): readonly Content[] => {
    const around = involved.respondents.get(name);
    const principal = principalOwed(file, name);
    const former = [...involved.designated.keys()].filter((id) => wasDesignated(file, name, id));
    const owners = new Set([around?.organisation.id, around?.sued.id, around?.bureau?.id, ...former]);
    const duties = [around?.organisation.id, around?.sued.id, around?.bureau?.id].filter(
      (id) => id !== undefined,
    );
    const ofDuties = [...new Set(duties)].flatMap((owner) =>
      dutiesOf(file, name).map(
        (duty): Content => ({ owner, caseNumber, respondent: name, court, ...defined({ staff }), duty }),
      ),
    );
    const ofHearings = hearingsOf(file, forgotten).flatMap(({ hearing, status }) =>
      [...owners].flatMap((owner): readonly Content[] =>
        owner === undefined
          ? []
          : [
              {
                owner,
                caseNumber,
                respondent: name,
                court,
                ...defined({ staff }),
                hearing: hearingAnswered(
                  file,
                  name,
                  hearing,
                  former.includes(owner) ? lastHeld(file, name, owner) : undefined,
                ),
                // Whoever is no longer designated, or no longer sued, need not come.
                status:
                  former.includes(owner) || (withdrawnOn !== undefined && status === "set")
                    ? "cancelled"
                    : status,
                dues: duesOf(file, name, hearing.ordinal),
                ...(principal !== undefined && status === "set" && { principal: principal.reasons }),
              },
            ],
      ),
    );
    return [...ofHearings, ...ofDuties];
  });
}

/** The last designation an agency held that holds none any more. */
function lastHeld({ designations }: CaseFile, name: string, owner: OrganisationId): Designation | undefined {
  return designations.findLast(
    ({ respondent, agency }) => respondent === name && agency.organisation === owner,
  );
}

/** Each hearing once, as it was set last; one whose hour was changed is the one it was changed to. */
function hearingsOf(
  file: CaseFile,
  forgotten: ReadonlySet<number>,
): readonly { readonly hearing: HearingDetails; readonly status: HearingEntry["status"] }[] {
  const current = file.state === "awaiting-hearing" ? [file.hearing] : [];
  const past = file.pastHearings.filter(({ fate, ordinal }) => fate !== "changed" && !forgotten.has(ordinal));
  return [
    ...past.map((hearing) => ({
      hearing: detailsOf(hearing),
      status: hearing.fate === "held" ? ("held" as const) : ("cancelled" as const),
    })),
    ...current.map((hearing) => ({ hearing: detailsOf(hearing), status: "set" as const })),
  ];
}

/** One for which another one speaks has no entry of its own. */
function dutiesOf(file: CaseFile, name: string): readonly DutyEntry["duty"][] {
  return file.duties
    .filter(({ respondent }) => respondent === name)
    .filter((one) => speaksFor(file, one) === undefined)
    .map(({ kind, subject, status, deadline: { due } }) => ({ kind, due, status, ...defined({ subject }) }));
}

function duesOf(file: CaseFile, name: string, ordinal: number): readonly DiaryDue[] {
  return file.deadlines.flatMap(({ kind, respondent, hearing, status, deadline: { due } }) =>
    respondent === name && hearing === ordinal && hearingOf(file, hearing) !== undefined
      ? [{ kind, due, status }]
      : [],
  );
}
