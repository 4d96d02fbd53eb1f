/** Who of the leaders appeared, how often, and who never did. */
import { expect, it } from "vitest";
import type { Leader } from "../../../shared/domain/organisations/leaders.ts";
import { appearancesOf } from "../../../shared/domain/statistics/appearances.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { aRow } from "../../support/statistics-rows.ts";

const leader = (name: string, to?: string): Leader => ({
  name,
  post: "副局长",
  rank: "deputy",
  ...(to !== undefined && { to: civilDate(to) }),
});

it("lists everybody in post, most appearances first, with those who never came, those who left and those it doesn't know", () => {
  const leaders = [leader("王强"), leader("周岩"), leader("李 明"), leader("孙敏", "2026-06-30")];
  const rows = [
    aRow(1, { headName: "周岩", heardOn: civilDate("2026-08-20") }),
    aRow(2, { headName: "周岩" }),
    aRow(3, { headName: "李明" }),
    aRow(4, { headName: "孙敏" }),
    aRow(5, { headName: "赵六" }),
    aRow(6, { headName: "王强", present: false }),
    aRow(7),
  ];
  const { persons, unnamed } = appearancesOf(rows, { leaders, day: civilDate("2026-09-01") });
  expect(persons.map(({ name, posts, rows: own }) => [name, posts.length, own.length])).toEqual([
    ["周岩", 1, 2],
    ["李 明", 1, 1],
    ["孙敏", 1, 1],
    ["赵六", 0, 1],
    ["王强", 1, 0],
  ]);
  expect(persons[0]?.rows.map(({ heardOn }) => heardOn)).toEqual(["2026-08-12", "2026-08-20"]);
  expect(unnamed).toBe(1);
});
