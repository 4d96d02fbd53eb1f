/** What does each clause of an order do (判项)? To the act, to the claims, to a judgment under appeal, to the case. */
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";

/** What one clause of an order does. */
export type Said =
  /** The act annulled, changed or found illegal; the agency ordered to act, pay or mend. */
  | "against-agency"
  /** Claims or action dismissed, the act maintained. */
  | "for-agency"
  /** 驳回其他诉讼请求: says nothing of those before. */
  | "rest-dismissed"
  /** 驳回上诉，维持原判: the judgment under appeal stands. */
  | "judgment-stands"
  /** 维持……判决第一项: a part of it does. */
  | "judgment-stands-in-part"
  | "judgment-annulled"
  | "sent-back"
  | "withdrawal"
  /** 按撤诉处理. */
  | "taken-for-withdrawn"
  | "appeal-withdrawn"
  | "suspended"
  | "transferred"
  | "ended-otherwise"
  /** What is ruled on the way and says nothing of the result. */
  | "procedural";

/** One clause, with its place in the flat text. */
export interface OrderClause {
  /** Its number in the order, from 1; undefined where it has none. */
  readonly number: number | undefined;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const DIGITS = "一二三四五六七八九十";
/** 一、, behind what may stand before it: a site's heading (裁判结果). */
const NUMBERED =
  /^(?:[一二再]审)?(?:裁判结果|判决|裁定)?[：:]?[“"]?(?:([一二三四五六七八九十])、|[（(]([一二三四五六七八九十])[）)])?/u;
/** A judgment as what is annulled or kept: 撤销……人民法院……行政判决第二项、第三项. */
const CHANGED_JUDGMENT = /^变更[^：为]{0,80}(?:判决|裁定)[^：为]{0,20}(?:为：?|：)[“"]?/u;

/** The day under the paper. */
const DATE = /^[^，。；]{4}年[^，。；]{1,3}月[^，。；]{1,3}日$/u;

/** What a clause does; the rules see it without its number. */
export const CLAUSES = ruleTable<string, Said>("clause-of-an-order", (clause) => clause, [
  {
    name: "application-or-objection-refused",
    of: /^驳回[^。；]{0,80}(?:异议|申请)$(?<!再审申请)/u,
    says: "procedural",
    example: "驳回原告张三停止执行的申请",
  },
  {
    name: "enforcement-stayed",
    of: /^(?:再审期间，)?(?:不?停止|中止|暂缓)[^。；]{0,80}执行/u,
    says: "procedural",
    example: "停止被告作出的限期拆除决定的执行",
  },
  {
    name: "way-of-proceeding",
    of: /恢复[^。；]{0,10}(?:审理|诉讼)|(?:转为|适用)(?:普通|简易)程序|^(?:查封|冻结|扣押)/u,
    says: "procedural",
    example: "本案恢复审理",
  },
  {
    // What is enforced may have ordered somebody to do something.
    name: "enforcement-ruled",
    of: /^不?准(?:予|许)[^。；撤]{0,80}执行/u,
    says: "ended-otherwise",
    example: "准予强制执行沂水县水利局作出的责令停止违法行为决定",
  },
  {
    name: "costs",
    of: /^(?:[一二]审|本案)?(?:诉讼|鉴定|评估|公告|勘验)费/u,
    says: "procedural",
    example: "鉴定费3000元，由被告负担",
  },
  {
    name: "withdrawal-refused",
    of: /^不(?:予)?准(?:许|予)?[^。；]{0,40}撤/u,
    says: "procedural",
    example: "不准许原告张三撤回起诉",
  },
  {
    name: "slip-mended",
    of: /(?:判决书|裁定书|调解书)[^。；]{0,120}(?:补正|更正|应为)/u,
    says: "procedural",
    example: "本院（2026）鲁1323行初1号行政判决书第三页“张山”补正为“张三”",
  },
  {
    name: "appeal-withdrawn",
    of: /(?:准(?:许|予)|按)[^。；]{0,80}撤回(?:上诉|再审申请)/u,
    says: "appeal-withdrawn",
    example: "准许上诉人张三撤回上诉",
  },
  {
    name: "taken-for-withdrawn",
    of: /按[^。；]{0,40}撤(?:回起诉|诉)[^。；]{0,10}处理/u,
    says: "taken-for-withdrawn",
    example: "本案按撤诉处理",
  },
  {
    name: "withdrawal-allowed",
    of: /准(?:许|予)[^。；]{0,80}撤(?:回|诉)/u,
    says: "withdrawal",
    example: "准许原告张三撤回起诉",
  },
  {
    name: "case-suspended",
    of: /^(?:本案)?中止(?:对?本案的?)?(?:诉讼|审理|审查)|^本案[^。；]{0,30}中止(?:诉讼|审理)/u,
    says: "suspended",
    example: "本案中止诉讼",
  },
  {
    name: "sent-back",
    of: /发回[^。；]{0,60}(?:重审|重新审|继续审)|指令[^。；]{0,60}(?:审理|再审|立案)|由[^。；]{0,40}法院(?:重新审理|继续审理|立案)/u,
    says: "sent-back",
    example: "发回沂水县人民法院重审",
  },
  {
    name: "case-transferred",
    of: /移送[^。；]{0,60}法院|(?:由|指定)[^。；]{0,40}人民法院[^。；]{0,4}(?:管辖|审理)/u,
    says: "transferred",
    example: "本案移送临沂市中级人民法院处理",
  },
  {
    name: "judgment-stands-in-part",
    of: /维持[^。；]{0,80}第[一二三四五六七八九十]+(?:、第?[一二三四五六七八九十]+)*项/u,
    says: "judgment-stands-in-part",
    example: "维持沂水县人民法院（2026）鲁1323行初1号行政判决第一项",
  },
  {
    name: "judgment-stands",
    of: /驳回[^。；]{0,80}(?:上诉(?!人)|再审申请|申诉)|维持[^。；]{0,60}(?:原判|原裁定|原审|判决|裁定)/u,
    says: "judgment-stands",
    example: "驳回上诉，维持原判",
  },
  {
    name: "action-dismissed",
    of: /驳回[^。；]{0,60}起诉/u,
    says: "for-agency",
    example: "驳回原告张三的起诉",
  },
  {
    name: "other-claims-dismissed",
    of: /^驳回[^。；]{0,60}(?:其他|其余|其它)[^。；]{0,20}(?:请求|诉请)/u,
    says: "rest-dismissed",
    example: "驳回原告张三的其他诉讼请求",
  },
  { name: "claims-dismissed", of: /^驳回/u, says: "for-agency", example: "驳回原告张三的诉讼请求" },
  {
    name: "act-maintained",
    of: /^维持|^确认[^。；]{0,120}(?<!不)合法$/u,
    says: "for-agency",
    example: "维持被告作出的行政处罚决定",
  },
  {
    name: "act-annulled",
    of: /(?<!不予|不)撤销(?![^，；]*(?:判决|裁定))|撤销[^，；]*(?:判决|裁定)[^，；]*(?:及|和|、)[^，；]*(?:决定|行为|通知|登记)/u,
    says: "against-agency",
    example: "撤销被告作出的行政处罚决定",
  },
  {
    name: "found-illegal-or-void",
    of: /确认[^。；]{0,200}(?:违法|无效|不合法)/u,
    says: "against-agency",
    example: "确认被告强制拆除原告房屋的行为违法",
  },
  {
    name: "act-changed",
    of: /变更|^解除[^。；]{0,120}(?:协议|合同)/u,
    says: "against-agency",
    example: "变更罚款五万元为罚款一万元",
  },
  {
    name: "ordered-to-pay-or-mend",
    of: /^(?!由?(?:原告|第三人|双方|各方|当事人))[^。；]{0,200}(?:赔偿|补偿|给付|支付|返还|退还|补救|恢复|赔礼道歉|消除影响)/u,
    says: "against-agency",
    example: "被告于本判决生效之日起三十日内赔偿原告损失五万元",
  },
  {
    name: "ordered-to-act",
    of: /责令|判令|限[^。；]{0,60}(?:日|月)内|^(?!由?(?:原告|第三人|双方|各方|当事人))[^。；]{0,120}(?:履行|公开|答复|作出|办理)/u,
    says: "against-agency",
    example: "责令被告在六十日内履行法定职责",
  },
  {
    name: "judgment-annulled",
    of: /撤销/u,
    says: "judgment-annulled",
    example: "撤销沂水县人民法院（2026）鲁1323行初1号行政判决",
  },
  {
    name: "ended-otherwise",
    of: /终结|不予(?:立案|受理)|提审|本院再审/u,
    says: "ended-otherwise",
    example: "本案终结诉讼",
  },
]);

/** The clauses of an order between two places. */
export function clausesIn(flat: FlatText, from: number, to: number): OrderClause[] {
  const clauses: OrderClause[] = [];
  let start = from;
  for (let place = from; place <= to; place++) {
    if (place < to && !endsClause(flat, start, place)) continue;
    const clause = clauseAt(flat.text.slice(start, place), start);
    if (clause !== undefined) clauses.push(clause);
    start = /[。；]/u.test(flat.text[place] ?? "") ? place + 1 : place;
  }
  return clauses;
}

/** A stop ends a clause; so does the next number, on a line of its own or behind a comma. */
function endsClause({ text, ...flat }: FlatText, start: number, place: number): boolean {
  const character = text[place] ?? "";
  if (character === "。" || character === "；") return true;
  if (place === start || !DIGITS.includes(character) || text[place + 1] !== "、") return false;
  return gapAt({ text, ...flat }, place) >= Gap.line || text[place - 1] === "，";
}

function clauseAt(words: string, at: number): OrderClause | undefined {
  const match = NUMBERED.exec(words);
  const marks = match?.[0].length ?? 0;
  const digit = match?.[1] ?? match?.[2];
  const numbered = words.slice(marks);
  const rest = numbered
    .replace(/^…+/u, "")
    .replace(CHANGED_JUDGMENT, "")
    .replace(/[，、”"]+$/u, "");
  if (!/\p{Script=Han}{2}/u.test(rest) || DATE.test(rest)) return undefined;
  return {
    number: digit === undefined ? undefined : DIGITS.indexOf(digit) + 1,
    text: rest,
    start: at + marks,
    end: at + words.length,
  };
}
