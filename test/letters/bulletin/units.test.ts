/**
 * Does every number of a bulletin say what it counts? 件 are cases, 单位次 are (case, respondent) pairs: a month in which
 * the two differ everywhere, added up in its mail, page, paper, workbook and CSV.
 */
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import mammoth from "mammoth";
import { beforeAll, describe, expect, it } from "vitest";
import type { BulletinEdition } from "../../../shared/domain/statistics/bulletin-edition.ts";
import { keyFigures } from "../../../shared/domain/statistics/key-figures.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { bulletinFiles, editionContents } from "../../../shared/letters/bulletin/files.ts";
import { bulletinTables } from "../../../shared/letters/bulletin/tables/bulletin-tables.ts";
import type { BulletinTable } from "../../../shared/letters/bulletin/tables/cells.ts";
import { printed } from "../../../shared/letters/bulletin/tables/cells.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import { AUGUST, aRow, POLICE } from "../../support/statistics-rows.ts";
import { aNotice } from "../../support/stored-things.ts";

const of = (serial: number, ...heads: readonly (boolean | undefined)[]): readonly StatisticsRow[] =>
  heads.map((present, index) =>
    aRow(serial, {
      present,
      ...(index > 0 && { agency: POLICE, jurisdiction: "沂南县" }),
      ...(present === true && { rank: "deputy" }),
      ...(present === false && { withoutHead: index > 0 ? "nobody" : "staff", absenceReason: "参加会议" }),
    }),
  );
const ROWS = [
  ...[1, 2, 3, 4].flatMap((serial) => of(serial, true)),
  of(5, true, false),
  of(6, true, true),
  of(7, false, false),
  of(8, false, false),
  of(9, false),
  of(10, undefined, undefined),
  // §3: its co-respondent's head appears for it, as they agreed.
  of(11, true, false).map((row, index) => (index === 0 ? row : { ...row, excused: "agreed" as const })),
].flat();
/** Counted by hand. */
const CASES = { heard: 11, present: 7, absent: 3, unknown: 1 };
/** Of the fifth case nobody says who was to appear: open, and no absence. The excused one is not among them. */
const PAIRS = { heard: 16, present: 8, absent: 5, unknown: 3 };

const EDITION: BulletinEdition = {
  period: periodOf("month", AUGUST),
  jurisdiction: "临沂市",
  issuer: "临沂市司法局",
  version: 1,
  draft: false,
  trend: [],
};
const CONTENTS = editionContents(ROWS, EDITION);

const mail = composeMail(
  aNotice("bulletin", {
    content: {
      kind: "bulletin",
      jurisdiction: "临沂市",
      month: AUGUST,
      version: 1,
      draft: false,
      figures: keyFigures(CONTENTS.figures, EDITION),
      files: [],
    },
  }),
  { name: "临沂市司法局", address: "yingsu@linyi.example.org" },
);

let files: ReadonlyMap<string, Uint8Array>;
let texts: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = new Map((await bulletinFiles(CONTENTS)).map(({ name, bytes }) => [name, bytes]));
  const bytes = (name: string) => files.get(name) ?? new Uint8Array();
  const utf8 = (name: string) => new TextDecoder().decode(bytes(name));
  const { sheets } = await readXlsx(bytes("bulletin.xlsx"));
  const paper = await mammoth.extractRawText({ buffer: Buffer.from(bytes("bulletin.docx")) });
  texts = new Map([
    ["subject", mail.subject],
    ["mail", `${mail.subject}\n${mail.text}`],
    ["page", utf8("bulletin.html").replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, "\n")],
    ["paper", paper.value],
    ["workbook", sheets.flatMap(({ rows }) => rows.map((row) => row.join("\n"))).join("\n")],
    ["csv", utf8("bulletin.csv")],
  ]);
});

/** All tables there are, in the order of the sheets. */
function allOf(tables: ReturnType<typeof bulletinTables>): readonly BulletinTable[] {
  return Object.values(tables).filter((table): table is BulletinTable => table !== undefined);
}

