/**
 * `yingsu trail 案号 --table TABLE`: what happened to a case of a deployment, one line of JSON for each event, letter and paper in
 * the order of time, with the words its bureau reads; `yingsu trail KEY --table TABLE` with the key of a file in the inbox
 * (`courts/1302/inbox/传票.pdf`): what became of each of its versions, and why. Reads alone.
 */

import { UploadItem } from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { readFrom } from "../../../shared/adapters/case-table/table.ts";
import { dynamo } from "../../../shared/adapters/clients/dynamo.ts";
import { type CaseNumber, parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { DocumentRecord, SettledUpload } from "../../../shared/domain/document.ts";
import { noticeNumber } from "../../../shared/domain/notices/notice-number.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { explainRejection } from "../../../shared/letters/refusals/rejections.ts";
import { deliveryWords } from "../../../shared/letters/wording/delivery-wording.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import { historyLine } from "../../../shared/letters/wording/history-wording.ts";
import type { Outbox } from "../../../shared/ports/outbox.ts";
import type { Records } from "../../../shared/ports/records.ts";
import { BadInput, type CommandResult, explaining } from "./bad-input.ts";
import { needed, typedOptions } from "./typed-options.ts";

const USAGE = "Usage: trail 案号 | KEY --table TABLE";

/** What the command reads of a deployment. */
export interface TrailPorts {
  readonly records: Pick<Records, "caseFile" | "history" | "document">;
  readonly outbox: Pick<Outbox, "posted">;
  /** What became of each version of a file of the inbox. */
  versionsOf(key: string): Promise<readonly SettledUpload[]>;
}

/** One thing that happened; further fields by what it is. */
interface Step {
  readonly at: Instant;
  readonly what: "event" | "letter" | "paper";
  readonly words: string;
}

/** Runs the command. Exits 0 with the trail; 1 where there is no such case or file, 2 where it is typed wrongly. */
export async function trailCommand(
  args: readonly string[],
  ports: (table: string) => TrailPorts = ofTable,
): Promise<CommandResult> {
  return explaining(USAGE, async () => {
    const { values, words } = typedOptions(args, ["table"]);
    const [asked, ...more] = words;
    if (asked === undefined || more.length > 0) throw new BadInput("A trail is of one case or one file.");
    const table = ports(needed(values.table, "table", "the output CaseTable"));
    const number = parseCaseNumber(asked);
    const lines = number === undefined ? await fileLines(table, asked) : await caseLines(table, number);
    if (lines.length === 0)
      return { exitCode: 1, stdout: "", stderr: `nothing is known of ${number ?? asked}\n` };
    return { exitCode: 0, stdout: lines.map((line) => `${JSON.stringify(line)}\n`).join(""), stderr: "" };
  });
}

function ofTable(table: string): TrailPorts {
  const client = dynamo();
  return {
    records: caseRecords(client, table),
    outbox: caseOutbox(client, table, ""),
    async versionsOf(key) {
      // Whatever its version is called.
      const items = await Array.fromAsync(
        readFrom({ client, name: table }, keyOf.upload(key, "").pk, "!", undefined),
      );
      return items.map((item) => UploadItem.read(item).upload).toSorted(byTime);
    },
  };
}

/** Where the case stands, and all that led there. */
async function caseLines(
  { records, outbox }: TrailPorts,
  caseNumber: CaseNumber,
): Promise<readonly object[]> {
  const file = await records.caseFile(caseNumber);
  if (file === undefined) return [];
  const [history, posted, papers] = await Promise.all([
    records.history(caseNumber),
    outbox.posted({ of: "case", caseNumber }),
    Promise.all(file.documents.map(({ sha256 }) => records.document(sha256))),
  ]);
  const events = history.map((one) => {
    const { what: words, who } = historyLine(one);
    const { at, cause, event } = one;
    return { ...({ at, what: "event", words } satisfies Step), type: event.type, who, cause };
  });
  const letters = posted.map(({ notice, state, settledAt, reason }) => {
    const { content, recipient, signer, createdAt: at, releaseAt, id } = notice;
    const words = letterOf(content, signer ?? { name: "" }).subject;
    return {
      ...({ at, what: "letter", words } satisfies Step),
      kind: content.kind,
      number: noticeNumber(notice),
      to: `${recipient.organisationName} ${recipient.address}`,
      state,
      where: deliveryWords(state, { releaseAt, settledAt }),
      ...defined({ reason }),
      id,
    };
  });
  const read = papers.flatMap((one) => (one === undefined ? [] : [paperLine(one)]));
  const steps: readonly Step[] = [...events, ...letters, ...read];
  const { state, version, respondents } = file;
  return [
    { what: "case", caseNumber, state, version, respondents: respondents.map(({ name }) => name) },
    ...steps.toSorted(byTime),
  ];
}

/** Each version of a file, and the document it turned out to be. */
async function fileLines({ records, versionsOf }: TrailPorts, key: string): Promise<readonly object[]> {
  return Promise.all((await versionsOf(key)).map((one) => versionLine(records, one)));
}

function byTime(one: { readonly at: Instant }, other: { readonly at: Instant }): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}

async function versionLine(records: TrailPorts["records"], upload: SettledUpload): Promise<object> {
  const { key, versionId, at, sha256 } = upload;
  const document = await records.document(sha256);
  return {
    ...(document === undefined ? { sha256 } : paperLine(document)),
    at,
    what: "upload",
    key,
    versionId,
  };
}

function paperLine(document: DocumentRecord) {
  const { sha256, state, kind, caseNumbers, firstUpload, rejection, doubts = [] } = document;
  const why = rejection === undefined ? explainDoubts(doubts) : explainRejection(rejection).why;
  return {
    ...({ at: firstUpload.at, what: "paper", words: documentName(kind) ?? kind } satisfies Step),
    state,
    caseNumbers,
    ...defined({ why: why === "" ? undefined : why }),
    key: firstUpload.key,
    versionId: firstUpload.versionId,
    sha256,
  };
}
