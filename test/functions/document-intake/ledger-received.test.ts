import { describe, expect, it } from "vitest";
import { takeIn } from "../../../functions/document-intake/intake.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { extractLedger } from "../../../shared/documents/ledger/case-ledger.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import type { Instant, Month } from "../../../shared/domain/time/time.ts";
import { newsWords } from "../../../shared/letters/wording/digest-wording.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { some } from "../../support/some.ts";

const YINAN = "courts/1321/inbox";
const SEPTEMBER = "2026-09" as Month;
const HEADING = "案号,原告,被告,开庭日期,负责人是否出庭,是否涉企,结案方式";
const bytes = (...lines: string[]) => new TextEncoder().encode([HEADING, ...lines].join("\n"));
const line = (serial: number, attended = "是", day = "2026-09-15") =>
  `（2026）鲁1321行初${serial}号,张某,沂南县公安局,${day},${attended},否,`;

async function city(start = at("10-01")) {
  const made = memoryCity(start);
  await made.upload(DIRECTORY);
  return made;
}
type City = Awaited<ReturnType<typeof city>>;

const fileOf = (made: City, serial: number) =>
  made.table.cases.get(caseNumber(`（2026）鲁1321行初${serial}号`))?.file;

async function rowsOf(made: City, month = SEPTEMBER): Promise<readonly StatisticsRow[]> {
  const rows = await Array.fromAsync(made.records.monthRows(RULES.policy.jurisdiction.code, month));
  return rows.toSorted((one, other) => (one.caseNumber < other.caseNumber ? -1 : 1));
}
/** In the outbox: in the National Day week they wait there for the offices to open. */
const toCourt = (made: City) =>
  [...made.table.notices.values()]
    .map(({ notice }) => notice)
    .filter(({ content }) => content.kind === "ledger-received");

describe("a court's ledger", () => {
  it("opens the cases nobody sent papers of, and they count", async () => {
    const made = await city();
    expect(await made.put(YINAN, "台账.csv", bytes(line(1), line(2, "否")))).toBe("read");
    expect(await rowsOf(made)).toMatchObject([
      { present: true, heard: true, jurisdiction: "沂南县", court: "沂南县人民法院", source: "court-ledger" },
      { present: false, heard: true },
    ]);
    expect(toCourt(made)).toEqual([]);
  });

  it("that names no day and no month is of the month before the one in which it came", async () => {
    const made = await city(at("10-12"));
    await made.put(YINAN, "台账.csv", bytes(line(1, "是", "")));
    expect([...made.table.duties.values()].map(({ duty }) => duty.month)).toEqual([SEPTEMBER]);
  });

  it("says who came where no head did, and whether the court accepted why", async () => {
    const made = await city();
    const absent = [
      "案号,被告,开庭日期,负责人是否出庭,未出庭原因,法院是否认可",
      "（2026）鲁1321行初1号,沂南县公安局,2026-09-15,否，仅委托律师,外出开会,否",
      "（2026）鲁1321行初2号,沂南县公安局,2026-09-15,否，法制科工作人员出庭,因病住院,是",
    ];
    await made.put(YINAN, "台账.csv", new TextEncoder().encode(absent.join("\n")));
    expect(await rowsOf(made)).toMatchObject([
      { present: false, withoutHead: "lawyers", reasonAccepted: false },
      { present: false, withoutHead: "staff", reasonAccepted: true },
    ]);
  });

  it("tells the bureau in one line of its digest, not case by case", async () => {
    const made = await city();
    await made.put(YINAN, "台账.csv", bytes(line(1), line(2), line(3)));
    const told = [...made.table.lines.values()].map(
      ({ audience, line: { news } }) => `${audience ?? "bureau"}: ${newsWords(news)}`,
    );
    const said = "收到沂南县人民法院2026年9月台账，3件，其中3件此前未收到文书。";
    // And the court, whose ledger has no fault, in one of its receipt.
    expect(told).toEqual([`bureau: ${said}`, `court: ${said}`]);
  });

  it("goes back with the rows that could not be used, each with its number and reason", async () => {
    const made = await city();
    const unknown = "（2026）鲁1321行初9号,张某,沂南县不存在局,2026-09-15,是,否,";
    await made.put(YINAN, "台账.csv", bytes(line(1), "待定,张某,沂南县公安局,2026-09-15,是,否,", unknown));
    const [notice] = toCourt(made);
    expect(notice?.recipient.address).toBe("clerk@yinan-court.example.org");
    expect(notice?.content).toMatchObject({
      cases: 2,
      unusable: 1,
      doubtful: 1,
      rows: [
        { row: 3, problem: { type: "not-a-case-number", written: "待定" }, used: false },
        { row: 4, problem: { type: "not-in-directory", name: "沂南县不存在局" }, used: true },
      ],
    });
    const [file] = notice?.content.kind === "ledger-received" ? notice.content.files : [];
    const workbook = await made.files.read(file?.key ?? "", undefined, 1_000_000);
    const table = workbook instanceof Uint8Array ? await readTable(workbook) : undefined;
    expect(table?.ok === true && table.grid.map(({ cells }) => cells.slice(1, 4))).toEqual([
      ["行号", "是否计入", "原因"],
      ["3", "未计入", "案号“待定”无法识别。"],
      ["4", "已计入", "名录中没有“沂南县不存在局”，已按所填名称计入，请核对全称。"],
    ]);
  });

  it("that contradicts a hearing record shows a difference and changes nothing else", async () => {
    const made = await city(at("09-18", "17:00"));
    await made.upload({ folder: YINAN, file: "0918-沂南-庭审笔录-行初31.txt" });
    const before = [...made.table.cases.values()][0]?.file;
    const number = before?.caseNumber ?? "";
    const agency = before?.respondents[0]?.name ?? "";
    const date = before?.pastHearings[0]?.date ?? "";
    const [was] = await rowsOf(made);
    await made.until(at("10-02"));
    const says = `${number},某,${agency},${date},${was?.present === true ? "否" : "是"},否,`;
    await made.put(YINAN, "台账.csv", bytes(says));
    expect(await rowsOf(made)).toMatchObject([{ present: was?.present, openDifference: true }]);
  });
});

