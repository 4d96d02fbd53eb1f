/** What does a notice to an agency's head to appear say (出庭通知书, 法释〔2020〕3号 §5)? When, where, and whether once more. */
import { whoAppears } from "../attendance/shared-head.ts";
import { announcedHearing } from "../moments/hearing.ts";
import { addressees } from "../parties/addressees.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { withAddressees } from "./addressed-agency.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { sittingOf } from "./sitting-number.ts";

const NOTIFIED = ruleTable<string, "head" | "head-again">("who-is-notified", (text) => text, [
  {
    name: "head-notified-again",
    of: /再次(?:出庭|通知|到庭)/u,
    says: "head-again",
    example: "通知你单位负责人再次出庭",
  },
  {
    name: "head-notified",
    of: /负责人[^。；]{0,24}出庭/u,
    says: "head",
    example: "通知你单位负责人出庭应诉",
  },
]);

/** Reads a notice to an agency's head to appear (出庭通知书, 法释〔2020〕3号 §5). */
export function readAppearanceNotice(paper: CasePaper): ReadDocument {
  const { flat, labels, year, facts } = paper;
  const { hearing, postponement } = announcedHearing(flat, labels, {
    caseYear: year,
    issuedOn: facts.issuedOn?.value,
  });
  const addressed = addressees(flat);
  const notified = notifiedIn(flat);
  const principal = principalIn(flat);
  const respondents = withAddressees(paper, addressed, CONFIDENCE.stated);
  const appears = whoAppears(flat, { ...paper.parties, respondents });
  return {
    ...facts,
    respondents,
    ...(appears === undefined ? {} : { whoAppears: appears }),
    ...(addressed[0] === undefined ? {} : { summoned: addressed[0] }),
    ...(hearing === undefined ? {} : { hearing }),
    ...(postponement === undefined ? {} : { postponement }),
    ...(notified === undefined ? {} : { notified }),
    ...(principal === undefined ? {} : { principalCalled: principal }),
    ...sittingOf(flat),
  };
}

function notifiedIn(flat: FlatText): Fact<"head" | "head-again"> | undefined {
  const ruled = NOTIFIED.decide(flat.text);
  if (ruled?.words === undefined) return undefined;
  const { verdict: value, rule, words } = ruled;
  const text = spanOf(flat, words.index, words.index + words[0].length);
  return { value, confidence: CONFIDENCE.stated, rule, text };
}

/** 通知你局主要负责人出庭: a deputy won't do (unless the head explains why he can't). */
const PRINCIPAL =
  /(?:主要负责人|正职负责人|正职|行政首长(?!出庭应诉(?:制度|工作|规定))|(?:局长|主任|[省市县区镇乡]长)本人)(?!或|、)(?:(?!不|未|无法|难以|或|副职|其他|也可|均可)[^。；]){0,16}(?:出庭|到庭)(?!的)/u;

function principalIn(flat: FlatText): Fact<true> | undefined {
  const found = PRINCIPAL.exec(flat.text);
  if (found === null) return undefined;
  const text = spanOf(flat, found.index, found.index + found[0].length);
  return { value: true, confidence: CONFIDENCE.stated, rule: "principal-called", text };
}
