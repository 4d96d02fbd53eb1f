import { judgeHead } from "../../domain/court/head.ts";
import { findAttendance } from "../attendance/attendance.ts";
import { postAlone } from "../attendance/title.ts";
import { answerOf, type FieldReader, fieldsOf, formPairs, ticked } from "../labels/form-fields.ts";
import { findMoments } from "../moments/dates.ts";
import { recordedHearing } from "../moments/hearing.ts";
import { lastHeldSitting } from "../moments/held-sitting.ts";
import { type Person, personIn } from "../names/named-person.ts";
import { isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { authorOf } from "../parties/author.ts";
import type { AttendanceFacts, Attended, Fact } from "../text/fact.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** Whether a document's title is that of an agency's filing of who appeared (备案表, 反馈表). */
export function isFiling(title: string | undefined): boolean {
  return (
    title !== undefined &&
    /出庭|应诉/u.test(title) &&
    !/统计|汇总|台账|(?:不能|无法|不|未能?)出庭[^。]{0,8}说明/u.test(title) &&
    /(?:表|单)$|备案(?:报告|函|书)?$|(?<![不未能法])出庭(?:应诉)?情况的?(?:报告|汇报)$/u.test(title)
  );
}

/** Reads the form with which an agency files who appeared at a hearing. */
export function readFiling({ flat, labels, parties, year, facts }: CasePaper): ReadDocument {
  const field = fieldsOf(flat, [...labels, ...formPairs(flat)]);
  const agency = [
    /^被告(?:单位)?$|^(?:被诉|应诉)(?:行政)?(?:机关|单位)(?:名称)?$/u,
    /^(?:行政机关|(?:填报|报送|填表|报备|备案|出庭|应诉)?(?:单位|机关)(?:名称)?)$/u,
  ]
    .map(field)
    .find((fact) => fact !== undefined && isOrgan(fact.value));
  const organ = agency ?? facts.respondents[0];
  const hearing =
    recordedHearing(flat, labels, year) ?? lastHeldSitting(flat, findMoments(flat, year), flat.text.length);
  const filed = organ && attendanceOf(organ, field);
  const [told] = filed === undefined ? findAttendance(flat, parties, false, authorOf(flat)?.value) : [];
  const row = filed ?? told;
  return {
    ...facts,
    agencyPaper: "filing",
    ...(facts.respondents.length === 0 && organ !== undefined ? { respondents: [organ] } : {}),
    ...(hearing === undefined ? {} : { hearing }),
    attendance: row === undefined ? [] : [row],
  };
}

function attendanceOf(organ: Fact<string>, field: FieldReader): AttendanceFacts | undefined {
  const said = answerAmong([
    field(/^(?:行政机关)?(?:负责人)?是否出庭(?:应诉)?$|^(?:行政机关)?负责人出庭(?:应诉)?(?:情况)?$/u),
    field(/^(?:主要|正职)(?:负责人|领导)?是否出庭(?:应诉)?$/u),
    field(/^(?:分管|副职)(?:负责人|领导)?是否出庭(?:应诉)?$/u),
  ]);
  const named = field(
    /^(?:行政机关)?(?:出庭|应诉|出庭应诉)(?:应诉)?负责人(?:姓名)?(?:(?:及|、|和)职务)?$|^姓名(?:及职务)?$/u,
  );
  const post = field(/^(?:出庭|应诉|出庭应诉)?(?:行政机关)?(?:负责人|负责同志)?(?:的)?职务$/u);
  const reason = field(/(?:未|不能)出庭(?:的)?(?:原因|理由)$/u);
  if (said === undefined && named === undefined && reason !== undefined)
    return {
      organ,
      headAttended: { ...reason, value: false, confidence: 0.85, rule: "filed-with-a-reason" },
      absenceReason: reason,
    };
  const answer = answerOf(said && ticked(said.value));
  const others = answer === true ? field(/^(?:其他)?出庭(?:应诉)?人员(?:(?:姓名)?及职务)?$/u) : undefined;
  const source = named ?? others;
  const person = source && personFiled(source.value, organ.value, named === undefined);
  const title = post?.value ?? person?.title;
  const first = said ?? named;
  if (first === undefined || (answer === undefined && person === undefined)) return undefined;
  const attended: Attended =
    answer === false
      ? false
      : said !== undefined && answer === undefined
        ? "review"
        : attendedAs(organ.value, title);
  return {
    organ,
    headAttended: {
      ...first,
      value: attended,
      confidence: attended === "review" ? 0.5 : 0.85,
      rule: "filed-by-the-agency",
    },
    ...(person === undefined || source === undefined ? {} : { headName: { ...source, value: person.name } }),
    ...(title === undefined
      ? {}
      : { headTitle: { ...(post ?? source ?? first), value: postAlone(title, organ.value) } }),
    ...(reason === undefined || answer !== false ? {} : { absenceReason: reason }),
  };
}

/** The person of a field; of a list of everyone who came (张某（副镇长）、李某（所长）) the one with a head's title. */
function personFiled(value: string, agency: string, isList: boolean): Person | undefined {
  const isHead = ({ title }: Person) =>
    title !== undefined && judgeHead({ agency, title }).verdict === "head";
  if (!isList) return isPersonName(value) ? { name: value } : personIn(value);
  return value
    .split(/[；，]|、(?=[\p{Script=Han}×*]{2,4}(?:，|（|$))/u)
    .flatMap((piece) => personIn(piece) ?? [])
    .find(isHead);
}

/** A form may ask for the principal and for a deputy: one yes is enough, else the last answer stands. */
function answerAmong(answers: readonly (Fact<string> | undefined)[]): Fact<string> | undefined {
  const given = answers.filter((answer) => answer !== undefined);
  return given.find(({ value }) => answerOf(ticked(value)) === true) ?? given.at(-1);
}

function attendedAs(agency: string, title: string | undefined): Attended {
  if (title === undefined) return "review";
  const { verdict } = judgeHead({ agency, title });
  return verdict === "review" ? "review" : verdict === "head";
}
