/** What a person makes of what was read (人工复核): the same reading, confirmed, with corrections in place. */
import { kindOf } from "../../../shared/casework/documents/answers.ts";
import type { AttendanceFacts, DocumentKind, Fact } from "../../../shared/documents/text/fact.ts";
import { type CaseNumber, parseCaseNumber, partsOf } from "../../../shared/domain/court/case-number.ts";
import { type CivilDate, civilDateIn, type Year, yearOf } from "../../../shared/domain/time/time.ts";
import type { Form, FormReader } from "../frame/form.ts";
import { type Days, dayTyped } from "../frame/typed.ts";
import { byPerson, confirmed } from "./confirmed.ts";
import { correctedResult, resultAsForm } from "./result-fields.ts";
import type { CaseReading } from "./stored-reading.ts";

export const KINDS = [
  "summons",
  "appearance-notice",
  "appeal",
  "hearing-record",
  "judgment",
  "filing",
  "explanation",
  "response-notice",
  "judicial-suggestion",
  "complaint",
  "defence",
  "evidence-list",
  "service-receipt",
  "enforcement-notice",
] as const;

/** Kinds that are told by a mark of their own: `read` prints `other` for them. */
const MARKED = {
  filing: { agencyPaper: "filing" },
  explanation: { agencyPaper: "explanation" },
  "response-notice": { courtPaper: "response-notice" },
  "judicial-suggestion": { courtPaper: "judicial-suggestion" },
  complaint: { courtPaper: "complaint" },
  defence: { agencyPaper: "defence" },
  "evidence-list": { agencyPaper: "evidence-list" },
  "service-receipt": { courtPaper: "service-receipt" },
  "enforcement-notice": { courtPaper: "enforcement-notice" },
} as const satisfies Partial<Record<(typeof KINDS)[number], Partial<CaseReading>>>;

function isMarked(kind: string | undefined): kind is keyof typeof MARKED {
  return kind !== undefined && Object.hasOwn(MARKED, kind);
}

/** The agencies whose attendance the document should state. */
export function agenciesOf(document: CaseReading): readonly string[] {
  const stated = document.attendance.map(({ organ }) => organ.value);
  const silent =
    document.kind.value === "hearing-record" || document.agencyPaper === "filing"
      ? document.respondents.map(({ value }) => value)
      : [];
  return [...new Set([...stated, ...silent])];
}

/** Whose head appears of several, as a form offers it: by agreement or by the court's decision, for each that is sued. */
export function jointChoices({ respondents }: CaseReading): readonly JointChoice[] {
  if (respondents.length < 2) return [];
  return (["agreed", "court"] as const).flatMap((by) =>
    respondents.map(({ value: respondent }, index) => ({ value: `${by}${index}`, by, respondent })),
  );
}

interface JointChoice {
  readonly value: string;
  readonly by: "agreed" | "court";
  readonly respondent: string;
}

/** The values a form begins with: what was read. */
export function asForm(document: CaseReading): Form {
  const { caseNumbers, respondents, hearing, attendance } = document;
  const form: Record<string, string> = {
    kind: kindOf(document),
    numbers: caseNumbers.map(({ value }) => value).join("\n"),
    respondents: respondents.map(({ value }) => value).join("\n"),
    date: hearing?.start.value.date ?? "",
    time: hearing?.start.value.time ?? "",
    place: hearing?.place?.value ?? "",
    ...resultAsForm(document),
    joint: jointChoices(document).find((one) => isChosen(document, one))?.value ?? "",
  };
  for (const [index, agency] of agenciesOf(document).entries()) {
    const facts = attendance.find(({ organ }) => organ.value === agency);
    const attended = facts?.headAttended?.value;
    form[`attended${index}`] = attended === true ? "yes" : attended === false ? "no" : "";
    form[`name${index}`] = facts?.headName?.value ?? "";
    form[`title${index}`] = facts?.headTitle?.value ?? "";
  }
  return form;
}

