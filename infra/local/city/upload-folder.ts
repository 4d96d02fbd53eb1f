/** A folder whose new files are uploaded: the inbox bucket as a person at this machine sees it. */
import { type FSWatcher, watch } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";

/** Where files may be dropped; the samples' courts. */
const FOLDERS = [
  "courts/13/inbox",
  "courts/1302/inbox",
  "courts/1312/inbox",
  "courts/1321/inbox",
  "directory",
];
/** A file that is still being copied keeps changing; it is read once it has been quiet this long. */
const QUIET_MS = 300;

/** Makes the folders and calls `arrived` for each file that is put there, with its path below the folder. */
export async function watchFolder(
  folder: string,
  arrived: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<Pick<FSWatcher, "close">> {
  for (const one of FOLDERS) await mkdir(join(folder, one), { recursive: true });
  const waiting = new Map<string, NodeJS.Timeout>();
  const take = async (path: string) => {
    waiting.delete(path);
    try {
      await arrived(path.split(sep).join("/"), new Uint8Array(await readFile(join(folder, path))));
    } catch {
      // Gone again, or a folder: nothing to upload.
    }
  };
  const watchers = FOLDERS.map((one) =>
    watch(join(folder, one), (_, name) => {
      if (name === null) return;
      const path = join(one, name);
      clearTimeout(waiting.get(path));
      waiting.set(
        path,
        setTimeout(() => void take(path), QUIET_MS),
      );
    }),
  );
  return {
    close: () => {
      for (const watcher of watchers) watcher.close();
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
