/** A running function remembers who is who for a minute: what it asks again, and what it must not believe any longer. */
import { describe, expect, it } from "vitest";
import { rememberedDirectory } from "../../shared/casework/cached-directory.ts";
import { lookup, type Organisation } from "../../shared/domain/organisations/directory.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency, JURISDICTION } from "../support/stored-things.ts";

const AGENCY = anAgency();
const BY_NAME = lookup.name(AGENCY.name);
const MINUTE = 60_000;

/** A directory that counts what it is asked, and what remembers it. */
function remembering() {
  let now = 1_000_000;
  const asked: string[] = [];
  const stored = memoryDirectory(memoryTable(JURISDICTION));
  const counted = {
    ...stored,
    find: (key: string) => {
      asked.push(key);
      return stored.find(key);
    },
    organisation: (id: Organisation["id"]) => {
      asked.push(id);
      return stored.organisation(id);
    },
  };
  const directories = rememberedDirectory(counted, () => now);
  return { ...directories, stored, asked, pass: (milliseconds: number) => (now += milliseconds) };
}

describe("who is found", () => {
  it("is asked for once a minute, by whichever way, also by two at once", async () => {
    const { remembered, stored, asked, pass } = remembering();
    await stored.save([AGENCY]);
    const both = [remembered.find(BY_NAME), remembered.find(BY_NAME), remembered.organisation(AGENCY.id)];
    expect(await Promise.all(both)).toEqual([[AGENCY], [AGENCY], AGENCY]);
    pass(MINUTE - 1);
    await remembered.organisation(AGENCY.id);
    expect(asked).toEqual([BY_NAME, AGENCY.id]);
    pass(1);
    await remembered.find(BY_NAME);
    expect(asked).toEqual([BY_NAME, AGENCY.id, BY_NAME]);
  });

  it("is asked for anew once something was changed by this function, by either of the two", async () => {
    const { remembered, asItIs, stored } = remembering();
    await stored.save([AGENCY]);
    await remembered.find(BY_NAME);
    const [contact] = AGENCY.contacts;
    await remembered.markUndeliverable(AGENCY.id, contact?.email ?? "");
    const marked = (await remembered.find(BY_NAME))[0]?.contacts[0];
    expect(marked?.undeliverable).toBe(true);
    await asItIs.save([{ ...AGENCY, level: "city" } as Organisation]);
    expect((await remembered.organisation(AGENCY.id))?.level).toBe("city");
  });

  it("is believed no longer where the clock was set back", async () => {
    const { remembered, stored, asked, pass } = remembering();
    await stored.save([AGENCY]);
    await remembered.find(BY_NAME);
    pass(-1);
    await remembered.find(BY_NAME);
    expect(asked).toHaveLength(2);
  });
});

describe("who is not found", () => {
  it("is asked for each time: the entry may come before the next paper", async () => {
    const { remembered, stored } = remembering();
    expect(await remembered.find(BY_NAME)).toEqual([]);
    expect(await remembered.organisation(AGENCY.id)).toBeUndefined();
    await stored.save([AGENCY]);
    expect(await remembered.find(BY_NAME)).toEqual([AGENCY]);
    expect(await remembered.organisation(AGENCY.id)).toEqual(AGENCY);
  });

  it("nor is an answer that failed", async () => {
    const { stored } = remembering();
    await stored.save([AGENCY]);
    let failing = true;
    const { remembered } = rememberedDirectory(
      { ...stored, find: (key) => (failing ? Promise.reject(new Error("away")) : stored.find(key)) },
      () => 0,
    );
    await expect(remembered.find(BY_NAME)).rejects.toThrow("away");
    failing = false;
    expect(await remembered.find(BY_NAME)).toEqual([AGENCY]);
  });
});

it("whoever changes the directory reads it as it is", async () => {
  const { remembered, asItIs, stored } = remembering();
  await stored.save([AGENCY]);
  await remembered.organisation(AGENCY.id);
  await stored.save([{ ...AGENCY, level: "city" } as Organisation]);
  expect((await remembered.organisation(AGENCY.id))?.level).toBe(AGENCY.level);
  expect((await asItIs.organisation(AGENCY.id))?.level).toBe("city");
});
