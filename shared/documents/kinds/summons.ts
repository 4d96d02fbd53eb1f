/** What does a summons say (传票, a notice of a hearing or of its change)? Who is called, to what, when and where. */
import { type LabelledValue, valueText } from "../labels/labels.ts";
import { announcedHearing } from "../moments/hearing.ts";
import { agencyAsked } from "../moments/put-off-for.ts";
import { isFullOrgan } from "../names/organ-name.ts";
import { nameAt } from "../names/party-name.ts";
import { addressees } from "../parties/addressees.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import { anyOf, wordList } from "../text/words.ts";
import { isSureCase, withAddressees } from "./addressed-agency.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { sittingOf } from "./sitting-number.ts";

/** What a summons can be for besides a hearing; no head has to appear for these. */
const OTHER_PURPOSES = wordList(`
  宣判 证据交换 庭前会议 谈话 询问 调解 调查 质证 领取 送达 阅卷 听证 勘验 现场 抽签 摇号 协调`);
const OTHER_PURPOSE = new RegExp(anyOf(OTHER_PURPOSES), "u");
const A_HEARING = /开庭|庭审|出庭|应诉|审理/u;
const SUMMONED = /^(?:被传|被通知人|传唤对象|受传唤人|受送达人|当事人$)/u;

/** Reads a summons (传票), a notice of a hearing, or the notice that moves or cancels one. */
export function readSummons(paper: CasePaper): ReadDocument {
  const { flat, labels, year, facts } = paper;
  const purpose = otherPurpose(flat, labels);
  const announced = announcedHearing(flat, labels, { caseYear: year, issuedOn: facts.issuedOn?.value });
  const asked = announced.postponement && agencyAsked(flat);
  const addressed = addressees(flat);
  const called = summonedParties(flat, labels);
  const summoned = called[0] ?? addressed[0];
  const respondents = withAddressees(paper, addressed, CONFIDENCE.inferred);
  return {
    ...facts,
    respondents:
      respondents.length === 0 ? summonedOrgans(facts, called.length > 0 ? called : addressed) : respondents,
    ...(summoned === undefined ? {} : { summoned }),
    ...(purpose === undefined ? announced : { purpose }),
    ...(asked === undefined ? {} : { agencyAsked: asked }),
    ...sittingOf(flat),
  };
}

function otherPurpose(flat: FlatText, labels: readonly LabelledValue[]): Fact<string> | undefined {
  const label = labels.find(
    ({ label: name }) => /事由$|原因$|理由$/u.test(name) && /传唤|到庭|^事由/u.test(name),
  );
  if (label === undefined) return undefined;
  const end = Math.min(label.end, nextGap(flat, label.start + 1, Gap.cell, label.end));
  const value = valueText(flat, { start: label.start, end });
  if (A_HEARING.test(value) || !OTHER_PURPOSE.test(value)) return undefined;
  const text = spanOf(flat, label.at, label.end);
  return { value, confidence: CONFIDENCE.stated, rule: "purpose-by-label", text };
}

/** 被传唤人: one, or several parted by marks. */
export function summonedParties(flat: FlatText, labels: readonly LabelledValue[]): Fact<string>[] {
  const label = labels.find(({ label: name }) => SUMMONED.test(name));
  const found: Fact<string>[] = [];
  if (label === undefined) return found;
  for (let at = label.start; at < label.blockEnd; ) {
    const name = nameAt(flat, at, label.blockEnd);
    if (name === undefined || name.name.length < 2 || /与/u.test(name.name)) break;
    const text = spanOf(flat, name.start, name.end);
    found.push({ value: name.name, confidence: CONFIDENCE.stated, rule: "summoned-by-label", text });
    if (flat.text[name.end] !== "、") break;
    at = name.end + 1;
  }
  return found;
}

/** In an administrative case the agency that a court calls is nearly always the one that is sued. */
function summonedOrgans(facts: ReadDocument, summoned: readonly Fact<string>[]): Fact<string>[] {
  const known = [...facts.plaintiffs, ...facts.thirdParties].map(({ value }) => value);
  if (!facts.administrative.value) return [];
  const organs = summoned.filter(({ value }) => isFullOrgan(value) && !known.includes(value));
  const confidence = isSureCase(facts) ? CONFIDENCE.inferred : CONFIDENCE.doubtful;
  const rule = organs.length > 1 ? "agencies-summoned-together" : "agency-summoned";
  return organs.map((organ) => ({ ...organ, confidence, rule }));
}