describe("every text", () => {
  it.each([
    ["subject", 0],
    ["mail", 5],
    ["page", 5],
    ["paper", 5],
    ["workbook", 1],
    ["csv", 0],
  ])("of the %s names what it counts, in %i counts of heard, present, absent and open", (name, many) => {
    const text = texts.get(name) ?? "";
    expect(text).toContain("出庭");
    expect(text).not.toContain("件次");
    // A rate is called by its unit; in the CSV the unit stands in each line.
    const unnamed = text.match(/.{0,8}(?<!案件|单位|正职)出庭率/g) ?? [];
    expect(unnamed).toHaveLength(name === "csv" ? 1 : 0);
    // 涉企 and 正职 are other counts, of which the month has none.
    const ofAll = text.split(/[。；\n]/u).filter((sentence) => !/涉企|正职/u.test(sentence));
    const counts = [
      ...ofAll
        .join("\n")
        .matchAll(
          /(?<!人员|律师|均|未)(开庭审理|开庭|未出庭|出庭情况待核实|情况不明的?|负责人出庭(?:应诉)?|出庭)(?:行政案件)?(\d+)(件|个单位次)/g,
        ),
    ].map(([, noun = "", number, unit]) => {
      const key = /未出庭/.test(noun)
        ? "absent"
        : /待核实|不明/.test(noun)
          ? "unknown"
          : noun.startsWith("开庭")
            ? "heard"
            : "present";
      return { noun, said: Number(number), counted: (unit === "件" ? CASES : PAIRS)[key] };
    });
    expect(counts).toHaveLength(many);
    for (const { noun, said, counted } of counts) expect([noun, said]).toEqual([noun, counted]);
  });

  it("gives both counts of absences side by side, and the reason for the two rates", () => {
    const said = "负责人未出庭3件（5个单位次）";
    for (const name of ["mail", "page", "paper"]) expect(texts.get(name)).toContain(said);
    expect(texts.get("mail")).toContain("出庭情况待核实1件（3个单位次）");
    const reason =
      "本期开庭审理11件，合16个单位次；案件出庭率63.64%（7/11件），单位出庭率50.00%（8/16个单位次）";
    for (const name of ["page", "paper", "workbook"]) expect(texts.get(name)).toContain(reason);
  });

  it("of the mail adds up: present, absent and open are what was heard", () => {
    const text = texts.get("mail") ?? "";
    const [heard, present, absent, open] = [
      /开庭审理(\d+)件/,
      /负责人出庭(\d+)件/,
      /未出庭(\d+)件/,
      /待核实(\d+)件/,
    ].map((pattern) => Number(pattern.exec(text)?.[1]));
    expect([heard, (present ?? 0) + (absent ?? 0) + (open ?? 0)]).toEqual([CASES.heard, CASES.heard]);
  });
});

describe("every table", () => {
  const COUNTS = ["开庭审理", "负责人出庭", "未出庭", "情况不明"];

  it("adds up to the cases or to the pairs, as the name of its rate says", () => {
    const checked: string[] = [];
    for (const { name, columns, rows, totalled = false } of allOf(
      bulletinTables(CONTENTS.figures, EDITION),
    )) {
      const at = (title: string) => columns.findIndex((column) => column.title === title);
      if (at("开庭审理") === -1 || name === "近12个月") continue;
      const unit = at("案件出庭率") === -1 ? PAIRS : CASES;
      const counts = rows.map((row) => COUNTS.map((title) => Number(printed(row[at(title)]))));
      for (const [heard, present = 0, absent = 0, unknown = 0] of counts)
        expect(heard).toBe(present + absent + unknown);
      const sum = (of: readonly (readonly number[])[]) =>
        COUNTS.map((_, i) => of.reduce((all, row) => all + (row[i] ?? 0), 0));
      const whole = [unit.heard, unit.present, unit.absent, unit.unknown];
      if (name === "总体情况") expect(counts[0]).toEqual(whole);
      else expect(sum(totalled ? counts.slice(0, -1) : counts)).toEqual(whole);
      if (totalled) expect(counts.at(-1)).toEqual(whole);
      checked.push(name);
    }
    expect(checked).toEqual(["总体情况", "县区", "系统", "层级", "法院", "行政机关"]);
  });

  it("of the CSV too, by the unit in each line", () => {
    const [header = [], ...lines]: string[][] = parse(texts.get("csv") ?? "", { bom: true });
    const at = (title: string) => header.indexOf(title);
    const sum = (kind: string, unit: string, named: (name: string) => boolean) =>
      COUNTS.map((title) =>
        lines
          .filter((line) => line[0] === kind && line[at("计量单位")] === unit && named(line[2] ?? ""))
          .reduce((all, line) => all + Number(line[at(title)]), 0),
      );
    const whole = ({ heard, present, absent, unknown }: typeof CASES) => [heard, present, absent, unknown];
    expect(sum("案件", "件", (name) => name === "合计")).toEqual(whole(CASES));
    expect(sum("县区", "单位次", (name) => name === "合计")).toEqual(whole(PAIRS));
    expect(sum("县区", "单位次", (name) => name !== "合计")).toEqual(whole(PAIRS));
    expect(sum("行政机关", "单位次", () => true)).toEqual(whole(PAIRS));
    expect(lines.filter((line) => line[at("开庭审理")] !== "" && line[at("计量单位")] === "")).toEqual([]);
  });

  it("of courts lists them and ranks none", () => {
    const { courts } = bulletinTables(CONTENTS.figures, EDITION);
    expect(courts.columns.map(({ title }) => title)).not.toContain("排名");
  });
});
