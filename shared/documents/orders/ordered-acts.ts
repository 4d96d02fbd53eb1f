/** Which acts does an order demand of an agency, within which time, and of which sum (判项的履行内容)? */
import type { ActKindOrdered, OrderedAct, OrderTerm, OrderUnit } from "../../domain/judgment/ordered-act.ts";
import { findMoments } from "../moments/dates.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { flatten } from "../text/flat-text.ts";
import { sumOf } from "../text/money.ts";
import { numeralOf } from "../text/numerals.ts";
import { readingTable, ruleTable } from "../text/rule-table.ts";
import { whoMust } from "./against-whom.ts";
import { CLAUSES, type OrderClause } from "./clauses.ts";

/** Where a clause begins to order; what stands before it annuls or finds illegal. */
const BEGINS =
  /(?:^|[，；、]|并|，?由其)(?:责令|判令|责成|限(?:令|期|于)?(?=[^，。；]{0,60}(?:日|月)[之以]?内)|由(?=[^，。；]{0,40}(?:重新|履行|赔偿|支付|作出)))/u;
/** The words of a clause that says by itself who does what: 被告于…内赔偿…. */
const ORDERS_BY_ITSELF: ReadonlySet<string> = new Set(["ordered-to-pay-or-mend", "ordered-to-act"]);

/** What is to be done, the more particular first. */
const ACT = ruleTable<string, ActKindOrdered>("act-that-is-ordered", (words) => words, [
  {
    name: "to-be-done-anew",
    of: /重新(?:作出|进行|处理|调查|审查|答复|认定|登记|办理|核定|核发|制作|履行|审核)|另行作出|重作/u,
    says: "redo",
    example: "责令被告于本判决生效之日起六十日内重新作出行政行为",
  },
  {
    name: "money-to-be-paid",
    of: /(?:赔偿|补偿|给付|支付|返还|退还|退回)[^；。]{0,80}(?:元|损失|款|金|费)|赔偿(?=原告|上诉人|申请人|第三人)/u,
    says: "pay",
    example: "被告于本判决生效之日起三十日内赔偿原告损失五万元",
  },
  {
    name: "information-to-be-disclosed",
    of: /(?:公开|提供)[^；。]{0,60}信息|信息[^；。]{0,20}公开|(?:向|对)[^；。]{0,30}公开/u,
    says: "disclose",
    example: "责令被告在十五个工作日内向原告公开其申请的政府信息",
  },
  {
    name: "to-be-mended",
    of: /补救措施|恢复原状|消除影响|恢复[^；。]{0,20}(?:登记|名誉|原貌|通行)/u,
    says: "remedy",
    example: "责令被告采取补救措施",
  },
  {
    name: "to-be-done",
    of: /履行|作出|答复|处理|办理|颁发|受理|安置|返还|交付|赔礼道歉|拆除|登记|核发|调查|审核|支付|补偿|赔偿/u,
    says: "perform",
    example: "责令被告在六十日内履行法定职责",
  },
]);

const NUMBER = String.raw`([\d]{1,3}|[一二两三四五六七八九十百]{1,5})`;
const PAPER = "(?:(?:本|该)?(?:判决|裁定|调解书|调解协议|协议|文书)书?)";
/** With the word before it: found from there, or the few characters that may stand before a number would swallow it. */
const EFFECT = `[自于在从]?(?:${PAPER}(?:发生法律效力|生效|送达|签收|签订)(?:后|之?日)?(?:之?日)?(?:起|后)?(?:的)?|(?:收到|签收|送达)${PAPER}?(?:之?日)?(?:起|后)(?:的)?)`;

const TERM = readingTable<string, OrderTerm>("term-of-an-order", [
  {
    name: "so-many-working-days",
    reads: (words) => {
      const found = new RegExp(`(${EFFECT})?[^，。；]{0,6}?${NUMBER}个?工作日(?:之|以)?内`, "u").exec(words);
      return found?.[2] === undefined ? undefined : period(found[1], found[2], "working-days");
    },
    example: "于本判决生效之日起二十个工作日内",
  },
  {
    name: "so-many-days",
    reads: (words) => {
      const found = new RegExp(`(${EFFECT})?[^，。；]{0,6}?${NUMBER}(?:日|天)(?:之|以)?内`, "u").exec(words);
      return found?.[2] === undefined ? undefined : period(found[1], found[2], "days");
    },
    example: "于本判决生效之日起六十日内",
  },
  {
    name: "so-many-months",
    reads: (words) => {
      const found = new RegExp(`(${EFFECT})?[^，。；]{0,6}?${NUMBER}个?月(?:之|以)?内`, "u").exec(words);
      return found?.[2] === undefined ? undefined : period(found[1], found[2], "months");
    },
    example: "于本判决生效之日起两个月内",
  },
  {
    name: "by-a-day",
    reads: (words) => {
      const flat = flatten(words);
      const moment = findMoments(flat).find(({ end }) => /^之?前/u.test(flat.text.slice(end, end + 2)));
      return moment && { type: "day", day: moment.date };
    },
    example: "于2026年12月31日前支付",
  },
]);

function period(from: string | undefined, count: string, unit: OrderUnit): OrderTerm {
  return {
    type: "period",
    count: numeralOf(count),
    unit,
    from: /送达|签收|收到/u.test(from ?? "") ? "service" : "effect",
  };
}

/** The acts that the clauses of an order demand, numbered as they stand. */
export function orderedActs(clauses: readonly OrderClause[], parties: Parties): readonly Fact<OrderedAct>[] {
  const found = clauses.flatMap((clause) => {
    const words = orderingWords(clause);
    const ruled = words === undefined ? undefined : ACT.decide(words);
    return words === undefined || ruled === undefined
      ? []
      : [{ words, act: ruled.verdict, rule: ruled.rule, clause }];
  });
  return found.map(({ words, act, rule, clause }, index) => {
    const term = TERM.decide(words)?.verdict;
    const yuan = act === "pay" ? sumOf(words) : undefined;
    return {
      value: {
        item: index + 1,
        act,
        words: clause.text,
        respondents: whoMust(words, parties),
        ...(term === undefined ? {} : { term }),
        ...(yuan === undefined ? {} : { yuan }),
      },
      confidence: CONFIDENCE.inferred,
      rule,
      text: clause.text,
    };
  });
}

/** The part of a clause that orders something of an agency; none where it annuls, dismisses or is about others. */
function orderingWords({ text }: OrderClause): string | undefined {
  const said = CLAUSES.decide(text);
  if (said?.verdict !== "against-agency") return undefined;
  const at = BEGINS.exec(text)?.index;
  if (at !== undefined) return text.slice(at);
  return ORDERS_BY_ITSELF.has(said.rule) ? text : undefined;
}
