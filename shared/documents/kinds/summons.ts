import { type LabelledValue, valueText } from "../labels/labels.ts";
import { announcedHearing } from "../moments/hearing.ts";
import { isFullOrgan } from "../names/organ-name.ts";
import { nameAt } from "../names/party-name.ts";
import { addressees } from "../parties/addressees.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** What a summons can be for besides a hearing; no head has to appear for these. */
const OTHER_PURPOSE =
  /宣判|证据交换|庭前会议|谈话|询问|调解|调查|质证|领取|送达|阅卷|听证|勘验|现场|抽签|摇号|协调/u;

/** Reads a summons (传票), a notice of a hearing, or the notice that moves or cancels one. */
export function readSummons(paper: CasePaper): ReadDocument {
  const { flat, labels, year, facts } = paper;
  const purpose = otherPurpose(flat, labels);
  const announced = announcedHearing(flat, labels, { caseYear: year, issuedOn: facts.issuedOn?.value });
  const addressed = addressees(flat);
  const called = summonedParties(flat, labels);
  const summoned = called[0] ?? addressed[0];
  const respondents = withAddressees(paper, addressed);
  return {
    ...facts,
    respondents:
      respondents.length === 0 ? summonedOrgans(facts, called.length > 0 ? called : addressed) : respondents,
    ...(summoned === undefined ? {} : { summoned }),
    ...(purpose === undefined ? announced : { purpose }),
    ...sittingOf(flat),
  };
}

function otherPurpose(flat: FlatText, labels: readonly LabelledValue[]): Fact<string> | undefined {
  const label = labels.find(
    ({ label: name }) => /事由$|原因$|理由$/u.test(name) && /传唤|到庭|^事由/u.test(name),
  );
  if (label === undefined) return undefined;
  const value = valueText(flat, {
    start: label.start,
    end: Math.min(label.end, nextGap(flat, label.start + 1, Gap.cell)),
  });
  if (/开庭|庭审|出庭|应诉|审理/u.test(value) || !OTHER_PURPOSE.test(value)) return undefined;
  return { value, confidence: 0.9, rule: "purpose-by-label", text: spanOf(flat, label.at, label.end) };
}

/** 被传唤人: one, or several parted by marks. */
function summonedParties(flat: FlatText, labels: readonly LabelledValue[]): Fact<string>[] {
  const label = labels.find(({ label: name }) =>
    /^(?:被传|被通知人|传唤对象|受传唤人|受送达人|当事人$)/u.test(name),
  );
  const found: Fact<string>[] = [];
  if (label === undefined) return found;
  for (let at = label.start; at < label.blockEnd; ) {
    const name = nameAt(flat, at, label.blockEnd);
    if (name === undefined || name.name.length < 2 || /与/u.test(name.name)) break;
    const text = spanOf(flat, name.start, name.end);
    found.push({ value: name.name, confidence: 0.93, rule: "summoned-by-label", text });
    if (flat.text[name.end] !== "、") break;
    at = name.end + 1;
  }
  return found;
}

/** The respondents with those the letter calls 你单位, where the sentence about the case makes them so. */
export function withAddressees(
  { facts, parties }: CasePaper,
  addressed: readonly Fact<string>[],
  /** How sure it is that only the one who is sued gets such a paper; 0 where others get it as well. */
  whenAddressed = 0.82,
): readonly Fact<string>[] {
  const known = [...facts.respondents, ...facts.thirdParties, ...facts.plaintiffs].map(({ value }) => value);
  const fresh = addressed.filter(({ value }) => !known.includes(value));
  const isSaid = parties.addressee === "respondent";
  const isCase = facts.administrative.value && facts.administrative.confidence >= 0.8;
  const unsaid = isCase && facts.thirdParties.length === 0 ? whenAddressed : Math.min(whenAddressed, 0.7);
  if (!isSaid && (unsaid === 0 || facts.respondents.length > 0 || parties.addressee !== undefined))
    return facts.respondents;
  return [
    ...fresh.map((fact) => ({
      ...fact,
      confidence: isSaid ? 0.92 : unsaid,
      rule: "agency-addressed",
    })),
    ...facts.respondents,
  ];
}

/** In an administrative case the agency that a court calls is nearly always the one that is sued. */
function summonedOrgans(facts: ReadDocument, summoned: readonly Fact<string>[]): Fact<string>[] {
  const known = [...facts.plaintiffs, ...facts.thirdParties].map(({ value }) => value);
  if (!facts.administrative.value) return [];
  const organs = summoned.filter(({ value }) => isFullOrgan(value) && !known.includes(value));
  const isSure = facts.administrative.confidence >= 0.8 && facts.thirdParties.length === 0;
  const rule = organs.length > 1 ? "agencies-summoned-together" : "agency-summoned";
  return organs.map((organ) => ({ ...organ, confidence: isSure ? 0.82 : 0.7, rule }));
}

/** 第二次开庭 → 2. */
export function sittingOf(flat: FlatText): Pick<ReadDocument, "sitting"> {
  const match =
    /第([一二三四五六]|\d)次(?:公开)?(?:开庭|庭审)|(?:庭审|开庭)笔录（第([一二三四五六]|\d)次）/u.exec(
      flat.text,
    );
  const digit = match?.[1] ?? match?.[2];
  if (match === null || digit === undefined) return {};
  const value = "一二三四五六".includes(digit) ? "一二三四五六".indexOf(digit) + 1 : Number(digit);
  return {
    sitting: {
      value,
      confidence: 0.85,
      rule: "number-of-sitting",
      text: spanOf(flat, match.index, match.index + match[0].length),
    },
  };
}
