/** Who will appear for an agency, or why can nobody, by its own letter (授权委托书, 情况说明)? A plan, never attendance. */
import { reasonOf } from "../attendance/reasons.ts";
import { fieldsOf } from "../labels/form-fields.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { authorOf } from "../parties/author.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact, PlanFacts } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

const LETTERS = ruleTable("title-of-an-agencys-letter", (title: string) => title, [
  { name: "authorisation", of: /委托书$/u, says: true, example: "授权委托书" },
  { name: "explanation", of: /说明(?:书|表)?$/u, says: true, example: "情况说明" },
  { name: "certificate", of: /身份.{0,8}证明书?$/u, says: true, example: "负责人身份证明" },
  { name: "request-for-another-day", of: /延期/u, says: true, example: "延期开庭申请书" },
  { name: "absence", of: /不能出庭|未出庭|请假/u, says: true, example: "关于负责人请假的报告" },
]);

/** Whether a title is that of an agency's letter about who will appear, or why nobody can. */
export function isAgencyLetter(title: string | undefined): boolean {
  return title !== undefined && LETTERS.decide(title) !== undefined;
}

const STAYS_AWAY = new RegExp(
  `(?:不能|无法|未能|没有|未)(?:按时|亲自|到庭|参加|依法|正常){0,2}${anyOf(wordList("出庭 到庭 参加庭审 应诉"))}`,
  "u",
);

/** 情况说明 of why the head can't appear; there are others, on facts of the case or on who somebody is. */
function isExplanation(title = "", text: string): boolean {
  return /说明(?:书|表)?$/u.test(title) && !/委托|身份|职务/u.test(title) && STAYS_AWAY.test(text);
}

/** The field in which a letter says who writes it. */
const WRITER = /^委托(?:单位|人|机关|方)$|^申请(?:人|单位)$|^说明(?:单位|人)$/u;
/** The fields in which it says who is authorised. */
const AUTHORISED = /^(?:受委托人|受托人|被委托人|委托代理人|出庭负责人)/u;

/**
 * Reads an authorisation (授权委托书) or an explanation of absence (情况说明). What it says is a plan or a plea and
 * never attendance: the names and the reason stand apart from what records say.
 */
export function readAgencyLetter({ flat, labels, facts }: CasePaper): ReadDocument {
  const by = fieldsOf(flat, labels)(WRITER);
  const name = by?.value.split("，")[0] ?? "";
  const organ = by !== undefined && isOrgan(name) ? { ...by, value: name } : facts.respondents[0];
  const signedBy = organ ?? authorOf(flat);
  const reason = reasonGiven(flat);
  const plan: PlanFacts = {
    persons: personsAuthorised(flat, labels),
    ...(signedBy === undefined ? {} : { organ: signedBy }),
    ...(reason === undefined ? {} : { reason }),
  };
  return {
    ...facts,
    ...(isExplanation(facts.title, flat.text) && { agencyPaper: "explanation" }),
    ...(facts.respondents.length === 0 && organ !== undefined ? { respondents: [organ] } : {}),
    plan,
  };
}

function personsAuthorised(flat: FlatText, labels: readonly LabelledValue[]): Fact<string>[] {
  return labels
    .filter(({ label }) => AUTHORISED.test(label))
    .flatMap(({ start, end }): Fact<string>[] => {
      const words = flat.text.slice(start, end).split(/职务|，|（/u)[0] ?? "";
      const name = /^[\p{Script=Han}×*]{2,4}/u.exec(words)?.[0];
      if (name === undefined || !isPersonName(name)) return [];
      const text = spanOf(flat, start, end);
      return [{ value: name, confidence: CONFIDENCE.inferred, rule: "person-authorised", text }];
    });
}

function reasonGiven(flat: FlatText): Fact<string> | undefined {
  const { reason } = reasonOf(flat.text);
  if (reason === undefined) return undefined;
  const at = flat.text.indexOf(reason);
  const text = spanOf(flat, at, at + reason.length);
  return { value: reason, confidence: CONFIDENCE.inferred, rule: "reason-given-beforehand", text };
}
