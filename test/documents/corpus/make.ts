/**
 * Writes the Word and PDF files of the corpus from its texts: `node test/documents/corpus/make.ts`. The files are kept in
 * the repository, so that a test reads the same bytes everywhere; run this only to add to them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Encoding, pdf } from "../support/pdf.ts";
import { docx } from "../support/zip.ts";

const WORD = ["01-summons-table-court-form", "11-summons-purpose-verdict", "12-notice-head-must-appear", "21-record-two-respondents", "69-record-head-listed-title-first", "76-filing-form", "123-postponed-columns", "124-record-table", "132-summons-label-above", "157-filing-ticks", "171-record-colon-less", "174-record-three-defendants", "200-summons-tabs-street-office", "214-authorisation-table", "226-summons-four-columns", "237-change-table", "278-summons-multi-agencies", "264-appeal-table", "288-postpone-table-no-new-date", "291-appeal-agent-in-table", "500-unusual-label-words", "522-summons-in-letter-with-case-list", "536-appearance-notice-bullets", "551-notice-court-of-district-handled", "571-summons-mixed-two-cases-joint", "566-authorisation-typical", "600-trial-with-compensation-pair"];
const PDF: readonly (readonly [string, Encoding])[] = [
  ["01-summons-table-court-form", "UniGB-UCS2-H"],
  ["07-postponement-new-date", "GBK-EUC-H"],
  ["15-appeal-citizen", "UniGB-UCS2-H"],
  ["20-record-label-head-present", "GBK-EUC-H"],
  ["42-record-pdf-like-wrapping", "UniGB-UCS2-H"],
  ["32-judgment-appearance-sentence-only", "GBK-EUC-H"],
  ["73-judgment-one-paragraph-header", "UniGB-UCS2-H"],
  ["121-summons-letter", "GBK-EUC-H"],
  ["126-record-qa", "UniGB-UCS2-H"],
  ["136-record-two-fuyi", "UniGB-UCS2-H"],
  ["152-judgment-finding", "GBK-EUC-H"],
  ["147-record-narrative", "GBK-EUC-H"],
  ["170-postponed-twice", "UniGB-UCS2-H"],
  ["175-appeal-ruling", "UniGB-UCS2-H"],
  ["202-hearing-notice-many-dates", "UniGB-UCS2-H"],
  ["210-appeal-agency-full-particulars", "GBK-EUC-H"],
  ["241-sms-postponed", "UniGB-UCS2-H"],
  ["236-appearance-notice-form", "GBK-EUC-H"],
  ["253-summons-pdf-spaces", "UniGB-UCS2-H"],
  ["263-appeal-lowercase-noise", "GBK-EUC-H"],
  ["284-head-notice-to-two", "UniGB-UCS2-H"],
  ["301-legal-aid-summons", "GBK-EUC-H"],
  ["504-reasoned-appearance-notice", "UniGB-UCS2-H"],
  ["508-appeal-numbered-respondents", "GBK-EUC-H"],
  ["540-place-moved-only-room", "UniGB-UCS2-H"],
  ["534-appeal-compensation-ruling", "GBK-EUC-H"],
  ["561-notice-with-boilerplate", "UniGB-UCS2-H"],
  ["563-appeal-typical-citizen", "GBK-EUC-H"],
  ["594-appearance-to-mayor", "UniGB-UCS2-H"],
];
/** Records, judgments and filings about who came to a hearing. */
const HEARINGS_IN_WORD = [
  "301-record-agents-head-among",
  "311-filing-form-government",
  "326-record-acting-in-charge",
  "337-filing-boxes",
  "350-record-tick-boxes",
  "379-record-everybody-came",
  "400-record-numbered-list",
  "431-judgment-listed-parties-all-came",
  "447-record-many-participants-table",
  "455-judgment-reconsideration-two",
  "460-filing-full-form",
];
const HEARINGS_IN_PDF: readonly (readonly [string, Encoding])[] = [
  ["307-judgment-second-instance-new-appearance", "UniGB-UCS2-H"],
  ["333-judgment-two-agencies-mixed", "UniGB-UCS2-H"],
  ["358-record-discipline-head", "UniGB-UCS2-H"],
  ["385-record-long-qa-question-answer", "UniGB-UCS2-H"],
  ["407-record-title-first-colon", "UniGB-UCS2-H"],
  ["443-record-wrapped-names", "UniGB-UCS2-H"],
  ["465-record-second-instance-clean", "UniGB-UCS2-H"],
];

const textOf = (name: string) => readFileSync(join(import.meta.dirname, `${name}.txt`), "utf8");
for (const name of [...WORD, ...HEARINGS_IN_WORD]) writeFileSync(join(import.meta.dirname, `${name}.docx`), docx(textOf(name)));
for (const [name, encoding] of [...PDF, ...HEARINGS_IN_PDF]) writeFileSync(join(import.meta.dirname, `${name}.pdf`), pdf(textOf(name), encoding));
