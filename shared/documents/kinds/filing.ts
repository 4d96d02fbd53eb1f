/** Who appeared for an agency by its own filing (备案表, 反馈表)? What it files is the agency's word, not the court's. */
import { judgeHead } from "../../domain/court/head.ts";
import { findAttendance } from "../attendance/attendance.ts";
import { postAlone } from "../attendance/speech/title.ts";
import {
  answerOf,
  type FieldReader,
  fieldsOf,
  formPairs,
  pairsBelow,
  ticked,
} from "../labels/form-fields.ts";
import { findMoments } from "../moments/dates.ts";
import { recordedHearing } from "../moments/hearing.ts";
import { lastHeldSitting } from "../moments/held-sitting.ts";
import { type Person, personIn } from "../names/named-person.ts";
import { isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { authorOf } from "../parties/author.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { AttendanceFacts, Attended, Fact } from "../text/fact.ts";
import { readingTable, ruleTable } from "../text/rule-table.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

const FILING = ruleTable("title-of-a-filing", (title: string) => title, [
  {
    name: "explanation-of-an-absence",
    of: /(?:不能|无法|不|未能?)出庭[^。]{0,8}说明/u,
    says: false,
    example: "负责人不能出庭情况说明表",
  },
  { name: "form", of: /[表单]$/u, says: true, example: "出庭应诉情况备案表" },
  { name: "filing", of: /备案(?:报告|函|书)?$/u, says: true, example: "关于出庭应诉情况的备案报告" },
  {
    name: "report-of-an-appearance",
    of: /(?<![不未能法])出庭(?:应诉)?情况的?(?:报告|汇报)$/u,
    says: true,
    example: "负责人出庭应诉情况报告",
  },
]);

/** Whether a document's title is that of an agency's filing of who appeared (备案表, 反馈表). */
export function isFiling(title: string | undefined): boolean {
  return title !== undefined && /出庭|应诉/u.test(title) && FILING.decide(title)?.verdict === true;
}

/** The labels of a form's fields, by what they ask. */
const FIELDS = {
  agencySued: /^被告(?:单位)?$|^(?:被诉|应诉)(?:行政)?(?:机关|单位)(?:名称)?$/u,
  agencyThatFiles: /^(?:行政机关|(?:填报|报送|填表|报备|备案|出庭|应诉)?(?:单位|机关)(?:名称)?)$/u,
  headCame: /^(?:行政机关)?(?:负责人)?是否出庭(?:应诉)?$|^(?:行政机关)?负责人出庭(?:应诉)?(?:情况)?$/u,
  principalCame: /^(?:主要|正职)(?:负责人|领导)?是否出庭(?:应诉)?$/u,
  deputyCame: /^(?:分管|副职)(?:负责人|领导)?是否出庭(?:应诉)?$/u,
  head: /^(?:行政机关)?(?:出庭|应诉|出庭应诉)(?:应诉)?负责人(?:姓名)?(?:[及、和]职务)?$|^姓名(?:及职务)?$/u,
  post: /^(?:出庭|应诉|出庭应诉)?(?:行政机关)?(?:负责人|负责同志)?的?职务$/u,
  reason: /(?:未|不能)出庭的?(?:原因|理由)$/u,
  everyoneWhoCame: /^(?:其他)?出庭(?:应诉)?人员(?:(?:姓名)?及职务)?$/u,
};

const isField = (label: string) => Object.values(FIELDS).some((field) => field.test(label));

/** Reads the form with which an agency files who appeared at a hearing. */
export function readFiling({ flat, labels, parties, year, facts }: CasePaper): ReadDocument {
  const field = fieldsOf(flat, [...labels, ...formPairs(flat), ...pairsBelow(flat, isField)]);
  const agency = [FIELDS.agencySued, FIELDS.agencyThatFiles]
    .map(field)
    .find((fact) => fact !== undefined && isOrgan(fact.value));
  const organ = agency ?? facts.respondents[0];
  const hearing =
    recordedHearing(flat, labels, year) ?? lastHeldSitting(flat, findMoments(flat, year), flat.text.length);
  const filed = organ && attendanceOf(organ, field);
  const [told] = filed === undefined ? findAttendance(flat, parties, "letter", authorOf(flat)?.value) : [];
  const row = filed ?? told;
  return {
    ...facts,
    agencyPaper: "filing",
    ...(facts.respondents.length === 0 && organ !== undefined ? { respondents: [organ] } : {}),
    ...(hearing === undefined ? {} : { hearing }),
    attendance: row === undefined ? [] : [row],
  };
}

/** What the form says of its agency's head. */
interface Filed {
  readonly organ: string;
  /** Whether a head came: the field, and its answer where one is ticked or written. */
  readonly said: Fact<string> | undefined;
  readonly answer: boolean | undefined;
  readonly named: Fact<string> | undefined;
  readonly reason: Fact<string> | undefined;
  readonly person: Person | undefined;
  readonly title: string | undefined;
}

type Read = Omit<Fact<Attended>, "rule">;

const read = (fact: Fact<string> | undefined, value: Attended): Read | undefined =>
  fact && {
    value,
    confidence: value === "review" ? CONFIDENCE.doubtful : CONFIDENCE.inferred,
    text: fact.text,
  };

/** Whether a head came, by a form in which somebody filled in something. */
const ATTENDED = readingTable<Filed, Read>("attendance-by-filing", [
  {
    name: "filed-with-a-reason-alone",
    reads: ({ said, named, reason }) =>
      said === undefined && named === undefined ? read(reason, false) : undefined,
    example: "未出庭原因：因公出差",
  },
  {
    name: "filed-as-absent",
    reads: ({ said, answer }) => (answer === false ? read(said, false) : undefined),
    example: "负责人是否出庭：否",
  },
  {
    name: "filed-without-an-answer",
    reads: ({ said, answer, person }) =>
      answer === undefined && person !== undefined ? read(said, "review") : undefined,
    example: "负责人是否出庭：□是 □否\n姓名：龙涛",
  },
  {
    name: "filed-by-title",
    reads: ({ organ, said, named, answer, person, title }) => {
      if (answer === undefined && person === undefined) return undefined;
      return read(said ?? named, title === undefined ? "review" : attendedAs(organ, title));
    },
    example: "负责人是否出庭：是\n姓名：龙涛\n职务：副局长",
  },
]);

function attendanceOf(organ: Fact<string>, field: FieldReader): AttendanceFacts | undefined {
  const said = answerAmong([FIELDS.headCame, FIELDS.principalCame, FIELDS.deputyCame].map(field));
  const answer = answerOf(said && ticked(said.value));
  const named = field(FIELDS.head);
  const post = field(FIELDS.post);
  const reason = field(FIELDS.reason);
  const source = named ?? (answer === true ? field(FIELDS.everyoneWhoCame) : undefined);
  const person = source && personFiled(source.value, organ.value, named === undefined);
  const title = post?.value ?? person?.title;
  const ruled = ATTENDED.decide({ organ: organ.value, said, answer, named, reason, person, title });
  if (ruled === undefined) return undefined;
  const headAttended = { ...ruled.verdict, rule: ruled.rule };
  const ofTitle = post ?? source ?? said;
  return {
    organ,
    headAttended,
    ...(person === undefined || source === undefined ? {} : { headName: { ...source, value: person.name } }),
    ...(title === undefined || ofTitle === undefined || isReasonAlone(said, named)
      ? {}
      : { headTitle: { ...ofTitle, value: postAlone(title, organ.value) } }),
    ...(reason !== undefined && (answer === false || isReasonAlone(said, named))
      ? { absenceReason: reason }
      : {}),
  };
}

function isReasonAlone(said: Fact<string> | undefined, named: Fact<string> | undefined): boolean {
  return said === undefined && named === undefined;
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

function attendedAs(agency: string, title: string): Attended {
  const { verdict } = judgeHead({ agency, title });
  return verdict === "review" ? "review" : verdict === "head";
}
