/**
 * What a case file no longer keeps of hearings that were set and are off. A case of many respondents whose hearing is moved again
 * and again would outgrow the item it is stored in. The audit trail has all of it, and whatever is taken back is found there.
 */
import type { CaseFile } from "./state.ts";

/** Notes of what was sent that belong to one hearing, by its number. */
const OF_HEARING =
  /^(?:(?:announced|copied):)?(?:hearing|reminder|cancelled|report|filing|designation-near|who-appears-open):(\d+)[.:#]/u;

/**
 * The numbers of hearings that are off, except the newest: of that one its readers may have to be told still. A
 * sitting that was held is never among them.
 */
export function hearingsForgotten(file: CaseFile): ReadonlySet<number> {
  const off = file.pastHearings.filter(({ fate }) => fate !== "held").map(({ ordinal }) => ordinal);
  const forgotten = new Set(off.slice(0, -1));
  const kept = file.pastHearings.filter(({ fate }) => fate === "held").map(({ ordinal }) => ordinal);
  const current = file.state === "awaiting-hearing" ? [file.hearing.ordinal] : [];
  for (const ordinal of [...kept, ...current, ...off.slice(-1)]) forgotten.delete(ordinal);
  return forgotten;
}

/** The file without the cancelled periods of such hearings and the notes of what was sent about them. That they were set stays. */
export function forgetting(file: CaseFile): CaseFile {
  const forgotten = hearingsForgotten(file);
  if (forgotten.size === 0) return file;
  const deadlines = file.deadlines.filter(
    ({ status, hearing, ledger }) =>
      status !== "cancelled" || ledger !== undefined || !forgotten.has(hearing),
  );
  const sent = Object.fromEntries(
    Object.entries(file.sent).filter(([key]) => !forgotten.has(Number(OF_HEARING.exec(key)?.[1]))),
  );
  return { ...file, deadlines, sent };
}
