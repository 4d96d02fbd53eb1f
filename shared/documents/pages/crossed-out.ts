/** Words with a line through them: what is crossed out is not said. */
import {
  type Area,
  charactersOf,
  type Fate,
  type PlacedCharacter,
  type PlacedText,
  piecesOf,
} from "./placed-text.ts";

/** A straight line along the page: its ends and its height. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly thickness: number;
}

/** How far above the base line a line crosses words out: below it is an underline, above a border. In sizes of the font. */
const [LOW, HIGH] = [0.12, 0.6];
/** A line that crosses words out begins and ends with them: a border or a fold goes on. In sizes of the font. */
const OVERHANG = 0.6;
const SHORTEST = 0.4;
const THICKEST = 0.2;

/** The runs without the characters that drawn lines cross out. */
export function withoutCrossedOut<Run extends PlacedText>(
  runs: readonly Run[],
  rules: readonly Rule[],
): readonly Run[] {
  if (rules.length === 0) return runs;
  const byHeight = rules.toSorted((a, b) => a.y - b.y);
  const crossing = runs.map((run) => between(byHeight, run.y + run.size * LOW, run.y + run.size * HIGH));
  if (crossing.every((found) => found.length === 0)) return runs;
  const spans = new Map<Rule, { left: number; right: number }>();
  for (const [index, run] of runs.entries())
    for (const rule of crossing[index] ?? [])
      for (const character of charactersOf(run).filter((one) => isUnder(one, run, rule))) {
        const span = spans.get(rule);
        const right = character.x + character.width;
        spans.set(rule, {
          left: Math.min(span?.left ?? character.x, character.x),
          right: Math.max(span?.right ?? right, right),
        });
      }
  return runs.flatMap((run, index) => {
    const through = (crossing[index] ?? []).filter((rule) => {
      const span = spans.get(rule);
      if (span === undefined) return false;
      const far = run.size * OVERHANG;
      return span.left - rule.left < far && rule.right - span.right < far;
    });
    if (through.length === 0) return [run];
    return piecesOf(
      run,
      charactersOf(run).map(
        (one): Fate => (through.some((rule) => isUnder(one, run, rule)) ? "gone" : "stays"),
      ),
    );
  });
}

function isUnder({ x, width }: PlacedCharacter, { size }: PlacedText, rule: Rule): boolean {
  const middle = x + width / 2;
  return (
    rule.thickness < size * THICKEST &&
    rule.right - rule.left > size * SHORTEST &&
    middle > rule.left &&
    middle < rule.right
  );
}

function between(rules: readonly Rule[], low: number, high: number): readonly Rule[] {
  let [from, to] = [0, rules.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rules[middle]?.y ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  const found: Rule[] = [];
  for (let at = from; at < rules.length && (rules[at]?.y ?? 0) <= high; at++) {
    const rule = rules[at];
    if (rule !== undefined) found.push(rule);
  }
  return found;
}

/** A box as the line it is where it is flat. */
export function ruleOf({ left, right, bottom, top }: Area): Rule {
  return { left, right, y: (bottom + top) / 2, thickness: top - bottom };
}