/** The corrected reading; problems are left with the reader. */
export function corrected(
  document: CaseReading,
  form: Form,
  today: CivilDate,
  reader: FormReader,
): CaseReading {
  const sure = confirmed(document);
  const kind = reader.choice("kind", "文书种类", KINDS);
  const caseNumbers = lines(form.numbers).flatMap((text) => {
    const number = parseCaseNumber(text);
    if (number === undefined)
      reader.problem("numbers", `“${text}”不是行政案件的案号，请按（2026）鲁1302行初45号的格式填写。`);
    return number === undefined ? [] : [byPerson(number, text)];
  });
  if (caseNumbers.length === 0) reader.problem("numbers", "请填写案号。");
  const hearing = correctedHearing(sure, form, yearOfCases(caseNumbers, today), reader);
  const joint = jointChoices(document).find(({ value }) => value === form.joint);
  const {
    hearing: _,
    agencyPaper: __,
    courtPaper: ___,
    outcome: ____,
    withdrawnAgainst: _____,
    whoAppears,
    ...rest
  } = sure;
  const respondents = lines(form.respondents);
  return {
    ...rest,
    ...(kind !== undefined && {
      kind: byPerson<DocumentKind>(isMarked(kind) ? "other" : kind, sure.kind.text),
    }),
    ...(isMarked(kind) && MARKED[kind]),
    caseNumbers,
    respondents: respondents.map((name) => byPerson(name, name)),
    ...correctedResult(sure, form, respondents, reader),
    ...(hearing && { hearing }),
    ...(joint && {
      whoAppears: byPerson({ by: joint.by, respondents: [joint.respondent] }, whoAppears?.text ?? ""),
    }),
    ...(form.newer === "yes" && { postponement: byPerson({ newDateGiven: true }, "") }),
    attendance: agenciesOf(document).map((agency, index) =>
      correctedAttendance(sure, agency, index, form, reader),
    ),
  };
}

function isChosen({ whoAppears }: CaseReading, { by, respondent }: JointChoice): boolean {
  return whoAppears?.value.by === by && whoAppears.value.respondents.includes(respondent);
}

function correctedHearing(
  { hearing }: CaseReading,
  { date: day = "", time: hour = "", place = "" }: Form,
  caseYear: number,
  reader: FormReader,
): CaseReading["hearing"] {
  if (day === "") return undefined;
  const date = dayTyped(day, daysFrom(caseYear));
  const time = hour === "" ? undefined : reader.time("time", "开庭时间");
  if (date === undefined)
    reader.problem("date", "开庭日期没有看懂，请核对是否有这一天，例如：2026年9月24日，或者2026-09-24。");
  if (date === undefined) return undefined;
  const text = hearing?.start.text ?? "";
  const sameDay = hearing?.end?.value.date === date;
  return {
    start: byPerson({ date, ...(time !== undefined && { time }) }, text),
    ...(sameDay && hearing?.end && { end: hearing.end }),
    ...wayOf(hearing),
    ...(place !== "" && { place: byPerson(place, hearing?.place?.text ?? "") }),
  };
}

function correctedAttendance(
  { attendance }: CaseReading,
  agency: string,
  index: number,
  form: Form,
  reader: FormReader,
): AttendanceFacts {
  const read = attendance.find(({ organ }) => organ.value === agency);
  const attended = reader.choice(`attended${index}`, `${agency}负责人是否出庭`, ["yes", "no"]);
  const { headName: _, headTitle: __, ...rest } = read ?? { organ: byPerson(agency, agency) };
  const name = form[`name${index}`] ?? "";
  const title = form[`title${index}`] ?? "";
  return {
    ...rest,
    ...(attended !== undefined && {
      headAttended: byPerson(attended === "yes", read?.headAttended?.text ?? ""),
    }),
    ...(name !== "" && { headName: byPerson(name, read?.headName?.text ?? "") }),
    ...(title !== "" && { headTitle: byPerson(title, read?.headTitle?.text ?? "") }),
  };
}

/** A day typed without a year is one of the case's own year, or the next. */
function daysFrom(year: number): Days {
  return {
    from: civilDateIn(String(year) as Year, "01-01"),
    to: civilDateIn(String(year + 1) as Year, "12-31"),
  };
}

function yearOfCases(numbers: readonly Fact<CaseNumber>[], today: CivilDate): number {
  const [first] = numbers;
  return first === undefined ? Number(yearOf(today)) : partsOf(first.value).year;
}

function lines(text = ""): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** How it is held and how one joins it, as it was read: the page shows it with the place. */
function wayOf(
  hearing: CaseReading["hearing"],
): Pick<NonNullable<CaseReading["hearing"]>, "mode" | "meeting" | "password"> {
  const { mode, meeting, password } = hearing ?? {};
  return { ...(mode && { mode }), ...(meeting && { meeting }), ...(password && { password }) };
}
