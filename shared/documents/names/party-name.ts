import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import { isFullOrgan, isOrgan, organAtStart } from "./organ-name.ts";
import { isPersonName } from "./person-name.ts";

/** Where a party's name ends and its particulars begin. 住 alone would cut 住房和城乡建设局. */
const PARTICULARS =
  /(?:住所地?|住址|地址|现住|户籍|身份证|公民身份|统一社会|社会信用|组织机构|机构代码|法定代表|负责人|主要负责|联系电话|联系方式|电话|手机|邮编|营业场所|经营场所|经营者|委托诉讼|委托代理|诉讼代理|诉讼代表|出庭|代理人|性别|民族|出生|年龄|职务|职业|工作单位|未到庭|到庭|的(?:出庭|委托|负责|法定|诉讼|代理|应诉|行政机关)|及其|及委托|和委托|分别|共同(?!体)|先后|因与|因不服|不服|因诉|诉(?!讼)|与被|系|以下简称|经(?:合法|依法|本院|传票|公告|两次)?传(?:唤|票))/u;
/** What an agency's people are called right behind its name: 水利局副局长艾青, 公安局的副政委. */
const OWN_PEOPLE =
  /^的|^(?:党[组委](?:成员|委员|书记|副书记)|副?[局厅县市区镇乡]长|副?主任|副?政委|总[工规经会农]|工作人员|法制[科股室])/u;
const AFTER_NAME = /[，。；：？、/]/u;
/** Endings that show a name is complete at the end of a line. */
export const COMPLETE =
  /(?:公司|合作社|厂|店|商行|超市|学校|小学|中学|大学|学院|幼儿园|医院|卫生院|诊所|药房|中心|集团|工作室|经营部|门市部|服务部|加工部|宾馆|委员会|村委会|居委会|研究院|研究所|事务所|小组|基金会|协会|商会|农场|林场|养殖场|[养殖猪鸡牛羊鸭鱼砖石砂木矿]场|砂石场|采石场|加工场|市场|个体工商户|企业|站|馆|商贸行|检察院|网吧|饭庄|饭店|酒店|酒楼|茶楼|餐厅|饭馆|客栈|民宿|会所|影城|浴池|驾校|养老院|敬老院|卫生室|商场|商城|门诊部|销售部|批发部|维修部|停车场|屠宰场|洗煤场|农家乐|美容院|运输队|工程队|（(?:特殊)?普通合伙）|（有限合伙）|[一二三四五六七八九十\d]组|村民组|[村寨屯][\p{Script=Han}]{1,6}组)$/u;

