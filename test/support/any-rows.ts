/** Any rows of statistics, and any way of counting, for properties: few cases, so that several agencies meet in one. */
import fc from "fast-check";
import type { CountingPolicy } from "../../shared/domain/policy.ts";
import { civilDate } from "../../shared/domain/time/time.ts";
import { aRow, LANSHAN, POLICE } from "./statistics-rows.ts";

const optional = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
const DISTRICTS: Readonly<Record<string, string>> = { [LANSHAN]: "兰山区", [POLICE]: "沂南县" };
export const anyRow = fc
  .record({
    serial: fc.integer({ min: 1, max: 12 }),
    type: fc.constantFrom("行初", "行终", "行再", "行审"),
    agency: fc.constantFrom(LANSHAN, POLICE, "费县人民政府"),
    court: optional("甲法院", "乙法院"),
    heardOn: optional(civilDate("2026-08-03"), civilDate("2026-08-20"), civilDate("2026-07-30")),
    heard: optional(true, true, false),
    present: optional(true, false),
    excused: optional("agreed" as const, "court" as const),
    rank: optional("principal" as const, "deputy" as const),
    headName: optional("李四", "王五"),
    enterprise: optional(true, false),
    spoke: optional(true, false),
    outcome: optional("lost" as const, "settled" as const),
    mediated: optional(true, false),
    absenceReason: optional("出差", "因故", "无正当理由"),
    reasonAccepted: optional(true, false),
    withoutHead: optional("staff" as const, "nobody" as const),
    conduct: optional(["put-off"] as const, ["left-early"] as const),
    isNotified: fc.boolean(),
    source: fc.constantFrom("hearing-record" as const, "court-ledger" as const, "filing" as const),
  })
  .map(({ serial, agency, isNotified, ...facts }) =>
    aRow(serial, {
      agency,
      jurisdiction: DISTRICTS[agency] ?? "费县",
      ...facts,
      ...(isNotified && { notified: true }),
    }),
  );
export const manyRows = fc.uniqueArray(anyRow, {
  maxLength: 40,
  selector: ({ caseNumber, agency }) => `${caseNumber} ${agency}`,
});

/** Every way in which a city may count. */
export const anyCounting: fc.Arbitrary<CountingPolicy> = fc.record({
  secondInstance: fc.constantFrom("in", "out"),
  acceptedAbsences: fc.constantFrom("in", "out"),
  rankBy: fc.constantFrom("pairs", "cases"),
  notifiedOnly: fc.boolean(),
});
