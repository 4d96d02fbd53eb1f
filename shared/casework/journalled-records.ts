/** Records whose acts are written down elsewhere as well, since a restore of the table to the day before would know nothing of them. */
import type { Instant } from "../domain/time/time.ts";
import type { Change } from "../ports/change.ts";
import type { DeskAct, Journal } from "../ports/journal.ts";
import type { Records } from "../ports/records.ts";

/** The same records; what is committed goes into the journal. */
export function journalledRecords<Kept extends Pick<Records, "commit">>(
  records: Kept,
  journal: Pick<Journal, "acted">,
  now: () => Instant,
): Kept {
  return {
    ...records,
    async commit(change: Change) {
      const committed = await records.commit(change);
      const act = committed === "committed" ? actOf(change, now()) : undefined;
      if (act !== undefined) await journal.acted(act);
      return committed;
    },
  };
}

/** What a change has of a person's act; undefined where that is nothing, as of a draft. */
function actOf(change: Change, at: Instant): DeskAct | undefined {
  const { usedLink, programme = [], directoryAct, organisations = [], signings = [] } = change;
  const cases = (change.cases ?? []).filter(({ events }) => events.length > 0);
  const others = [
    ...programme.map(({ entry }) => ({ what: "programme", of: entry.jurisdiction }) as const),
    ...signings.map(({ signing }) => ({ what: "signing", of: signing.jurisdiction }) as const),
    ...(directoryAct === undefined ? [] : [{ what: "directory", of: directoryAct.bureau } as const]),
    ...(directoryAct === undefined && organisations.length > 0
      ? [{ what: "directory", of: "" } as const]
      : []),
  ];
  if (usedLink === undefined && cases.length === 0 && others.length === 0) return undefined;
  return {
    at,
    ...(usedLink && { usedLink }),
    cases: cases.map(({ file: { caseNumber, version, boards }, events }) => ({
      caseNumber,
      version,
      boards,
      events,
    })),
    others,
  };
}
