/**
 * `yingsu restored --table TABLE --records RECORDS --since 2026-09-15T08:00 [--apply]`: after the table was restored to that moment
 * (`--since`, time of Shanghai, or with a zone), and before the deployment goes on with it: what the journal knows and the table doesn't.
 * With `--apply` mails that left are marked as sent and used links as used; what must be asked for again is printed by bureau, in words to
 * be forwarded.
 */
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../../shared/adapters/file-bucket.ts";
import { readJournal } from "../../../shared/adapters/journal.ts";
import { lacking, marked } from "../../../shared/casework/restored.ts";
import { noticeNumber } from "../../../shared/domain/notices/notice-number.ts";
import { type Instant, instant } from "../../../shared/domain/time/time.ts";
import { askedAgain } from "../restore/asked-again.ts";
import { BadInput, type CommandResult, explaining } from "./bad-input.ts";
import { needed, typedOptions } from "./typed-options.ts";

const USAGE = "Usage: restored --table TABLE --records RECORDS --since 2026-09-15T08:00 [--apply]";

/** Runs the command. Exits 0 with a line of JSON for each mail, link and bureau; 2 where it is typed wrongly. */
export async function restoredCommand(args: readonly string[], now: Instant): Promise<CommandResult> {
  return explaining(USAGE, async () => {
    const { values, on, words } = typedOptions(args, ["table", "records", "since"], ["apply"]);
    if (words.length > 0) throw new BadInput(`Too many words: "${words.join(" ")}".`);
    const table = needed(values.table, "table", "the name of the restored table");
    const bucket = needed(values.records, "records", "the output RecordsBucket");
    const since = momentOf(needed(values.since, "since", "2026-09-15T08:00"));
    const client = dynamo();
    const ports = { records: caseRecords(client, table, ""), outbox: caseOutbox(client, table, "") };
    const found = await lacking(ports, await readJournal(fileBucket(s3(), bucket), since, now));
    if (on.has("apply")) await marked(ports, found);
    const state = on.has("apply") ? "marked" : "to be marked";
    const lines = [
      ...found.left.map(({ notice, at }) => ({
        mail: noticeNumber(notice),
        kind: notice.content.kind,
        to: notice.recipient.organisationName,
        left: at,
        state,
      })),
      ...found.links.map(({ at, by }) => ({ link: "used", at, by, state })),
      ...askedAgain(found.acts, since),
    ];
    const { left, links, acts } = found;
    return {
      exitCode: 0,
      stdout: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
      stderr: `${left.length} mails, ${links.length} used links, ${acts.length} acts that the table doesn't know\n${on.has("apply") ? "" : "nothing was marked; --apply does it\n"}`,
    };
  });
}

function momentOf(typed: string): Instant {
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(typed) ? typed : `${typed}+08:00`;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed) || Number.isNaN(Date.parse(zoned)))
    throw new BadInput(`--since "${typed}" is not a moment: write it as 2026-09-15T08:00.`);
  return instant(zoned);
}
