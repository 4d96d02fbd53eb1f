import { partsOf } from "../../domain/court/case-number.ts";
import { pairLabels } from "../labels/label-pairs.ts";
import { findLabels, type LabelledValue, valueText } from "../labels/labels.ts";
import { findMoments } from "../moments/dates.ts";
import { servedOn } from "../moments/service.ts";
import { addressedCourt, issuingCourt } from "../names/court.ts";
import { isOrgan } from "../names/organ-name.ts";
import { findBareCause } from "../parties/bare-cause.ts";
import { findCaseClauses, readClause } from "../parties/case-clause.ts";
import { causeAsWritten } from "../parties/cause-words.ts";
import { documentNumbers } from "../parties/numbers.ts";
import { isElsewhere } from "../parties/paper-author.ts";
import { findParties, type Parties } from "../parties/parties.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import type { ReadDocument } from "./facts.ts";
import type { RecognisedKind } from "./kind.ts";

/** What every extractor starts from, and what all kinds of case papers have in common. */
export interface CasePaper {
  readonly flat: FlatText;
  readonly labels: readonly LabelledValue[];
  readonly parties: Parties;
  /** The case's year, for dates that leave theirs out. */
  readonly year: number | undefined;
  readonly facts: ReadDocument;
}

/** Papers whose own service can stand on them; a record or judgment tells of other papers'. */
const SERVED_KINDS: ReadonlySet<string> = new Set(["summons", "appearance-notice", "other"]);

