/** What a board's address asks for. Whatever it is no board knows is left out. */
import { type BoardQuery, type BoardSort, CONCERNS } from "../../../shared/domain/board/board-query.ts";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";

export const STATES: readonly BoardRow["state"][] = [
  "registered",
  "awaiting-hearing",
  "postponed",
  "heard",
  "closed",
];

export const SORTS: readonly (readonly [BoardSort, string])[] = [
  ["hearing", "开庭日期"],
  ["due", "最近时限"],
  ["received", "收到日期"],
  ["number", "案号"],
];

/** Of very many cases: the orders in which the table has them. */
export const MANY_SORTS: readonly (readonly [BoardSort, string])[] = [
  ["hearing", "待办和时限"],
  ["number", "案号"],
];

/** The query in an address. */
export function boardQueryOf(asked: Readonly<Record<string, string>>): BoardQuery {
  const text = (name: string) => {
    const given = (asked[name] ?? "").trim().slice(0, 60);
    return given === "" ? undefined : given;
  };
  const state = STATES.find((one) => one === asked.state);
  const concern = CONCERNS.find((one) => one === asked.concern);
  const [agency, court, district, after] = ["agency", "court", "district", "after"].map(text);
  return {
    ...(state !== undefined && { state }),
    ...(concern !== undefined && { concern }),
    ...(agency !== undefined && { agency }),
    ...(court !== undefined && { court }),
    ...(district !== undefined && { district }),
    ...(after !== undefined && { after }),
    sort: SORTS.find(([sort]) => sort === asked.sort)?.[0] ?? "hearing",
  };
}

/** The query as an address has it, with changes; what is undefined falls out. */
export function asAddress(
  query: BoardQuery,
  changes: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const { sort, ...rest } = query;
  return { ...rest, sort: sort === "hearing" ? undefined : sort, ...changes };
}
