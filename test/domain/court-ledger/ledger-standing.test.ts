import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseNumber, caseNumber } from "../../../shared/domain/court/case-number.ts";
import { changesBy, type LedgerListed } from "../../../shared/domain/court-ledger/ledger-standing.ts";
import { at } from "../../support/case-builders.ts";

const number = (serial: number) => caseNumber(`（2026）鲁1321行初${serial}号`);
const ledger = (document: string, day: string, ...serials: number[]): LedgerListed => ({
  document,
  receivedAt: at(day),
  caseNumbers: serials.map(number),
});
/** Which ledger speaks for each case once they have come in this order, change by change. */
function standing(inOrder: readonly LedgerListed[]): ReadonlyMap<CaseNumber, string> {
  const holds = new Map<CaseNumber, string>();
  for (const [index, one] of inOrder.entries()) {
    for (const { caseNumber: of, document } of changesBy(one, inOrder.slice(0, index))) {
      if (document === undefined) holds.delete(of);
      else holds.set(of, document);
    }
  }
  return new Map([...holds].toSorted());
}

const spoken = (...ledgers: LedgerListed[]) =>
  Object.fromEntries(
    [...standing(ledgers)].map(([of, by]) => [Number(/(\d+)号/u.exec(of)?.[1]), by] as const),
  );

describe("a ledger sent again", () => {
  it("takes the former one's place as a whole, and what it leaves out is gone", () => {
    const [first, second] = [ledger("a", "09-01", 1, 2, 3), ledger("b", "09-02", 1, 2, 4)];
    expect(spoken(first, second)).toEqual({ 1: "b", 2: "b", 4: "b" });
    expect(changesBy(second, [first])).toEqual([
      { caseNumber: number(1), document: "b" },
      { caseNumber: number(2), document: "b" },
      { caseNumber: number(4), document: "b" },
      { caseNumber: number(3), document: undefined },
    ]);
  });

  it("that names other cases stands beside it", () => {
    const [first, appeals] = [ledger("a", "09-01", 1, 2, 3), ledger("b", "09-02", 7, 8)];
    expect(spoken(first, appeals)).toEqual({ 1: "a", 2: "a", 3: "a", 7: "b", 8: "b" });
  });

  it("that names few of its cases speaks for those alone", () => {
    expect(spoken(ledger("a", "09-01", 1, 2, 3, 4), ledger("b", "09-02", 4))).toEqual({
      1: "a",
      2: "a",
      3: "a",
      4: "b",
    });
  });

  it("that names just half of its cases takes its place, and fewer than half doesn't", () => {
    expect(spoken(ledger("a", "09-01", 1, 2, 3, 4), ledger("b", "09-02", 1, 2, 9))).toEqual({
      1: "b",
      2: "b",
      9: "b",
    });
    expect(spoken(ledger("a", "09-01", 1, 2, 3), ledger("b", "09-02", 1, 9))).toEqual({
      1: "b",
      2: "a",
      3: "a",
      9: "b",
    });
  });

  it("is the later one by the time it was handed in, whatever the files are called", () => {
    expect(spoken(ledger("z", "09-01", 1, 2, 3), ledger("a", "09-02", 1, 2))).toEqual({ 1: "a", 2: "a" });
    expect(spoken(ledger("a", "09-02", 1, 2), ledger("z", "09-01", 1, 2, 3))).toEqual({ 1: "a", 2: "a" });
    // At one moment their contents decide, in whichever order they come.
    const [one, other] = [ledger("a", "09-01", 1, 2), ledger("b", "09-01", 1, 2)];
    expect([spoken(one, other), spoken(other, one)]).toEqual([
      { 1: "b", 2: "b" },
      { 1: "b", 2: "b" },
    ]);
  });

  it("but handed in earlier changes nothing when it comes late", () => {
    const [older, newer] = [ledger("a", "09-01", 1, 2), ledger("b", "09-02", 1, 2, 3)];
    expect(changesBy(older, [newer])).toEqual([]);
  });
});

const some: fc.Arbitrary<LedgerListed[]> = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 1, max: 9 }),
      serials: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1 }),
    }),
    { selector: ({ day }) => day, maxLength: 5 },
  )
  .map((all) => all.map(({ day, serials }) => ledger(`doc-${day}`, `09-0${day}`, ...serials)));

it("the order of arrival doesn't matter: change by change it comes to the same", () => {
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.nat()), (ledgers, random) => {
      const order = ledgers.toSorted(() => ((random.next().value ?? 0) % 2 === 0 ? 1 : -1));
      expect(standing(order)).toEqual(standing(ledgers));
    }),
  );
});
