/** A court that hasn't sent its ledger is reminded (台账催报); after the due day its bureau is told as well. */
import { bureauOf } from "../../shared/casework/involved.ts";
import { ledgerReminderOwed, nextLedgerAction } from "../../shared/domain/court-ledger/ledger-duty.ts";
import type { Notice } from "../../shared/domain/notices/notice.ts";
import { type Dispatch, notice, recipientOf } from "../../shared/domain/obligations/addressing.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant, Month } from "../../shared/domain/time/time.ts";
import { printedMonth } from "../../shared/letters/frame/dates.ts";
import { XLSX } from "../../shared/letters/frame/media-types.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Records } from "../../shared/ports/records.ts";

/** Writes the reminders owed for one court's month; returns how many. */
export async function remindCourt(
  { records, directory }: { readonly records: Records; readonly directory: Directory },
  { court: id, month }: { readonly court: OrganisationId; readonly month: Month },
  now: Instant,
  rules: Rules,
): Promise<number> {
  const duty = await records.duty(id, month);
  if (duty === undefined) return 0;
  const owed = ledgerReminderOwed(duty, now, rules.policy, rules.calendar);
  const reminded = owed === undefined ? duty : { ...duty, reminded: [...duty.reminded, owed.on] };
  const notices: Notice[] = [];
  if (owed !== undefined) {
    const court = await directory.organisation(id);
    const bureau = await bureauOf(court?.jurisdiction ?? "", directory);
    const content = {
      kind: "ledger-due",
      court: duty.courtName,
      month,
      due: duty.due,
      daysOver: owed.daysOver,
    } as const;
    const { prefilled } = duty;
    const file = prefilled && {
      name: `${duty.courtName}${printedMonth(month)}台账（预填）.xlsx`,
      key: prefilled.key,
      contentType: XLSX,
    };
    // The court gets its ledger as far as it is known; the bureau only waits for it.
    const toCourt =
      prefilled === undefined || file === undefined
        ? content
        : { ...content, prefilled: { cases: prefilled.cases, files: [file] } };
    const dispatch: Dispatch = { subject: { of: "ledger", court: id, month }, now, rules };
    // On the due day and after it the bureau that waits for the ledger is told too (行政应诉月通报机制).
    const told = [
      [court && recipientOf(court, ["clerk", "duty"]), toCourt],
      [owed.daysOver >= 0 ? bureau && recipientOf(bureau, ["duty", "clerk"]) : undefined, content],
    ] as const;
    for (const [recipient, words] of told) {
      if (recipient !== undefined) notices.push(notice(`ledger ${owed.on}`, recipient, words, dispatch));
    }
  }
  const next = { ...reminded, version: duty.version + 1 };
  await records.commit({
    token: `ledger ${id} ${month} ${duty.version}`,
    duties: [
      {
        duty: next,
        expectedVersion: duty.version,
        nextActionAt: nextLedgerAction(next, now, rules.policy, rules.calendar),
      },
    ],
    notices,
  });
  return notices.length;
}
