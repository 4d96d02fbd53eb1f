import { judgeHead } from "../../domain/court/head.ts";
import { findPeopleTables, type PeopleRow } from "../labels/people-table.ts";
import type { Parties } from "../parties/parties.ts";
import type { FlatText } from "../text/flat-text.ts";
import { organOf } from "./listing.ts";
import { type Mentioned, type Organ, uniqueOrgan } from "./organs.ts";
import type { Sign } from "./signs.ts";
import { ownTitle } from "./title.ts";

/** What a table of 到庭人员 says, row by row; a row belongs to the agency named last above it. */
export function tableSigns(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  return findPeopleTables(flat).flatMap(({ start, rows, saysWhoCame }) => {
    let organ: Mentioned = organOf(flat, start, organs, parties);
    let side = "";
    return rows.flatMap((row): Sign[] => {
      if (row.role !== undefined) {
        side = row.role;
        organ = /^(?:原审|一审)?(?:原告|第三人)/u.test(side) ? "other" : organs.length === 1 ? 0 : organ;
      }
      const named = row.organ === undefined ? undefined : uniqueOrgan(row.organ, organs);
      if (named !== undefined && !/原告|第三人/u.test(side)) organ = named;
      if (organ === "other" || row.name === undefined) return [];
      return [signOf(row, organ, organs, saysWhoCame)];
    });
  });
}

function signOf(row: PeopleRow, organ: Mentioned, organs: readonly Organ[], saysWhoCame: boolean): Sign {
  const { start, end, name = "", title, standing = "" } = row;
  const person = title === undefined ? { name } : { name, title };
  const agency = typeof organ === "number" ? organs[organ]?.name : undefined;
  const place = { organ, start, end };
  const came = row.came ?? (saysWhoCame ? undefined : true);
  const isHead = /负责(?:人|同志)/u.test(standing);
  if (isHead && came === undefined)
    return { ...place, says: "unread", person, confidence: 0.4, rule: "row-leaves-open-who-came" };
  if (isHead)
    return came
      ? { ...place, says: "present", person, asHead: true, confidence: 0.93, rule: "row-of-the-head" }
      : { ...place, says: "absent", person, confidence: 0.93, rule: "row-of-the-head" };
  const judged =
    title === undefined || agency === undefined
      ? undefined
      : judgeHead({ agency, title: ownTitle(title, agency) }).verdict;
  if (came === true && (judged === "head" || /法定代表人/u.test(standing)))
    return {
      ...place,
      says: "present",
      person,
      asHead: /法定代表人/u.test(standing),
      confidence: 0.88,
      rule: "row-with-title-of-head",
    };
  if (/律师|法律工作者|法律服务/u.test(title ?? standing))
    return { ...place, says: "agent", person, is: "lawyer", confidence: 0.9, rule: "agent-is-lawyer" };
  // A leader in a row that says he isn't there is read, and says nothing of the other heads.
  if (judged === "staff" || came === false)
    return { ...place, says: "agent", person, is: "staff", confidence: 0.9, rule: "row-of-staff" };
  return { ...place, says: "agent", person, is: "unknown", confidence: 0.6, rule: "agent-without-title" };
}
