/**
 * Which papers does an agency need in a case, and what is known to fill them with? A section any room can mount: the list, and
 * the files behind it as DOCX. Whose case it is the room has seen to.
 */
import { html } from "hono/html";
import { involvedIn } from "../../../shared/casework/involved.ts";
import { obstaclesOf } from "../../../shared/domain/case-file/before-hearing.ts";
import { sittingToFile } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { type Hearing, startOf } from "../../../shared/domain/case-file/hearing.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import { filingOf, reportOf } from "../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { Attachment } from "../../../shared/letters/frame/mail.ts";
import type { AbsencePaper, AgencyPaper } from "../../../shared/letters/office/agency-paper.ts";
import {
  absenceDocx,
  authorisationDocx,
  filingDocx,
  identityDocx,
  postponementDocx,
  reportDocx,
} from "../../../shared/letters/office/docx-papers.ts";
import { LEGAL_BASIS } from "../../../shared/letters/wording/legal-basis.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownFile, Visit } from "../frame/room.ts";

/** The papers, as the addresses of a room name them. */
export type PaperPart =
  | "identity-paper"
  | "authorisation"
  | "absence-statement"
  | "postponement"
  | "report-form"
  | "filing-form";

/** One respondent's side of a case at a moment. */
interface Side {
  readonly file: CaseFile;
  readonly respondent: string;
  readonly now: Instant;
}

interface Paper {
  readonly name: string;
  /** What it is for, beside its name. */
  readonly use: string;
  /** Whether it is of any use as things stand. */
  isNeeded(side: Side): boolean;
  make(side: Side, known: Known): Promise<Attachment>;
}

/** What every paper says of the agency, and the bureau it reports to. */
interface Known extends AgencyPaper {
  readonly bureau: string | undefined;
}

const PAPERS: Readonly<Record<PaperPart, Paper>> = {
  "report-form": {
    name: "三日报告表",
    use: "网上提交后打印签批、存档。",
    isNeeded: (side) => isToCome(side) || reportOf(side.file, side.respondent) !== undefined,
    make({ file, respondent }, { bureau, ...known }) {
      const hearing = hearingSet(file);
      const due = file.deadlines.find(
        (one) => one.kind === "report" && one.respondent === respondent && one.hearing === hearing?.ordinal,
      )?.deadline;
      return reportDocx({
        ...known,
        ...defined({ hearing, bureau, due, report: reportOf(file, respondent) }),
      });
    },
  },
  "identity-paper": {
    name: "负责人身份证明书",
    use: `盖章，庭前提交法院（${LEGAL_BASIS.identity}）。`,
    isNeeded: isToCome,
    make({ file, respondent }, { bureau: _, ...known }) {
      const head = reportOf(file, respondent)?.head;
      return identityDocx({
        ...known,
        hearing: hearingToCome(file),
        ...(head?.appears === true && { head }),
      });
    },
  },
  authorisation: {
    name: "授权委托书",
    use: `委托一至二人（${LEGAL_BASIS.agents}），负责人不出庭的不得仅委托律师（${LEGAL_BASIS.notLawyersAlone}）。`,
    isNeeded: isToCome,
    make({ file, respondent }, { bureau: _, ...known }) {
      return authorisationDocx({ ...known, agents: reportOf(file, respondent)?.others ?? [] });
    },
  },
  "absence-statement": {
    name: "负责人不能出庭情况说明",
    use: `盖章或者由主要负责人签字，附证明材料，提交法院审查（${LEGAL_BASIS.proof}）。`,
    isNeeded: isToCome,
    make: (side, known) => absenceDocx(absenceOf(side, known)),
  },
  postponement: {
    name: "延期开庭申请书",
    use: `有正当理由、其他负责人也不能出庭的，向法院申请（${LEGAL_BASIS.proof}）。`,
    isNeeded: isToCome,
    make: (side, known) => postponementDocx(absenceOf(side, known)),
  },
  "filing-form": {
    name: "出庭备案表",
    use: "网上提交后打印盖章、存档。",
    isNeeded: ({ file, respondent, now }) => sittingToFile(file, respondent, now) !== undefined,
    make({ file, respondent, now }, { bureau, ...known }) {
      const sitting = sittingToFile(file, respondent, now);
      if (sitting === undefined) throw new TypeError("there was no sitting to file on");
      const attendance = saidOf(file, respondent, sitting);
      const filing = filingOf(file, respondent, sitting.ordinal);
      return filingDocx({ ...known, hearing: sitting, ...defined({ bureau, attendance, filing }) });
    },
  },
};

