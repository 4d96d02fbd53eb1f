/** Which line of an outcome table (裁判结果表) do the words of a ledger's cell or of an order belong to? */
import type { Instance } from "../../domain/court/case-number.ts";
import { isOutcome, type Result } from "../../domain/court/outcome.ts";
import { isRuledSo, type Ruling } from "../../domain/court/ruling.ts";

/** 驳回其他诉讼请求, and the judgment below as what is annulled or kept, say nothing of the act. */
const ASIDE =
  /驳回[^，。；]{0,20}(?:其他|其余|其它)[^，。；]{0,20}|(?:撤销|维持|变更)[^，。；]{0,40}?(?:(?:一审|原审)(?:行政)?(?:判决|裁定)|[初终]\d{0,8}号?(?:行政)?(?:判决|裁定)|原判决?|原裁定)[^，。；]{0,12}/gu;
/** Where the agency lost, whatever was asked beside and dismissed: 驳回原告的赔偿请求. */
const DISMISSED = /驳回[^。；]*?(?:请求|诉请|起诉|上诉|申请|$)/gu;
/** Not 不予撤销, 不能确认违法. */
const NOT = "(?<!不予|不能|不)";

interface Words {
  readonly text: string;
  /** Without what says nothing of the act. */
  readonly ofAct: string;
  readonly instance: Instance;
  readonly result: Result | undefined;
}

const on = (form: RegExp) => (words: Words) => form.test(words.text);
const act = (form: RegExp) => (words: Words) => form.test(words.ofAct);

/**
 * The first that applies decides; each with words it was written for.
 * @internal
 */
export const RULING_WORDS: readonly (readonly [Ruling, (words: Words) => boolean, example: string])[] = [
  ["suspended", on(/中止/u), "中止诉讼"],
  ["transferred", on(/移送|移交[^，。；]{0,10}法院/u), "移送管辖"],
  ["remanded", on(/发回|重审|指令[^，。；]{0,20}(?:审理|再审|立案|受理)/u), "撤销原判，发回重审"],
  ["deemed-withdrawn", on(/按[^，。；]{0,20}撤(?:回起诉|诉|回上诉)[^，。；]{0,6}处理?/u), "按撤诉处理"],
  ["settled", ({ text, result }) => result === "settled" && !/调解/u.test(text), "经协调原告撤诉"],
  [
    "mediated",
    ({ text, result }) => result === "settled" || /(?:行政)?调解(?:书|结案|$)/u.test(text),
    "行政调解书结案",
  ],
  ["withdrawn", on(/撤诉|撤回(?:起诉|上诉|申请|再审申请)|(?:准许|准予)撤/u), "准许撤诉"],
  [
    "reversed",
    ({ text, ofAct, instance }) =>
      instance !== "first" &&
      (/改判/u.test(text) ||
        (ofAct !== text && /驳回(?![^，。；]{0,12}(?:上诉|申请|申诉))|撤销|确认|责令|判令/u.test(ofAct))),
    "改判撤销被诉处罚决定",
  ],
  [
    "upheld",
    ({ text, instance }) => instance !== "first" && /驳回[^，。；]{0,12}(?:上诉|申请|申诉)|维持/u.test(text),
    "驳回上诉，维持原判",
  ],
  ["not-filed", on(/不予(?:立案|受理)/u), "不予立案"],
  ["annulled", act(new RegExp(`${NOT}撤销`, "u")), "撤销行政处罚决定"],
  ["void", act(new RegExp(`${NOT}确认[^，。；]{0,120}无效`, "u")), "确认被诉行为无效"],
  ["illegal", act(new RegExp(`${NOT}确认[^，。；]{0,120}(?:违法|不合法)`, "u")), "确认违法"],
  [
    "changed",
    act(/(?:^|[，。；、]|判决)变更|(?<!责令|判令)[^，。；]{0,60}变更[^，。；]{0,60}为/u),
    "变更罚款为500元",
  ],
  [
    "agreement",
    act(/(?:继续履行|解除)[^，。；]{0,60}(?:协议|合同)|采取[^，。；]{0,6}补救/u),
    "继续履行征收补偿协议",
  ],
  ["pay", act(/(?:赔偿|补偿)(?!申请|请求|决定|事宜|问题)|给付|支付|返还/u), "支付赔偿金1万元"],
  // Not 有限公司, 起诉期限.
  [
    "perform",
    act(/责令|判令|限期|限(?=[^，。；]{0,30}(?:日|月)[之以]?内)|应当|履行(?:法定)?职责|公开/u),
    "责令履行法定职责",
  ],
  ["maintained", act(/维持|确认[^，。；]{0,120}(?<!不)合法/u), "维持行政行为"],
  ["dismissed", act(/驳回[^。；]*?(?:请求|诉请)/u), "驳回诉讼请求"],
  ["inadmissible", act(/驳回[^，。；]{0,40}(?:起诉|起訴)/u), "裁定驳回起诉"],
  ["ended", on(/终结/u), "终结诉讼"],
];

/** Undefined where the words fit no line, as 败诉 and 胜诉 do; never a line that can't stand beside how the case ended. */
export function rulingOf(
  words: string,
  { instance, result }: { readonly instance: Instance; readonly result: Result | undefined },
): Ruling | undefined {
  const text = words.normalize("NFKC").replaceAll(",", "，").replaceAll(";", "；").replace(/\s/gu, "");
  if (text === "") return undefined;
  const ofAct = text.replace(ASIDE, "").replace(result === "lost" ? DISMISSED : /$^/u, "");
  const asked: Words = { text, ofAct, instance, result };
  return RULING_WORDS.find(
    ([ruling, applies]) =>
      applies(asked) && (result === undefined || !isOutcome(result) || isRuledSo(ruling, result)),
  )?.[0];
}
