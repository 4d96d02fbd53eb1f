/** Which sitting is an agency's letter about its case for, or explains it afterwards? */
import { addDays } from "../../domain/time/time.ts";
import { fieldsOf } from "../labels/form-fields.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { WITHOUT_YEAR, type WrittenMoment } from "../moments/dates.ts";
import { hearingAt } from "../moments/hearing.ts";
import { type SensedMoment, sensedMoments } from "../moments/moment-sense.ts";
import { plausible } from "../moments/plausible-day.ts";
import { isOrgan } from "../names/organ-name.ts";
import { authorOf } from "../parties/author.ts";
import { canBeCourts } from "../parties/paper-author.ts";
import type { CivilMoment, Fact, HearingFacts } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { sentenceBefore } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { ReadDocument } from "./facts.ts";
import { namesSitting } from "./letter-day.ts";

/** Letters that an agency writes about its case: who is to appear, why nobody can, what it asks, what it reports. */
const LETTER = new RegExp(
  anyOf(wordList("委托书 说明 证明 延期 改期 请假 申请 函$ 报告 意见 方案 承诺书 请示")),
  "u",
);
/** Papers that go round within an agency (办文单), and what goes to everybody. */
const WITHIN = new RegExp(
  anyOf(wordList("办文 办理单 阅办 拟办 收文 传阅 纪要 台账 统计表 (?:通知|通报|信息|简报|公告)$")),
  "u",
);
/** Letters that only an agency writes, whatever else in them a court could say. */
const ONLY_AGENCYS = /委托书|身份|证明/u;
/** How an agency speaks of itself. */
const OURSELVES = new RegExp(`我${anyOf(wordList("局 单位 办 镇 街道 委 厅 府 支队 大队"))}`, "u");
/** The field in which a letter says who writes it; a citizen's has the same. */
const WRITER = /^委托(?:单位|人|机关|方)$|^申请(?:人|单位)$|^说明(?:单位|人)$/u;

const FIELD_OF_PLACE = /^(?:开庭|庭审|审理|应到|到庭)|处所$|法庭$/u;
/** How long after a sitting its agency may still explain it, in days. */
const EXPLAINED_WITHIN = 60;

/** A paper that may be a letter, with what was read of it so far. */
interface Paper {
  readonly flat: FlatText;
  readonly facts: ReadDocument;
  /** Who writes it, by its own field. */
  readonly writer: string | undefined;
}

/** A court's paper or a citizen's is none, nor is a memo within a house. */
const IS_LETTER = ruleTable<Paper, boolean>("letter-of-an-agency", ({ facts }) => facts.title ?? "", [
  {
    name: "not-about-one-case",
    of: ({ facts }) => facts.caseNumbers.length !== 1 || facts.foreignNumber !== undefined,
    says: false,
    example: "（2026）鲁1323行初45号、46号",
  },
  {
    name: "untitled-and-to-no-court",
    of: ({ flat, facts }) => facts.title === undefined && !/贵院|你院/u.test(flat.text),
    says: false,
    example: "（无标题，未称贵院）",
  },
  { name: "goes-round-within-a-house", of: WITHIN, says: false, example: "办文单" },
  {
    name: "title-of-no-letter",
    of: ({ facts }) => facts.title !== undefined && !LETTER.test(facts.title),
    says: false,
    example: "答辩状",
  },
  {
    name: "may-be-a-court-s",
    of: ({ flat, facts }) =>
      canBeCourts(flat) && !ONLY_AGENCYS.test(facts.title ?? "") && !OURSELVES.test(flat.text),
    says: false,
    example: "沂水县人民法院 …… 情况说明",
  },
  {
    name: "written-by-an-organ",
    of: ({ writer }) => writer !== undefined && isOrgan(writer),
    says: true,
    example: "申请单位：沂水县公安局",
  },
  {
    name: "written-by-somebody-else",
    of: ({ writer }) => writer !== undefined,
    says: false,
    example: "申请人：张三",
  },
  {
    name: "signed-by-an-organ",
    of: ({ flat }) => authorOf(flat) !== undefined,
    says: true,
    example: "特此说明。 / 沂水县公安局 / 2026年10月20日",
  },
]);

/**
 * The sitting that an agency's letter about one case is for (授权委托书, 延期申请), or that it explains afterwards
 * (情况说明). A day it asks for is none, and where it names several nothing is read.
 */
export function letterHearing(
  flat: FlatText,
  labels: readonly LabelledValue[],
  facts: ReadDocument,
  caseYear: number | undefined,
): HearingFacts | undefined {
  const writer = fieldsOf(flat, labels)(WRITER)?.value.split(/[，（]/u)[0];
  if (IS_LETTER.decide({ flat, facts, writer })?.verdict !== true) return undefined;
  const named = sensedMoments(flat, labels, caseYear).flatMap((one) => {
    const said = namesSitting(flat, labels, facts, one);
    return said?.verdict === true ? [{ ...one, saidBy: said.rule }] : [];
  });
  const moved = named.filter(({ sense }) => sense === "new");
  const sittings = moved.length > 0 ? moved : named;
  const chosen = sittings.find(({ moment }) => moment.time !== undefined) ?? sittings[0];
  if (chosen === undefined || !sittings.every((one) => isSame(one, chosen))) return undefined;
  const moment = inLetter(flat, chosen, facts, caseYear);
  const places = labels.filter(({ label }) => FIELD_OF_PLACE.test(label));
  const { start, end, place } = hearingAt(flat, { ...chosen, moment }, places);
  const rule = `sitting-named-in-letter-${chosen.saidBy}-${moment.rule}`;
  const ruled = (fact: Fact<CivilMoment>): Fact<CivilMoment> => ({ ...fact, rule });
  return {
    start: ruled(start),
    ...(end === undefined ? {} : { end: ruled(end) }),
    ...(place === undefined ? {} : { place }),
  };
}

function isSame({ moment: one }: SensedMoment, { moment: other }: SensedMoment): boolean {
  return (
    one.date === other.date && (one.time === undefined || other.time === undefined || one.time === other.time)
  );
}

/** An explanation or a report may come after its sitting; whatever else is written beforehand. */
function inLetter(
  flat: FlatText,
  { moment }: SensedMoment,
  { title = "", issuedOn }: ReadDocument,
  caseYear: number | undefined,
): WrittenMoment {
  const on = issuedOn?.value;
  const isAfter = /说明|报告|函$/u.test(title) && on !== undefined && moment.date < on;
  if (!isAfter) return plausible(moment, { caseYear, issuedOn: on });
  if (moment.rule !== WITHOUT_YEAR)
    return plausible(moment, { caseYear, issuedOn: addDays(on, -EXPLAINED_WITHIN) });
  const isSet = /[定拟将]于$/u.test(sentenceBefore(flat, moment.start, { acrossOne: true }));
  return plausible(moment, { caseYear, issuedOn: isSet ? on : undefined });
}
