/** Which receipts (回执) are owed: to an agency for what it reports, files and answers, to a court for what it answers. */

import { obstaclesOf } from "../case-file/before-hearing.ts";
import { startOf } from "../case-file/hearing.ts";
import { lossReport } from "../case-file/losses.ts";
import { reportOf } from "../case-file/reports.ts";
import { type CaseFile, hearingOf, type Respondent } from "../case-file/state.ts";
import type { AttendanceStatement, HeadFacts } from "../case-file/statement.ts";
import { defined } from "../defined.ts";
import type { LossReport } from "../loss/loss-report.ts";
import type { Filed } from "../notices/receipt.ts";
import type { Audience } from "../organisations/audience.ts";
import { type Obligation, once, summaryOf } from "./obligation.ts";

/** The receipts of one respondent's matter. */
export function receiptLadder(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  const agency: Audience = { part: "respondent", name, role: "legal-section" };
  const receipt = (key: string, filed: Filed, ordinal?: number, audience: Audience = agency): Obligation => {
    const hearing = ordinal === undefined ? undefined : hearingOf(file, ordinal);
    const isBefore = filed.type === "report" || filed.type === "obstacle";
    const limit = isBefore && hearing && file.state === "awaiting-hearing" ? startOf(hearing) : undefined;
    const content = {
      kind: "receipt",
      case: summaryOf(file),
      respondent: name,
      ...defined({ hearing }),
      filed,
    } as const;
    return once(`receipt:${key}:${name}`, limit, [{ audience, content }]);
  };
  const report = reportOf(file, name);
  return [
    ...(report === undefined ? [] : [receipt(`report:${report.revision}`, ofReport(report), report.hearing)]),
    ...file.filings
      .filter(({ respondent }) => respondent === name)
      .map((filing) => {
        const { revision, result, staff, settlement, hearing } = filing;
        const facts = filedFacts(file, name, hearing);
        const said = { type: "filing", revision, result, staff, ...defined({ settlement, facts }) } as const;
        return receipt(`filing:${hearing}:${revision}`, { ...said, ...filedBy(filing) }, hearing);
      }),
    ...lossReceipt(lossReport(file, name)).map((filed) => receipt(`loss:${filed.revision}`, filed)),
    ...obstaclesOf(file, name).map((obstacle, index) => {
      const { ground, explanation, hearing } = obstacle;
      const said = { type: "obstacle", ground, explanation } as const;
      return receipt(`obstacle:${index + 1}`, { ...said, ...filedBy(obstacle) }, hearing);
    }),
    ...obstaclesOf(file, name).flatMap(({ at, hearing, answer }) => {
      if (answer === undefined) return [];
      const { verdict, reason } = answer;
      const said = { type: "obstacle-answer", verdict, reason, ...filedBy(answer) } as const;
      return [receipt(`obstacle-answer:${at}`, said, hearing, { part: "court" })];
    }),
    ...file.answers
      .filter(({ respondent }) => respondent === name)
      .map((answer) => {
        const { sitting, facts, reason, side, at } = answer;
        const said = { type: "difference-answer", sitting, facts, ...defined({ reason }) } as const;
        const audience: Audience = side === "court" ? { part: "court" } : agency;
        return receipt(
          `answer:${sitting}:${side}:${at}`,
          { ...said, ...filedBy(answer) },
          undefined,
          audience,
        );
      }),
    ...registered(file, name).map(({ duty, hearing }) =>
      receipt(
        `registered:${duty}:${hearing}`,
        {
          type: "registered",
          duty,
          ...defined({ facts: duty === "filing" ? filedFacts(file, name, hearing) : undefined }),
        },
        hearing,
      ),
    ),
  ];
}

/** 败诉案件报告. */
function lossReceipt(report: LossReport | undefined): readonly Extract<Filed, { type: "loss-report" }>[] {
  if (report === undefined) return [];
  const { respondent: _, revision, verdict: __, ...said } = report;
  return [{ type: "loss-report", revision, report: said, by: said.by, at: said.at }];
}

function ofReport(report: NonNullable<ReturnType<typeof reportOf>>): Filed {
  const { revision, proposal, head, others } = report;
  return { type: "report", revision, proposal, head, others, ...filedBy(report) };
}

/** Duties that were met without a form of the desk: on paper, by telephone, as a file. */
function registered(
  file: CaseFile,
  name: string,
): readonly { readonly duty: "report" | "filing"; readonly hearing: number }[] {
  return file.deadlines.flatMap(({ kind, respondent, status, hearing }) => {
    if (respondent !== name || status !== "met") return [];
    const forms: readonly { readonly respondent: string; readonly hearing: number }[] =
      kind === "report" ? file.reports : file.filings;
    const isForm = forms.some((one) => one.respondent === name && one.hearing === hearing);
    return isForm ? [] : [{ duty: kind, hearing }];
  });
}

/** What the agency itself says of who appeared. */
function filedFacts(file: CaseFile, name: string, ordinal: number): HeadFacts | undefined {
  const date = hearingOf(file, ordinal)?.date;
  const own = file.attendance.findLast(
    ({ respondent, hearingDate, source }) =>
      respondent === name && hearingDate === date && source === "filing",
  );
  return own && factsOf(own);
}

function factsOf({
  respondent: _,
  hearingDate: __,
  source: ___,
  document: ____,
  ...facts
}: AttendanceStatement): HeadFacts {
  return facts;
}

function filedBy({
  by,
  at,
  proofs,
}: Pick<CaseFile["filings"][number], "by" | "at"> &
  Partial<Pick<CaseFile["filings"][number], "proofs">>): Pick<
  Extract<Filed, { type: "report" }>,
  "by" | "at" | "proofs"
> {
  return { by, at, ...defined({ proofs: proofs?.map(({ name }) => name) }) };
}
