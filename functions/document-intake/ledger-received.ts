/** A court's monthly ledger (台账) has come in: its duty for that month is met, and nobody reminds it any more. */

import { documentRecord } from "../../shared/casework/documents/answers.ts";
import type { Arriving, Settled } from "../../shared/casework/documents/arriving.ts";
import type { ReadDocument } from "../../shared/documents/facts.ts";
import { ledgerDuty, nextLedgerAction } from "../../shared/domain/ledger-duty.ts";
import { addMonths, civilDateAt, type Month, monthOf } from "../../shared/domain/time.ts";
import type { IntakePorts } from "./intake.ts";

/** Notes the ledger for the month most of its hearings fall in, or for the month before where it gives no dates. */
export async function noteLedger(
  { records }: IntakePorts,
  arriving: Arriving,
  { ledger }: ReadDocument,
): Promise<Settled> {
  const { object, source, rules } = arriving;
  const document = documentRecord(arriving, { state: "read", kind: "case-ledger", caseNumbers: [] });
  const { uploader: court } = source;
  if (court === undefined) return { change: { document }, outcome: "read" };

  const receivedOn = civilDateAt(object.at);
  const month = monthOfLedger(ledger) ?? addMonths(monthOf(receivedOn), -1);
  const known = await records.duty(court.id, month);
  const duty = {
    ...(known ?? ledgerDuty(court, month, rules.policy, rules.calendar)),
    version: (known?.version ?? 0) + 1,
    receivedOn: known?.receivedOn ?? receivedOn,
  };
  const nextActionAt = nextLedgerAction(duty, object.at, rules.policy, rules.calendar);
  return {
    change: { document, duties: [{ duty, expectedVersion: known?.version ?? 0, nextActionAt }] },
    outcome: "read",
  };
}

function monthOfLedger(ledger: ReadDocument["ledger"]): Month | undefined {
  const months = (ledger?.rows ?? []).flatMap(({ heardOn }) =>
    heardOn === undefined ? [] : [monthOf(heardOn)],
  );
  const counted = [...Map.groupBy(months, (month) => month)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  return counted[0]?.[0];
}
