/** What a record or judgment says of who attended, as statements of a case; what it leaves open is a doubt. */

import type { ReadDocument } from "../../documents/kinds/facts.ts";
import type { AttendanceFacts } from "../../documents/text/fact.ts";
import type { FileDocument } from "../../domain/case-file/commands.ts";
import type { CaseDocumentKind } from "../../domain/case-file/state.ts";
import type { AttendanceStatement } from "../../domain/case-file/statement.ts";
import { judgeHead } from "../../domain/court/head.ts";
import { defined } from "../../domain/defined.ts";
import type { Policy } from "../../domain/policy.ts";
import type { Doubt } from "../../domain/refusal.ts";
import type { CivilDate } from "../../domain/time/time.ts";

/** The statements of a document; one that is not sure enough is left for review. */
export function attendanceStatements(
  document: ReadDocument,
  kind: CaseDocumentKind,
  policy: Policy,
): FileDocument["attendance"] {
  const hearingDate = document.hearing?.start.value.date;
  if (hearingDate === undefined || (kind !== "hearing-record" && kind !== "judgment" && kind !== "filing"))
    return [];
  return document.attendance.flatMap((facts) => {
    const { organ, headAttended } = facts;
    if (headAttended === undefined) return [];
    const sure =
      headAttended.confidence >= policy.minimumConfidence && organ.confidence >= policy.minimumConfidence;
    return [statement(facts, sure ? headAttended.value : "review", hearingDate, kind)];
  });
}

function statement(
  facts: AttendanceFacts,
  headAttended: boolean | "review",
  hearingDate: CivilDate,
  source: "hearing-record" | "judgment" | "filing",
): Omit<AttendanceStatement, "document"> {
  const respondent = facts.organ.value;
  const title = facts.headTitle?.value;
  const judged = title === undefined ? undefined : judgeHead({ agency: respondent, title });
  return {
    respondent,
    hearingDate,
    headAttended,
    source,
    ...defined({
      headName: facts.headName?.value,
      headTitle: title,
      rank: judged?.verdict === "head" ? judged.rank : undefined,
      spoke: facts.spoke?.value,
      absenceReason: facts.absenceReason?.value ?? noneGiven(facts),
      reasonAccepted: accepted(facts),
      staffAppeared: facts.staffAppeared?.value,
      lawyersOnly: isSaid(facts.lawyerOnly),
      nobodyCame: isSaid(facts.nobodyCame),
      leftEarly: isSaid(facts.leftEarly),
      refusedToExplain: isSaid(facts.refusedToExplain),
      identityPapers: papersFound(facts),
      notifiedAgain: isSaid(facts.notifiedAgain),
    }),
  };
}

/** The court's words that no reason was given (法释〔2020〕3号 §12(1)). */
function noneGiven({ reasonWeighed }: AttendanceFacts): string | undefined {
  return reasonWeighed?.value === "none" ? reasonWeighed.text.replace(/[。；]$/u, "") : undefined;
}

function accepted({ reasonWeighed }: AttendanceFacts): boolean | undefined {
  return reasonWeighed === undefined || reasonWeighed.value === "none"
    ? undefined
    : reasonWeighed.value === "accepted";
}

/** What was put right at the hearing is in order for `read`; the case keeps that it was mended (已补正, 法释〔2020〕3号 §6). */
function papersFound({ identityPapers }: AttendanceFacts): AttendanceStatement["identityPapers"] {
  return identityPapers?.rule === "papers-put-right" ? "mended" : identityPapers?.value;
}

function isSaid(fact: unknown): true | undefined {
  return fact === undefined ? undefined : true;
}

/** A record must say of every respondent whether its head came; what it leaves open a person settles. */
export function attendanceDoubts(
  document: ReadDocument,
  kind: CaseDocumentKind,
  statements: FileDocument["attendance"],
): readonly Doubt[] {
  const unclear = statements
    .filter(({ headAttended }) => headAttended === "review")
    .map(
      ({ respondent, headTitle: title }) =>
        ({ type: "attendance-unclear", respondent, ...defined({ title }) }) as const,
    );
  if (kind !== "hearing-record") return unclear;
  const said = new Set(statements.map(({ respondent }) => respondent));
  const appearing = document.whoAppears?.value.respondents;
  const silent = document.respondents
    // Whose co-respondent's head appears is asked for none of its own.
    .filter(({ value }) => !said.has(value) && (appearing === undefined || appearing.includes(value)))
    .map(({ value: respondent }) => ({ type: "attendance-unclear", respondent }) as const);
  return [...unclear, ...silent];
}
