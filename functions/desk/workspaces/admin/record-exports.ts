/** What of an area and a year is exported besides its cases: the directory, the programme, the bulletins, each with its history. */
import type { OrganisationKind } from "../../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { refOf } from "../../../../shared/domain/programme/entry.ts";
import type { Month, Year } from "../../../../shared/domain/time/time.ts";
import type { DeskPorts } from "../../frame/room.ts";

/** Each kind of record, as the page calls it. */
export const RECORDS = {
  directory: "单位名录和变更记录",
  programme: "工作台账各版本",
  bulletins: "通报各版本和签发记录",
} as const;
export type RecordKind = keyof typeof RECORDS;

/** Those an area has: bulletins are the municipality's. */
export function recordsOf(area: string): readonly RecordKind[] {
  return area === CITY_ITSELF ? ["directory", "programme", "bulletins"] : ["directory", "programme"];
}

const KINDS: readonly OrganisationKind[] = ["court", "bureau", "government", "agency"];

/** Its records, one after another. */
export async function* recordsIn(
  { records, directory, rules }: Pick<DeskPorts, "records" | "directory" | "rules">,
  kind: RecordKind,
  area: string,
  year: Year,
): AsyncIterable<object> {
  switch (kind) {
    case "directory":
      for (const of of KINDS)
        for (const { id, jurisdiction } of await directory.names(of))
          if (jurisdiction === area)
            yield { organisation: await directory.organisation(id), changes: await directory.changes(id) };
      return;
    case "programme":
      for (const entry of await records.programme(area, year))
        yield { entry, versions: await records.programmeHistory(refOf(entry)) };
      return;
    case "bulletins": {
      const { code } = rules.policy.jurisdiction;
      const signings = await records.signings(code);
      for (let month = 1; month <= 12; month++) {
        const of = `${year}-${String(month).padStart(2, "0")}` as Month;
        for (const bulletin of await records.bulletins(code, of)) yield { bulletin };
        for (const signing of signings.filter((one) => one.month === of)) yield { signing };
      }
      return;
    }
    default:
      return kind satisfies never;
  }
}
