/** Is what the journal wrote down read again as it was? It is text, whatever way the table keeps its items. */
import { expect, it } from "vitest";
import { journalIn, readJournal } from "../../shared/adapters/journal.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { aNotice, MORNING, NOON, opening } from "../support/stored-things.ts";

it("mails that left and acts at the desk are read as they were written", async () => {
  const files = memoryFiles(() => MORNING);
  const journal = journalIn(files, () => expect.fail("not written"));
  const { file, events } = opening();
  const left = { notice: aNotice(), messageId: "ses-1", at: NOON };
  const act = {
    at: NOON,
    usedLink: { nonce: "n-1", at: NOON, by: "沂南县公安局" },
    cases: [{ caseNumber: file.caseNumber, version: 1, boards: ["沂南县"], events }],
    others: [{ what: "programme", of: "371300" }],
  } as const;
  await journal.left([left]);
  await journal.acted(act as never);
  const read = await readJournal(files, MORNING, addMinutes(NOON, 60));
  expect(read.left).toEqual([left]);
  expect(read.acts).toEqual([act]);
});
