/**
 * A receipt (回执): the bureau notes that an agency's report or filing has come in, as a small JSON file in its own
 * folder `bureaus/<organisation id>/inbox/`.
 */
import * as z from "zod/mini";
import { casesAtWork, withLast } from "../../shared/casework/cases-at-work.ts";
import { documentRecord, rejected } from "../../shared/casework/documents/answers.ts";
import type { Arriving, Settled } from "../../shared/casework/documents/arriving.ts";
import { courtOf, isInJurisdiction } from "../../shared/casework/documents/whose-case.ts";
import type { NoteReceipt } from "../../shared/domain/case-file/commands.ts";
import { type CaseFile, sittings } from "../../shared/domain/case-file/state.ts";
import { parseCaseNumber } from "../../shared/domain/court/case-number.ts";
import { judgeHead } from "../../shared/domain/court/head.ts";
import { defined } from "../../shared/domain/defined.ts";
import type { ReceiptProblem } from "../../shared/domain/refusal.ts";
import { parseCivilDate } from "../../shared/domain/time/time.ts";
import type { IntakePorts } from "./intake-ports.ts";
import { parseJson } from "./json.ts";

const Receipt = z.strictObject({
  receipt: z.enum(["report", "filing"]),
  caseNumber: z.string(),
  respondent: z.string(),
  on: z.string(),
  /** Filings only: who appeared. */
  attendance: z.optional(
    z.strictObject({
      headAttended: z.boolean(),
      headName: z.optional(z.string()),
      headTitle: z.optional(z.string()),
      absenceReason: z.optional(z.string()),
    }),
  ),
});

/** Whether a bureau's file is a receipt, well formed or not; all others are papers. */
export function isReceipt(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\})/.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
}

/** Notes a receipt in its case; one that names no known case, respondent or date comes back. */
export async function noteReceipt(
  { records, directory }: IntakePorts,
  arriving: Arriving,
  bytes: Uint8Array,
): Promise<Settled> {
  const reject = (problem: ReceiptProblem) => rejected(arriving, "receipt", { type: "bad-receipt", problem });
  const parsed = Receipt.safeParse(parseJson(bytes));
  if (!parsed.success) return reject({ type: "not-a-receipt" });
  const { receipt, respondent, on: date, attendance: said } = parsed.data;
  const caseNumber = parseCaseNumber(parsed.data.caseNumber);
  if (caseNumber === undefined) return reject({ type: "not-a-case-number", read: parsed.data.caseNumber });
  const on = parseCivilDate(date);
  if (on === undefined) return reject({ type: "not-a-date", read: date });
  const file = await records.caseFile(caseNumber);
  if (file === undefined) return reject({ type: "case-unknown", caseNumber });
  const respondents = file.respondents.map(({ name }) => name);
  if (!respondents.includes(respondent))
    return reject({ type: "not-a-respondent", caseNumber, read: respondent, respondents });
  const { uploader } = arriving.source;
  const court = await courtOf({ caseNumber }, directory);
  const parties = { respondents: file.respondents.filter(({ name }) => name === respondent) };
  if (uploader !== undefined && court !== undefined && !isInJurisdiction(uploader, court, parties))
    return reject({ type: "other-jurisdiction", caseNumber, bureau: uploader.name });
  const attendance = said && statement(file, respondent, said);
  if (said !== undefined && attendance === undefined) return reject({ type: "not-heard", caseNumber });

  const command: NoteReceipt = {
    type: "note-receipt",
    at: arriving.object.at,
    receipt,
    respondent,
    on,
    document: arriving.sha256,
    ...defined({ attendance }),
  };
  const { now, rules, sha256 } = arriving;
  const cases = casesAtWork({ records, directory }, { now, cause: `receipt:${sha256}`, rules });
  await cases.decide(caseNumber, command);
  const kind = `${receipt}-receipt`;
  const document = documentRecord(arriving, { state: "read", kind, caseNumbers: [caseNumber] });
  const { changes, unreached } = await cases.changes();
  return { changes: withLast(changes, { document }), outcome: "read", unreached };
}

type Said = NonNullable<z.infer<typeof Receipt>["attendance"]>;

/** What the filing says, as one source among others; a title that doesn't clearly count is for a person to judge. */
function statement(file: CaseFile, respondent: string, said: Said): NoteReceipt["attendance"] {
  const hearingDate =
    sittings(file).at(-1)?.date ?? (file.state === "awaiting-hearing" ? file.hearing.date : undefined);
  if (hearingDate === undefined) return undefined;
  const judged =
    said.headTitle === undefined ? undefined : judgeHead({ agency: respondent, title: said.headTitle });
  const headAttended = !said.headAttended
    ? false
    : judged === undefined || judged.verdict === "head"
      ? true
      : judged.verdict === "staff"
        ? false
        : "review";
  return {
    respondent,
    hearingDate,
    headAttended,
    source: "filing",
    ...defined({
      headName: said.headName,
      headTitle: said.headTitle,
      rank: judged?.verdict === "head" ? judged.rank : undefined,
      absenceReason: said.absenceReason,
    }),
  };
}
