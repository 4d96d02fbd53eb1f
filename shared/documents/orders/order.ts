/** How does a judgment, a ruling or a mediation paper end the case, for the agency? From its order (判决主文, 裁定). */
import type { Result } from "../../domain/court/outcome.ts";
import type { LowerResult } from "../../domain/judgment/judgment-matter.ts";
import type { OrderedAct } from "../../domain/judgment/ordered-act.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { heldAgainst } from "./against-whom.ts";
import { CLAUSES, clausesIn, type OrderClause, type Said } from "./clauses.ts";
import { orderedActs } from "./ordered-acts.ts";
import { quotedJudgments } from "./quoted-judgment.ts";
import { isSettled, withdrawnAgainst, withdrawnByAll } from "./withdrawal.ts";

/** What an order says of the case. */
export interface OrderFacts {
  readonly outcome: Fact<Result>;
  /** The plaintiff, or whoever had appealed, withdrew; not against some respondents only. */
  readonly isWithdrawn: boolean;
  /** The respondents whom an action is withdrawn against, where the order names them. */
  readonly withdrawnAgainst?: readonly Fact<string>[];
  /** Of a higher court: what becomes of the judgment below. */
  readonly onLower?: Fact<LowerResult>;
  /** What it orders an agency to do. */
  readonly ordered: readonly Fact<OrderedAct>[];
  /** The respondents it speaks against by name, where an agency lost. */
  readonly heldAgainst?: readonly Fact<string>[];
}

/** The words that introduce what a court orders, or what the parties agreed before it. */
const ORDER = /(?:判决|裁定)如下|达成(?:如下|以下)(?:调解)?协议/gu;
/** Behind the order: costs, appeal, signatures. */
const BEHIND_ORDER =
  /案件受理费|诉讼费|如不服本|本(?:判决|裁定)(?:为终审|(?:一经|自)?(?:作出|送达)[^。]{0,8}(?:生效|效力))|审判长|审判员|书记员|裁判日期/u;
/** No order is longer. */
const LONGEST_ORDER = 2000;

interface Order {
  readonly said: ReadonlySet<Said>;
  /** Every clause was understood. */
  readonly isWhole: boolean;
  /** How the judgment that stands had ended the case before. */
  readonly before: "lost" | "won" | undefined;
  /** The action is withdrawn against some of the respondents only. */
  readonly isPartial: boolean;
  readonly isSettled: boolean;
}

const OUTCOME = ruleTable<Order, Result | "none">("outcome-of-an-order", () => "", [
  {
    name: "held-against-the-agency",
    of: ({ said }) => said.has("against-agency"),
    says: "lost",
    example: "一、撤销被告作出的行政处罚决定；二、驳回原告的其他诉讼请求",
  },
  {
    name: "another-judgment-to-come",
    of: ({ said }) => said.has("sent-back"),
    says: "remanded",
    example: "一、撤销一审判决；二、发回重审",
  },
  {
    name: "dismissed",
    of: ({ said, isWhole }) =>
      said.has("for-agency") || (isWhole && said.size === 1 && said.has("rest-dismissed")),
    says: "won",
    example: "驳回原告的诉讼请求",
  },
  {
    name: "withdrawn-against-one",
    of: ({ said, isPartial }) => said.has("withdrawal") && isPartial,
    says: "partly-withdrawn",
    example: "准许原告撤回对被告沂水县人民政府的起诉",
  },
  {
    name: "withdrawn-after-settlement",
    of: ({ said, isSettled }) => said.has("withdrawal") && isSettled,
    says: "settled",
    example: "准许原告撤回起诉",
  },
  {
    name: "withdrawn",
    of: ({ said }) =>
      said.has("withdrawal") || said.has("taken-for-withdrawn") || said.has("appeal-withdrawn"),
    says: "withdrawn",
    example: "准许原告撤回起诉",
  },
  {
    name: "judgment-against-the-agency-stands",
    of: ({ said, before }) => said.has("judgment-stands") && before === "lost",
    says: "lost",
    example: "一审判决撤销被诉处罚决定……驳回上诉，维持原判",
  },
  {
    name: "judgment-for-the-agency-stands",
    of: ({ said, before }) => said.has("judgment-stands") && before === "won",
    says: "won",
    example: "一审判决驳回原告的诉讼请求……驳回上诉，维持原判",
  },
  {
    name: "judgment-stands",
    of: ({ said }) => said.has("judgment-stands"),
    says: "upheld",
    example: "驳回上诉，维持原判",
  },
  { name: "suspended", of: ({ said }) => said.has("suspended"), says: "suspended", example: "本案中止诉讼" },
  {
    name: "transferred",
    of: ({ said }) => said.has("transferred"),
    says: "transferred",
    example: "本案移送临沂市中级人民法院处理",
  },
  {
    name: "ended-otherwise",
    of: ({ said }) => said.has("ended-otherwise") || said.has("judgment-annulled"),
    says: "other",
    example: "本案终结诉讼",
  },
  {
    name: "nothing-of-the-case",
    of: ({ said }) => said.has("procedural"),
    says: "none",
    example: "停止被告作出的限期拆除决定的执行",
  },
]);

