/** How was `npm start` called? */
import { parseArgs } from "node:util";
import { addMinutes, type Instant, instantAt, parseCivilDate } from "../../../shared/domain/time/time.ts";
import { END, START } from "./scenario.ts";
import { isLanguage, type Language, languageOf, WORDS } from "./words/language.ts";

export interface Options {
  readonly language: Language;
  /** Whether it ends by itself. */
  readonly once: boolean;
  readonly port?: number;
  /** The moment at which the month stops, where it is not played to its end. */
  readonly until?: Instant;
  /** Where bulletins are put and files may be dropped. */
  readonly folder?: string;
  /** A synthesised stack to run. */
  readonly assembly?: string;
}

/** Where it runs, as far as that decides anything. */
export interface Setting {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The system's locale, of `Intl`. */
  readonly locale: string;
  /** Whether somebody sits there who can read and press keys. */
  readonly terminal: boolean;
}

/** The options, or what to print instead of running, and with which exit code. */
export function optionsOf(
  args: readonly string[],
  { environment, locale, terminal }: Setting,
): Options | { readonly exitCode: number; readonly print: string } {
  const own = languageOf(environment, locale);
  const { usage, unknownOption, noSuchPort, noSuchDay } = WORDS[own];
  const wrong = (what: string) => ({ exitCode: 2, print: `${what}\n${usage}` });
  const given = parsed(args);
  if (typeof given === "string") return wrong(unknownOption(given));
  if (given.help === true) return { exitCode: 0, print: usage };
  const { lang = own, port, until, folder, assembly, once = false } = given;
  if (!isLanguage(lang)) return wrong(unknownOption(`--lang ${lang}`));
  const number = port === undefined ? undefined : portOf(port);
  if (port !== undefined && number === undefined) return wrong(noSuchPort(port));
  const day = until === undefined ? undefined : dayOf(until);
  if (until !== undefined && day === undefined) return wrong(noSuchDay(until));
  return {
    language: lang,
    once: once || !terminal,
    ...(number !== undefined && { port: number }),
    ...(day !== undefined && { until: day }),
    ...(folder !== undefined && { folder }),
    ...(assembly !== undefined && { assembly }),
  };
}

/** Ten in the morning of a day between the first and the last of the month. */
function dayOf(text: string): Instant | undefined {
  const date = parseCivilDate(text);
  const at = date && instantAt(date, "10:00");
  return at !== undefined && at > addMinutes(START, 24 * 60) && at < END ? at : undefined;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        lang: { type: "string" },
        port: { type: "string" },
        until: { type: "string" },
        folder: { type: "string" },
        assembly: { type: "string" },
        once: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}
