import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractLedger } from "../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements } from "../../shared/documents/ledger/ledger-statements.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { readTable } from "../../shared/documents/tables.ts";
import { rowsOfLedger } from "../../shared/domain/case-file/ledger/ledger-alone.ts";
import { statistics } from "../../shared/domain/statistics/statistics.ts";
import { instant, parseMonth } from "../../shared/domain/time/time.ts";
import { gridOf } from "./support/grid.ts";

/** A ledger of one table, cells parted by |. */
function sheet(...lines: string[]) {
  const ledger = extractLedger(gridOf(lines.map((line) => line.split("|"))));
  if (ledger === undefined) throw new Error("not a ledger");
  return ledger;
}

function monthOf(ledger: ReturnType<typeof sheet>, text = "2026-08") {
  const month = parseMonth(text);
  if (month === undefined) throw new Error("not a month");
  const { rows, doubts } = rowsOfLedger(
    ledgerStatements(ledger, month),
    month,
    instant("2026-12-01T09:00:00+08:00"),
  );
  return { ...statistics(rows, { month }), doubts };
}

const [A, B] = ["（2026）鲁1302行初1号", "（2026）鲁1302行初2号"];

describe("headings that courts word in their own way", () => {
  it("takes 被告所在县区 for the agency's district, not for its name", () => {
    const { rows } = sheet("被告所在县区|案号|被告名称|负责人出庭", `费县|${A}|费县公安局|是`);
    expect(rows[0]).toMatchObject({ respondent: "费县公安局", jurisdiction: "费县" });
  });

  it.each(["负责人出庭/缺席", "出庭/未出庭", "负责人到庭或未到庭"])(
    "reads both answers under %s",
    (heading) => {
      const { rows } = sheet(`案号|被告|${heading}`, `${A}|费县公安局|出庭`, `${B}|费县公安局|未出庭`);
      expect(rows.map((row) => row.headAttended)).toEqual([true, false]);
    },
  );

  it.each(["行政首长是否出庭", "行政首长是否到庭", "行政机关首长出庭应诉情况", "行政首长出庭应诉与否"])(
    "takes %s for whether a head came, of whatever rank",
    (heading) => {
      const { rows } = sheet(
        `案号|被告|开庭日期|${heading}`,
        `${A}|费县公安局|2026-08-03|是`,
        `${B}|费县公安局|2026-08-04|否`,
      );
      expect(rows.map((row) => [row.headAttended, row.rank])).toEqual([
        [true, undefined],
        [false, undefined],
      ]);
    },
  );

  it("knows 负责人应诉, answered by the kind of head", () => {
    const { rows } = sheet("案号|被告|负责人应诉", `${A}|费县公安局|副职`, `${B}|费县公安局|无`);
    expect(rows.map((row) => [row.headAttended, row.rank])).toEqual([
      [true, "deputy"],
      [false, undefined],
    ]);
  });

  it("reads counts of 1 and 0 as yes and no", () => {
    const { rows } = sheet(
      "案号|被告|开庭件数|负责人出庭件数|其中正职|涉企件数",
      `${A}|费县公安局|1|1|1|0`,
      `${B}|费县公安局|1|0|0|1`,
      "（2026）鲁1302行初3号|费县公安局|0|0|0|1",
    );
    expect(rows.map((row) => [row.heard, row.headAttended, row.rank, row.enterprise])).toEqual([
      [true, true, "principal", false],
      [true, false, undefined, true],
      [false, null, undefined, true],
    ]);
  });

  it("takes 行政首长出庭 for the principal's where deputies have a column of their own, else for any head's", () => {
    const split = sheet(
      "案号|被告|开庭日期|行政首长出庭|副职负责人出庭",
      `${A}|费县公安局|2026-08-03|否|是`,
      `${B}|费县公安局|2026-08-03|否|否`,
    );
    expect(split.rows.map((row) => [row.headAttended, row.rank])).toEqual([
      [true, "deputy"],
      [false, undefined],
    ]);
    expect(split.problems).toEqual([]);
    const alone = sheet("案号|被告|开庭日期|行政首长出庭", `${A}|费县公安局|2026-08-03|是`);
    expect(alone.rows[0]).toMatchObject({ headAttended: true, rank: undefined });
  });
});

