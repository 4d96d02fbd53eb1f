/** What a record or judgment says of who attended, as statements of a case; what it leaves open is a doubt. */

import type { ReadDocument } from "../../documents/kinds/facts.ts";
import type { AttendanceFacts, Attended, Fact } from "../../documents/text/fact.ts";
import type { FileDocument } from "../../domain/case-file/commands.ts";
import type { CaseDocumentKind } from "../../domain/case-file/state.ts";
import type { AttendanceStatement } from "../../domain/case-file/statement.ts";
import type { HeadJudgement } from "../../domain/court/head.ts";
import { defined } from "../../domain/defined.ts";
import { judgeListed } from "../../domain/organisations/listed-head.ts";
import type { Policy } from "../../domain/policy.ts";
import type { Doubt } from "../../domain/refusal.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import type { Rosters } from "./rosters.ts";

/** The statements of a document; one that is not sure enough is left for review. */
export function attendanceStatements(
  document: ReadDocument,
  kind: CaseDocumentKind,
  policy: Policy,
  rosters: Rosters,
): FileDocument["attendance"] {
  const hearingDate = document.hearing?.start.value.date;
  if (hearingDate === undefined || (kind !== "hearing-record" && kind !== "judgment" && kind !== "filing"))
    return [];
  return document.attendance.flatMap((facts) => {
    const { organ, headAttended } = facts;
    if (headAttended === undefined) return [];
    const isSure = (fact: Fact<unknown> | undefined) =>
      fact === undefined || fact.confidence >= policy.minimumConfidence;
    const judged = judgementOn(facts, rosters, hearingDate, policy);
    const read = isSure(headAttended) && isSure(organ) ? headAttended.value : "review";
    const isNamedSurely = [organ, facts.headName, facts.headTitle].every(isSure);
    const attended = isNamedSurely ? attendedAs(headAttended, read, judged) : read;
    return [statement(facts, attended, hearingDate, kind, judged)];
  });
}

/** What counts of whoever is put forward; undefined where nobody is named. */
function judgementOn(
  { organ, headName, headTitle }: AttendanceFacts,
  rosters: Rosters,
  day: CivilDate,
  policy: Policy,
): HeadJudgement | undefined {
  if (headName === undefined && headTitle === undefined) return undefined;
  const person = { agency: organ.value, name: headName?.value, title: headTitle?.value };
  return judgeListed(person, rosters.get(organ.value) ?? {}, day, policy.heads);
}

/** Rules of the reading that turn on whether the person put forward is a head, and on nothing else. */
const BY_POST =
  /^(?:title-leaves-it-open|head-without-a-title|title-is-not-a-heads|head-came|filed-by-title)/u;
/** Doubts that only the place's titles or the agency's list give rise to. */
const OF_THE_LISTS: ReadonlySet<string> = new Set([
  "never-counted",
  "asked-about",
  "like-one-listed",
  "listed-twice",
  "listed-otherwise",
]);

/** Whether a head came, where the place's titles or the agency's list say of the person what the reader can't know. */
function attendedAs({ rule }: Fact<unknown>, read: Attended, judged: HeadJudgement | undefined): Attended {
  if (judged === undefined || !BY_POST.test(rule)) return read;
  if (judged.verdict === "head") return judged.by === undefined ? read : true;
  if (!OF_THE_LISTS.has(judged.because.type)) return read;
  return judged.verdict === "staff" ? false : "review";
}

function statement(
  facts: AttendanceFacts,
  headAttended: boolean | "review",
  hearingDate: CivilDate,
  source: "hearing-record" | "judgment" | "filing",
  judged: HeadJudgement | undefined,
): Omit<AttendanceStatement, "document"> {
  const respondent = facts.organ.value;
  const title = facts.headTitle?.value;
  return {
    respondent,
    hearingDate,
    headAttended,
    source,
    ...defined({
      headName: facts.headName?.value,
      headTitle: title,
      rank: judged?.verdict === "head" ? judged.rank : undefined,
      countedBy: headAttended === true && judged?.verdict === "head" ? judged.by : undefined,
      spoke: facts.spoke?.value,
      absenceReason: facts.absenceReason?.value ?? noneGiven(facts),
      reasonAccepted: accepted(facts),
      staffAppeared: facts.staffAppeared?.value,
      lawyersOnly: isSaid(facts.lawyerOnly),
      nobodyCame: isSaid(facts.nobodyCame),
      leftEarly: isSaid(facts.leftEarly),
      dropped: isSaid(facts.dropped),
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
  policy: Policy,
  rosters: Rosters,
): readonly Doubt[] {
  const whyOpen = ({ respondent, hearingDate }: (typeof statements)[number]) => {
    const facts = document.attendance.find(({ organ }) => organ.value === respondent);
    const judged = facts && judgementOn(facts, rosters, hearingDate, policy);
    return judged !== undefined && "because" in judged && OF_THE_LISTS.has(judged.because.type)
      ? judged.because
      : undefined;
  };
  const unclear = statements
    .filter(({ headAttended }) => headAttended === "review")
    .map((one) => {
      const { respondent, headTitle: title } = one;
      return {
        type: "attendance-unclear",
        respondent,
        ...defined({ title, because: whyOpen(one) }),
      } as const;
    });
  if (kind !== "hearing-record") return unclear;
  const said = new Set(statements.map(({ respondent }) => respondent));
  const appearing = document.whoAppears?.value.respondents;
  const silent = document.respondents
    // Whose co-respondent's head appears is asked for none of its own.
    .filter(({ value }) => !said.has(value) && (appearing === undefined || appearing.includes(value)))
    .map(({ value: respondent }) => ({ type: "attendance-unclear", respondent }) as const);
  return [...unclear, ...silent];
}