/** A name read at a place of the text, and the place behind it. */
export interface NameAt {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a party's name at a place: to the first mark or particulars. A line break ends it only where the name
 * can be complete, for long names run over the line.
 */
export function nameAt(flat: FlatText, start: number, limit: number): NameAt | undefined {
  if (PARTICULARS.exec(flat.text.slice(start, start + 8))?.index === 0) return undefined;
  let end = start;
  while (end < limit) {
    const character = flat.text[end] ?? "";
    if (
      end > start &&
      gapAt(flat, end) >= Gap.cell &&
      isComplete(flat.text.slice(start, end), gapAt(flat, end)) &&
      !goesOnBelow(flat, start, end, limit)
    ) {
      const tail = gapAt(flat, end) >= Gap.line ? organTail(flat, start, end, limit) : undefined;
      if (tail === undefined) break;
      end = tail;
      continue;
    }
    if (end > start && gapAt(flat, end) === Gap.blank && !continues(flat, start, end, limit)) break;
    if (AFTER_NAME.test(character)) break;
    if (character === "（") {
      const close = closingBracket(flat, start, end, limit);
      if (close === undefined) break;
      end = close;
      continue;
    }
    if (end > start && PARTICULARS.exec(flat.text.slice(end, end + 8))?.index === 0) break;
    if (OWN_PEOPLE.test(flat.text.slice(end, end + 5)) && isFullOrgan(flat.text.slice(start, end))) break;
    if (
      end > start + 1 &&
      /^(?:男|女)(?:，|$|\d|汉|[^\p{Script=Han}])/u.test(flat.text.slice(end, end + 2)) &&
      gapAt(flat, end) >= Gap.blank
    )
      break;
    end++;
  }
  const name = tidyName(flat.text.slice(start, end));
  return name === "" ? undefined : { name, start, end };
}

/** 等三人, 等人 and numbers of a list are no part of a name. */
export function tidyName(text: string): string {
  return text
    .replace(/^(?:[一二三四五六七八九十\d]{1,2}[.、：]?|[.·-])(?=\p{Script=Han})/u, (match) =>
      /[.、：]$|\d/u.test(match) ? "" : match,
    )
    .replace(/等(?:[\d一二三四五六七八九十百两]+(?:人|户|名|家|位).*|人|)$/u, "")
    .replace(/[.·\-~*]+$/u, (marks) => (marks.includes("*") ? marks : ""));
}

/** （集团） within a company's name belongs to it; （原审被告）or（原国土局）behind a name doesn't. */
function closingBracket(flat: FlatText, start: number, open: number, limit: number): number | undefined {
  const close = flat.text.indexOf("）", open);
  if (close === -1 || close >= limit || close - open > 14) return undefined;
  const rest = /^[\p{Script=Han}a-zA-Z0-9]{1,20}/u.exec(flat.text.slice(close + 1, limit))?.[0] ?? "";
  // 某某模具厂（普通合伙）: the form of a partnership ends its name.
  if (/^(?:(?:特殊)?普通合伙|有限合伙)$/u.test(flat.text.slice(open + 1, close))) return close + 1;
  if (open === start || gapAt(flat, close + 1) >= Gap.blank) return undefined;
  return COMPLETE.test(rest) || /(?:公司|集团|合作社|中心|厂)/u.test(rest) ? close + 1 : undefined;
}

/** 临沂市公安局 / 兰山分局，住所地…: a line that ends one agency's name may go on with the agency inside it. */
function organTail(flat: FlatText, start: number, end: number, limit: number): number | undefined {
  const word = /^[\p{Script=Han}]{2,14}(?=[，（。])/u.exec(
    flat.text.slice(end, Math.min(end + 16, limit)),
  )?.[0];
  if (word === undefined || PARTICULARS.test(word) || /原告|被告|第三人|上诉人|申请人/u.test(word))
    return undefined;
  const name = flat.text.slice(start, end);
  return isOrgan(name) && isOrgan(name + word) && !/[省市县区旗]/u.test(word) ? end + word.length : undefined;
}

/** 临沂市自然资源 / 和规划局 in a narrow cell: only with the next line is it a whole name. */
function goesOnBelow(flat: FlatText, start: number, end: number, limit: number): boolean {
  const name = flat.text.slice(start, end);
  if (gapAt(flat, end) < Gap.line || isOrgan(name) || COMPLETE.test(name) || isPersonName(name)) return false;
  const next = Math.min(nextGap(flat, end + 1, Gap.cell), limit);
  const line = /^[\p{Script=Han}（）]{1,20}/u.exec(flat.text.slice(end, next))?.[0] ?? "";
  // 临沂 / 市教育局的副局长: the name goes on below, and its people behind it.
  const organ = organAtStart(flat.text.slice(start, start + 40));
  if (organ !== undefined && isFullOrgan(organ) && start + organ.length > end && organ.startsWith(name))
    return true;
  const isLabelled = flat.text[end + line.length] === "：" || /原告|被告|第三人|上诉人|申请人/u.test(line);
  return !isLabelled && (isFullOrgan(name + line) || COMPLETE.test(name + line));
}

function isComplete(name: string, gap: number): boolean {
  if (gap === Gap.paragraph || gap === Gap.cell) return true;
  if (isOrgan(name) || COMPLETE.test(name)) return true;
  return name.length <= 3;
}

/** 张 三 is one name, 张三 李四 are two; a blank inside a long name is the page's. */
function continues(flat: FlatText, start: number, end: number, limit: number): boolean {
  const name = flat.text.slice(start, end);
  if (isOrgan(name) || COMPLETE.test(name)) {
    // 沂水县公安局 交警大队: an organ inside it may follow.
    return false;
  }
  let next = end + 1;
  while (next < limit && gapAt(flat, next) === Gap.none && /\p{Script=Han}/u.test(flat.text[next] ?? ""))
    next++;
  const word = flat.text.slice(end, next);
  if (PARTICULARS.exec(word)?.index === 0 || /^[男女]$/u.test(word)) return false;
  if (/^[与诉及和]$/u.test(word)) return false;
  // 沂水 县公安局 goes on; 张三 李四 are two.
  return !isPersonName(name) || word.length === 1 || /^[省市县区旗镇乡]/u.test(word);
}
