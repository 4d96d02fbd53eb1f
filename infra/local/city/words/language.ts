/** Which language does the reader of a terminal want? */
import { EN } from "./en.ts";
import type { Words } from "./words.ts";
import { ZH } from "./zh.ts";

export type Language = "en" | "zh";

/** The words of each language. */
export const WORDS: Readonly<Record<Language, Words>> = { en: EN, zh: ZH };

/** Whether it is the name of a language there are words for. */
export function isLanguage(name: string): name is Language {
  return Object.hasOwn(WORDS, name);
}

/**
 * The language of a machine: that of the locale the environment names, LC_ALL before LC_MESSAGES before LANG as POSIX
 * has it; where it names none (or only `C`), the locale of the system, as `Intl` gives it. English unless Chinese.
 */
export function languageOf(
  environment: Readonly<Record<string, string | undefined>>,
  system: string,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "");
  const locale = named === undefined || /^(C|POSIX)(\.|$)/i.test(named) ? system : named;
  return /^zh(?![a-z])/i.test(locale) ? "zh" : "en";
}
