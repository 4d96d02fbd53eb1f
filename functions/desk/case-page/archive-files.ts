/**
 * What goes into the dossier (卷宗) of a closed case, for whoever asks: the papers as they were handed in, proofs, letters with where
 * their mail is, all that happened; of each what that reader may see anyway, and no more.
 */
import { INSIDE } from "../../../shared/casework/documents/archive-name.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import { proofsOf } from "../../../shared/domain/case-file/proof.ts";
import { type CasePaper, papersFor } from "../../../shared/domain/originals/paper-rights.ts";
import type { Proof } from "../../../shared/domain/proof-file.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { keptLetter } from "../../../shared/letters/archive/posted-letter.ts";
import { trailLines, trailText } from "../../../shared/letters/archive/trail-files.ts";
import { fileName } from "../../../shared/letters/archive/zip-archive.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import type { PostedNotice } from "../../../shared/ports/outbox.ts";
import { extensionOf } from "../frame/originals.ts";
import type { DeskPorts } from "../frame/room.ts";
import { lettersFor } from "./posted-view.ts";
import { trailFor } from "./trail-view.ts";
import { proofReaderOf, type ViewedCase } from "./viewer.ts";

export type ArchivePorts = Pick<
  DeskPorts,
  "records" | "outbox" | "directory" | "originals" | "evidence" | "senderName" | "now" | "rules"
>;

/** One file of the dossier. */
export interface ArchiveFile {
  /** Where it lies in the archive. */
  readonly path: string;
  readonly name: string;
  /** 责任者. */
  readonly from: string;
  /** As printed. */
  readonly date: string;
  /** Bytes; 0 of one that is gone. */
  readonly size: number;
  /** The same as the file before it in another form: the catalogue doesn't list it. */
  readonly beside?: true;
  /** By which it was taken in; the bytes must be those. */
  readonly sha256?: string;
  /** Undefined where it is gone: the catalogue says so. */
  readonly read: (() => Promise<Uint8Array | "too-large" | "missing">) | undefined;
}

/** No file that was ever taken in is larger. */
const MOST_BYTES = 256 * 1024 * 1024;

/** In the dossier's order; `history`: the case's, whole. */
export async function archiveFiles(
  ports: ArchivePorts,
  viewed: ViewedCase,
  history: readonly RecordedEvent[],
): Promise<readonly ArchiveFile[]> {
  const { file, viewer } = viewed;
  // A court's ledger of a month is full of other people's cases: it is no paper of this one.
  const papers = papersFor(file, viewer.parts).filter(({ kind }) => kind !== "case-ledger");
  const proofs = file.respondents.flatMap(({ name }) => {
    const reader = proofReaderOf(viewer, name);
    return reader === undefined ? [] : proofsOf(file, name, reader).map((proof) => ({ name, proof }));
  });
  const [originals, posted] = await Promise.all([
    Promise.all(papers.map((paper, index) => original(ports, viewed, paper, index + 1))),
    lettersFor(ports, file, viewer),
  ]);
  const trail = trailFor(viewed, history);
  return [
    ...originals,
    ...proofs.map(({ name, proof }, index) => proofFile(ports, name, proof, index + 1)),
    ...posted.flatMap((one, index) => letterFiles(ports, one, index + 1)),
    text("4-办理经过/办理经过.txt", "办理经过", ports.senderName, ports.now(), trailText(trail)),
    beside(
      text("4-办理经过/events.jsonl", "办理经过（数据）", ports.senderName, ports.now(), trailLines(trail)),
    ),
  ];
}

async function original(
  { records, originals }: ArchivePorts,
  { file }: ViewedCase,
  { kind, sha256, receivedAt, respondent, copy }: CasePaper,
  number: number,
): Promise<ArchiveFile> {
  const record = await records.document(sha256);
  const upload = record?.firstUpload;
  const stored = upload && { ...upload, sha256, enclosed: upload.key.includes(INSIDE) };
  const size = stored && (await originals.size(stored));
  const name = `${documentName(kind) ?? "文件"}${copy === true ? "（复制件）" : ""}`;
  const extension = extensionOf(upload?.key ?? "");
  return {
    path: `1-文书/${numbered(number)}${fileName(`${name}${dayOf(receivedAt)}`)}${extension === "" ? "" : `.${extension}`}`,
    name,
    from: respondent ?? file.court,
    date: printedDate(civilDateAt(receivedAt)),
    size: size ?? 0,
    sha256,
    read: stored && size !== undefined ? () => originals.read(stored, MOST_BYTES) : undefined,
  };
}

function proofFile(
  { evidence }: ArchivePorts,
  respondent: string,
  proof: Proof,
  number: number,
): ArchiveFile {
  const { key, name, size, sha256 } = proof;
  return {
    path: `2-证明材料/${numbered(number)}${fileName(name)}`,
    name: `证明材料：${name}`,
    from: respondent,
    date: "",
    size,
    sha256,
    read: () => evidence.read(key, MOST_BYTES),
  };
}

function letterFiles(
  { senderName }: ArchivePorts,
  posted: PostedNotice,
  number: number,
): readonly ArchiveFile[] {
  const { notice } = posted;
  const { subject, text: words, html } = keptLetter(posted, senderName);
  const path = `3-函件/${numbered(number)}${fileName(subject)}`;
  const from = notice.signer?.name ?? senderName;
  return [
    text(`${path}.txt`, subject, from, notice.createdAt, words),
    beside(text(`${path}.html`, `${subject}（网页）`, from, notice.createdAt, html)),
  ];
}

function text(path: string, name: string, from: string, at: Instant, words: string): ArchiveFile {
  const bytes = new TextEncoder().encode(words);
  return {
    path,
    name,
    from,
    date: printedDate(civilDateAt(at)),
    size: bytes.length,
    read: async () => bytes,
  };
}

function beside(file: ArchiveFile): ArchiveFile {
  return { ...file, beside: true };
}

function numbered(number: number): string {
  return `${String(number).padStart(3, "0")} `;
}

function dayOf(at: Instant): string {
  return civilDateAt(at).replaceAll("-", "");
}