/** What the order of a paper says of its case; undefined where there is none, or it is none about the case's end. */
export function orderFacts(flat: FlatText, parties: Parties): OrderFacts | undefined {
  const introduced = [...flat.text.matchAll(ORDER)].at(-1);
  if (introduced === undefined) return undefined;
  const from = introduced.index + introduced[0].length;
  const after = flat.text.slice(from, from + LONGEST_ORDER);
  const clauses = clausesIn(flat, from, from + (BEHIND_ORDER.exec(after)?.index ?? after.length));
  if (introduced[0].startsWith("达成"))
    return {
      outcome: fact("settled", "mediated", introduced[0], CONFIDENCE.inferred),
      isWithdrawn: false,
      ordered: orderedActs(clauses, parties),
    };
  if (clauses.length === 0) return undefined;

  const quoted = quotedJudgments(flat, introduced.index);
  const said = new Set(clauses.flatMap((clause) => saidBy(clause, quoted.at(-1))));
  const isWhole = clauses.every(({ text }) => CLAUSES.decide(text) !== undefined);
  const withdrawal = clauses.find(({ text }) => CLAUSES.decide(text)?.verdict === "withdrawal");
  const against = withdrawal === undefined ? undefined : withdrawnAgainst(withdrawal, flat, parties);
  const before = said.has("judgment-annulled") ? quoted.slice(0, 1) : quoted;
  const ruled = OUTCOME.decide({
    said,
    isWhole,
    before: before.flatMap((one) => resultOf(one) ?? []).at(-1),
    isPartial: against !== undefined && against.length < parties.respondents.length,
    isSettled: isSettled(flat.text.slice(0, introduced.index)),
  });
  if (ruled?.verdict === "none") return undefined;
  const words = spanOf(flat, clauses[0]?.start ?? from, clauses.at(-1)?.end ?? from);
  // What wasn't understood is a person's to say.
  if (ruled === undefined)
    return {
      outcome: fact("other", "order-not-understood", words, CONFIDENCE.guessed),
      isWithdrawn: false,
      ordered: [],
    };
  const isOpen =
    said.has("judgment-stands-in-part") ||
    // What stands under a number beside the dismissal may have been granted.
    (ruled.verdict === "won" && clauses.some(isNumberedAndUnknown)) ||
    (ruled.rule === "ended-otherwise" && !said.has("ended-otherwise")) ||
    (withdrawal !== undefined && (against?.length === 0 || !withdrawnByAll(withdrawal, parties)));
  return {
    outcome: fact(ruled.verdict, ruled.rule, words, isOpen ? CONFIDENCE.doubtful : CONFIDENCE.inferred),
    isWithdrawn: ruled.verdict === "withdrawn" || ruled.verdict === "settled",
    ordered: ruled.verdict === "lost" ? orderedActs(clauses, parties) : [],
    ...(ruled.verdict === "lost" && { heldAgainst: heldAgainst(clauses, parties) }),
    ...onLower(said, clauses, words),
    ...(against !== undefined && against.length > 0 && { withdrawnAgainst: against }),
  };
}

