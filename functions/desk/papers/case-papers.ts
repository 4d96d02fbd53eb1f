/** Which papers does a case need, of which side, and who may have them? The table; any room of a case mounts the list and the files. */
import { sittingToFile } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { mayBindAgency } from "../../../shared/domain/case-file/judgment.ts";
import {
  losersOf,
  lossDeadline,
  lossEffect,
  lossReport,
  lostOn,
} from "../../../shared/domain/case-file/losses.ts";
import { principalOwed } from "../../../shared/domain/case-file/principals.ts";
import { filingOf, reportOf } from "../../../shared/domain/case-file/reports.ts";
import { instanceOf } from "../../../shared/domain/court/case-number.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { absencePaper, postponementPaper } from "../../../shared/letters/papers/absence-papers.ts";
import { authorisationPaper } from "../../../shared/letters/papers/authorisation-paper.ts";
import { defencePaper, evidencePaper } from "../../../shared/letters/papers/defence-papers.ts";
import { filingPaper } from "../../../shared/letters/papers/filing-paper.ts";
import { identityPaper } from "../../../shared/letters/papers/identity-paper.ts";
import { appealPaper, performancePaper } from "../../../shared/letters/papers/judgment-papers.ts";
import { lossReportPaper } from "../../../shared/letters/papers/loss-report-paper.ts";
import { principalNoticePaper } from "../../../shared/letters/papers/principal-notice-paper.ts";
import { reportPaper } from "../../../shared/letters/papers/report-paper.ts";
import { LEGAL_BASIS } from "../../../shared/letters/wording/legal-basis.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts, ShownFile, Visit } from "../frame/room.ts";
import {
  absenceOf,
  type CaseSide,
  hearingSet,
  hearingToCome,
  isToCome,
  type SideKnown,
  saidOf,
  sideKnown,
} from "./case-side.ts";
import { appealOf, judgedOf, performanceSide } from "./judgment-side.ts";
import { type Paper, type PaperListOptions, type PaperReader, paperLinks, paperOf } from "./paper-table.ts";

type CasePaper = Omit<Paper<CaseSide, SideKnown>, "about">;

const AGENCY = ["agency"] as const;
const AGENCY_AND_BUREAU = ["agency", "bureau"] as const;

