/**
 * What is large: a case of sixty respondents whose hearing is moved again and again, its items and transactions counted as
 * DynamoDB counts them; and editions of a bulletin of a city and of a small province. How such a case is written to an
 * engine, and for how many units: test/adapters/case-table/many-respondents.test.ts.
 */
import { spawnSync } from "node:child_process";
import { writesOf } from "../../shared/adapters/case-table/change-writes.ts";
import { itemBytes } from "../../shared/adapters/case-table/item-size.ts";
import { inTransactions } from "../../shared/adapters/case-table/transactions.ts";
import { casesAtWork } from "../../shared/casework/cases-at-work.ts";
import { handle } from "../../shared/casework/handle.ts";
import type { FileDocument } from "../../shared/domain/case-file/commands.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addDays, addMinutes, civilDate, clockTime } from "../../shared/domain/time/time.ts";
import { RULES, respondent, summons } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency, JURISDICTION } from "../support/stored-things.ts";
import type { Measurement } from "./run.ts";
import type { EditionTaken } from "./size-bulletin.ts";

const RESPONDENTS = 60;
const MOVES = 60;
/** Moves of which the figures are printed. */
const SHOWN = [0, 1, 6, 20, MOVES];
/** Cases a month, and of which period: a city's month and year, and a small province's year. */
const EDITIONS = [
  [1_000, "month"],
  [1_000, "year"],
  [5_000, "year"],
] as const;

export async function size(): Promise<readonly Measurement[]> {
  return [...(await caseOfMany()), ...EDITIONS.flatMap(([perMonth, kind]) => edition(perMonth, kind))];
}

async function caseOfMany(): Promise<readonly Measurement[]> {
  const table = memoryTable(JURISDICTION);
  const records = memoryRecords(table);
  const respondents = Array.from({ length: RESPONDENTS }, (_, index) =>
    respondent(`沂南县第${index + 1}局`, `agency-${index + 1}`),
  );
  const directory = memoryDirectory(table);
  await directory.save([
    ...respondents.map(({ name, identity }) =>
      anAgency({ id: identity?.organisation as OrganisationId, name, aliases: [] }),
    ),
    anAgency({
      id: "yinan-court" as OrganisationId,
      kind: "court",
      name: "沂南县人民法院",
      courtCode: "鲁1321",
    }),
    anAgency({ id: "yinan-justice" as OrganisationId, kind: "bureau", name: "沂南县司法局", aliases: [] }),
  ]);
  const first = summons({ parties: { plaintiffs: ["陈建"], respondents, thirdParties: [] } });
  const measured: Measurement[] = [];
  for (let move = 0; move <= MOVES; move++) {
    const day = addDays(civilDate("2026-12-24"), move);
    const command: FileDocument = {
      ...first,
      sha256: `summons-${move}`,
      at: addMinutes(first.at, move * 24 * 60),
      issuedOn: addDays(civilDate("2026-09-07"), move),
      hearing: { date: day, time: clockTime("09:00"), place: "第五审判庭" },
    };
    let [transactions, bytes, file] = [0, 0, 0];
    const began = performance.now();
    await handle(records, command.sha256, async () => {
      const deciding = { now: command.at, cause: `document:${command.sha256}`, rules: RULES };
      const cases = casesAtWork({ records, directory }, deciding);
      const decision = await cases.decide(command.caseNumber, command);
      if (!decision.accepted) throw new Error(decision.refusal.type);
      const { changes } = await cases.changes();
      for (const change of changes) {
        const { together, parts } = inTransactions(writesOf({ token: "", ...change }, "cases", JURISDICTION));
        transactions += 1 + parts.length;
        const items = [...together, ...parts.flat()].map(({ item }) => item.Put?.Item ?? {});
        bytes += items.reduce((sum, item) => sum + itemBytes(item), 0);
        file = Math.max(...items.filter(({ entity }) => entity === "case").map(itemBytes));
      }
      return { outcome: "ready", changes, result: undefined };
    });
    if (!SHOWN.includes(move)) continue;
    measured.push({
      what: `${RESPONDENTS} respondents, moved ${move} times: its item`,
      value: Math.round(file / 1024),
      unit: "KB",
      beside: `of 400; ${transactions} transactions of ${Math.round(bytes / 1024)} KB, ${Math.round(performance.now() - began)} ms`,
    });
  }
  return measured;
}

/** Each in a process of its own, whose peak memory is its own. */
function edition(perMonth: number, kind: string): readonly Measurement[] {
  const script = new URL("size-bulletin.ts", import.meta.url).pathname;
  const { stdout, status } = spawnSync(process.execPath, [script, String(perMonth), kind], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`an edition of ${perMonth} cases a month, ${kind}, could not be made`);
  const { rows, milliseconds, megabytes, largestFile } = JSON.parse(stdout) as EditionTaken;
  return [
    {
      what: `${kind} of ${perMonth} cases a month: memory`,
      value: megabytes,
      unit: "MB",
      beside: `${rows} rows, ${milliseconds} ms of CPU, largest file ${Math.round(largestFile / 1024)} KB`,
    },
  ];
}
