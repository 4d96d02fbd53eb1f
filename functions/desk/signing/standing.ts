/** What do a bulletin's figures stand on: which courts have sent their ledgers, and from what are their cases counted? */
import { rowsOf } from "../../../shared/casework/bulletin/compose-edition.ts";
import { ledgersOf } from "../../../shared/casework/bulletin/missing-ledgers.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { seats } from "../../../shared/domain/organisations/seat.ts";
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import type { Circle } from "../../../shared/domain/statistics/bulletin-content.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import type { Month } from "../../../shared/domain/time/time.ts";
import type { DeskPorts } from "../frame/room.ts";

/** A court, what it sent, and from what its pairs are counted. */
export interface CourtStanding {
  readonly court: string;
  readonly sent: number;
  readonly missing: readonly Month[];
  readonly pairs: number;
  readonly from: Readonly<Partial<Record<StatisticsRow["source"], number>>>;
}

export interface Standing {
  readonly courts: readonly CourtStanding[];
  /** How many units each circle has. */
  readonly units: Readonly<Record<Circle, number>>;
}

export async function standing(ports: DeskPorts, { period: kind, month }: Signing): Promise<Standing> {
  const { directory, rules } = ports;
  const period = periodOf(kind, month);
  const [courts, rows, ledgers, governments, bureaus, agencies] = await Promise.all([
    directory.find(lookup.kind("court")),
    rowsOf(ports, period, rules),
    ledgersOf(ports, period),
    directory.names("government"),
    directory.names("bureau"),
    directory.names("agency"),
  ]);
  const seatOf = seats(courts);
  const byCourt = Map.groupBy(rows, (row) => seatOf(row).name);
  const names = [...new Set([...ledgers.map(({ court }) => court), ...byCourt.keys()])];
  return {
    courts: names.map((court) => {
      const own = byCourt.get(court) ?? [];
      const ledger = ledgers.find((one) => one.court === court);
      const from: Partial<Record<StatisticsRow["source"], number>> = {};
      for (const { source } of own) from[source] = (from[source] ?? 0) + 1;
      return { court, sent: ledger?.sent ?? 0, missing: ledger?.missing ?? [], pairs: own.length, from };
    }),
    units: {
      governments: governments.length,
      bureaus: bureaus.length,
      courts: courts.length,
      agencies: agencies.length,
    },
  };
}
