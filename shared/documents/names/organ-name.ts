/**
 * Names of agencies (行政机关) as texts write them: where such a name ends, and which of a document's agencies
 * a short form stands for.
 */

/** Ends of agencies' names. 处 and 所 also stand in other words (行政处罚, 查处, 所有), so they look about. */
const ENDS =
  "人民政府|管理委员会|管委会|委员会|街道办事处|办事处|街道办|办公室|管理局|分局|总局|局|厅|总队|支队|大队|中队|(?<!人民)政府(?!信息)|海关|税务所|派出所|监狱|戒毒所|管理所|管理处|服务中心|保障中心|中心|交警队|稽查队|管理站|供电公司|所(?![有在得需持诉涉])|(?<!(?<![稽检督巡侦审])查)处(?![罚理置分以于在境决])|部(?![门分])";
/** 局 in 副局长 ends nothing. */
const END = new RegExp(`(?:${ENDS})(?!长|有限|股份|责任公司)`, "gu");
const ORGAN = new RegExp(`(?:${ENDS})$`, "u");
/** Bodies that end like agencies and are none. */
const NOT_ORGAN =
  /(?:村民委员会|居民委员会|村委会|居委会|业主委员会|仲裁委员会|党支部|公司|律师事务所|法律服务所|鉴定所|人民法院|人民检察院|合作社|经营部|门市部|商店|超市|厂)$/u;
const PLACE = /[省市区县旗州盟镇乡]|街道|开发区|高新|国家|中华|海关|税务|公安|法院/u;

/** Whether a whole name is an agency's. */
export function isOrgan(name: string): boolean {
  const plain = name.replace(/（[^）]*）/gu, "");
  return plain.length >= 3 && !/[：，。；？]/u.test(plain) && ORGAN.test(plain) && !NOT_ORGAN.test(plain);
}

/** As {@link isOrgan}, and the name says of which place: 沂水县公安局, not 公安局. */
export function isFullOrgan(name: string): boolean {
  return isOrgan(name) && PLACE.test(name);
}

/**
 * The agency's name a text begins with, as long as it can be: of 沂水县公安局交通警察大队行政处罚 up to 大队. Undefined
 * where it begins with none. A part of a word of the law (行政处罚) is never taken for an end.
 */
export function organAtStart(text: string): string | undefined {
  let longest: string | undefined;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const last = longest?.length ?? 0;
    // An organ inside an organ has a short name of its own; what stands further off belongs to something else.
    if (longest !== undefined && (end - last > 14 || !/^[\p{Script=Han}（）]+$/u.test(text.slice(last, end))))
      break;
    const between = text.slice(last, end);
    if (
      longest !== undefined &&
      /行政|[不未]履行|信息公开|工伤|房屋|土地|征收|强制|违法|作出|一案|[及和与、，]/u.test(between)
    )
      break;
    if (/[，。；、：？]/u.test(text.slice(0, end))) break;
    longest = text.slice(0, end);
  }
  return longest !== undefined && longest.length >= 3 ? longest : undefined;
}

/**
 * Whether a short form can stand for an agency: 县公安局, 市政府, 河东公安分局 for 临沂市公安局河东分局. Its characters are
 * the agency's, and it ends as the agency does. With several candidates the caller must ask each.
 */
export function standsFor(short: string, full: string): boolean {
  if (short === full) return true;
  if (short.length < 2 || !isSubset(short, full)) return false;
  const end = ORGAN.exec(short)?.[0] ?? short.slice(-1);
  return full.endsWith(end) || full.endsWith(end.slice(-1));
}

function isSubset(short: string, full: string): boolean {
  return [...short].every((character) => full.includes(character));
}
