/**
 * What is decided for each kind of notice besides its words: what its number is called by, where its link leads, and whether it
 * may leave at night. Every family of kinds (hearing.ts, report.ts, …) has a table of these beside its data; notice-kinds.ts joins them.
 */
import type { LinkTarget } from "./link-target.ts";
import type { NoticeSubject } from "./notice-subject.ts";

/** The rule of one kind. */
export interface NoticeRule<Content> {
  /** Two characters by which a notice number shows its kind: 应诉提醒〔2026〕7Q3F-K2M9. */
  readonly word: string;
  /** Where the reader does what it asks; nothing for a kind, or a case of it, that asks for nothing done at the desk. */
  readonly link: "none" | ((content: Content, subject: NoticeSubject) => LinkTarget | undefined);
  /**
   * `at-once`: its hour has been chosen by the ladder that owes it, or somebody has just acted and it answers that.
   * `when-offices-open`: it is sent whenever something came to light, and nobody need read it at night.
   */
  readonly leaves: "at-once" | "when-offices-open";
  /** Further things that can be done from its mail, each by a link of its own that stands with its line. */
  readonly tasks?: (content: Content) => readonly LinkTarget[];
  /** Whether its mail offers the reader's calendar (日程订阅). */
  readonly offersCalendar?: (content: Content) => boolean;
}

/** A rule for every kind of a family; the compiler names the one that is missing. */
export type NoticeRules<Family> = { readonly [Kind in keyof Family]: NoticeRule<Family[Kind]> };
