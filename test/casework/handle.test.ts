/** Decided on what there is now, written whole, decided again where somebody else was faster. */
import { describe, expect, it } from "vitest";
import { casesAtWork } from "../../shared/casework/cases-at-work.ts";
import type { Draft } from "../../shared/casework/handle.ts";
import { handle, handleByLink, type Ready, StillInConflict } from "../../shared/casework/handle.ts";
import { recordOnce } from "../../shared/casework/programme-entries.ts";
import type { Command } from "../../shared/domain/case-file/decisions/decide.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Records } from "../../shared/ports/records.ts";
import { at, RULES, record, summons } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { aCorrection, aDocument } from "../support/stored-things.ts";

const CASE = summons().caseNumber;
const LINK = { nonce: "n1", at: at("09-08"), by: "李明" };

function city() {
  const table = memoryTable("3713");
  return { table, records: memoryRecords(table), directory: memoryDirectory(table) };
}
type City = ReturnType<typeof city>;

/** A command on the case, written; the result is how often it was decided. */
function file({ records, directory }: City, command: Command, before: () => Promise<void> = async () => {}) {
  let decided = 0;
  return handle(records, `test ${command.type}`, async (): Promise<Ready<number>> => {
    decided += 1;
    const cases = casesAtWork({ records, directory }, { now: at("09-08"), cause: "test", rules: RULES });
    await cases.decide(CASE, command);
    await before();
    return { outcome: "ready", ...(await cases.changes()), result: decided };
  });
}

const nothing: Draft = {};
const ready = (changes: readonly Draft[] = [nothing]): Ready<string> => ({
  outcome: "ready",
  changes,
  result: "written",
});

describe("a command", () => {
  it("is decided once where nobody is in the way, and says what reached nobody", async () => {
    const here = city();
    // In an empty directory the agency has no address, and no bureau is there to look for it.
    expect(await file(here, summons())).toMatchObject({
      outcome: "done",
      result: 1,
      unreached: [{ kind: "hearing-notice", name: "沂南县公安局" }],
    });
    expect(here.table.cases.get(CASE)?.file.version).toBe(1);
  });

  it("is decided again on what somebody else wrote meanwhile; nothing of theirs is lost", async () => {
    const here = city();
    await file(here, summons());
    let met = false;
    const meanwhile = async () => {
      if (met) return;
      met = true;
      await file(here, record());
    };
    const late = summons({ sha256: "appeal", kind: "appearance-notice", at: at("09-09") });
    expect(await file(here, late, meanwhile)).toMatchObject({ outcome: "done", result: 2 });
    const written = here.table.cases.get(CASE)?.file;
    expect(written?.documents.map(({ kind }) => kind)).toEqual([
      "summons",
      "hearing-record",
      "appearance-notice",
    ]);
  });

  it("is given up with a fault that names it where others are faster each time", async () => {
    const records: Pick<Records, "commit"> = { commit: async () => "conflict" };
    const late = handle(records, "sweep 行初23号", async () => ready());
    await expect(late).rejects.toThrow(StillInConflict);
    await expect(late).rejects.toThrow("still in conflict after 5 attempts: sweep 行初23号");
  });

  it("that is refused writes nothing", async () => {
    const { records, table } = city();
    const refused = { outcome: "refused", refusal: "no" } as const;
    expect(await handle(records, "t", async () => refused)).toBe(refused);
    expect(table.committed.size).toBe(0);
  });

  it("that was overtaken while it was decided is decided again", async () => {
    const { records } = city();
    let attempts = 0;
    const done = await handle(records, "t", async () => {
      attempts += 1;
      return attempts < 3 ? ({ outcome: "overtaken" } as const) : ready([]);
    });
    expect(done).toEqual({ outcome: "done", result: "written", unreached: [] });
    expect(attempts).toBe(3);
  });

  it("of several writes keeps their order, and stops at the first conflict", async () => {
    const tokens: string[] = [];
    let conflicts = 1;
    const records: Pick<Records, "commit"> = {
      async commit({ token, document }) {
        tokens.push(`${token} ${document?.sha256}`);
        return document?.sha256 === "b" && conflicts-- > 0 ? "conflict" : "committed";
      },
    };
    const changes = ["a", "b", "c"].map((sha256) => ({ document: aDocument({ sha256 }) }));
    await handle(records, "t", async () => ready(changes));
    expect(tokens).toEqual(["t 0 a", "t 1 b", "t 0 a", "t 1 b", "t 2 c"]);
  });
});