describe("a ledger sent again", () => {
  it("takes the former one's place: what it changes is changed, what it leaves out is gone", async () => {
    const made = await city();
    await made.put(YINAN, "台账.csv", bytes(line(1), line(2, "否"), line(3)));
    await made.put(YINAN, "台账更正.csv", bytes(line(1), line(2, "是")), at("10-01", "11:00"));
    expect(await rowsOf(made)).toMatchObject([{ present: true }, { present: true }]);
    expect(fileOf(made, 3)).toMatchObject({ state: "registered", ledgers: [] });
    expect(toCourt(made)).toMatchObject([{ content: { withdrawn: 1, unusable: 0 } }]);
  });

  it("but handed in earlier, and late on its way, changes nothing", async () => {
    const [made, late] = [await city(), await city()];
    const [older, newer] = [bytes(line(1, "否"), line(2)), bytes(line(1), line(2))];
    await made.put(YINAN, "1.csv", older, at("10-01", "10:00"));
    await made.put(YINAN, "2.csv", newer, at("10-01", "11:00"));
    await late.put(YINAN, "2.csv", newer, at("10-01", "11:00"));
    await late.put(YINAN, "1.csv", older, at("10-01", "10:00"));
    expect(await rowsOf(late)).toEqual(await rowsOf(made));
    expect(await rowsOf(late)).toMatchObject([{ present: true }, { present: true }]);
  });

  it("the same bytes under another name change nothing", async () => {
    const made = await city();
    await made.put(YINAN, "1.csv", bytes(line(1)));
    const version = fileOf(made, 1)?.version;
    expect(await made.put(YINAN, "2.csv", bytes(line(1)))).toBe("read");
    expect(fileOf(made, 1)?.version).toBe(version);
  });
});

