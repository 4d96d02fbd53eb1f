/** What has just happened in the city? Files, cases and mails, each told once, at once, and in the order it happened. */
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import { type CaseNumber, parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { DocumentRecord } from "../../../shared/domain/document.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { Records } from "../../../shared/ports/records.ts";
import { isObject, type Json } from "../engines/json.ts";
import type { ReceivedMail } from "../engines/ses/mail-service.ts";
import type { ChangeRecord } from "../engines/table-stream.ts";
import type { Onlooker } from "../wiring/services.ts";

/** One thing that happened. */
export type News =
  /** An upload is settled: what its file turned out to be. */
  | { readonly of: "file"; readonly at: Instant; readonly key: string; readonly document: DocumentRecord }
  | { readonly of: "case"; readonly caseNumber: CaseNumber; readonly recorded: RecordedEvent }
  | { readonly of: "mail"; readonly mail: ReceivedMail }
  /** Something can't be told. */
  | { readonly of: "fault"; readonly what: string };

type FileNews = Extract<News, { of: "file" }>;

/** Beginnings of the table's keys, of uploads, of cases, and of what happened to a case. */
const [UPLOAD, CASE, EVENT] = ["UPLOAD#", "CASE#", "EVENT#"];

/** Watches a city. */
export interface Watch extends Onlooker {
  /** The cases known so far, in the order they were opened. */
  cases(): readonly CaseNumber[];
}

/**
 * Makes news out of what changes in the table and what is mailed. The table's stream says only *that* something
 * changed; what it is now is read as every use case reads it, whatever form it is stored in.
 */
export function watch(records: () => Records, tell: (news: News) => void): Watch {
  const told = new Map<CaseNumber, number>();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void> | void): Promise<void> => {
    const mine = turn.then(work).catch((fault: unknown) => tell({ of: "fault", what: String(fault) }));
    turn = mine;
    return mine;
  };

  /** What is to be told of a batch's uploads, in their order. */
  async function filesIn(batch: readonly ChangeRecord[]): Promise<readonly FileNews[]> {
    const found: FileNews[] = [];
    for (const { pk, sk } of batch.map(keyIn)) {
      if (!pk.startsWith(UPLOAD)) continue;
      const key = pk.slice(UPLOAD.length);
      const upload = await records().settledUpload(key, sk);
      const document = upload && (await records().document(upload.sha256));
      if (upload && document) found.push({ of: "file", at: upload.at, key, document });
    }
    return found;
  }

  /** What has happened to a case since it was last told of. */
  async function newsOf(caseNumber: CaseNumber): Promise<readonly RecordedEvent[]> {
    const known = told.get(caseNumber) ?? 0;
    const history = await records().history(caseNumber);
    told.set(caseNumber, history.length);
    return history.slice(known);
  }

  async function tellOf(batch: readonly ChangeRecord[]): Promise<void> {
    const files = [...(await filesIn(batch))];
    const tellFile = (file: FileNews) => {
      files.splice(files.indexOf(file), 1);
      tell(file);
    };
    for (const { pk, sk } of batch.map(keyIn)) {
      const arrived = files.find(({ key }) => pk === `${UPLOAD}${key}`);
      if (arrived !== undefined) tellFile(arrived);
      const caseNumber =
        pk.startsWith(CASE) && sk.startsWith(EVENT) ? parseCaseNumber(pk.slice(CASE.length)) : undefined;
      for (const recorded of caseNumber === undefined ? [] : await newsOf(caseNumber)) {
        // One transaction wrote both: the file is what brought it about.
        const cause = files.find(({ document }) => recorded.cause === `document:${document.sha256}`);
        if (cause !== undefined) tellFile(cause);
        if (caseNumber !== undefined) tell({ of: "case", caseNumber, recorded });
      }
    }
  }

  return {
    changed: (batch) => inTurn(() => tellOf(batch)),
    mail: (mail) => inTurn(() => tell({ of: "mail", mail })),
    cases: () => [...told.keys()],
  };
}

/** The key of the item a change is about. */
function keyIn({ event: { dynamodb } }: ChangeRecord): { readonly pk: string; readonly sk: string } {
  const keys = isObject(dynamodb) ? dynamodb.Keys : undefined;
  const text = (value: Json | undefined) => (isObject(value) ? String(value.S ?? "") : "");
  return isObject(keys) ? { pk: text(keys.pk), sk: text(keys.sk) } : { pk: "", sk: "" };
}
