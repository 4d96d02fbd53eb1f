import { reasonOf } from "../attendance/reasons.ts";
import type { Fact, PlanFacts, ReadDocument } from "../facts.ts";
import { spanOf } from "../flat-text.ts";
import { fieldsOf } from "../form-fields.ts";
import { isOrgan } from "../organ-name.ts";
import { isPersonName } from "../person-name.ts";
import type { CasePaper } from "./case-facts.ts";

/** Whether a title is that of an agency's letter about who will appear, or why nobody can. */
export function isAgencyLetter(title: string | undefined): boolean {
  return title !== undefined && /委托书$|说明书?$|身份.{0,8}证明书?$|延期|不能出庭|未出庭|请假/u.test(title);
}

/**
 * Reads an authorisation (授权委托书) or an explanation of absence (情况说明). What it says is a plan or a plea and
 * never attendance: the names and the reason stand apart from what records say.
 */
export function readAgencyLetter({ flat, labels, facts }: CasePaper): ReadDocument {
  const field = fieldsOf(flat, labels);
  const by = field(/^委托(?:单位|人|机关|方)$|^申请(?:人|单位)$|^说明(?:单位|人)$/u);
  const organ = by !== undefined && isOrgan(by.value) ? by : facts.respondents[0];
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
    ...(organ === undefined ? {} : { organ }),
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
    ...(facts.respondents.length === 0 && organ !== undefined ? { respondents: [organ] } : {}),
    plan,
  };
}
