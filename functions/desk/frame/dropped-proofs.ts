/** Proofs as people drop them: straight from the browser into the dropbox, taken up by the form they belong to. */
import type { Proof } from "../../../shared/domain/proof-file.ts";
import type { DroppedFile, UploadForm } from "../../../shared/ports/dropbox.ts";
import type { Form, FormReader } from "./form.ts";
import { type Drafting, removedBy } from "./form-drafts.ts";
import type { DeskPorts } from "./room.ts";

export const MOST_FILES = 3;
export const MOST_MEGABYTES = 10;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/**
 * The most S3 takes by a form at all. S3 says no on a page that nobody understands, so it is asked to say none: what is too
 * large is taken, explained by us, and gone with all that nobody hands in.
 */
const LARGEST_UPLOAD = 5 * 1024 ** 3;

/** A file in one of a form's places; `problem`: why it can't be used. */
export interface Received {
  readonly place: number;
  readonly file: DroppedFile;
  readonly problem?: string;
}

/** What was uploaded with a form and not taken out again, and the place for another; none where all are taken. */
export interface Dropped {
  readonly received: readonly Received[];
  readonly next: number | undefined;
}

/** Reads only. Where nothing was saved and nothing uploaded there is no folder yet. */
export async function droppedWith(
  { dropbox }: Pick<DeskPorts, "dropbox">,
  { folder, draft }: Pick<Drafting, "folder" | "draft">,
): Promise<Dropped> {
  if (folder === undefined) return { received: [], next: 1 };
  const received: Received[] = [];
  const free: number[] = [];
  for (let place = 1; place <= MOST_FILES; place++) {
    const file = await dropbox.dropped(keyOf(folder, place));
    if (file === undefined || draft?.removed.includes(file.versionId) === true) {
      free.push(place);
      // Places are filled in order: behind one that never had a file there is none.
      if (file === undefined) break;
      continue;
    }
    const problem = problemOf(file);
    received.push({ place, file, ...(problem !== undefined && { problem }) });
  }
  // What can't be used gives its place to the next.
  const next = received.find(({ problem }) => problem !== undefined)?.place ?? free[0];
  return { received, next };
}

/** The form that puts a file into the folder's next place; undefined where all places are taken. */
export async function uploadForm(
  { dropbox }: Pick<DeskPorts, "dropbox">,
  folder: string,
  { next }: Dropped,
  backTo: string,
): Promise<UploadForm | undefined> {
  return next === undefined ? undefined : dropbox.form(keyOf(folder, next), LARGEST_UPLOAD, backTo);
}

/** The field of a form that takes a file up. */
export function fieldOf(place: number): string {
  return `proof${place}`;
}

/** Keeps the files a form takes up: those its page showed, less those it takes out; problems are left with the reader. */
export async function takenUp(
  ports: Pick<DeskPorts, "dropbox" | "evidence">,
  { folder, draft }: Pick<Drafting, "folder" | "draft">,
  keptIn: string,
  form: Form,
  reader: FormReader,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (let place = 1; place <= MOST_FILES; place++) {
    const versionId = form[fieldOf(place)] ?? "";
    if (versionId === "" || removedBy(form).includes(versionId)) continue;
    const key = folder && keyOf(folder, place);
    const file = key === undefined ? undefined : await ports.dropbox.dropped(key);
    const isShown = file?.versionId === versionId && draft?.removed.includes(versionId) !== true;
    const problem =
      isShown && file !== undefined ? problemOf(file) : "这份材料已经移除或者被替换，请核对后再次提交。";
    const bytes =
      file === undefined || key === undefined || problem !== undefined
        ? undefined
        : await ports.dropbox.read(key, versionId, MOST_BYTES);
    const contentType = file && typeOf(file.start);
    if (file === undefined || contentType === undefined || !(bytes instanceof Uint8Array)) {
      reader.problem("proofs", problem ?? "这份材料读取不出来，请移除后重新上传。");
      continue;
    }
    const kept = await ports.evidence.keep(`proofs/${keptIn}`, bytes, contentType);
    proofs.push({ ...kept, name: nameOf(file), size: bytes.length, contentType });
  }
  return proofs;
}

/** A file's name as pages print it. */
export function nameOf({ name }: DroppedFile): string {
  const cleaned = name.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069/\\]/gu, "").trim();
  return cleaned === "" ? "证明材料" : [...cleaned].slice(-80).join("");
}

function keyOf(folder: string, place: number): string {
  return `${folder}/${place}`;
}

function problemOf({ size, start }: DroppedFile): string | undefined {
  if (size === 0) return "没有选择文件，或者文件是空的。请重新选择后上传。";
  if (size > MOST_BYTES) return `文件超过${MOST_MEGABYTES}MB，没有采用。请压缩或者分成几份后重新上传。`;
  if (typeOf(start) === undefined) return "文件不是PDF、JPG或者PNG，没有采用。请转换格式后重新上传。";
  return undefined;
}

/** By its first bytes; a name proves nothing. */
function typeOf(start: Uint8Array): string | undefined {
  const begins = (...bytes: readonly number[]) => bytes.every((byte, index) => start[index] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  if (begins(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  return undefined;
}
