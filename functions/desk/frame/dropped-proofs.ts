/** Proofs as people drop them: straight from the browser into the dropbox, taken up by the form they belong to. */
import type { Proof } from "../../../shared/domain/case-file/proof-file.ts";
import { dropFolder } from "../../../shared/links/drop-folder.ts";
import type { DroppedFile, UploadForm } from "../../../shared/ports/dropbox.ts";
import type { Form, FormReader } from "./form.ts";
import type { DeskPorts, Visit } from "./room.ts";

export const MOST_FILES = 3;
export const MOST_MEGABYTES = 10;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/** Only from here on S3 itself refuses, on a page that nobody understands; what lies between we explain. */
const LARGEST_UPLOAD = 5 * MOST_BYTES;

/** A file in one of a link's places; `problem`: why it can't be used. */
export interface Received {
  readonly place: number;
  readonly file: DroppedFile;
  readonly problem?: string;
}

/** What a link's holder has dropped, and the form for another; none where all places are taken. */
export interface Dropped {
  readonly received: readonly Received[];
  readonly upload: UploadForm | undefined;
}

/** Reads only. */
export async function droppedAt(ports: DeskPorts, { token }: Visit): Promise<Dropped> {
  const received: Received[] = [];
  for (let place = 1; place <= MOST_FILES; place++) {
    const file = await ports.dropbox.dropped(keyOf(token, place));
    if (file === undefined) break;
    const problem = problemOf(file);
    received.push({ place, file, ...(problem !== undefined && { problem }) });
  }
  // What can't be used gives its place to the next.
  const next = received.find(({ problem }) => problem !== undefined)?.place ?? received.length + 1;
  const upload =
    next > MOST_FILES
      ? undefined
      : await ports.dropbox.form(keyOf(token, next), LARGEST_UPLOAD, `${ports.address}/${token}`);
  return { received, upload };
}

/** The field of a form that takes a file up. */
export function fieldOf(place: number): string {
  return `proof${place}`;
}

/** Keeps the files a form takes up; problems are left with the reader. */
export async function takenUp(
  ports: DeskPorts,
  { token }: Visit,
  folder: string,
  form: Form,
  reader: FormReader,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (let place = 1; place <= MOST_FILES; place++) {
    const versionId = form[fieldOf(place)] ?? "";
    if (versionId === "") continue;
    const key = keyOf(token, place);
    const file = await ports.dropbox.dropped(key);
    const problem =
      file?.versionId === versionId ? problemOf(file) : "这份材料已经被替换，请核对后重新勾选。";
    const bytes =
      file === undefined || problem !== undefined
        ? undefined
        : await ports.dropbox.read(key, versionId, MOST_BYTES);
    const contentType = file && typeOf(file.start);
    if (file === undefined || contentType === undefined || !(bytes instanceof Uint8Array)) {
      reader.problem(fieldOf(place), problem ?? "这份材料读取不出来，请取消勾选后重新上传。");
      continue;
    }
    const kept = await ports.evidence.keep(`proofs/${folder}`, bytes, contentType);
    proofs.push({ ...kept, name: nameOf(file), size: bytes.length, contentType });
  }
  return proofs;
}

/** A file's name as pages print it. */
export function nameOf({ name }: DroppedFile): string {
  const cleaned = name.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069/\\]/gu, "").trim();
  return cleaned === "" ? "证明材料" : [...cleaned].slice(-80).join("");
}

function keyOf(token: string, place: number): string {
  return `${dropFolder(token)}/${place}`;
}

function problemOf({ size, start }: DroppedFile): string | undefined {
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
