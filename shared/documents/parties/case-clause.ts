import { isOrgan, organAtStart } from "../names/organ-name.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { beginsCause, causeAt, tidyCause } from "./cause-words.ts";
import { type NamedParty, namesAtStart } from "./clause-names.ts";

/** 原告张三诉被告沂水县公安局、第三人李四行政处罚一案: who against whom about what. */
export interface CaseClause {
  readonly start: number;
  readonly end: number;
  readonly parties: readonly NamedParty[];
  readonly cause?: string;
}

/** A document speaks of its own case near its top; more would only cost time. */
const MOST_CLAUSES = 40;

/**
 * What parts the two sides, the surer first: 诉 says who claims, 与 leaves it open and also joins names.
 * 上诉, 起诉, 诉讼, 公诉 and 诉称 part nothing.
 */
const AGAINST: readonly RegExp[] = [
  /(?:分别|共同|均|先后|各自)?因?(?:状告|(?<![上起公申反被应胜败投涉])诉(?![讼称求状辩人]))/gu,
  /因?不服/gu,
  /(?:要求|请求)(?=(?:判令|确认|责令|撤销|认定|被告|[\p{Script=Han}]{2,20}?[局府处委会]))/gu,
  /因?与/gu,
];
/** How a sentence about the case begins behind its last mark, or runs on to it. */
const OPENING =
  /^.*(?:(?:受理|审理|立案)(?:了|的)|作为被告的|[您你]好[，！]?)|^(?:委托人|本人|本?单位|我[局厅委办])在|^.*(?:受理(?:了|的)?|审理(?:了|的)?|关于|就|对|参加|担任|代理|处理|通知|在)(?=原告|上诉人|再审申请人|申请人|你|您)/su;
const LEADING =
  /^(?:本院|我院|贵院|本案|现|已|立案|依法|受理|审理|关于|就|对|因|的|了|在|参加|(?:（\d{4}）|\d{4}年)[^，。；（）]{2,24}?号(?:之[一二三四五])?)+/u;
/** A number of a case or a paper ends what is said before it. */
const NUMBER = /^.*[\d）]号(?:之[一二三四五])?(?:的|案件?|，)?/su;
const CLAIMING = new RegExp(`(?:${ROLE_WORD})`, "gu");
/** 不服县政府作出的〔2025〕1号决定及市政府作出的…: who else decided, where several papers are attacked. */
const DECIDED_BY =
  /[及和与、，](?:被告|被上诉人|被申请人)?([\p{Script=Han}（）]{4,30}?)(?=(?:于[\d年月日]+)?(?:作出|做出))/gu;

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
    // 因土地承包经营权行政裁决, 因建设工程施工合同纠纷: what begins behind 因 or a role and is no name is whole.
    const named = causeAt(rest);
    const isWhole =
      /(?:因|上诉人|申请人|被告)$/u.test(text.slice(0, from)) &&
      /^[\p{Script=Han}、（）]{2,24}$/u.test(rest) &&
      !beginsName(rest);
    if (isWhole && (named > 0 || rest.endsWith("纠纷"))) {
      const cause = tidyCause(rest);
      if (cause !== undefined) return { cause, start: start + from, end };
    }
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

/** 因张三行政处罚: a name stands before the cause. */
function beginsName(text: string): boolean {
  if (/某|×/u.test(text.slice(0, 4)) || organAtStart(text) !== undefined) return true;
  return [2, 3].some((length) => isPersonName(text.slice(0, length)) && beginsCause(text.slice(length)));
}

function caseEnds(flat: FlatText): number[] {
  return [
    ...flat.text.matchAll(
      /[一二两三四五六七八九十\d]+案(?!由|号|情|卷)|等案|系列案|案件?(?=[，。、（【〔]|$|[^\p{Script=Han}])|，?(?:于[^，。]{4,16})?(?:依法)?向(?:本院|我院)(?:提起(?:行政)?诉讼|提出起诉|起诉)/gu,
    ),
  ]
    .slice(0, MOST_CLAUSES)
    .map(({ index }) => index);
}

/** Reads one such clause; undefined where its words don't say who is against whom. */
export function readClause(text: string, start = 0): CaseClause | undefined {
  for (const pattern of AGAINST)
    for (const match of text.matchAll(pattern)) {
      const clause = sidesOf(text, match.index, match[0]);
      if (clause === undefined) continue;
      const { from, ...sides } = clause;
      return { start: start + from, end: start + text.length, ...sides };
    }
  return undefined;
}

