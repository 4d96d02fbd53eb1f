/** 旁听名单与签到: who watches a hearing (旁听庭审), unit by unit, to be signed in the courtroom. */
import type { Observation } from "../../domain/programme/entry.ts";
import { dateWithWeekday, printedTime } from "../frame/dates.ts";
import { type OfficialDocument, paragraph } from "../office/official-document.ts";

/** Lines of a list nobody is named on yet. */
const BLANK_LINES = 15;

/** The list; of those who come only the units and how many they are is known, names are written by hand. */
export function observationPaper({
  date,
  court,
  caseNumber,
  cause,
  participants,
  plan,
}: Observation): OfficialDocument {
  const expected =
    participants.length === 0
      ? (plan?.invited ?? []).map(({ unit, seats }) => ({ unit, people: seats, heads: [] }))
      : participants;
  const named = expected.flatMap(({ unit, people, heads = [] }) =>
    Array.from({ length: people }, (_, index) => [unit, heads[index] ?? ""] as const),
  );
  const units = named.map(([unit]) => unit);
  const listed = named.length > 0 ? named : Array.from({ length: BLANK_LINES }, () => ["", ""] as const);
  return {
    title: "旁听庭审人员名单和签到表",
    body: [
      paragraph(
        `${dateWithWeekday(date)}${plan?.time === undefined ? "" : printedTime(plan.time)}。`,
        "旁听时间：",
      ),
      paragraph(`${court}${plan?.place === undefined ? "" : `，${plan.place}`}。`, "审理法院："),
      paragraph(`${caseNumber}${cause === undefined ? "" : `，${cause}`}。`, "旁听案件："),
      {
        type: "table",
        caption: `名单（${units.length > 0 ? `${expected.length}个单位，${units.length}人` : "待填"}）`,
        columns: [
          { title: "序号", width: 8, align: "center" },
          { title: "单位", width: 32 },
          { title: "姓名", width: 14 },
          { title: "职务", width: 18 },
          { title: "签到", width: 16 },
          { title: "备注", width: 12 },
        ],
        rows: listed.map(([unit, name], index) => [String(index + 1), unit, name, "", "", ""]),
      },
    ],
  };
}