describe("a command by a link", () => {
  it("uses it up with its last write, and brings about no second thing", async () => {
    const { records, table } = city();
    const act = () => handleByLink(records, LINK, async () => ready([{ document: aDocument() }]));
    expect(await act()).toMatchObject({ outcome: "done" });
    expect(table.usedLinks.get("n1")).toEqual(LINK);
    expect(await handleByLink(records, { ...LINK, by: "王芳" }, async () => ready())).toEqual({
      outcome: "used",
      used: LINK,
    });
  });

  it("that somebody else used while it was decided is used, not done twice", async () => {
    const { records, table } = city();
    let decided = 0;
    const acted = await handleByLink(records, LINK, async () => {
      decided += 1;
      await records.commit({ token: "theirs", usedLink: { ...LINK, by: "王芳" } });
      return ready([{ document: aDocument() }]);
    });
    expect(acted).toEqual({ outcome: "used", used: { ...LINK, by: "王芳" } });
    expect(decided).toBe(1);
    expect(table.documents.size).toBe(0);
  });

  it("that is refused leaves the link as it was", async () => {
    const { records, table } = city();
    const refused = { outcome: "refused" } as const;
    expect(await handleByLink(records, LINK, async () => refused)).toBe(refused);
    expect(table.usedLinks.size).toBe(0);
  });
});

describe("cases at work", () => {
  it("are loaded once, and each command sees what the one before it changed", async () => {
    const here = city();
    let loaded = 0;
    const records = {
      ...here.records,
      caseFile: async (number: typeof CASE) => {
        loaded += 1;
        return here.records.caseFile(number);
      },
    };
    const cases = casesAtWork({ ...here, records }, { now: at("09-08"), cause: "test", rules: RULES });
    await cases.decide(CASE, summons());
    const again = await cases.decide(CASE, summons());
    expect(again).toEqual({ accepted: true, events: [] });
    expect(loaded).toBe(1);
    const { changes } = await cases.changes();
    expect(changes.flatMap(({ cases: changed = [] }) => changed.map((one) => one.file.version))).toEqual([1]);
  });

  it("on which nothing was decided are written only where that is asked for, and one that isn't there never", async () => {
    const here = city();
    await file(here, summons());
    const looked = async (which?: "all") => {
      const cases = casesAtWork(here, { now: at("09-08"), cause: "test", rules: RULES });
      await cases.decide(CASE, { type: "recompute", at: at("09-08") });
      await cases.decide(caseNumber("（2026）鲁1321行初24号"), { type: "recompute", at: at("09-08") });
      const { changes } = await cases.changes(which);
      return changes.flatMap(({ cases: changed = [] }) => changed.map((one) => one.file.caseNumber));
    };
    expect(await looked()).toEqual([]);
    expect(await looked("all")).toEqual([CASE]);
  });
});

describe("an entry of a programme", () => {
  it("is recorded once, whoever records it at the same time", async () => {
    const here = city();
    const decided = { now: at("09-08"), rules: RULES };
    const { change } = aCorrection();
    const both = await Promise.all(
      ["李明", "王芳"].map((by) => recordOnce(here, aCorrection({ change: { ...change, by } }), decided)),
    );
    expect(both.map(({ result }) => result).toSorted()).toEqual([false, true]);
    expect([...here.table.programmePast.values()].flat()).toHaveLength(1);
  });
});
