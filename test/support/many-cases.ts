/** Open cases of three boards in the memory of a city, of all states and concerns, some on two boards: as a bureau of many has them. */
import { type BoardFlag, type BoardRow, organisationBoard } from "../../shared/domain/board/board-row.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addDays, type CivilDate } from "../../shared/domain/time/time.ts";
import type { MemoryTable } from "./memory/memory-table.ts";
import { aRow } from "./stored-things.ts";

const COURTS = [
  ["市本级", "13", "linyi-court"],
  ["兰山区", "1302", "lanshan-court"],
  ["沂南县", "1321", "yinan-court"],
] as const;
const STATES: readonly BoardRow["state"][] = ["awaiting-hearing", "heard", "registered", "postponed"];
const FLAGS: readonly BoardFlag[] = ["report-to-read", "difference", "obstacle", "unidentified"];
const AGENCIES = [
  ["沂南县公安局", "yinan-police"],
  ["兰山区市场监督管理局", "lanshan-market"],
  ["临沂市自然资源和规划局", "linyi-land"],
] as const;

/** The rows of so many cases: of each on its bureau's board, on its court's and on its agency's. */
export function manyRows(cases: number, today: CivilDate): readonly BoardRow[] {
  return Array.from({ length: cases }, (_, index) => rowsOf(index, today)).flat();
}

function rowsOf(index: number, today: CivilDate): readonly BoardRow[] {
  const [board, code, courtId] = COURTS[index % COURTS.length] ?? COURTS[0];
  const [name, agencyId] = AGENCIES[index % 7] ?? ["沂南县界湖街道办事处", "yinan-jiehu"];
  const [court, organisation] = [courtId, agencyId].map((id) => id as OrganisationId) as [
    OrganisationId,
    OrganisationId,
  ];
  const state = STATES[index % STATES.length] ?? "heard";
  const flag = index % 11 < FLAGS.length ? FLAGS[index % 11] : undefined;
  const own = {
    district: board,
    due:
      index % 4 === 3
        ? []
        : [
            {
              kind: index % 2 === 0 ? ("report" as const) : ("filing" as const),
              due: addDays(today, (index % 41) - 9),
            },
          ],
    flags: flag === undefined ? [] : [flag],
  };
  const { hearing: _, ...plain } = aRow({
    caseNumber: caseNumber(`（2026）鲁${code}行初${1_000 + index}号`),
    state,
    agencies: [{ name, organisation, ...own }],
  });
  const row: BoardRow = {
    ...plain,
    ...(state === "awaiting-hearing" && { hearing: { date: addDays(today, (index % 37) - 5) } }),
  };
  // One of ten is the city's too, with an agency that nobody knows.
  const second =
    index % 10 === 0 && board !== "市本级"
      ? [
          {
            ...row,
            board: "市本级",
            agencies: [{ ...own, name: `临沂市第${index}局`, district: "市本级" }],
          },
        ]
      : [];
  const boards = [
    board,
    ...second.map((one) => one.board),
    organisationBoard(court),
    organisationBoard(organisation),
  ];
  const ofOrganisations = [court, organisation].map((id) => ({
    ...row,
    board: organisationBoard(id),
    boards,
  }));
  return [{ ...row, board }, ...second, ...ofOrganisations];
}

/** Puts rows where a change of their cases would. */
export function putRows(table: MemoryTable, rows: readonly BoardRow[]): void {
  for (const row of rows) table.boardRows.set(`${row.board}#OPEN#${row.caseNumber}`, row);
}
