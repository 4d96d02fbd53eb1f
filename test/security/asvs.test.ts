/** Does the table of ASVS say what is there? Each test it names exists by that title, each place in the code too, and no number is left out. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ASVS } from "./asvs/all.ts";

/** How many requirements of levels 1 and 2 each section has in version 5.0. */
const SECTIONS = {
  "1.1": 2,
  "1.2": 9,
  "1.3": 11,
  "1.4": 3,
  "1.5": 2,
  "2.1": 3,
  "2.2": 3,
  "2.3": 4,
  "2.4": 1,
  "3.2": 2,
  "3.3": 4,
  "3.4": 6,
  "3.5": 5,
  "3.7": 2,
  "4.1": 3,
  "4.2": 1,
  "4.3": 2,
  "4.4": 4,
  "5.1": 1,
  "5.2": 3,
  "5.3": 2,
  "5.4": 3,
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "8.1": 2,
  "8.2": 3,
  "8.3": 1,
  "8.4": 1,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.3": 4,
  "10.4": 11,
  "10.5": 5,
  "10.6": 2,
  "10.7": 3,
  "11.1": 2,
  "11.2": 3,
  "11.3": 3,
  "11.4": 4,
  "11.5": 1,
  "11.6": 1,
  "12.1": 3,
  "12.2": 2,
  "12.3": 4,
  "13.1": 1,
  "13.2": 5,
  "13.3": 2,
  "13.4": 5,
  "14.1": 2,
  "14.2": 4,
  "14.3": 3,
  "15.1": 3,
  "15.2": 3,
  "15.3": 7,
  "16.1": 1,
  "16.2": 5,
  "16.3": 4,
  "16.4": 3,
  "16.5": 3,
  "17.1": 1,
  "17.2": 4,
  "17.3": 2,
} as const;

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("what is held of ASVS 5.0, levels 1 and 2", () => {
  it("is said of every requirement, in the standard's order", () => {
    const numbers = Object.entries(SECTIONS).flatMap(([section, most]) =>
      Array.from({ length: most }, (_, index) => `${section}.${index + 1}`),
    );
    expect(ASVS.map(({ number }) => number)).toEqual(numbers);
  });

  it.each(ASVS.map((one) => [one.number, one] as const))("%s rests on what is there", (_, { holds }) => {
    expect(holds.length).toBeGreaterThan(0);
    for (const hold of holds) {
      if ("test" in hold) {
        expect(read(hold.test)).toContain(`"${hold.title}"`);
        expect(read(hold.test)).not.toMatch(/\.(?:skip|todo)\(/);
      }
      if ("code" in hold)
        expect(existsSync(new URL(`../../${hold.code}`, import.meta.url)), hold.code).toBe(true);
    }
  });

  it("leaves open what it says, and nothing without a reason", () => {
    const isOpen = ASVS.filter(({ holds }) => holds.some((hold) => "open" in hold));
    expect(isOpen.map(({ number }) => number)).toEqual([
      "5.4.3",
      "6.5.5",
      "6.6.2",
      "6.8.4",
      "7.5.1",
      "7.5.2",
      "7.6.1",
      "10.5.2",
      "12.3.4",
      "13.2.4",
      "13.2.5",
      "14.2.1",
      "14.3.2",
      "15.2.1",
      "15.3.4",
    ]);
  });
});
