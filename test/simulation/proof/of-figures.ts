/** What must hold of figures and bulletins. */
import { fileOf } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import { countedRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import type { Docket } from "../../../shared/domain/statistics/statistics-row.ts";
import type { Month } from "../../../shared/domain/time/time.ts";
import type { Check } from "./invariants.ts";
import { textOf } from "./text-of.ts";

export const otherFigures: Check = async ({ store, rules }) => {
  const { code } = rules.policy.jurisdiction;
  const months = new Map<Month, string[]>();
  const dockets = new Map<Docket, string[]>();
  for (const number of await store.caseNumbers()) {
    const file = fileOf(await store.records.history(number));
    if (file === undefined) continue;
    const { month, docket, rows } = countedRows(file);
    const texts = rows.map(textOf);
    if (month !== undefined) months.set(month, [...(months.get(month) ?? []), ...texts]);
    if (docket !== undefined) dockets.set(docket, [...(dockets.get(docket) ?? []), ...texts]);
  }
  const wrong: string[] = [];
  for (const month of ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12"] as Month[])
    compare(`rows of ${month}`, await texts(store.records.monthRows(code, month)), months.get(month) ?? []);
  for (const docket of ["open", "2026-09", "2026-10", "2026-11"] as Docket[])
    compare(
      `docket ${docket}`,
      await texts(store.records.docketRows(code, docket)),
      dockets.get(docket) ?? [],
    );
  return wrong;

  function compare(what: string, kept: readonly string[], counted: readonly string[]): void {
    const more = kept.filter((row) => !counted.includes(row));
    const less = counted.filter((row) => !kept.includes(row));
    if (more.length + less.length > 0 || kept.length !== counted.length)
      wrong.push(`${what}: kept ${kept.length} ${more[0] ?? ""}, counted ${counted.length} ${less[0] ?? ""}`);
  }
};

async function texts(rows: AsyncIterable<object>): Promise<readonly string[]> {
  return (await Array.fromAsync(rows)).map(textOf);
}

export const changedBulletins: Check = async ({ journal }) =>
  [...journal.filed].flatMap(([key, writes]) => {
    const issuedAt = journal.issued.get(key.slice(0, key.lastIndexOf("/")));
    if (issuedAt === undefined) return [];
    const [stands, ...later] = writes.filter(
      ({ at }, index) => at >= issuedAt || index === writes.length - 1,
    );
    const isRestored = journal.gaps.some(({ from }) => issuedAt >= from);
    return !isRestored && stands !== undefined && later.some(({ bytes }) => !same(bytes, stands.bytes))
      ? [`${key} was issued at ${issuedAt} and written again otherwise`]
      : [];
  });

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