it("a crash after its cases were noted loses none of the rows its court must look at", async () => {
  const made = await city();
  const unknown = "（2026）鲁1321行初9号,张某,沂南县不存在局,2026-09-15,是,否,";
  const object = await made.lay(YINAN, "台账.csv", bytes(line(1), unknown));
  let crashes = 1;
  const ledgers: typeof made.intake.ledgers = {
    ...made.intake.ledgers,
    keepPart: (...args) => {
      // What was read is kept before anything is noted.
      if (args[1] !== "read" && crashes-- > 0) throw new Error("the function died");
      return made.intake.ledgers.keepPart(...args);
    },
  };
  await expect(takeIn({ ...made.intake, ledgers }, object, RULES)).rejects.toThrow("died");
  expect(fileOf(made, 9)?.version).toBe(1);
  expect((await takeIn({ ...made.intake, ledgers }, object, RULES)).outcome).toBe("read");
  expect(fileOf(made, 9)?.version).toBe(1);
  expect(toCourt(made).map(({ content }) => content)).toMatchObject([
    { rows: [{ row: 3, problem: { type: "not-in-directory", name: "沂南县不存在局" }, used: true }] },
  ]);
});

describe("ten thousand rows", () => {
  const many = bytes(
    ...Array.from({ length: 10_000 }, (_, index) => line(index + 1, index % 4 ? "是" : "否")),
  );

  it("are read once and told in parts, and a crash in between costs only the repeat", async () => {
    const made = await city();
    let commits = 0;
    // The same bytes read the same each time they are taken up again: once is enough here.
    const reading = made.intake.readDocument(many);
    let reads = 0;
    const dying = {
      ...made.intake,
      readDocument: () => {
        reads += 1;
        return reading;
      },
      records: {
        ...made.records,
        commit: (change: Parameters<typeof made.records.commit>[0]) => {
          commits += 1;
          if (commits % 97 === 0) throw new Error("the function died");
          return made.records.commit(change);
        },
      },
    };
    const object = await made.lay(YINAN, "台账.csv", many);
    const outcomes: string[] = [];
    while (outcomes.at(-1) !== "read") {
      // A message may be lost: the audit finds the file, and knows nothing of what was begun.
      const isLost = outcomes.length === 7;
      const message = isLost ? object : (made.intake.intakeQueue.asked.at(-1) ?? object);
      outcomes.push(
        await takeIn(dying, message, RULES).then(
          ({ outcome }) => outcome,
          () => "died",
        ),
      );
    }
    expect(reads).toBe(2);
    expect(outcomes.filter((outcome) => outcome === "more-to-do")).toHaveLength(24);
    expect(outcomes.filter((outcome) => outcome === "died").length).toBeGreaterThan(3);
    const rows = await rowsOf(made);
    expect(rows).toHaveLength(10_000);
    expect(rows.filter(({ present }) => present === false)).toHaveLength(2_500);
    expect(some([...made.table.cases.values()]).every(({ file }) => file.version === 1)).toBe(true);
  }, 180_000);
});

describe("the prefilled ledger", () => {
  it("goes to the court on the 1st with what is known, and reads back as that", async () => {
    const made = await city(at("09-18", "17:00"));
    await made.upload({ folder: YINAN, file: "0918-沂南-庭审笔录-行初31.txt" });
    await made.until(at("10-01", "12:00") as Instant);
    const reminder = made.sent.find(
      ({ notice: { content } }) => content.kind === "ledger-due" && content.court === "沂南县人民法院",
    );
    expect(reminder?.notice.content).toMatchObject({
      prefilled: { cases: 1, files: [{ name: "沂南县人民法院2026年9月台账（预填）.xlsx" }] },
    });
    const workbook = await made.files.read(
      "ledgers/yinan-court/2026-09/prefilled.xlsx",
      undefined,
      1_000_000,
    );
    const table = workbook instanceof Uint8Array ? await readTable(workbook) : undefined;
    const ledger = table?.ok === true ? extractLedger(table.grid) : undefined;
    const [row] = await rowsOf(made);
    expect(ledger?.problems).toEqual([]);
    expect(ledger?.rows).toMatchObject([
      {
        caseNumber: row?.caseNumber,
        respondent: row?.agency,
        heard: true,
        heardOn: row?.heardOn,
        headAttended: row?.present ?? null,
      },
    ]);
  });
});
