/** What do all case papers have in common? Number, court, cause, parties, dates, and whether the case is administrative. */
import { NUMBER_SHAPE, partsOf } from "../../domain/court/case-number.ts";
import { pairLabels } from "../labels/label-pairs.ts";
import { findLabels, type LabelledValue, valueText } from "../labels/labels.ts";
import { findMoments } from "../moments/dates.ts";
import { servedOn } from "../moments/service.ts";
import { addressedCourt, issuingCourt } from "../names/court.ts";
import { findBareCause } from "../parties/bare-cause.ts";
import { findCaseClauses, readClause } from "../parties/case-clause.ts";
import { beginsCause, causeAsWritten } from "../parties/cause-words.ts";
import { documentNumbers } from "../parties/numbers.ts";
import { findParties, type Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { linesOf } from "../text/sentences.ts";
import { administrative } from "./administrative.ts";
import type { ReadDocument } from "./facts.ts";
import type { RecognisedKind } from "./kind.ts";
import { withUnread } from "./sureness.ts";

/** What every extractor starts from, and what all kinds of case papers have in common. */
export interface CasePaper {
  readonly flat: FlatText;
  readonly labels: readonly LabelledValue[];
  readonly parties: Parties;
  /** The case's year, for dates that leave theirs out. */
  readonly year: number | undefined;
  readonly facts: ReadDocument;
}

/** Papers whose own service can stand on them; a record or judgment mentions that of other papers. */
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
    administrative: administrative({ flat, title: title ?? "", numbers, parties, cause, court }),
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
  const unread = parties.mayBeMore ? ([{ kind: "beyond-limit", name: "当事人" }] as const) : [];
  return { flat, labels, parties, year, facts: withUnread(facts, unread) };
}

interface Sources {
  readonly flat: FlatText;
  readonly labels: readonly LabelledValue[];
}

const CAUSE = readingTable<Sources, Omit<Fact<string>, "rule">>("cause-of-a-case", [
  {
    name: "cause-by-label",
    reads: ({ flat, labels }) => {
      for (const label of labels.filter((value) => value.label === "案由" || value.label === "案件名称")) {
        // A cause is short; the label's line holds it, or the line below.
        const end = Math.min(nextGap(flat, label.start + 1, Gap.cell, label.end), label.end);
        const below = Math.min(nextGap(flat, end + 1, Gap.line, label.blockEnd), label.blockEnd);
        const cell = gapAt(flat, end) === Gap.line ? below : end;
        // 案由：行政处罚。审判长王某…: a field within a sentence ends with it.
        const stop = flat.text.slice(label.start, cell).indexOf("。");
        const until = stop > 0 ? label.start + stop : cell;
        const words = valueText(flat, { start: label.start, end: until });
        const value =
          readClause(words)?.cause ?? (label.label === "案由" ? causeAsWritten(words) : undefined);
        if (value !== undefined)
          return { value, confidence: CONFIDENCE.stated, text: spanOf(flat, label.start, until) };
      }
      return undefined;
    },
    example: "案由：治安行政处罚",
  },
  {
    name: "cause-in-sentence",
    reads: ({ flat }) => {
      const clause = findCaseClauses(flat).find((found) => found.cause !== undefined);
      return clause?.cause === undefined
        ? undefined
        : {
            value: clause.cause,
            confidence: CONFIDENCE.inferred,
            text: spanOf(flat, clause.start, clause.end),
          };
    },
    example: "原告张三诉被告沂水县公安局治安行政处罚一案",
  },
  {
    name: "cause-behind-the-number",
    reads: ({ flat }) => {
      const line = linesOf(flat, Gap.line, LINES_OF_HEAD).find(({ start, end }) =>
        NUMBER_AND_CAUSE.test(flat.text.slice(start, end)),
      );
      const number = line && NUMBER_AND_CAUSE.exec(flat.text.slice(line.start, line.end))?.[1];
      if (line === undefined || number === undefined) return undefined;
      const at = line.start + number.length;
      const words = flat.text.slice(at, line.end);
      const value = gapAt(flat, at) >= Gap.blank && beginsCause(words) ? causeAsWritten(words) : undefined;
      return value === undefined
        ? undefined
        : { value, confidence: CONFIDENCE.inferred, text: spanOf(flat, at, line.end) };
    },
    example: "（2026）鲁1323行初45号　不履行法定职责",
  },
  {
    name: "cause-before-the-word-case",
    reads: ({ flat }) => {
      const bare = findBareCause(flat);
      return (
        bare && {
          value: bare.cause,
          confidence: CONFIDENCE.inferred,
          text: spanOf(flat, bare.start, bare.end),
        }
      );
    },
    example: "你单位治安行政处罚一案",
  },
]);

/** A record's head: so many lines. */
const LINES_OF_HEAD = 8;
const NUMBER_AND_CAUSE = new RegExp(`^(${NUMBER_SHAPE.yearFirst})\\p{Script=Han}{4,30}$`, "u");

/** 案由: by its label, else what a sentence says the case is about. */
function causeOf(flat: FlatText, labels: readonly LabelledValue[]): Fact<string> | undefined {
  const ruled = CAUSE.decide({ flat, labels });
  return ruled && { ...ruled.verdict, rule: ruled.rule };
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
  const { date: value, confidence, rule } = last;
  return { value, confidence, rule: `date-under-the-text-${rule}`, text: spanOf(flat, last.start, last.end) };
}
