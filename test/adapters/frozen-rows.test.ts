/** The rows of an issued bulletin come back as they were frozen, and nothing else is taken for them. */
import { describe, expect, it } from "vitest";
import { frozenRowsIn } from "../../shared/adapters/frozen-rows.ts";
import { frozenRows } from "../../shared/domain/statistics/frozen-rows.ts";
import { at } from "../support/case-builders.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { aRow } from "../support/statistics-rows.ts";

const FOLDER = "bulletins/2026-08/issued-v1";

async function kept(text: string) {
  const files = memoryFiles(() => at("09-03"));
  await files.write(`${FOLDER}/rows.json`, new TextEncoder().encode(text), "application/json");
  return frozenRowsIn(files)(FOLDER);
}

describe("frozen rows", () => {
  it("are read as they were", async () => {
    const { rows, text } = frozenRows([
      aRow(2, { present: false, absenceReason: "出差", conduct: ["put-off"] }),
      aRow(1, { heardOn: undefined, heard: undefined, present: undefined }),
    ]);
    expect(await kept(text)).toEqual(rows);
    expect(await kept("[]\n")).toEqual([]);
  });

  it("from before reasons were classed don't say", async () => {
    const { absenceGround: _, reasonAccepted: __, withoutHead: ___, conduct: ____, ...former } = aRow(1);
    const [row] = await kept(JSON.stringify([former]));
    expect([row?.present, row?.withoutHead]).toEqual([true, undefined]);
  });

  it("that are gone or wrong are named with their place, not with what they say", async () => {
    await expect(frozenRowsIn(memoryFiles(() => at("09-03")))(FOLDER)).rejects.toThrow(
      "rows.json is missing",
    );
    const wrong = kept(JSON.stringify([aRow(1), { ...aRow(2), present: "秘密" }]));
    await expect(wrong).rejects.toThrow(`${FOLDER}/rows.json is wrong at 1.present`);
    await expect(wrong).rejects.not.toThrow("秘密");
  });
});
