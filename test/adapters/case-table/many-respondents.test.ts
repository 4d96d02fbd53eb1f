/** What a paper costs to write, by how many are sued; and whether a case of very many is taken in at all. */
import { afterAll, expect, it } from "vitest";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { casesAtWork } from "../../../shared/casework/cases-at-work.ts";
import { handle } from "../../../shared/casework/handle.ts";
import { organisationBoard } from "../../../shared/domain/board/board-row.ts";
import type { Command } from "../../../shared/domain/case-file/decisions/decide.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { RULES, record, respondent, summons } from "../../support/case-builders.ts";
import { startCaseTableEngine } from "../../support/case-table-engine.ts";
import { meter } from "../../support/consumed-capacity.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency, JURISDICTION } from "../../support/stored-things.ts";

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());
const cost = meter(engine.client);

const COURT = "yinan-court" as OrganisationId;
const NUMBER = caseNumber("（2026）鲁1321行初23号");

it.each([
  [1, ["GetItem + TransactWriteItems, 33 units", "GetItem + TransactWriteItems, 26 units"]],
  [2, ["GetItem + TransactWriteItems, 47 units", "GetItem + TransactWriteItems, 34 units"]],
  // What no transaction holds goes ahead of the case, after a look whether the case is as it was.
  [
    60,
    [
      // What the first transaction has no room for is read back once it is written, and once more to see that nothing is left.
      `GetItem + TransactWriteItems + Query + ${Array(3).fill("TransactWriteItems").join(" + ")} + Query, 1346 units`,
      "GetItem + TransactWriteItems + Query + TransactWriteItems + Query, 671 units",
    ],
  ],
])("with %i respondents", { timeout: 60_000 }, async (count, expected) => {
  const table = await engine.freshTable();
  const records = caseRecords(engine.client, table, JURISDICTION);
  const respondents = Array.from({ length: count }, (_, index) =>
    respondent(`沂南县第${index + 1}局`, `agency-${index + 1}`),
  );
  // Who is around a case is asked of a directory in memory: it is not what is measured.
  const directory = memoryDirectory(memoryTable(JURISDICTION));
  await directory.save([
    ...respondents.map(({ name, identity }) =>
      anAgency({ id: identity?.organisation ?? COURT, name, aliases: [] }),
    ),
    anAgency({ id: COURT, kind: "court", name: "沂南县人民法院", aliases: [], courtCode: "鲁1321" }),
    anAgency({ id: "yinan-justice" as OrganisationId, kind: "bureau", name: "沂南县司法局", aliases: [] }),
  ]);
  const takeIn = async (command: Command & { readonly at: Instant }) => {
    const deciding = { now: command.at, cause: "document:1", rules: RULES };
    const { calls, units } = await cost(() =>
      handle(records, JSON.stringify(command), async () => {
        const work = casesAtWork({ records, directory }, deciding);
        const decision = await work.decide(NUMBER, command);
        if (!decision.accepted) throw new Error(decision.refusal.type);
        const { changes } = await work.changes();
        return { outcome: "ready", changes, result: undefined };
      }),
    );
    return `${calls.join(" + ")}, ${units} units`;
  };
  const parties = { plaintiffs: ["陈建"], respondents, thirdParties: [] };
  const costs = [await takeIn(summons({ parties })), await takeIn(record({ parties, attendance: [] }))];
  // Each agency has its case, with its own part of it; the court has it with all of them.
  for (const { name, identity } of respondents) {
    const own = await Array.fromAsync(records.board(organisationBoard(identity?.organisation ?? COURT)));
    expect(own).toMatchObject([{ caseNumber: NUMBER, state: "heard", agencies: [{ name }] }]);
    expect(own[0]?.agencies).toHaveLength(1);
  }
  expect(await Array.fromAsync(records.board(organisationBoard(COURT)))).toMatchObject([
    { caseNumber: NUMBER, agencies: respondents.map(({ name }) => ({ name })) },
  ]);
  expect(costs).toEqual(expected);
});
