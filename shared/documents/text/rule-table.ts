/**
 * How does a reader decide by rules that have names? A table of rules is asked from the top; the first that applies
 * decides, and its name says which it was: in a reading's evidence, and in the test that demands of every rule that
 * some document of the corpus needs it.
 */

/** What every rule of any table has: a name, and the words it was written for. */
export interface NamedRule {
  /** kebab-case, unique in its table; says what the words mean, not how they are found. */
  readonly name: string;
  /** Words of a paper it was written for, as they stand there. */
  readonly example: string;
}

/** One rule of a table that decides. */
export interface Rule<Subject, Verdict> extends NamedRule {
  /** Whether the rule applies: words in `textOf` the subject, or anything else that can be asked of it. */
  readonly of: RegExp | ((subject: Subject) => boolean);
  /** What it decides. */
  readonly says: Verdict;
}

/** One rule of a table that reads: it applies where it finds something. */
export interface ReadingRule<Subject, Found> extends NamedRule {
  readonly reads: (subject: Subject) => Found | undefined;
}

/** One rule of a table that tidies: what its pattern fits is replaced. */
export interface TidyingRule extends NamedRule {
  readonly of: RegExp;
  /** As `String.prototype.replace` takes it; nothing where it is left out. */
  readonly by?: string | ((match: string) => string);
}

/** A verdict, and the rule that came to it. */
export interface Ruled<Verdict> {
  readonly verdict: Verdict;
  /** The rule's name. */
  readonly rule: string;
  /** The words a pattern found, with their place; none where the rule asks something else. */
  readonly words?: RegExpExecArray;
}

/** A table of rules about one question. */
export interface RuleTable<Subject, Verdict> {
  /** kebab-case; what the table decides. */
  readonly name: string;
  readonly rules: readonly (Rule<Subject, Verdict> | ReadingRule<Subject, Verdict>)[];
  /** By the first rule that applies; undefined where none does. */
  decide(subject: Subject): Ruled<Verdict> | undefined;
}

/** What all tables have in common. */
export interface NamedTable {
  readonly name: string;
  readonly rules: readonly NamedRule[];
}

const tables = new Map<string, NamedTable>();
let observer: ((table: string, rule: string) => void) | undefined;

/**
 * A table of rules, asked in order. `textOf` gives the words in which patterns are looked for.
 * @throws TypeError where two tables, or two rules of one, share a name, or where a pattern remembers its last place
 * (flags g and y): mistakes in the sources, found at import
 */
export function ruleTable<Subject, Verdict>(
  name: string,
  textOf: (subject: Subject) => string,
  rules: readonly Rule<Subject, Verdict>[],
): RuleTable<Subject, Verdict> {
  if (rules.some(({ of }) => typeof of === "object" && (of.global || of.sticky)))
    throw new TypeError(`a pattern of ${name} remembers its last place`);
  return kept(name, rules, (subject) => {
    let text: string | undefined;
    for (const { name: rule, of, says: verdict } of rules) {
      if (typeof of === "function") {
        if (of(subject)) return { verdict, rule };
        continue;
      }
      text ??= textOf(subject);
      const words = of.exec(text);
      if (words !== null) return { verdict, rule, words };
    }
    return undefined;
  });
}

/**
 * A table of ways to read something, tried in order: the first that finds it decides.
 * @throws TypeError as {@link ruleTable}
 */
export function readingTable<Subject, Found extends NonNullable<unknown>>(
  name: string,
  rules: readonly ReadingRule<Subject, Found>[],
): RuleTable<Subject, Found> {
  return kept(name, rules, (subject) => {
    for (const { name: rule, reads } of rules) {
      const verdict = reads(subject);
      if (verdict !== undefined) return { verdict, rule };
    }
    return undefined;
  });
}

/**
 * By a table whose last rule applies to whatever is asked.
 * @throws TypeError where none did: a mistake in the table
 */
export function ruledBy<Subject, Verdict>(
  table: RuleTable<Subject, Verdict>,
  subject: Subject,
): Ruled<Verdict> {
  const ruled = table.decide(subject);
  if (ruled === undefined) throw new TypeError(`no rule of ${table.name} applied`);
  return ruled;
}

/**
 * A table that tidies a text: every rule in order, each on what the ones before left of it.
 * @throws TypeError as {@link ruleTable}, but for patterns that replace all they find (flag g)
 */
export function tidyingTable(name: string, rules: readonly TidyingRule[]): (text: string) => string {
  keep({ name, rules });
  return (text) =>
    rules.reduce((left, { name: rule, of, by = "" }) => {
      const tidied = typeof by === "string" ? left.replace(of, by) : left.replace(of, by);
      if (tidied !== left) observer?.(name, rule);
      return tidied;
    }, text);
}

function kept<Subject, Verdict>(
  name: string,
  rules: RuleTable<Subject, Verdict>["rules"],
  ask: (subject: Subject) => Ruled<Verdict> | undefined,
): RuleTable<Subject, Verdict> {
  return keep({
    name,
    rules,
    decide(subject: Subject) {
      const ruled = ask(subject);
      if (ruled !== undefined) observer?.(name, ruled.rule);
      return ruled;
    },
  });
}

function keep<Table extends NamedTable>(table: Table): Table {
  const { name, rules } = table;
  if (tables.has(name)) throw new TypeError(`two tables of rules are called ${name}`);
  if (new Set(rules.map((rule) => rule.name)).size < rules.length)
    throw new TypeError(`two rules of ${name} share a name`);
  tables.set(name, table);
  return table;
}

/**
 * Every table of the modules that have been imported.
 * @internal For the test that looks for rules nobody needs.
 */
export function allRuleTables(): readonly NamedTable[] {
  return [...tables.values()];
}

/**
 * Tells `next` of each decision from now on, until it is called with undefined.
 * @internal For the test that looks for rules nobody needs, and for a trace by hand.
 */
export function observeRules(next: ((table: string, rule: string) => void) | undefined): void {
  observer = next;
}
