/** What goes back about a ledger: to its court the rows to look at, to the bureau one line of its digest. */

import { type LedgerOutcome, ledgerNews, ledgerReceived } from "../../domain/court-ledger/ledger-outcome.ts";
import type { AttachedFile } from "../../domain/notices/frame/shown.ts";
import { address, NOTHING_ADDRESSED } from "../../domain/obligations/addressing.ts";
import { digestLine } from "../../domain/obligations/digest-lines.ts";
import type { Organisation } from "../../domain/organisations/directory.ts";
import { documentRecord, fileShown } from "./answers.ts";
import type { Arriving, Settled } from "./arriving.ts";

/** Settles a ledger all of whose cases have been noted. `files`: its problems as a workbook, where it has any. */
export function ledgerAnswer(
  arriving: Arriving,
  court: Organisation,
  outcome: LedgerOutcome,
  files: readonly AttachedFile[],
): Required<Settled> {
  const { object, rules, now, sha256, source } = arriving;
  const { bureaus } = source;
  const dispatch = {
    subject: { of: "ledger", court: court.id, month: outcome.month },
    now,
    rules,
  } as const;
  const content = ledgerReceived(outcome, fileShown(arriving), files);
  const to = {
    organisation: court,
    name: court.name,
    reader: "handling",
    bureaus,
    signer: bureaus[0],
  } as const;
  const answered =
    content === undefined
      ? NOTHING_ADDRESSED
      : address(`received ${object.key} ${object.versionId}`, to, content, dispatch);
  const line = digestLine(ledgerNews(outcome), bureaus, ["ledger", sha256], dispatch);
  const document = documentRecord(arriving, { state: "read", kind: "case-ledger", caseNumbers: [] });
  return {
    changes: [{ document, notices: answered.notices, lines: line.lines }],
    outcome: "read",
    unreached: [...answered.unreached, ...line.unreached],
  };
}
