import { SELF } from "./author.ts";
import { type FlatText, Gap, gapAt } from "./flat-text.ts";
import { isOrgan, organAtStart } from "./organ-name.ts";
import { COMPLETE, tidyName } from "./party-name.ts";
import { isPersonName } from "./person-name.ts";

/** A side or a third party as a sentence about the case names it, before its role in the first instance is known. */
export interface NamedParty {
  /** Empty where the sentence says 你单位: the one the letter is addressed to. */
  readonly name: string;
  /** The role word in front of it with its bracket: 上诉人（原审被告）; empty where there is none. */
  readonly role: string;
  readonly side: "claims" | "answers" | "third" | "either";
  /** 我局: the letter's own writer. */
  readonly isAuthor?: true;
}

/** 原告张三诉被告沂水县公安局、第三人李四行政处罚一案: who against whom about what. */
export interface CaseClause {
  readonly start: number;
  readonly end: number;
  readonly parties: readonly NamedParty[];
  readonly cause?: string;
}

/** A document speaks of its own case near its top; more would only cost time. */
const MOST_CLAUSES = 40;

const ROLE =
  /^(?:再审申请人|再审被申请人|被上诉人|上诉人|被申请人|申请人|原审第三人|一审第三人|原审原告|原审被告|一审原告|一审被告|原告|被告|第三人)(?:（[^）]{1,20}）)?(?:[一二三四1-4](?=[：、]))?：?/u;
const ADDRESSEE =
  /^(?:你|贵)(?:们|县|市|区|单位|机关|局|委|厅|府|政府|中心|大队|支队|所|办|街道|镇|乡|方|院(?!受理))/u;
/** 诉 says who claims; 与 leaves it open. */
const AGAINST = /因与|因诉|不服|(?<![上起公申反被])诉(?![讼称求状辩人])|与/u;
/** How a sentence about the case begins behind its last mark, or runs on to it. */
const OPENING =
  /^.*(?:受理|审理|立案)(?:了|的)(?=[^。]*(?:诉|不服|与))|^.*(?:受理(?:了|的)?|审理(?:了|的)?|关于|就|对|参加|担任|代理|处理|通知|在)(?=原告|上诉人|再审申请人|申请人|你)/su;
const LEADING =
  /^(?:本院|我院|贵院|本案|现|已|立案|依法|受理|审理|关于|就|对|因|的|了|在|参加|(?:（\d{4}）|\d{4}年)[^，。；（）]{2,24}?号(?:之[一二三四五])?)+/u;
/** Words a cause begins with; the rest of a name ends here. */
const CAUSE =
  /(?:治安管理|道路交通|食品安全|药品|土地|房屋|城乡|规划|社会保[险障]|养老|环境|税务|市场|劳动|林业|水利|海关|卫生|教育|民政|婚姻|户口|不动产|工商|商标|专利|城管|安全生产|消防|交通|违法建[筑设])*(?:其他)?(?:行政(?!审批|执法|机关|服务|复议局)|治安|政府信息|信息公开|不?履行|履责|工伤(?!保险)|确认|撤销|强制|强拆|拆除|征收|征地|补偿|赔偿|复议(?!机关)|登记|许可|处罚|给付|不作为|拆迁|颁证|批复|答复)/u;

/** Finds the sentences that say who sues whom, ended by 一案. */
export function findCaseClauses(flat: FlatText): CaseClause[] {
  return caseEnds(flat).flatMap((end) => {
    const start = clauseStart(flat, end);
    const clause = readClause(flat.text.slice(start, end), start);
    return clause === undefined ? [] : [clause];
  });
}

/** What a sentence says the case is about where it doesn't name both sides: 因土地行政征收一案, 与被上诉人治安行政处罚一案. */
export function findBareCause(flat: FlatText): { cause: string; start: number; end: number } | undefined {
  for (const end of caseEnds(flat)) {
    if (/^，?(?:于[^，。]{4,16})?(?:依法)?向/u.test(flat.text.slice(end, end + 24))) continue;
    const start = clauseStart(flat, end);
    const text = flat.text.slice(start, end);
    const from = (
      /^.*(?:上诉人|被告|申请人|号|[，就因对、]|本人|你(?:单位|局)|我(?:单位|局))/su.exec(text)?.[0] ?? ""
    ).length;
    const rest = text.slice(from);
    const named = rest.search(CAUSE);
    // 水行政处罚: what stands before the words known here is the branch of law, where it can be no name.
    const at =
      named > 0 &&
      named <= 4 &&
      !/[的之]|某/u.test(rest.slice(0, named)) &&
      !isPersonName(rest.slice(0, named))
        ? 0
        : named;
    const cause = at === -1 ? undefined : tidyCause(rest.slice(at));
    if (cause !== undefined) return { cause, start: start + from + at, end };
  }
  return undefined;
}

function caseEnds(flat: FlatText): number[] {
  return [
    ...flat.text.matchAll(
      /一案|二案|两案|等案|系列案|案件?(?=[，。、（]|$|[^\p{Script=Han}])|，?(?:于[^，。]{4,16})?(?:依法)?向(?:本院|我院)(?:提起(?:行政)?诉讼|提出起诉|起诉)/gu,
    ),
  ]
    .slice(0, MOST_CLAUSES)
    .map(({ index }) => index);
}

