/** What does `yingsu link-keys` let an admin do to the keys of links, and what not? On a deployment it is run in day-two.test.ts. */
import { describe, expect, it } from "vitest";
import { changed } from "../../infra/cli/commands/link-keys.ts";
import { instant } from "../../shared/domain/time/time.ts";

const KEYS = { current: "first", keys: { first: "f".repeat(64), second: "s".repeat(64) } };
const CHANGED = instant("2026-12-01T02:00:00Z");
const SOON = instant("2026-12-01T02:04:59Z");
const LATER = instant("2026-12-01T02:05:00Z");
const act = (does: string, name: string, now = LATER, atOnce = false) =>
  changed(KEYS, { does, name, atOnce }, CHANGED, now);

describe("a key of the links", () => {
  it("is added with a value of its own, and signs nothing yet", () => {
    const { current, keys } = act("add", "third");
    expect(current).toBe("first");
    expect(Object.keys(keys)).toEqual(["first", "second", "third"]);
    expect(keys.third).toMatch(/^[\w-]{64}$/);
    expect(act("add", "third").keys.third).not.toBe(keys.third);
  });

  it("signs once running functions know it, or at once where links may wait", () => {
    expect(() => act("use", "second", SOON)).toThrow("only after 2026-12-01T02:05:00");
    expect(act("use", "second")).toEqual({ ...KEYS, current: "second" });
    expect(act("use", "second", SOON, true).current).toBe("second");
  });

  it("is removed, and the others stay", () => {
    expect(act("remove", "second")).toEqual({ current: "first", keys: { first: KEYS.keys.first } });
  });

  it.each([
    ["add", "first", "already"],
    ["add", "第二把", "no name"],
    ["add", "2026.12", "no name"],
    ["add", "current", "no name"],
    ["add", "k".repeat(41), "no name"],
    ["use", "third", "add it first"],
    ["use", "toString", "add it first"],
    ["remove", "first", "use another one first"],
    ["remove", "third", "no key"],
    ["rotate", "second", "nothing that is done"],
  ])("isn't: %s %s", (does, name, why) => expect(() => act(does, name)).toThrow(why));
});