const PARTS = Object.keys(PAPERS) as readonly PaperPart[];

function hearingSet(file: CaseFile): Hearing | undefined {
  return file.state === "awaiting-hearing" ? file.hearing : undefined;
}

function isToCome({ file, now }: Side): boolean {
  const hearing = hearingSet(file);
  return hearing !== undefined && now < startOf(hearing);
}

function hearingToCome(file: CaseFile): Hearing {
  const hearing = hearingSet(file);
  if (hearing === undefined) throw new TypeError("no hearing is set");
  return hearing;
}

/** The agency's own words of a sitting; before there are any, the court's record. */
function saidOf(file: CaseFile, respondent: string, { date }: Hearing): AttendanceStatement | undefined {
  const said = file.attendance.filter((one) => one.respondent === respondent && one.hearingDate === date);
  return (
    said.find(({ source }) => source === "filing") ?? said.find(({ source }) => source === "hearing-record")
  );
}

/** The reason as it was given last: with the report, or as an obstacle since. */
function absenceOf({ file, respondent }: Side, { bureau: _, ...known }: Known): AbsencePaper {
  const hearing = hearingToCome(file);
  const report = reportOf(file, respondent);
  const planned: HeadPlan | undefined = report?.head;
  const reported =
    planned?.appears === false && report !== undefined ? { ...planned, at: report.at } : undefined;
  const obstacle = obstaclesOf(file, respondent).findLast((one) => one.hearing === hearing.ordinal);
  const reason = obstacle === undefined || (reported && reported.at > obstacle.at) ? reported : obstacle;
  return {
    ...known,
    hearing,
    ...(reason !== undefined && { ground: reason.ground, explanation: reason.explanation }),
    staff: report?.others ?? [],
    proofs: (report?.proofs ?? []).map(({ name }) => name),
  };
}

/** The papers of a list, or those among them, that are needed as things stand. */
function neededOf(side: Side, among: readonly PaperPart[]): readonly PaperPart[] {
  return among.filter((part) => PAPERS[part].isNeeded(side));
}

/** How a room shows the list. */
export interface PaperListOptions {
  /** Only these; else all there are. */
  readonly only?: readonly PaperPart[];
  /** What the room's addresses need besides, to know which case and which respondent's. */
  readonly query?: Readonly<Record<string, string>>;
}

/** Links to a respondent's papers, each made when it is asked for; nothing where none is needed. */
export function paperList(
  file: CaseFile,
  respondent: string,
  now: Instant,
  visit: Pick<Visit, "token" | "part">,
  { only = PARTS, query = {} }: PaperListOptions = {},
): Markup {
  const needed = neededOf({ file, respondent, now }, only);
  if (needed.length === 0) return html``;
  return html`<ul class="papers">${needed.map(
    (part) =>
      html`<li><a href="${placeOf(visit, { part, query })}">${PAPERS[part].name}（.docx）</a><small>${PAPERS[part].use}</small></li>`,
  )}</ul>`;
}

/** One of them as a file; undefined where the part names none, or none that is needed now. */
export async function paperFile(
  { directory, now }: Pick<DeskPorts, "directory" | "now">,
  file: CaseFile,
  respondent: string,
  part: string,
): Promise<ShownFile | undefined> {
  const side = { file, respondent, now: now() };
  const found = neededOf(side, PARTS).find((one) => one === part);
  if (found === undefined) return undefined;
  const { respondents, bureau } = await involvedIn(file, directory);
  const around = respondents.get(respondent);
  const head = reportOf(file, respondent)?.head;
  const known: Known = {
    case: summaryOf(file),
    respondent,
    bureau: (around?.bureau ?? bureau)?.name,
    ...defined({ address: around?.sued.address }),
    ...(head?.appears === true && head.rank === "principal" && { principal: head }),
  };
  const { name, contentType, content } = await PAPERS[found].make(side, known);
  if (typeof content === "string") return undefined;
  return { status: 200, file: { name, contentType, bytes: content } };
}
