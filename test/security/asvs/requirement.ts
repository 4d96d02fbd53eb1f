/** What is said of a requirement of OWASP ASVS 5.0, levels 1 and 2? In our own short words; the standard's text is what counts. */

/** What holds a requirement: a test by its file and title, a place in the code with why, why it is none of ours, or that it is open. */
export type Hold =
  | { readonly test: string; readonly title: string }
  | { readonly code: string; readonly why: string }
  | { readonly notOurs: string }
  | { readonly open: string };

export interface Requirement {
  /** As the standard numbers it: chapter, section, requirement. */
  readonly number: string;
  readonly level: 1 | 2;
  readonly about: string;
  readonly holds: readonly Hold[];
}

export const by = (test: string, title: string): Hold => ({ test, title });
export const at = (code: string, why: string): Hold => ({ code, why });
export const no = (notOurs: string): Hold => ({ notOurs });
export const open = (words: string): Hold => ({ open: words });

export const entry = (
  number: string,
  level: 1 | 2,
  about: string,
  ...holds: readonly Hold[]
): Requirement => ({ number, level, about, holds });