function sidesOf(
  text: string,
  at: number,
  word: string,
): { from: number; parties: NamedParty[]; cause?: string } | undefined {
  const isOpen = word.endsWith("与");
  const right = text.slice(at + word.length).replace(/^(?:判令|确认|责令|撤销|认定)+/u, "");
  const left = claimants(text.slice(0, at), isOpen);
  if (left === undefined) return undefined;
  // 上诉人镇政府因被上诉人张三诉其限期拆除: the one who appeals is the one who was sued.
  const its = /^其(?!他)/u.test(right) ? /^(.+?)因与?(.+)$/su.exec(text.slice(left.from, at)) : null;
  if (its !== null) {
    const sued = namesAtStart(its[1] ?? "", "answers").parties;
    const suing = namesAtStart(its[2] ?? "", "claims").parties;
    const cause = tidyCause(right);
    if (sued.length === 0 || suing.length === 0) return undefined;
    return { from: left.from, parties: [...suing, ...sued], ...(cause === undefined ? {} : { cause }) };
  }
  const decided = word.endsWith("不服") ? decidedBy(right) : { organs: [], rest: right };
  const answers = namesAtStart(decided.rest, isOpen ? "either" : "answers");
  // 查某诉答辩人房屋行政强制: the other side is named elsewhere.
  const isElsewhere = answers.parties.length === 0 && /[诉告]$/u.test(word) && beginsCause(answers.rest);
  if (answers.parties.length === 0 && !isElsewhere) return undefined;
  // 诉某镇人民政府信息公开: the two words 政府 are written once.
  const isShared = answers.rest.startsWith("信息公开") && decided.rest.includes(`政府${answers.rest}`);
  const cause = tidyCause(isShared ? `政府${answers.rest}` : answers.rest);
  return {
    from: left.from,
    parties: [...left.parties, ...answers.parties, ...decided.organs],
    ...(cause === undefined ? {} : { cause }),
  };
}

/**
 * The names that run up to the word between the sides. Role words begin them where there are any; else they begin behind
 * what opens the sentence, and what isn't read to its end is no list of names.
 */
function claimants(text: string, isOpen: boolean): { from: number; parties: NamedParty[] } | undefined {
  const side = isOpen ? "either" : "claims";
  const behindNumber = NUMBER.exec(text)?.[0].length ?? 0;
  for (const { index } of text.slice(behindNumber).matchAll(CLAIMING)) {
    const from = behindNumber + index;
    const { parties, rest } = namesAtStart(text.slice(from), side);
    if (parties.length > 0 && /^(?:因|，)?$/u.test(rest)) return { from, parties };
    // 上诉人镇政府因被上诉人张三: read on by who looks for 其.
    if (parties.length > 0 && /^因与?(?:被上诉人|被申请人|原告)/u.test(rest)) return { from, parties };
  }
  const opening = OPENING.exec(text.slice(behindNumber))?.[0].length ?? 0;
  const lead = LEADING.exec(text.slice(behindNumber + opening))?.[0].length ?? 0;
  const from = behindNumber + opening + lead;
  const { parties } = namesAtStart(text.slice(from), side);
  if (parties.length === 0) return undefined;
  if (parties.every(({ isSure }) => isSure)) return { from, parties };
  return lastNamed(text, from, side) ?? { from, parties };
}

/** 代表我单位于2026年11月26日就卞某: where a long sentence leads up to the claimants, the names behind its last word. */
function lastNamed(
  text: string,
  from: number,
  side: "claims" | "either",
): { from: number; parties: NamedParty[] } | undefined {
  for (const { index, 0: word } of text.slice(from).matchAll(/[，、]|就|对|关于|参加|办理/gu)) {
    const at = from + index + word.length;
    const { parties, rest } = namesAtStart(text.slice(at), side);
    if (parties.length > 0 && parties.every(({ isSure }) => isSure) && /^，?$/u.test(rest))
      return { from: at, parties };
  }
  return undefined;
}

/** Takes the further organs, with 作出的 and the number, out of the words about what is attacked. */
function decidedBy(text: string): { organs: NamedParty[]; rest: string } {
  const organs: NamedParty[] = [];
  const rest = text.replace(DECIDED_BY, (all: string, name: string) => {
    if (organAtStart(name) !== name || !isOrgan(name)) return all;
    organs.push({ name, role: "", side: "answers", isSure: true });
    return all[0] ?? "";
  });
  return { organs, rest };
}

/** Back from 一案 to the mark or line that opens the sentence; commas belong to it. */
function clauseStart(flat: FlatText, end: number): number {
  let start = end;
  while (start > 0 && end - start < 240) {
    if (/[。；：？！】]/u.test(flat.text[start - 1] ?? "")) break;
    if (gapAt(flat, start) >= Gap.paragraph && start < end) break;
    start--;
  }
  return start;
}