describe("cells that courts word in their own way", () => {
  it.each(["二〇二六年八月十二日", "二○二六年八月十二日上午九时", "26年8月12日", "2O26年八月12日"])(
    "reads the day %s",
    (day) => {
      const { rows } = sheet("案号|被告|开庭时间|负责人出庭", `${A}|费县公安局|${day}|是`);
      expect(rows[0]?.heardOn).toBe("2026-08-12");
    },
  );

  it("gives each respondent what stands under its name", () => {
    const { rows } = sheet(
      "案号|被告|开庭日期|各被告负责人出庭情况",
      `${A}|费县公安局、临沂市人民政府|2026-08-03|临沂市人民政府：副市长李强出庭；费县公安局：未出庭`,
    );
    expect(rows.map((row) => [row.respondent, row.headAttended, row.rank])).toEqual([
      ["费县公安局", false, undefined],
      ["临沂市人民政府", true, "deputy"],
    ]);
  });

  it("doesn't take a withdrawal before the hearing for a person", () => {
    const { rows, problems } = sheet("案号|被告|应诉情况", `${A}|费县公安局|原告开庭前撤诉，未开庭`);
    expect(rows[0]).toMatchObject({ heard: false, headAttended: null });
    expect(problems).toEqual([]);
  });
});

describe("columns that few courts have", () => {
  const folder = new URL("ledgers/headings/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));

  it.each(names)("%s is read as its truth beside it says", async (name) => {
    const truth = JSON.parse(readFileSync(new URL(name.replace(".csv", ".json"), folder), "utf8"));
    const read = await readDocument(readFileSync(new URL(name, folder)));
    if (!read.ok) throw new Error(read.reason.kind);
    expect(read.document.ledger?.rows).toMatchObject(truth.rows);
    expect(read.document.ledger?.rows).toHaveLength(truth.rows.length);
  });
});

describe("a page's table under the name of .xls", () => {
  it("is a ledger like any other", async () => {
    const cells = (tag: string, ...of: string[]) =>
      `<tr>${of.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
    const html = `<html><body><table><tr><td colspan="3">台账</td></tr>${cells("th", "案号", "被告", "负责人出庭")}${cells("td", A, "费县公安局", "否")}</table></body></html>`;
    const table = await readTable(new TextEncoder().encode(html));
    const ledger = table.ok ? extractLedger(table.grid) : undefined;
    expect(ledger?.rows.map((row) => [row.caseNumber, row.headAttended])).toEqual([[A, false]]);
  });
});

describe("the month of a case with several sittings", () => {
  const ledger = sheet(
    "案号|被告|开庭日期|负责人出庭",
    `${A}|费县公安局|2026-07-29|否`,
    `${A}|费县公安局|2026-08-06|是`,
    `${B}|费县公安局|2026-08-28|否`,
    `${B}|费县公安局|2026-09-04|是`,
  );

  it("is that of the first sitting, and what later sittings bring counts there", () => {
    expect(monthOf(ledger, "2026-07").total).toMatchObject({ heard: 1, present: 1 });
    expect(monthOf(ledger, "2026-08").total).toMatchObject({ heard: 1, present: 1 });
    expect(monthOf(ledger, "2026-09").total).toMatchObject({ heard: 0 });
  });
});

it("a case that was never heard is no problem for want of a date, unless a resolution hangs on it", () => {
  const ledger = sheet(
    "案号|被告|开庭日期|审理方式|负责人出庭|结案方式",
    `${A}|费县公安局||书面审理||驳回上诉`,
    `${B}|费县公安局||开庭前撤诉||和解撤诉`,
    "（2026）鲁1302行初3号|费县公安局|2026-07-03|开庭审理|是|",
    "（2026）鲁1302行初4号|费县公安局|2026-08-03|开庭审理|是|",
  );
  expect(monthOf(ledger).doubts.map(({ statement, doubt }) => [statement.caseNumber, doubt.type])).toEqual([
    [B, "no-month"],
  ]);
});
