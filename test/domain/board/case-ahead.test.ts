/** Do the pages of what comes first hold every open case, in order, whatever lies on which board? */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  isBehind,
  lateUnits,
  mergedAhead,
  pageAhead,
  placedAhead,
  runningAhead,
} from "../../../shared/domain/board/case-ahead.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { addDays, civilDate } from "../../../shared/domain/time/time.ts";
import { aRow } from "../../support/stored-things.ts";

const DAY = civilDate("2026-09-10");
const BOARDS = ["市本级", "沂南县", "费县"];

const cases = fc.uniqueArray(
  fc.record({
    serial: fc.integer({ min: 1, max: 60 }),
    day: fc.integer({ min: 0, max: 5 }),
    on: fc.subarray(BOARDS, { minLength: 1 }),
  }),
  { selector: ({ serial }) => serial, maxLength: 30 },
);

it("each case once, by day and number, in pages of any size", () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 7 }), (all, limit) => {
      const placed = (board: string, after: string | undefined) =>
        all
          .filter(({ on }) => on.includes(board))
          .flatMap(({ serial, day }) => {
            const due = addDays(DAY, day);
            const row = aRow({
              board,
              caseNumber: caseNumber(`（2026）鲁1321行初${serial}号`),
              hearing: { date: addDays(DAY, 30) },
              agencies: [{ name: board, district: board, due: [{ kind: "report", due }], flags: [] }],
            });
            return placedAhead(row) ?? [];
          })
          .filter(({ at }) => after === undefined || at > after)
          .toSorted((one, other) => (one.at < other.at ? -1 : 1))
          .slice(0, limit);
      const read: string[] = [];
      let after: string | undefined;
      for (let pages = 0; pages <= all.length; pages++) {
        const { cases: page, next } = pageAhead(
          BOARDS.map((board) => placed(board, after)),
          limit,
        );
        expect(page.length).toBeLessThanOrEqual(limit);
        for (const { caseNumber: number, agencies } of page)
          read.push(`${number} ${agencies.map(({ name }) => name).join()}`);
        after = next;
        if (after === undefined) break;
      }
      const key = ({ serial, day }: (typeof all)[number]) =>
        `${addDays(DAY, day)}#${caseNumber(`（2026）鲁1321行初${serial}号`)}`;
      const expected = all
        .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
        .map(({ serial, on }) => `（2026）鲁1321行初${serial}号 ${on.join()}`);
      expect(after).toBeUndefined();
      expect(read).toEqual(expected);
    }),
  );
});

it("a case without a day is behind all others; a closed one and an organisation's own row are none", () => {
  const { hearing: _, ...plain } = aRow();
  const bare = { ...plain, agencies: [] };
  expect(placedAhead(bare)?.at).toBe(`9999-12-31#${bare.caseNumber}`);
  expect(placedAhead({ ...bare, state: "closed" })).toBeUndefined();
  expect(placedAhead({ ...bare, boards: ["沂南县"] })).toBeUndefined();
});

it("a report runs until the hearing, a filing from the day after", () => {
  const due = [
    { kind: "report", due: civilDate("2026-09-11") },
    { kind: "filing", due: civilDate("2026-09-28") },
  ] as const;
  const ahead = placedAhead(
    aRow({ agencies: [{ name: "某局", district: "沂南县", due, flags: [] }] }),
  )?.ahead;
  const kinds = (day: string) =>
    ahead && runningAhead(ahead, civilDate(day)).map(({ kind, name }) => `${kind} ${name}`);
  expect(kinds("2026-09-24")).toEqual(["report 某局"]);
  expect(kinds("2026-09-25")).toEqual(["filing 某局"]);
});

it("pages read until a day hold every case in which something ends or takes place by then, once, and who is late", () => {
  const until = addDays(DAY, 3);
  const late = fc.record({
    serial: fc.integer({ min: 1, max: 20 }),
    days: fc.array(fc.integer({ min: -3, max: 6 }), { minLength: 1, maxLength: 3 }),
  });
  const some = fc.uniqueArray(late, { selector: ({ serial }) => serial, maxLength: 15 });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 5 }), (all, limit) => {
      // Each case stands on as many boards as it has days, each with an agency of its own.
      const rows = all.flatMap(({ serial, days }) =>
        days.map((day, index) => {
          const board = BOARDS[index] ?? "";
          return aRow({
            board,
            caseNumber: caseNumber(`（2026）鲁1321行初${serial}号`),
            hearing: { date: addDays(DAY, 30) },
            agencies: [
              {
                name: `${board}某局`,
                district: board,
                due: [{ kind: "report", due: addDays(DAY, day) }],
                flags: index === 2 ? ["difference"] : [],
              },
            ],
          });
        }),
      );
      const found = [];
      let after: string | undefined;
      do {
        const begin = after;
        const lists = BOARDS.map((board) =>
          rows
            .filter((row) => row.board === board)
            .flatMap((row) => placedAhead(row) ?? [])
            .filter(({ at }) => begin === undefined || at > begin)
            .toSorted((one, other) => (one.at < other.at ? -1 : 1))
            .slice(0, limit),
        );
        const { cases: page, next } = pageAhead(lists, limit);
        found.push(...page);
        after = next;
      } while (after !== undefined && !isBehind(after, until));
      const merged = mergedAhead(found);
      const numbers = merged.map(({ caseNumber: number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const { serial, days } of all)
        if (Math.min(...days) <= 3) expect(numbers).toContain(`（2026）鲁1321行初${serial}号`);
      const owed = rows
        .flatMap(({ agencies }) => agencies)
        .filter(({ due }) => due.some((one) => one.due < DAY));
      const told = lateUnits(merged, DAY);
      expect(told.reduce((sum, { reports }) => sum + reports, 0)).toBe(owed.length);
      expect(told.map(({ days }) => days)).toEqual(
        told.map(({ days }) => days).toSorted((one, other) => other - one),
      );
    }),
  );
});
