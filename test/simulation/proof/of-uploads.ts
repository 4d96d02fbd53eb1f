/** What must hold of files in the inbox. */
import type { Check } from "./invariants.ts";

export const unsettledUploads: Check = async ({ store, journal }) => {
  const wrong: string[] = [];
  const answered = new Set(
    [...journal.notices.values()].flatMap(({ subject }) =>
      subject.of === "document" ? [subject.sha256] : [],
    ),
  );
  for (const { key, versionId, at } of journal.uploads) {
    const settled = await store.records.settledUpload(key, versionId);
    if (settled === undefined) {
      wrong.push(`${key} of ${at} was never settled`);
      continue;
    }
    const document = await store.records.document(settled.sha256);
    if (document === undefined) {
      if (!key.startsWith("directory/")) wrong.push(`${key} is settled and has no record`);
    } else if (document.state !== "read" && !answered.has(settled.sha256)) {
      const isAlarmed = journal.alarms.some(({ at: of }) => of >= at);
      const isUndone = journal.gaps.some(({ to }) => at < to);
      if (!isAlarmed && !isUndone) wrong.push(`${key} is ${document.state}, and nobody was told`);
    }
  }
  return wrong;
};
