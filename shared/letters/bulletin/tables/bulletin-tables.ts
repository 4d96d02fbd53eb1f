/** Which tables stand in a bulletin, each by what it is about? One set, that page, paper and workbook show in their own ways. */
import type { BulletinEdition } from "../../../domain/statistics/bulletin-edition.ts";
import { hasDocket } from "../../../domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../../domain/statistics/figures.ts";
import { absences, grounds, possibleSuggestions } from "./absences.ts";
import type { BulletinTable } from "./cells.ts";
import { judged, received, results } from "./docket.ts";
import { agencies, counties, courts, departments, levels } from "./groups.ts";
import { actLosses, countyLosses, courtDocket, fieldLosses, levelLosses, lossCells } from "./losses.ts";
import { changed, open } from "./open.ts";
import { givenSuggestions } from "./suggestions.ts";
import { overview, rates, trend, yearToDate } from "./whole.ts";

/** The tables of an edition, by what they are about. */
export interface BulletinTables {
  readonly overview: BulletinTable;
  readonly rates: BulletinTable;
  readonly yearToDate: BulletinTable | undefined;
  readonly trend: BulletinTable;
  readonly counties: BulletinTable;
  readonly departments: BulletinTable;
  /** Absent where only one level was heard. */
  readonly levels: BulletinTable | undefined;
  readonly courts: BulletinTable;
  readonly agencies: BulletinTable;
  readonly grounds: BulletinTable;
  readonly absences: BulletinTable;
  /** Where one is possible: the bureau's own, never circulated. */
  readonly possibleSuggestions: BulletinTable;
  /** Those that courts made; absent where nobody keeps a register. */
  readonly suggestions: BulletinTable | undefined;
  readonly open: BulletinTable;
  readonly changes: BulletinTable | undefined;
  /** 收结存、裁判结果和败诉; absent where nothing of it is known. */
  readonly docket: DocketTables | undefined;
}

export interface DocketTables {
  readonly received: BulletinTable;
  readonly judged: BulletinTable;
  readonly results: BulletinTable;
  readonly counties: BulletinTable;
  readonly levels: BulletinTable;
  /** Absent where no field, no act is known. */
  readonly fields: BulletinTable | undefined;
  readonly acts: BulletinTable | undefined;
  readonly courts: BulletinTable;
  /** For the workbook alone. */
  readonly cells: BulletinTable;
}

export function bulletinTables(figures: BulletinStatistics, edition: BulletinEdition): BulletinTables {
  return {
    overview: overview(figures, edition),
    rates: rates(figures, edition),
    yearToDate: yearToDate(edition),
    trend: trend(edition),
    counties: counties(figures, edition),
    departments: departments(figures),
    levels: levels(figures),
    courts: courts(figures),
    agencies: agencies(figures),
    grounds: grounds(figures),
    absences: absences(figures),
    possibleSuggestions: possibleSuggestions(figures),
    suggestions: edition.suggestions && givenSuggestions(edition.suggestions),
    open: open(figures),
    changes: edition.changes && changed(edition.changes),
    docket: hasDocket(figures.docket.total) ? docketTables(figures, edition) : undefined,
  };
}

function docketTables(figures: BulletinStatistics, edition: BulletinEdition): DocketTables {
  return {
    received: received(figures, edition),
    judged: judged(figures, edition),
    results: results(figures),
    counties: countyLosses(figures, edition),
    levels: levelLosses(figures),
    fields: fieldLosses(figures, edition),
    acts: actLosses(figures, edition),
    courts: courtDocket(figures),
    cells: lossCells(figures),
  };
}
