/**
 * A letter (函) before it is laid out: its parts in the order a reader meets them. It is written once; the plain
 * text and the web page of a mail are two layouts of the same parts, so they can't say different things.
 */

import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { LinkTarget } from "../../domain/notices/frame/link-target.ts";
import type { PrincipalShown } from "../../domain/notices/principal.ts";
import type { MeetingSaid } from "../../domain/online/meeting-access.ts";

/** A labelled fact; `notes` stand below the value in smaller print. */
export interface LabelledFact {
  readonly label: string;
  readonly value: string;
  readonly notes?: readonly string[];
}

/** One part of a letter's body. */
export type Block =
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "facts"; readonly facts: readonly LabelledFact[] }
  | { readonly type: "list"; readonly items: readonly string[] }
  /** Things that can be done, each by a link of its own; `href` is known when the mail is composed. */
  | { readonly type: "tasks"; readonly items: readonly TaskItem[] }
  /** The first cell of each row names it; every row has as many cells as there are columns. */
  | {
      readonly type: "grid";
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** One thing that can be done, and by which link. */
export interface TaskItem {
  readonly text: string;
  /** What is done there. */
  readonly label: string;
  readonly target?: LinkTarget;
  readonly href?: string;
}

/** What a calendar should do about a hearing. */
export interface CalendarWish {
  readonly method: "request" | "cancel";
  readonly hearing: HearingDetails;
  /** The way into a sitting over the net, for the reader's own entry. */
  readonly meeting?: MeetingSaid;
  readonly principal?: PrincipalShown;
}

/** What one kind of notice says, without the frame every letter has (sender, number, salutation, signature). */
export interface Letter {
  /** The mail's subject line; cleaned and cut to length when composed. */
  readonly subject: string;
  readonly title: string;
  /** What the reader must do and by when: shown first, and set off. */
  readonly asks: readonly LabelledFact[];
  readonly body: readonly Block[];
  /** One a mail: programs act on the mail's own calendar alone, and nobody opens a second file by hand. */
  readonly calendar?: CalendarWish;
}

/** 办理链接: what is done there, and its address. */
export interface LetterLink {
  readonly label: string;
  readonly href: string;
  /** Below it, in smaller print. */
  readonly note: string;
}

/** A letter in its frame, ready to be laid out. */
export interface FramedLetter {
  /** Where the reader does what the letter asks. */
  readonly link?: LetterLink;
  /** Where the reader's calendar can be subscribed to. */
  readonly subscription?: LetterLink;
  /** 发文机关. */
  readonly sender: string;
  /** 编号. */
  readonly number: string;
  readonly title: string;
  /** The case it is about, below the title. */
  readonly about?: string;
  /** 抬头. */
  readonly salutation: string;
  readonly asks: readonly LabelledFact[];
  readonly body: readonly Block[];
  /** 落款日期, as printed. */
  readonly date: string;
  /** What every mail says of itself. */
  readonly footnotes: readonly string[];
}

/** A paragraph. */
export const paragraph = (text: string): Block => ({ type: "paragraph", text });
/** A heading over what follows. */
export const heading = (text: string): Block => ({ type: "heading", text });
/** A table of labelled facts; the undefined ones are left out. */
export const facts = (...given: readonly (LabelledFact | undefined)[]): Block => ({
  type: "facts",
  facts: given.filter((fact) => fact !== undefined),
});
/** A numbered list. */
export const list = (...items: readonly string[]): Block => ({ type: "list", items });
/** A labelled fact; undefined where there is no value, so that no letter shows an empty field. */
export function fact(
  label: string,
  value: string | undefined,
  notes: readonly string[] = [],
): LabelledFact | undefined {
  if (value === undefined || value === "") return undefined;
  return { label, value, ...(notes.length > 0 && { notes }) };
}
