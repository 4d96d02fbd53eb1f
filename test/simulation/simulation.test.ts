/** Cities of chance at each run of the tests, and the stories that once broke something. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { memoryStore } from "./city/store.ts";
import { judge } from "./proof/judge.ts";
import { simulate } from "./simulating.ts";
import type { Story } from "./story/step.ts";
import { storyOf } from "./story/write-story.ts";

describe("cities of chance", () => {
  it("break no invariant", { timeout: 900_000 }, async () => {
    // One thread: each takes seconds until what it runs is compiled.
    const { broken, mails, counts } = await simulate({ seeds: 300, from: 1, threads: 1 });
    expect(broken.map(({ told }) => told).join("\n\n")).toBe("");
    // Something was tried: else the above says nothing.
    expect(mails).toBeGreaterThan(10_000);
    expect(counts["visit: answered 303"] ?? 0).toBeGreaterThan(800);
    expect(Object.keys(counts).filter((what) => what.startsWith("Died in")).length).toBeGreaterThan(8);
  });

  it("are the same whenever they are asked for", () => {
    for (const seed of [1, 77, 12_345]) expect(storyOf(seed)).toEqual(storyOf(seed));
  });
});

/** Each broke an invariant once. */
describe.each(readdirSync(new URL("./found/", import.meta.url)))("found: %s", (name) => {
  it("breaks none any more", async () => {
    const story: Story = JSON.parse(readFileSync(new URL(`./found/${name}`, import.meta.url), "utf8"));
    expect((await judge(story, memoryStore)).violations).toEqual([]);
  });
});
