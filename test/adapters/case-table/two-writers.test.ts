/** Two papers of a case of sixty respondents that come at the same moment: each is written in parts, and in the end all of it says the same. */
import { afterAll, expect, it } from "vitest";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { casesAtWork } from "../../../shared/casework/cases-at-work.ts";
import { handle } from "../../../shared/casework/handle.ts";
import { organisationBoard } from "../../../shared/domain/board/board-row.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { at, RULES, respondent, summons } from "../../support/case-builders.ts";
import { startCaseTableEngine } from "../../support/case-table-engine.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency, JURISDICTION } from "../../support/stored-things.ts";

const engine = await startCaseTableEngine();
afterAll(() => engine.stop());

const RESPONDENTS = Array.from({ length: 60 }, (_, index) =>
  respondent(`沂南县第${index + 1}局`, `agency-${index + 1}`),
);

it("leave a file that follows from its history, rows on every board that show it, and each letter once", async () => {
  const table = await engine.freshTable();
  const records = caseRecords(engine.client, table, JURISDICTION);
  const directory = memoryDirectory(memoryTable(JURISDICTION));
  await directory.save([
    ...RESPONDENTS.map(({ name, identity }) =>
      anAgency({ id: identity?.organisation as OrganisationId, name, aliases: [] }),
    ),
    anAgency({
      id: "yinan-court" as OrganisationId,
      kind: "court",
      name: "沂南县人民法院",
      aliases: [],
      courtCode: "鲁1321",
    }),
    anAgency({ id: "yinan-justice" as OrganisationId, kind: "bureau", name: "沂南县司法局", aliases: [] }),
  ]);
  expect(await directory.find(lookup.kind("agency"))).toHaveLength(60);
  const parties = { plaintiffs: ["陈建"], respondents: RESPONDENTS, thirdParties: [] };
  let decided = 0;
  const takeIn = (command: FileDocument) =>
    handle(records, command.sha256, async () => {
      decided += 1;
      const deciding = { now: command.at, cause: `document:${command.sha256}`, rules: RULES };
      const work = casesAtWork({ records, directory }, deciding);
      const decision = await work.decide(command.caseNumber, command);
      if (!decision.accepted) throw new Error(decision.refusal.type);
      const { changes } = await work.changes();
      return { outcome: "ready", changes, result: undefined };
    });
  const moved = (sha256: string, day: string, issuedOn: string): FileDocument =>
    summons({
      sha256,
      parties,
      at: at("09-10"),
      issuedOn: civilDate(issuedOn),
      hearing: { date: civilDate(day), time: clockTime("09:00"), place: "第五审判庭" },
    });
  await takeIn(summons({ parties }));
  const { caseNumber } = summons();
  decided = 0;
  await Promise.all([
    takeIn(moved("one", "2026-10-14", "2026-09-09")),
    takeIn(moved("other", "2026-10-21", "2026-09-10")),
  ]);
  // One of them had to decide again on what the other had written.
  expect(decided).toBeGreaterThan(2);

  const file = await records.caseFile(caseNumber);
  const history = await records.history(caseNumber);
  expect(file?.version).toBe(3);
  const { boards: _, shown: __, version: ___, ...said } = file ?? expect.fail();
  expect(
    evolveAll(
      undefined,
      history.map(({ event }) => event),
    ),
  ).toMatchObject(said);
  const day = file?.state === "awaiting-hearing" ? file.hearing.date : undefined;
  expect(day).toBe("2026-10-21");
  const boards = [
    "沂南县",
    organisationBoard("yinan-court" as OrganisationId),
    ...RESPONDENTS.map(({ identity }) => organisationBoard(identity?.organisation as OrganisationId)),
  ];
  for (const board of boards)
    expect(await Array.fromAsync(records.board(board), ({ hearing }) => hearing?.date)).toEqual([day]);
  const letters = await caseOutbox(engine.client, table, JURISDICTION).posted({ of: "case", caseNumber });
  const words = letters.map(({ notice }) => `${notice.recipient.address} ${JSON.stringify(notice.content)}`);
  expect(new Set(words).size).toBe(words.length);
}, 120_000);