const PAPERS = {
  defence: {
    name: "行政答辩状",
    use: `样式，填写后盖章，在答辩期限内提交法院（${LEGAL_BASIS.defence}）。`,
    readers: AGENCY,
    isNeeded: isOpen,
    make: ({ file, respondent }, { agency }) =>
      defencePaper({ ...agency, agents: reportOf(file, respondent)?.others ?? [] }),
  },
  evidence: {
    name: "证据目录",
    use: `样式，附证据和所依据的规范性文件，在举证期限内提交法院，逾期视为没有证据（${LEGAL_BASIS.burden}）。`,
    readers: AGENCY,
    isNeeded: isOpen,
    make: (_, { agency }) => evidencePaper(agency),
  },
  "report-form": {
    name: "三日报告表",
    use: "网上提交后打印签批、存档。",
    readers: AGENCY_AND_BUREAU,
    isNeeded: (side) => isToCome(side) || reportOf(side.file, side.respondent) !== undefined,
    make({ file, respondent }, { bureau, agency }) {
      const hearing = hearingSet(file);
      const due = file.deadlines.find(
        (one) => one.kind === "report" && one.respondent === respondent && one.hearing === hearing?.ordinal,
      )?.deadline;
      return reportPaper({
        ...agency,
        ...defined({ hearing, bureau, due, report: reportOf(file, respondent) }),
      });
    },
  },
  "identity-paper": {
    name: "负责人身份证明书",
    use: `盖章，庭前提交法院（${LEGAL_BASIS.identity}）。`,
    readers: AGENCY,
    isNeeded: isToCome,
    make({ file, respondent }, { agency }) {
      const head = reportOf(file, respondent)?.head;
      return identityPaper({
        ...agency,
        hearing: hearingToCome(file),
        ...(head?.appears === true && { head }),
      });
    },
  },
  authorisation: {
    name: "授权委托书",
    use: `委托一至二人（${LEGAL_BASIS.agents}），负责人不出庭的不得仅委托律师（${LEGAL_BASIS.notLawyersAlone}）。`,
    readers: AGENCY,
    isNeeded: isToCome,
    make: ({ file, respondent }, { agency }) =>
      authorisationPaper({ ...agency, agents: reportOf(file, respondent)?.others ?? [] }),
  },
  "absence-statement": {
    name: "负责人不能出庭情况说明",
    use: `盖章或者由主要负责人签字，附证明材料，提交法院审查（${LEGAL_BASIS.proof}）。`,
    readers: AGENCY,
    isNeeded: isToCome,
    make: (side, known) => absencePaper(absenceOf(side, known)),
  },
  postponement: {
    name: "延期开庭申请书",
    use: `有正当理由、其他负责人也不能出庭的，向法院申请（${LEGAL_BASIS.proof}）。`,
    readers: AGENCY,
    isNeeded: isToCome,
    make: (side, known) => postponementPaper(absenceOf(side, known)),
  },
  "filing-form": {
    name: "出庭备案表",
    use: "网上提交后打印盖章、存档。",
    readers: AGENCY_AND_BUREAU,
    isNeeded: ({ file, respondent, now }) => sittingToFile(file, respondent, now) !== undefined,
    make({ file, respondent, now }, { bureau, agency }) {
      const sitting = sittingToFile(file, respondent, now);
      if (sitting === undefined) throw new TypeError("there was no sitting to file on");
      const attendance = saidOf(file, respondent, sitting);
      const filing = filingOf(file, respondent, sitting.ordinal);
      return filingPaper({ ...agency, hearing: sitting, ...defined({ bureau, attendance, filing }) });
    },
  },
  "principal-notice": {
    name: "主要负责人出庭应诉通知书",
    use: "编号盖章后送达；电子件由系统按时发送。",
    readers: ["bureau"],
    isNeeded: (side) => isToCome(side) && principalOwed(side.file, side.respondent) !== undefined,
    make({ file, respondent }, { bureau, agency }) {
      const owed = principalOwed(file, respondent);
      if (owed === undefined) throw new TypeError("no principal is owed");
      return principalNoticePaper({ ...agency, hearing: hearingToCome(file), owed, ...defined({ bureau }) });
    },
  },
  "appeal-form": {
    name: "上诉（服判）审批表",
    use: `内部签批后在网上提交决定；上诉期限见${LEGAL_BASIS.appeal}。`,
    readers: AGENCY_AND_BUREAU,
    isNeeded: (side) => instanceOf(side.file.caseNumber) === "first" && judgedOf(side) !== undefined,
    make: (side, { agency, rules }) => appealPaper({ ...agency, ...appealOf(side, rules) }),
  },
  "performance-form": {
    name: "履行生效裁判情况报告",
    use: "盖章后报司法局；网上逐项填报履行情况。",
    readers: AGENCY_AND_BUREAU,
    isNeeded: (side) => mayBindAgency(side.file) && judgedOf(side) !== undefined,
    make: (side, { agency, bureau, rules }) =>
      performancePaper({ ...agency, ...performanceSide(side, rules), ...defined({ bureau }) }),
  },
  "loss-report-form": {
    name: "败诉案件报告表",
    use: "网上提交后打印签批、存档。",
    readers: AGENCY_AND_BUREAU,
    isNeeded: ({ file, respondent }) => losersOf(file).some(({ name }) => name === respondent),
    make({ file, respondent, now }, { bureau, agency, rules }) {
      const today = civilDateAt(now);
      return lossReportPaper({
        ...agency,
        ...defined({
          bureau,
          lostOn: lostOn(file),
          effectiveOn: lossEffect(file, today, rules.calendar)?.on,
          due: lossDeadline(file, respondent, today, rules),
          report: lossReport(file, respondent),
        }),
      });
    },
  },
} as const satisfies Record<string, CasePaper>;

/** The papers, as the addresses of a room name them. */
export type CasePaperPart = keyof typeof PAPERS;

const CASE_PAPERS = Object.fromEntries(
  Object.entries(PAPERS).map(([part, paper]: [string, CasePaper]) => [
    part,
    { ...paper, about: ({ file }: CaseSide) => file.caseNumber },
  ]),
);

/** Not heard yet: what is handed in now is still looked at there. */
function isOpen(side: CaseSide): boolean {
  const { state } = side.file;
  return state === "registered" || state === "postponed" || isToCome(side);
}

/** Which of them a room offers. */
export interface CasePaperOptions extends PaperListOptions {
  readonly only?: readonly CasePaperPart[];
}

/** Links to the papers of a respondent's side, each made when it is asked for; nothing where none is needed. */
export function casePapers(
  side: CaseSide,
  reader: PaperReader,
  visit: Pick<Visit, "token" | "part">,
  options: CasePaperOptions = {},
): Markup {
  return paperLinks(CASE_PAPERS, side, reader, visit, options);
}

/** One of them as a file; undefined where the part names none, or none that the reader may have now. */
export function casePaper(
  ports: Pick<DeskPorts, "directory" | "rules">,
  side: CaseSide,
  reader: PaperReader,
  part: string,
): Promise<ShownFile | undefined> {
  return paperOf(CASE_PAPERS, side, reader, part, () => sideKnown(ports, side));
}
