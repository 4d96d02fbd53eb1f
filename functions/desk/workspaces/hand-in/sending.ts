/**
 * How does a file get from a page into the inbox? With a script, straight to the bucket, which checks its bytes by their hash; without
 * one, through the dropbox, from which it is taken when its sender says so.
 */

import { MOST_MEGABYTES } from "../../../../shared/domain/document.ts";
import type { Organisation } from "../../../../shared/domain/organisations/directory.ts";
import { inboxFolderOf } from "../../../../shared/domain/organisations/inbox-folder.ts";
import { civilDateAt } from "../../../../shared/domain/time/time.ts";
import { dropFolder } from "../../../../shared/links/drop-folder.ts";
import type { DroppedFile, UploadForm } from "../../../../shared/ports/dropbox.ts";
import type { Form } from "../../frame/form.ts";
import type { DeskPorts, ShownData } from "../../frame/room.ts";
import type { AtWork } from "../workspace.ts";

export const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/** Files of one batch without a script; then the batch is handed in. */
export const MOST_DROPPED = 10;
/** Only from here on S3 itself refuses; what lies between is explained. */
export const LARGEST_DROPPED = 3 * MOST_BYTES;
const BATCH = /^[\w-]{22}$/;

/** Whether an address or a form names a batch; whose it is follows from where its files lie. */
export function isBatch(named: string | undefined): named is string {
  return named !== undefined && BATCH.test(named);
}

/** Where a court's or a bureau's files lie in the inbox; undefined of others, who hand in nothing. */
export function folderOf(organisation: Organisation): string | undefined {
  const { kind } = organisation;
  return kind === "court" || kind === "bureau" ? inboxFolderOf(organisation) : undefined;
}

/** A file's name as its sender knows it, without what would be a place of its own. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll("!", "！")
    .trim();
  // Dots alone are a folder to browsers, which would send the file elsewhere.
  return /^\.*$/.test(clean) ? "文件" : [...clean].slice(-120).join("");
}

/** A key nobody else has: the day, a name of its own, the file's name. */
function newKey(ports: Pick<DeskPorts, "now" | "newFormId">, folder: string, name: string): string {
  return `${folder}/inbox/${civilDateAt(ports.now())}/${ports.newFormId()}/${cleanName(name)}`;
}

/** The address to which a script sends one file; says why not where the file can't be taken. */
export async function signedFor(
  ports: Pick<DeskPorts, "handIn" | "now" | "newFormId">,
  folder: string,
  { name = "", size = "", checksum = "" }: Form,
): Promise<ShownData> {
  const bytes = Number(size);
  if (!/^\d{1,12}$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(checksum) || name === "")
    return { status: 422, data: { why: "文件信息不完整，请重新选择文件。" } };
  if (bytes === 0) return { status: 422, data: { why: "文件是空的，没有上传。" } };
  if (bytes > MOST_BYTES)
    return { status: 422, data: { why: `文件超过${MOST_MEGABYTES}MB，没有上传。请压缩或者分成几份。` } };
  const key = newKey(ports, folder, name);
  return { status: 200, data: { key, ...(await ports.handIn.upload(key, { size: bytes, checksum })) } };
}

/** What was dropped without a script and not handed in yet, and the form for another; none where the batch is full. */
export interface Batch {
  readonly id: string;
  readonly files: readonly {
    readonly place: number;
    readonly file: DroppedFile;
    readonly problem?: string;
  }[];
  readonly form: UploadForm | undefined;
}

/** The batch an address names, or a new one; `backTo`: the page's own address. */
export async function batchOf(
  ports: Pick<DeskPorts, "dropbox" | "newSecret">,
  work: Pick<AtWork, "session" | "organisation">,
  named: string | undefined,
  backTo: (batch: string) => string,
): Promise<Batch> {
  const id = isBatch(named) ? named : ports.newSecret().slice(0, 22);
  const files: Batch["files"][number][] = [];
  if (id === named)
    for (let place = 1; place <= MOST_DROPPED; place++) {
      const file = await ports.dropbox.dropped(droppedKey(work, id, place));
      if (file === undefined) break;
      const problem =
        file.size === 0
          ? "没有选择文件，或者文件是空的，不会提交。"
          : file.size > MOST_BYTES
            ? `超过${MOST_MEGABYTES}MB，不会提交。请压缩或者分成几份。`
            : undefined;
      files.push({ place, file, ...(problem !== undefined && { problem }) });
    }
  const next = files.length + 1;
  if (next > MOST_DROPPED) return { id, files, form: undefined };
  return {
    id,
    files,
    form: await ports.dropbox.form(droppedKey(work, id, next), LARGEST_DROPPED, backTo(id)),
  };
}

/** Takes a batch into the inbox; how many files it had. Handed in twice, the second time says nothing new. */
export async function handInBatch(
  ports: Pick<DeskPorts, "dropbox" | "handIn" | "now" | "newFormId">,
  work: Pick<AtWork, "session" | "organisation">,
  folder: string,
  named: string,
): Promise<number> {
  if (!isBatch(named)) return 0;
  let taken = 0;
  for (let place = 1; place <= MOST_DROPPED; place++) {
    const file = await ports.dropbox.dropped(droppedKey(work, named, place));
    if (file === undefined) break;
    if (file.size === 0 || file.size > MOST_BYTES) continue;
    await ports.handIn.take(file, newKey(ports, folder, file.name));
    taken += 1;
  }
  return taken;
}

function droppedKey(
  { session, organisation }: Pick<AtWork, "session" | "organisation">,
  batch: string,
  place: number,
) {
  return `${dropFolder(`${session.id} ${organisation.id} ${batch}`)}/${place}`;
}
