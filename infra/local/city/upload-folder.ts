/** Which files has a person dropped to be uploaded? A folder that stands for the inbox bucket, with everything below it. */
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join, sep } from "node:path";

/** What is done about a file, by its path below the folder, with slashes. */
export interface Dropped {
  /** Uploads it. What it throws is told as {@link failed}. */
  arrived(path: string, bytes: Uint8Array): Promise<void>;
  /** It lies where nobody may upload. */
  misplaced(path: string): void;
  failed(path: string, why: string): void;
}

/** Where files belong: in somebody's inbox, or at any depth below it. */
const PLACE = /^((courts|bureaus|agencies)\/[^/]+\/inbox|directory)\/./;
/** What programs leave while they write: hidden files, Office's locks, unfinished downloads. */
const UNFINISHED = /(^|\/)(\.|~\$)|\.(part|crdownload|tmp)$/i;
/** A file that is still being copied keeps changing; it is taken once it has been the same for two looks. */
const LOOK_EVERY_MS = 300;

/**
 * Makes the folders, then looks again and again for files that are new or changed since it began. It looks, rather
 * than be told by the system, because only so are folders made later seen on every system.
 */
export async function watchFolder(
  folder: string,
  places: readonly string[],
  dropped: Dropped,
): Promise<{ close(): void }> {
  for (const place of places) await mkdir(join(folder, place), { recursive: true });
  /** How each file looked when it was taken, or when this began. */
  const settled = await look(folder);
  let before = new Map(settled);
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function lookAgain(): Promise<void> {
    const now = await look(folder);
    for (const [path, state] of now) {
      if (before.get(path) !== state || settled.get(path) === state) continue;
      settled.set(path, state);
      void take(path);
    }
    for (const path of settled.keys()) if (!now.has(path)) settled.delete(path);
    before = now;
    if (!closed) timer = setTimeout(() => void lookAgain(), LOOK_EVERY_MS);
  }

  async function take(path: string): Promise<void> {
    if (!PLACE.test(path)) return dropped.misplaced(path);
    try {
      await dropped.arrived(path, new Uint8Array(await readFile(join(folder, path))));
    } catch (fault) {
      if (!closed) dropped.failed(path, fault instanceof Error ? fault.message : String(fault));
    }
  }

  timer = setTimeout(() => void lookAgain(), LOOK_EVERY_MS);
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** Every file below a folder with its size and the time of its last change, as one text. */
async function look(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = file
      .slice(folder.length + 1)
      .split(sep)
      .join("/");
    if (!entry.isFile() || UNFINISHED.test(path)) continue;
    try {
      const { size, mtimeMs, ino } = await stat(file);
      found.set(path, `${size} ${mtimeMs} ${ino}`);
    } catch {
      // Gone between the two looks.
    }
  }
  return found;
}
