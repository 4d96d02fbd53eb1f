/** To which case of the first instance does an appeal, a paper of the second instance or of a retrial go back? */
import { type CaseNumber, type FoundNumber, instanceOf } from "../../domain/court/case-number.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";

/** A judgment that was annulled before the one this paper is about: the case was heard again. */
const HEARD_AGAIN = /发回[^。；]{0,20}(?:重审|重新审理)|指令[^。；]{0,24}(?:审理|立案)/u;
/** Where the paper itself begins to order. */
const ORDER = /(?:判决|裁定)如下/u;
/** What became of a judgment stands so near behind its number. */
const BEHIND = 160;

/** The candidates without those that the text says were annulled; all of them where it says so of each. */
function standing(flat: FlatText, candidates: readonly FoundNumber[]): readonly FoundNumber[] {
  const order = ORDER.exec(flat.text)?.index ?? flat.text.length;
  const annulled = candidates
    .filter(({ start, end }, index) => {
      const next = candidates[index + 1]?.start ?? end + BEHIND;
      return start < order && HEARD_AGAIN.test(flat.text.slice(end, Math.min(next, end + BEHIND, order)));
    })
    .flatMap(({ numbers }) => numbers);
  const left = candidates.filter(({ numbers }) => !numbers.some((number) => annulled.includes(number)));
  return left.length === 0 ? candidates : left;
}

/** A document's text, and the first instance's numbers in it. */
interface Candidates {
  readonly flat: FlatText;
  readonly candidates: readonly FoundNumber[];
}

interface Origin {
  readonly found: FoundNumber;
  readonly confidence: Confidence;
}

const ORIGIN = readingTable<Candidates, Origin>("number-of-first-instance", [
  {
    name: "number-of-first-instance-attacked",
    reads: ({ flat, candidates }) => {
      const found = candidates.find(({ start, end }) =>
        /不服|判决|裁定|一审|原审/u.test(flat.text.slice(Math.max(0, start - 60), end + 12)),
      );
      return found && { found, confidence: CONFIDENCE.stated };
    },
    example: "不服沂水县人民法院（2026）鲁1323行初45号行政判决",
  },
  {
    name: "only-number-of-first-instance",
    reads: ({ candidates }) => {
      const [found] = candidates;
      const numbers = new Set(candidates.flatMap((one) => one.numbers));
      return found && numbers.size === 1 ? { found, confidence: CONFIDENCE.inferred } : undefined;
    },
    example: "案件来源：（2026）鲁1323行初45号",
  },
]);

/** The first-instance case that an appeal, a second-instance or a retrial paper goes back to. */
export function originNumber(
  flat: FlatText,
  found: readonly FoundNumber[],
  own: readonly CaseNumber[],
  isAppeal: boolean,
): Fact<CaseNumber> | undefined {
  const isLater = own.length > 0 && own.every((number) => ["second", "retrial"].includes(instanceOf(number)));
  if (!isAppeal && !isLater) return undefined;
  const isFirst = (number: CaseNumber) => instanceOf(number) === "first";
  const candidates = found.filter(({ numbers }) =>
    numbers.some((number) => isFirst(number) && !own.includes(number)),
  );
  const ruled = ORIGIN.decide({ flat, candidates: standing(flat, candidates) });
  const origin = ruled?.verdict.found;
  const value = origin?.numbers.find(isFirst);
  if (ruled === undefined || origin === undefined || value === undefined) return undefined;
  const text = spanOf(flat, origin.start, origin.end);
  return { value, confidence: ruled.verdict.confidence, rule: ruled.rule, text };
}
