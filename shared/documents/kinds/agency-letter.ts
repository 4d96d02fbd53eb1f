import { reasonOf } from "../attendance/reasons.ts";
import { fieldsOf } from "../labels/form-fields.ts";
import { isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { authorOf } from "../parties/author.ts";
import type { Fact, PlanFacts } from "../text/fact.ts";
import { spanOf } from "../text/flat-text.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** Whether a title is that of an agency's letter about who will appear, or why nobody can. */
export function isAgencyLetter(title: string | undefined): boolean {
  return (
    title !== undefined && /委托书$|说明(?:书|表)?$|身份.{0,8}证明书?$|延期|不能出庭|未出庭|请假/u.test(title)
  );
}

/** 情况说明 of why the head can't appear; there are others, on facts of the case or on who somebody is. */
function isExplanation(title = "", text: string): boolean {
  return (
    /说明(?:书|表)?$/u.test(title) &&
    !/委托|身份|职务/u.test(title) &&
    /(?:不能|无法|未能|没有|未)(?:按时|亲自|到庭|参加|依法|正常){0,2}(?:出庭|到庭|参加庭审|应诉)/u.test(text)
  );
}

/**
 * Reads an authorisation (授权委托书) or an explanation of absence (情况说明). What it says is a plan or a plea and
 * never attendance: the names and the reason stand apart from what records say.
 */
export function readAgencyLetter({ flat, labels, facts }: CasePaper): ReadDocument {
  const field = fieldsOf(flat, labels);
  const by = field(/^委托(?:单位|人|机关|方)$|^申请(?:人|单位)$|^说明(?:单位|人)$/u);
  const name = by?.value.split("，")[0] ?? "";
  const organ = by !== undefined && isOrgan(name) ? { ...by, value: name } : facts.respondents[0];
  const signedBy = organ ?? authorOf(flat);
  const persons = labels
    .filter(({ label }) => /^(?:受委托人|受托人|被委托人|委托代理人|出庭负责人)/u.test(label))
    .flatMap(({ start, end }): Fact<string>[] => {
      const name = /^[\p{Script=Han}×*]{2,4}/u.exec(
        flat.text.slice(start, end).split(/职务|，|（/u)[0] ?? "",
      )?.[0];
      if (name === undefined || !isPersonName(name)) return [];
      return [{ value: name, confidence: 0.88, rule: "person-authorised", text: spanOf(flat, start, end) }];
    });
  const { reason } = reasonOf(flat.text);
  const at = reason === undefined ? -1 : flat.text.indexOf(reason);
  const plan: PlanFacts = {
    persons,
    ...(signedBy === undefined ? {} : { organ: signedBy }),
    ...(reason === undefined
      ? {}
      : {
          reason: {
            value: reason,
            confidence: 0.85,
            rule: "reason-given-beforehand",
            text: spanOf(flat, at, at + reason.length),
          },
        }),
  };
  return {
    ...facts,
    ...(isExplanation(facts.title, flat.text) && { agencyPaper: "explanation" }),
    ...(facts.respondents.length === 0 && organ !== undefined ? { respondents: [organ] } : {}),
    plan,
  };
}
