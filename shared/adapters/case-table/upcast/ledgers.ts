/** How did items of before keep what courts' ledgers say? */
/** Something stored, before its schema has seen it. */
type Entry = Readonly<Record<string, unknown>>;

/** What was not heard counted to the month of its ledger, without the entry saying so. */
function placed(entry: Entry): Entry {
  return entry.heard === false ? { ...entry, undatedIn: entry.month } : entry;
}

/** Of case files. */
export function fileLedgersSayTheirMonth({ file, ...body }: Entry): Entry {
  const { ledgers } = file as { readonly ledgers: readonly Entry[] };
  return { ...body, file: { ...(file as object), ledgers: ledgers.map(placed) } };
}

/** Of the events that noted them. */
export function eventLedgersSayTheirMonth({ events, ...body }: Entry): Entry {
  const recorded = events as readonly { readonly event: Entry }[];
  return {
    ...body,
    events: recorded.map((one) =>
      one.event.type === "ledger-noted"
        ? { ...one, event: { ...one.event, entry: placed(one.event.entry as Entry) } }
        : one,
    ),
  };
}

/** Of a court's duty: how far its cases have been gone through was called `told`. */
export function dutyLedgersAreNoted({ duty, ...body }: Entry): Entry {
  const { ledgers } = duty as { readonly ledgers: readonly Entry[] };
  return {
    ...body,
    duty: { ...(duty as object), ledgers: ledgers.map(({ told, ...one }) => ({ ...one, noted: told })) },
  };
}
