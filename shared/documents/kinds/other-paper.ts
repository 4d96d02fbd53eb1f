/** How is a paper read of which `read` prints `other`? By its title: reports, filings, notes, notices, letters. */
import { addressees } from "../parties/addressees.ts";
import { isElsewhere } from "../parties/paper-author.ts";
import { caseOf } from "../suggestions/case-of-suggestion.ts";
import { isSuggestion, readSuggestion } from "../suggestions/suggestion.ts";
import { ruledBy, ruleTable } from "../text/rule-table.ts";
import { withAddressees } from "./addressed-agency.ts";
import { isAgencyLetter, readAgencyLetter } from "./agency-letter.ts";
import type { CasePaper } from "./case-facts.ts";
import { isCourtNote, readCourtNote } from "./court-note.ts";
import { isCourtReport, readCourtReport } from "./court-report.ts";
import { isEnforcementNotice, readEnforcementNotice } from "./enforcement-notice.ts";
import { NOTHING_READ, type ReadDocument } from "./facts.ts";
import { isFiling, readFiling } from "./filing.ts";
import { letterHearing } from "./letter-hearing.ts";
import { isComplaint, isDefence, isEvidenceList, readComplaint, readDefence } from "./pleadings.ts";
import { isResponseNotice, readResponseNotice } from "./response-notice.ts";
import { isServiceReceipt, readServiceReceipt } from "./service-receipt.ts";

const READERS = ruleTable<CasePaper, (paper: CasePaper) => ReadDocument>(
  "paper-of-another-kind",
  ({ flat }) => flat.text,
  [
    {
      name: "of-an-arbitration-or-a-reconsideration",
      of: ({ flat }) => isElsewhere(flat.text),
      says: notBeforeACourt,
      example: "劳动人事争议仲裁委员会\n开庭通知书",
    },
    {
      name: "report-of-figures",
      of: ({ facts }) => isCourtReport(facts.title),
      says: readCourtReport,
      example: "9月行政案件统计表",
    },
    {
      name: "filing-of-who-appeared",
      of: ({ facts }) => isFiling(facts.title),
      says: readFiling,
      example: "行政机关负责人出庭应诉情况备案表",
    },
    {
      name: "note-before-a-hearing",
      of: ({ facts }) => isCourtNote(facts.title),
      says: (paper) => readCourtNote(toAddressees(paper)),
      example: "庭前提示函",
    },
    {
      name: "notice-to-respond",
      of: ({ facts }) => isResponseNotice(facts.title),
      says: readResponseNotice,
      example: "应诉通知书",
    },
    {
      name: "complaint",
      of: ({ facts }) => isComplaint(facts.title),
      says: readComplaint,
      example: "行政起诉状",
    },
    {
      name: "statement-of-defence",
      of: ({ facts }) => isDefence(facts.title),
      says: (paper) => readDefence(paper, "defence"),
      example: "行政答辩状",
    },
    {
      name: "list-of-evidence",
      of: ({ facts }) => isEvidenceList(facts.title),
      says: (paper) => readDefence(paper, "evidence-list"),
      example: "证据目录",
    },
    {
      name: "receipt-of-service",
      of: isServiceReceipt,
      says: readServiceReceipt,
      example: "送达回证",
    },
    {
      name: "notice-to-perform",
      of: ({ facts }) => isEnforcementNotice(facts.title),
      says: readEnforcementNotice,
      example: "执行通知书",
    },
    {
      name: "letter-about-who-appears",
      of: ({ facts }) => isAgencyLetter(facts.title),
      says: (paper) => withHearing(paper, readAgencyLetter(paper)),
      example: "授权委托书",
    },
    {
      name: "proposal-of-a-court",
      of: ({ facts }) => isSuggestion(facts.title),
      says: readProposal,
      example: "司法建议书",
    },
    {
      // Whatever else a court writes to 你局 about its case, or an agency to the court.
      name: "any-other-paper",
      of: () => true,
      says: readAnyOther,
      example: "工作联系函",
    },
  ],
);

/** Papers of which `read` prints `other`, by their title. */
export function readOther(paper: CasePaper): ReadDocument {
  return ruledBy(READERS, paper).verdict(paper);
}

/** A paper of an arbitration or reconsideration: its parties are none of a court case's. */
function notBeforeACourt({ facts: { kind, administrative, title } }: CasePaper): ReadDocument {
  return { kind, administrative, ...NOTHING_READ, ...(title === undefined ? {} : { title }) };
}

function readProposal({ flat, facts }: CasePaper): ReadDocument {
  const suggestion = readSuggestion(flat);
  return { ...caseOf(facts, flat, suggestion.addressees), courtPaper: "judicial-suggestion", suggestion };
}

/** A letter may be about a sitting to come; a proposal (司法建议书) tells of sittings that were. */
function readAnyOther(paper: CasePaper): ReadDocument {
  return withHearing(paper, toAddressees(paper).facts);
}

function toAddressees(paper: CasePaper): CasePaper {
  const respondents = withAddressees(paper, addressees(paper.flat), undefined);
  return { ...paper, facts: { ...paper.facts, respondents } };
}

/** With the sitting that the letter is about. */
function withHearing({ flat, labels, facts, year }: CasePaper, document: ReadDocument): ReadDocument {
  const hearing = letterHearing(flat, labels, facts, year);
  return hearing === undefined ? document : { ...document, hearing };
}
