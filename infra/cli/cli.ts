/**
 * The command line: `npm run --silent yingsu -- <command> …`. JSON on standard output, sentences on standard error,
 * exit code 0 when all went well, 1 when an input could not be used, 2 when the call itself was wrong.
 */
import { instant } from "../../shared/domain/time/time.ts";

/** What a command gives back; printing is this file's. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const USAGE = `usage:
  yingsu read FILE…
  yingsu deadline report --served 2026-09-28 [--hearing 2026-10-15T09:00]
  yingsu deadline filing --hearing 2026-09-24[T09:00]
  yingsu deadline defence --served 2026-09-28
  yingsu deadline evidence --served 2026-09-28
  yingsu deadline appeal --judgment 2026-09-28 [--kind 判决|裁定]
  yingsu deadline performance --judgment 2026-09-28 --order-days 60 [--kind 判决|裁定]
  yingsu deadline suggestion --served 2026-09-28 [--order-days 30]
  yingsu bulletin LEDGER.csv|xlsx --month 2026-08 | --quarter 2026-Q3 | --half 2026-H1 | --year 2026 | --months 2026-05..2026-12 [--than …]
                 [--out DIR] [--figure NAME]
  yingsu yearly-return LEDGER.csv|xlsx --year 2026 [--mapping FILE.json] [--jurisdiction NAME] [--out FILE.xlsx]
of a deployment, by the credentials and the region of the shell:
  yingsu trail 案号 | KEY --table TABLE
  yingsu replay dead-letters --from QUEUE_URL --to QUEUE_URL | --function NAME [--apply]
  yingsu replay bulletin --month 2026-09 --task draft|propose --function NAME [--apply]
  yingsu replay file KEY --bucket INBOX [--version ID] [--apply]
  yingsu link-keys [add NAME | use NAME | remove NAME] --secret ARN [--apply]
  yingsu restored --table TABLE --records RECORDS --since 2026-09-15T08:00 [--apply]
`;

async function run([command, ...args]: readonly string[]): Promise<CommandResult> {
  // Each command loads only what it calls: no PDF library to compute a date.
  switch (command) {
    case "read":
      return (await import("./commands/read.ts")).readCommand(args);
    case "deadline":
      return (await import("./commands/deadline.ts")).deadlineCommand(args);
    case "bulletin":
      return (await import("./commands/bulletin.ts")).bulletinCommand(
        args,
        instant(new Date().toISOString()),
      );
    case "yearly-return":
      return (await import("./commands/yearly-return.ts")).yearlyReturnCommand(
        args,
        instant(new Date().toISOString()),
      );
    case "trail":
      return (await import("./commands/trail.ts")).trailCommand(args);
    case "replay":
      return (await import("./commands/replay.ts")).replayCommand(args);
    case "link-keys":
      return (await import("./commands/link-keys.ts")).linkKeysCommand(
        args,
        instant(new Date().toISOString()),
      );
    case "restored":
      return (await import("./commands/restored.ts")).restoredCommand(
        args,
        instant(new Date().toISOString()),
      );
    case undefined:
    case "help":
    case "--help":
      return {
        exitCode: command === undefined ? 2 : 0,
        stdout: command === undefined ? "" : USAGE,
        stderr: command === undefined ? USAGE : "",
      };
    default:
      return { exitCode: 2, stdout: "", stderr: `there is no command “${command}”\n${USAGE}` };
  }
}

const { exitCode, stdout, stderr } = await run(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