/** What an order does, and the words of it. */
interface Ordering {
  readonly said: ReadonlySet<Said>;
  readonly text: string;
}

const ON_LOWER = ruleTable<Ordering, LowerResult>("what-becomes-of-the-judgment-below", ({ text }) => text, [
  {
    name: "retrial-ordered",
    of: /(?:提审|本院再审|另行组成合议庭[^。；]{0,10}再审|指令[^。；]{0,60}再审)/u,
    says: "retrial-ordered",
    example: "指令沂水县人民法院再审本案",
  },
  {
    name: "another-judgment-below",
    of: ({ said }) => said.has("sent-back"),
    says: "remanded",
    example: "撤销一审判决；发回沂水县人民法院重审",
  },
  {
    name: "appeal-withdrawn",
    of: ({ said }) => said.has("appeal-withdrawn") && !said.has("withdrawal"),
    says: "appeal-withdrawn",
    example: "准许上诉人张三撤回上诉",
  },
  {
    name: "stands-whole",
    of: ({ said }) =>
      said.has("judgment-stands") && !said.has("judgment-annulled") && !said.has("against-agency"),
    says: "upheld",
    example: "驳回上诉，维持原判",
  },
  {
    name: "takes-its-place",
    of: ({ said }) =>
      ["judgment-annulled", "against-agency", "for-agency", "withdrawal", "taken-for-withdrawn"].some((one) =>
        said.has(one as Said),
      ),
    says: "changed",
    example: "撤销一审判决；驳回原告的诉讼请求",
  },
]);

function onLower(
  said: ReadonlySet<Said>,
  clauses: readonly OrderClause[],
  words: string,
): Pick<OrderFacts, "onLower"> {
  const ruled = ON_LOWER.decide({ said, text: clauses.map(({ text }) => text).join("；") });
  if (ruled === undefined) return {};
  return {
    onLower: { value: ruled.verdict, confidence: CONFIDENCE.inferred, rule: ruled.rule, text: words },
  };
}

function isNumberedAndUnknown({ number, text }: OrderClause): boolean {
  return number !== undefined && CLAUSES.decide(text) === undefined;
}

/** What a clause does; one that keeps a part of a judgment does what that part had done, where it is quoted. */
function saidBy({ text }: OrderClause, quoted: readonly OrderClause[] | undefined): readonly Said[] {
  const said = CLAUSES.decide(text)?.verdict;
  if (said !== "judgment-stands-in-part" || quoted === undefined) return said === undefined ? [] : [said];
  const kept = [...text.matchAll(/[一二三四五六七八九十](?=[、第]|项)/gu)].map(
    ([digit]) => "一二三四五六七八九十".indexOf(digit) + 1,
  );
  const parts = quoted.filter(({ number }) => number !== undefined && kept.includes(number));
  return parts.length === 0 ? [said] : parts.flatMap((part) => CLAUSES.decide(part.text)?.verdict ?? []);
}

/** How a judgment that is quoted had ended the case; undefined where it had kept another, or says neither. */
function resultOf(clauses: readonly OrderClause[]): "lost" | "won" | undefined {
  const said = new Set(clauses.flatMap(({ text }) => CLAUSES.decide(text)?.verdict ?? []));
  return said.has("against-agency") ? "lost" : said.has("for-agency") ? "won" : undefined;
}

function fact(value: Result, rule: string, text: string, confidence: Confidence): Fact<Result> {
  return { value, confidence, rule, text };
}
