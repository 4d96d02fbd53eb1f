/**
 * Mutants that nothing can tell from the original: named here one by one, with the reason. `npm run mutate` counts them
 * neither for nor against, and says which of them a test does kill; a test holds the lines against the sources.
 */

/** One mutation, or several of one line for the same reason. */
export interface Equivalent {
  readonly file: string;
  /** The line as it stands in the source, without the blanks around it. */
  readonly line: string;
  /** What the mutated piece of the line becomes, as the command prints it. */
  readonly becomes: readonly string[];
  readonly because: string;
}

const NOT_LOOKED_AT = "of this list only what stands behind its first place is looked at";

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: "shared/domain/time/deadline.ts",
    line: "const cut = hearing.date < period.roll.date;",
    becomes: ["hearing.date <= period.roll.date"],
    because: "where both are the same day it is due that day, whichever of them is taken",
  },
  {
    file: "shared/domain/case-file/hearings.ts",
    line: 'return issuedOn > current.issuedOn ? "newer" : "older";',
    becomes: ["issuedOn >= current.issuedOn"],
    because: "asked only where the two days differ",
  },
  {
    file: "shared/domain/case-file/hearings.ts",
    line: "if (held !== undefined && planned.date < held.date) return [];",
    becomes: ["planned.date <= held.date"],
    because: "a day on which a sitting was held has been found among the past ones before",
  },
  {
    file: "shared/domain/obligations/deadline-ladder.ts",
    line: "({ at }) => at > told && civilDateAt(at) > civilDateAt(told),",
    becomes: ["at >= told"],
    because: "what is at the instant itself is on the same day",
  },
  {
    file: "shared/domain/obligations/deadline-ladder.ts",
    line: 'const reminded = new Set(kind === "report" ? reminderDays(hearing, rules) : []);',
    becomes: ["true", '["Stryker was here"]'],
    because: "a filing is reminded of after its hearing, on none of the days before it",
  },
  {
    file: "shared/domain/obligations/deadline-ladder.ts",
    line: 'if (duty.kind === "filing" && saidByCourt(file, name, hearing)?.headAttended === true) return [];',
    becomes: ["true"],
    because:
      "a court says who came once the sitting was held, when nobody is urged about its report any more",
  },
  {
    file: "shared/domain/obligations/deadline-ladder.ts",
    line: 'return source === "filing" ? undefined : { ...facts, source };',
    becomes: ["false"],
    because: "only for the types: what a court says is none of the agency's filings",
  },
  {
    file: "shared/domain/obligations/deadline-ladder.ts",
    line: "return one > other ? one : other;",
    becomes: ["one >= other"],
    because: "where both are the same it is either",
  },
  {
    file: "shared/domain/obligations/hearing-ladder.ts",
    line: "return reminders.filter(({ at }) => told === undefined || civilDateAt(at) > civilDateAt(told));",
    becomes: ["false"],
    because: "only for the types: here the notice was sent, so that its time is known",
  },
  {
    file: "shared/domain/obligations/hearing-ladder.ts",
    line: 'last.fate === "postponed" &&',
    becomes: ["true", 'last.fate === "postponed" || file.state === "awaiting-hearing"'],
    because:
      "the key is only noted where the hearing was put off; while none is set it is noted after this was asked",
  },
  {
    file: "shared/links/token.ts",
    line: "? []",
    becomes: ['["Stryker was here"]'],
    because: NOT_LOOKED_AT,
  },
  {
    file: "shared/links/token.ts",
    line: String.raw`: (/^([12]\.([\w-]{1,40})\.([\w-]+))\.([\w-]{43})$/.exec(token) ?? []);`,
    becomes: ['["Stryker was here"]'],
    because: NOT_LOOKED_AT,
  },
  {
    file: "shared/links/session-cookie.ts",
    line: 'const [, mailbox = "", secret = ""] = COOKIE.exec(cookie) ?? [];',
    becomes: ['["Stryker was here"]'],
    because: NOT_LOOKED_AT,
  },
];

/** Those whose line is no longer in its source, or is there more than once. */
export function astray(
  table: readonly Equivalent[],
  read: (file: string) => string | undefined,
): readonly Equivalent[] {
  return table.filter(({ file, line }) => linesOf(read(file)).filter((one) => one === line).length !== 1);
}

/** The entry that names a mutant. */
export function equivalentOf(
  table: readonly Equivalent[],
  { file, line, becomes }: { readonly file: string; readonly line: string; readonly becomes: string },
): Equivalent | undefined {
  return table.find((one) => one.file === file && one.line === line && one.becomes.includes(becomes));
}

function linesOf(source: string | undefined): readonly string[] {
  return (source ?? "").split("\n").map((line) => line.trim());
}
