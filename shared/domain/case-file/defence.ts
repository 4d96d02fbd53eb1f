/**
 * 答辩、举证: what was handed in to the court, when and on whose word; what was shown to the bureau before; and more time for evidence,
 * asked for and given (行政诉讼法 §36).
 */

import type { Proof } from "../proof-file.ts";
import type { CivilDate, Instant } from "../time/time.ts";

/** 答辩状, 证据. */
export type DefencePart = "defence" | "evidence";

/** What reached the court on a day. */
export interface DefenceHanded {
  readonly respondent: string;
  readonly parts: readonly DefencePart[];
  readonly on: CivilDate;
  /** The agency says so, or the court does, or it is the paper itself. */
  readonly source: "agency" | "court" | "paper";
  readonly at: Instant;
  readonly by?: string;
  readonly proofs?: readonly Proof[];
  /** SHA-256 of the paper. */
  readonly document?: string;
}

/** 内部报送: shown to the bureau before it goes to the court. */
export interface DefenceDraft {
  readonly respondent: string;
  readonly at: Instant;
  readonly by: string;
  readonly proofs?: readonly Proof[];
}

/** 延期举证. */
export interface EvidenceExtension {
  readonly respondent: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly proofs?: readonly Proof[];
  readonly answer?: ExtensionAnswer;
}

export interface ExtensionAnswer {
  readonly at: Instant;
  readonly by: string;
  /** Who registered it: the court itself, or the agency what the court had answered. */
  readonly side: "agency" | "court";
  /** Until when there is time; absent where it was refused. */
  readonly until?: CivilDate;
}

export interface DefenceRecord {
  readonly handed: readonly DefenceHanded[];
  readonly drafts: readonly DefenceDraft[];
  readonly extensions: readonly EvidenceExtension[];
}

export type DefenceEvent =
  | { readonly type: "defence-handed"; readonly handed: DefenceHanded }
  | { readonly type: "defence-drafted"; readonly draft: DefenceDraft }
  | { readonly type: "extension-asked"; readonly extension: EvidenceExtension }
  | {
      readonly type: "extension-answered";
      readonly respondent: string;
      readonly answer: ExtensionAnswer;
    };

const NOTHING: DefenceRecord = { handed: [], drafts: [], extensions: [] };

/** The record after an event. */
export function evolveDefence(record: DefenceRecord = NOTHING, event: DefenceEvent): DefenceRecord {
  switch (event.type) {
    case "defence-handed":
      return { ...record, handed: [...record.handed, event.handed] };
    case "defence-drafted":
      return { ...record, drafts: [...record.drafts, event.draft] };
    case "extension-asked":
      return { ...record, extensions: [...record.extensions, event.extension] };
    case "extension-answered": {
      const last = record.extensions.findLastIndex((one) => one.respondent === event.respondent);
      return {
        ...record,
        extensions: record.extensions.map((one, index) =>
          index === last ? { ...one, answer: event.answer } : one,
        ),
      };
    }
    default:
      return event satisfies never;
  }
}

/** The record without what one respondent did. */
export function defenceWithout(record: DefenceRecord, name: string): DefenceRecord {
  const others = <One extends { readonly respondent: string }>(all: readonly One[]) =>
    all.filter(({ respondent }) => respondent !== name);
  return {
    handed: others(record.handed),
    drafts: others(record.drafts),
    extensions: others(record.extensions),
  };
}

interface OfDefence {
  readonly defence?: DefenceRecord;
}

/** When a part first reached the court, and by whose word; undefined while it hasn't. */
export function handedIn(
  { defence }: OfDefence,
  respondent: string,
  part: DefencePart,
): DefenceHanded | undefined {
  return defence?.handed
    .filter((one) => one.respondent === respondent && one.parts.includes(part))
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0];
}

/** The last application for more time. */
export function extensionOf({ defence }: OfDefence, respondent: string): EvidenceExtension | undefined {
  return defence?.extensions.findLast((one) => one.respondent === respondent);
}

/** What was given last: when, and until when. */
export function extendedUntil(
  { defence }: OfDefence,
  respondent: string,
): { readonly at: Instant; readonly until: CivilDate } | undefined {
  return defence?.extensions
    .filter((one) => one.respondent === respondent)
    .flatMap(({ answer }) => (answer?.until === undefined ? [] : [{ at: answer.at, until: answer.until }]))
    .at(-1);
}

/** Whether the bureau has seen it before it went to the court. */
export function isDrafted({ defence }: OfDefence, respondent: string): boolean {
  return defence?.drafts.some((one) => one.respondent === respondent) === true;
}
