/** {@link Downloads} in memory, held to the same contract as that on the table. */
import type { Downloads } from "../../../shared/ports/downloads.ts";
import { frozen } from "./frozen.ts";
import type { MemoryTable } from "./memory-table.ts";

export function memoryDownloads({ downloads }: Pick<MemoryTable, "downloads">): Downloads {
  const of = (subject: object) => JSON.stringify(Object.entries(subject).toSorted());
  return {
    async note(download) {
      const { subject, at, sha256, organisation } = download;
      downloads.set([of(subject), at.slice(0, 16), sha256, organisation].join("#"), frozen(download));
    },
    async of(subject) {
      return [...downloads]
        .filter(([, one]) => of(one.subject) === of(subject))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([, one]) => one);
    },
  };
}