/** Number, court, cause and parties of a case paper. */
export function readCasePaper(flat: FlatText, { kind, title }: RecognisedKind): CasePaper {
  const labels = pairLabels(flat, findLabels(flat));
  const numbers = documentNumbers(flat, labels, kind.value, title);
  const parties = findParties(flat, labels);
  const court = kind.value === "appeal" ? addressedCourt(flat) : issuingCourt(flat);
  const cause = causeOf(flat, labels);
  const issuedOn = dateUnder(flat);
  const [first] = numbers.own;
  const year = first && partsOf(first.value).year;
  const served = SERVED_KINDS.has(kind.value) ? servedOn(flat, labels, year) : undefined;
  const facts: ReadDocument = {
    kind,
    administrative: isAdministrative(flat, title ?? "", { numbers, parties, cause, court }),
    caseNumbers: numbers.own,
    plaintiffs: parties.plaintiffs,
    respondents: parties.respondents,
    thirdParties: parties.thirdParties,
    attendance: [],
    ...(title === undefined ? {} : { title }),
    ...(numbers.foreign === undefined ? {} : { foreignNumber: numbers.foreign }),
    ...(numbers.origin === undefined ? {} : { originCaseNumber: numbers.origin }),
    ...(court === undefined ? {} : { court }),
    ...(cause === undefined ? {} : { cause }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(served === undefined ? {} : { servedOn: served }),
  };
  return { flat, labels, parties, year, facts };
}

/** 案由: by its label, else what a sentence says the case is about. */
function causeOf(flat: FlatText, labels: readonly LabelledValue[]): Fact<string> | undefined {
  for (const label of labels.filter((value) => value.label === "案由" || value.label === "案件名称")) {
    // A cause is short; the label's line holds it, or the line below.
    const end = Math.min(nextGap(flat, label.start + 1, Gap.cell), label.end);
    const until =
      gapAt(flat, end) === Gap.line ? Math.min(nextGap(flat, end + 1, Gap.line), label.blockEnd) : end;
    const value = valueText(flat, { start: label.start, end: until });
    const cause = readClause(value)?.cause ?? (label.label === "案由" ? causeAsWritten(value) : undefined);
    if (cause !== undefined)
      return {
        value: cause,
        confidence: 0.95,
        rule: "cause-by-label",
        text: spanOf(flat, label.start, until),
      };
  }
  const clause = findCaseClauses(flat).find((found) => found.cause !== undefined);
  if (clause?.cause === undefined) {
    const bare = findBareCause(flat);
    return (
      bare && {
        value: bare.cause,
        confidence: 0.8,
        rule: "cause-before-the-word-case",
        text: spanOf(flat, bare.start, bare.end),
      }
    );
  }
  return {
    value: clause.cause,
    confidence: 0.85,
    rule: "cause-in-sentence",
    text: spanOf(flat, clause.start, clause.end),
  };
}

/** The date alone on one of the last lines. */
function dateUnder(flat: FlatText): ReadDocument["issuedOn"] {
  const last = findMoments(flat).findLast(
    (moment) =>
      gapAt(flat, moment.start) >= Gap.line &&
      gapAt(flat, moment.end) >= Gap.line &&
      moment.time === undefined,
  );
  if (last === undefined || last.start < flat.text.length / 2) return undefined;
  return {
    value: last.date,
    confidence: last.confidence,
    rule: `date-under-the-text-${last.rule}`,
    text: spanOf(flat, last.start, last.end),
  };
}

/** 行政上诉状, 民事判决书; 依法行政 in a circular's title names no branch of the law. */
const BRANCH_OF_TITLE =
  /(?:民事|刑事|行政)(?=(?:附带民事)?(?:赔偿)?(?:公益)?(?:判决|裁定|调解|上诉|起诉|答辩|诉|案件|应诉|机关负责人|再审|申诉|决定))|执行(?=裁定|通知|案件|决定)/u;

/** 行政处罚决定书, 行政复议决定书: what a court may be asked about later, and no paper of its case. */
const ACT_OF_AGENCY =
  /(?:处罚|处理|复议|征收|补偿|强制[\p{Script=Han}]{0,4}|许可|认定)(?:事先|催告)?(?:决定|告知)书$/u;

function isAdministrative(
  flat: FlatText,
  title: string,
  {
    numbers,
    parties,
    cause,
    court,
  }: {
    numbers: ReturnType<typeof documentNumbers>;
    parties: Parties;
    cause: Fact<string> | undefined;
    court: Fact<string> | undefined;
  },
): Fact<boolean> {
  const [own] = numbers.own;
  // Which of two numbers is the case's may be open while both say what kind of case it is.
  if (own !== undefined)
    return { ...own, value: true, confidence: Math.max(own.confidence, 0.9), rule: "type-of-case-number" };
  if (numbers.foreign !== undefined) return { ...numbers.foreign, value: false, rule: "type-of-case-number" };
  if (numbers.origin !== undefined) return { ...numbers.origin, value: true, rule: "type-of-origin-number" };
  if (court === undefined && isElsewhere(flat.text))
    return { value: false, confidence: 0.85, rule: "not-before-a-court", text: title };
  if (ACT_OF_AGENCY.test(title))
    return { value: false, confidence: 0.85, rule: "decision-of-an-agency", text: title };
  const named = BRANCH_OF_TITLE.exec(title)?.[0];
  if (named !== undefined)
    return { value: named === "行政", confidence: 0.9, rule: "title-names-branch", text: title };
  const namesParties = [parties.plaintiffs, parties.respondents].some((side) => side.length > 0);
  if (cause !== undefined && /行政|政府信息|工伤(?:保险资格)?认定|征收|履行(?:法定)?职责/u.test(cause.value))
    // News of a hearing names what it was about, but nobody whose case it is.
    return {
      ...cause,
      value: true,
      confidence: namesParties ? 0.8 : 0.6,
      rule: "cause-is-administrative",
    };
  const words = /行政诉讼法|行政机关负责人|行政(?:判决|裁定|案件|诉讼)|被诉(?:行政|具体)/u.exec(flat.text);
  // A circular about appearances in general belongs to no case.
  if (words !== null && (words[0] !== "行政机关负责人" || court !== undefined))
    return {
      value: true,
      confidence: 0.75,
      rule: "words-of-administrative-procedure",
      text: spanOf(flat, words.index, words.index + words[0].length),
    };
  const organ = parties.respondents.find(({ value }) => isOrgan(value));
  if (organ !== undefined) return { ...organ, value: true, confidence: 0.5, rule: "agency-is-sued" };
  const namesCase = court !== undefined || /原告|被告|上诉人|案号|一案/u.test(flat.text);
  if (!namesCase) return { value: false, confidence: 0.85, rule: "names-no-case", text: title };
  return { value: false, confidence: 0.6, rule: "no-sign-of-an-administrative-case", text: "" };
}