/** Reads one such clause; undefined where its words don't say who is against whom. */
export function readClause(text: string, start = 0): CaseClause | undefined {
  const opening = OPENING.exec(text)?.[0].length ?? 0;
  const lead = LEADING.exec(text.slice(opening))?.[0].length ?? 0;
  const body = text.slice(opening + lead);
  const against = AGAINST.exec(body);
  if (against === null || against.index === 0) return undefined;
  const isOpen = against[0] === "与";
  const claimants = namesOf(body.slice(0, against.index), isOpen ? "either" : "claims").parties;
  const rest = namesOf(body.slice(against.index + against[0].length), isOpen ? "either" : "answers");
  if (claimants.length === 0 || rest.parties.length === 0) return undefined;
  const cause = tidyCause(rest.rest);
  return {
    start: start + opening + lead,
    end: start + text.length,
    parties: [...claimants, ...rest.parties],
    ...(cause === undefined ? {} : { cause }),
  };
}

/** A cause as lists of causes (案由) put it: without the paper's number, 作出的 and 一案. */
export function tidyCause(text: string): string | undefined {
  const cause = text
    .replace(/^[，、。：]+/u, "")
    .replace(/^.*?[\])）〕】]第?\d+号/u, "")
    .replace(/^(?:因|其|关于|所)?(?:于[\d年月日]+)?(?:作出|做出|实施|颁发)?的?/u, "")
    .replace(/[《》“”"]/gu, "")
    .replace(/(及|和|、)?(?:被告|第三人)[\p{Script=Han}]{2,24}?(?=行政(?!审批|执法))/gu, "$1")
    .replace(/(?:行政)?纠纷(?:一案|案件|案)?[。，；]*$/u, (end) =>
      end.startsWith("行政") ? "行政纠纷" : "纠纷",
    )
    .replace(/(?:一案|案件|案)[。，；]*$/u, "")
    .replace(/(行政(?:处罚|复议|许可|强制|裁决))(?:决定书?|行为)$/u, "$1");
  return cause.length >= 2 &&
    cause !== "行政" &&
    cause.length <= 30 &&
    !/[，。；：]|判决|裁定|号/u.test(cause)
    ? cause
    : undefined;
}

/** Back from 一案 to the mark or line that opens the sentence; commas belong to it. */
function clauseStart(flat: FlatText, end: number): number {
  let start = end;
  while (start > 0 && end - start < 240) {
    if (/[。；：？]/u.test(flat.text[start - 1] ?? "")) break;
    if (gapAt(flat, start) >= Gap.paragraph && start < end) break;
    start--;
  }
  return start;
}

function namesOf(
  text: string,
  side: "claims" | "answers" | "either",
): { parties: NamedParty[]; rest: string } {
  const parties: NamedParty[] = [];
  let rest = text;
  let role = "";
  let current: NamedParty["side"] = side;
  while (rest !== "") {
    rest = rest.replace(/^[、，及和与以]+/u, "");
    const written = ROLE.exec(rest)?.[0] ?? "";
    if (written !== "") {
      role = written.replace(/：$/u, "");
      rest = rest.slice(written.length);
      current = /^(?:原审|一审)?第三人|（(?:原审|一审)第三人/u.test(role) ? "third" : side;
    }
    const self = SELF.exec(rest)?.[0];
    const addressed = self ?? ADDRESSEE.exec(rest)?.[0];
    const name = addressed ?? nextName(rest, side);
    if (name === undefined) break;
    parties.push({
      name: addressed === undefined ? tidyName(name) : "",
      role,
      side: current,
      ...(self === undefined ? {} : { isAuthor: true as const }),
    });
    rest = rest
      .slice(name.length)
      .replace(/^（[^）]*）/u, "")
      .replace(/^(?:等[\d一二三四五六七八九十百两]*(?:人|户|名)?)/u, "");
    if (!/^[、，及和与以]/u.test(rest)) break;
  }
  return { parties, rest };
}

function nextName(text: string, side: "claims" | "answers" | "either"): string | undefined {
  const organ = organAtStart(text);
  if (side === "claims") {
    const name = /^(?:[\p{Script=Han}\w·×*]|（[^）]{1,10}）(?=[\p{Script=Han}]))+/u.exec(text)?.[0] ?? "";
    const first = name.split(/[及和与](?=[\p{Script=Han}]{2})/u)[0] ?? name;
    const alone = isPersonName(name) || COMPLETE.test(name) ? name : first;
    return alone.length >= 2 && alone.length <= 40 ? alone : undefined;
  }
  if (organ !== undefined && isOrgan(organ)) return organ;
  const company =
    /^[\p{Script=Han}（）\w]{2,30}?(?:公司|合作社|厂|中心|学校|医院|委员会|商行|经营部|超市)/u.exec(
      text,
    )?.[0];
  if (company !== undefined) return company;
  const until = text.search(CAUSE);
  const mark = text.search(/[、，及和与（]/u);
  const end = [until, mark].filter((place) => place > 0);
  const name = text.slice(0, end.length > 0 ? Math.min(...end) : text.length);
  return name.length >= 2 && name.length <= 30 && until !== 0 ? name : undefined;
}
