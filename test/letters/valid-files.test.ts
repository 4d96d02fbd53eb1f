/** Every file the product writes opens in strict programs, whatever the words in it: DOCX, XLSX, HTML, CSV, ICS, mails. */
import fc from "fast-check";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { bulletinFiles, editionContents } from "../../shared/letters/bulletin/files.ts";
import { composeMail } from "../../shared/letters/compose.ts";
import { csvTable } from "../../shared/letters/frame/csv-table.ts";
import { mimeMessage } from "../../shared/letters/frame/mime.ts";
import { oneLine } from "../../shared/letters/frame/one-line.ts";
import { papersOf } from "../../shared/letters/notices/notice-letters.ts";
import { docxBytes } from "../../shared/letters/office/docx.ts";
import { prefilledLedger, problemsWorkbook } from "../../shared/letters/office/ledger-workbooks.ts";
import { xlsxBytes } from "../../shared/letters/office/workbook.ts";
import { NOT_IN_A_FILE, spoilt } from "../support/forbidden.ts";
import { officeFaults } from "../support/office-faults.ts";
import { AUGUST } from "../support/statistics-rows.ts";
import { BULLETIN_EDITION, BULLETIN_ROWS } from "./bulletin/sample-bulletin.ts";
import { CIRCULAR, FORM, SHEETS } from "./office/samples.ts";
import { SAMPLES, SENDER } from "./sample-notices.ts";

/** The faults of a file by its kind; a kind nobody checks is one. */
async function faultsOf(name: string, content: Uint8Array | string): Promise<readonly string[]> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  if (/\.(?:docx|xlsx)$/.test(name)) return officeFaults(bytes);
  if (!/\.(?:html|csv|json|ics|txt)$/.test(name)) return [`${name} is of a kind that no test checks`];
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
    .decode(bytes)
    .replace(/^\uFEFF/, "");
  if (name.endsWith(".ics")) return calendarFaults(text);
  // Data for a machine, kept as it came: any character that is escaped is allowed there.
  if (name.endsWith(".json")) return JSON.parse(text) === undefined ? ["it is empty"] : [];
  const found = NOT_IN_A_FILE.exec(text);
  return found === null ? [] : [`${name} holds ${found[0].codePointAt(0)?.toString(16)}`];
}

/** By a parser that isn't the library that wrote it; lines of at most 75 octets (RFC 5545 §3.1). */
function calendarFaults(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entries = calendar.getAllSubcomponents("vevent");
  const faults = entries.flatMap((entry) =>
    ["uid", "dtstamp", "dtstart", "summary"].filter((name) => entry.getFirstPropertyValue(name) === null),
  );
  if (entries.length === 0) faults.push("it has no entry");
  const long = text.split("\r\n").find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) faults.push(`a line is too long: ${long}`);
  if (/[^\r]\n/.test(text)) faults.push("a line ends without CR");
  if (NOT_IN_A_FILE.test(text)) faults.push("it holds a character no text may hold");
  return faults;
}

describe("a bulletin's files open", () => {
  it.each([
    ["as they are", BULLETIN_ROWS, BULLETIN_EDITION],
    ["with forbidden characters in every word", spoilt(BULLETIN_ROWS), spoilt(BULLETIN_EDITION)],
    // One noncharacter out of a PDF, in one reason: the city's bulletin could not be opened.
    [
      "with a noncharacter in one reason",
      BULLETIN_ROWS.map((row) => ({ ...row, absenceReason: "参加防汛\uFFFE会议" })),
      BULLETIN_EDITION,
    ],
  ])("%s", async (_, rows, edition) => {
    for (const { name, bytes } of await bulletinFiles(editionContents(rows, edition)))
      expect([name, await faultsOf(name, bytes)]).toEqual([name, []]);
  });
});

describe("every notice's mail, calendar and papers are valid", () => {
  it.each(Object.keys(SAMPLES))("%s, also with forbidden characters in every word", async (kind) => {
    const sample = SAMPLES[kind as keyof typeof SAMPLES] ?? expect.fail();
    for (const notice of [sample, spoilt(sample)]) {
      const mail = composeMail(notice, SENDER);
      expect(await faultsOf("mail.html", mail.html)).toEqual([]);
      expect(await faultsOf("mail.txt", mail.text)).toEqual([]);
      if (mail.calendar !== undefined)
        expect(await faultsOf("calendar.ics", mail.calendar.content)).toEqual([]);
      const papers = await papersOf(notice.content);
      for (const { name, content } of [...mail.attachments, ...papers])
        expect([name, await faultsOf(name, content)]).toEqual([name, []]);
      const bytes = await mimeMessage(mail);
      expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/[^\r]\n|\0/);
      expect((await simpleParser(Buffer.from(bytes))).subject).toBe(oneLine(mail.subject));
    }
  });
});

describe("papers and workbooks open", () => {
  it.each([
    ["a circular", CIRCULAR],
    ["a form", FORM],
  ])("%s", async (_, document) => {
    expect(await officeFaults(await docxBytes(document))).toEqual([]);
    expect(await officeFaults(await docxBytes(spoilt(document)))).toEqual([]);
  });

  it("tables, and what goes to a court about its ledger", async () => {
    const problem = {
      ...spoilt({ sheet: "八月", row: 3, used: false, alike: 1, cells: ["甲", "乙"] }),
      problem: { type: "not-in-directory", name: spoilt("某局") } as const,
    };
    for (const workbook of [
      xlsxBytes(SHEETS, "统计"),
      xlsxBytes(spoilt(SHEETS), spoilt("统计")),
      problemsWorkbook([problem, { ...problem, row: 0 }]),
      prefilledLedger(
        "兰山区人民法院",
        AUGUST,
        spoilt(BULLETIN_ROWS).map((row) => ({ row, plaintiffs: ["某甲"], cause: row.agency })),
      ),
    ])
      expect(await officeFaults(await workbook)).toEqual([]);
  });
});

describe("whatever a text holds", () => {
  const anything = fc.string({ unit: "binary", maxLength: 60 }).map((text) => `${text}\uD800\uFFFE`);

  it("one line of it is allowed in XML", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(oneLine(text)).not.toMatch(NOT_IN_A_FILE);
      }),
    );
  });

  it("a paper, a table and a CSV of it open", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const paper = await docxBytes({ ...CIRCULAR, title: text, addressee: text, masthead: text });
        const table = await xlsxBytes(
          [{ name: text, columns: [{ title: text, width: 9 }], rows: [[text]] }],
          text,
        );
        expect([...(await officeFaults(paper)), ...(await officeFaults(table))]).toEqual([]);
        expect(csvTable([[text]])).not.toMatch(NOT_IN_A_FILE);
      }),
      { numRuns: 15 },
    );
  });
});

describe("the check itself finds", () => {
  it("a forbidden character, a part without a type, a relation to nothing, a text that isn't there", async () => {
    const { zip } = await import("../documents/support/zip.ts");
    const types =
      '<Types><Default Extension="rels" ContentType="r"/><Override PartName="/xl/workbook.xml" ContentType="w"/></Types>';
    const relation = (target: string) =>
      `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="${target}"/></Relationships>`;
    const broken = zip({
      "[Content_Types].xml": types,
      "_rels/.rels": relation("xl/workbook.xml"),
      "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels": relation("sheet1.xml"),
      "xl/sheet1.xml": '<worksheet><row r="1"><c r="A1" t="s"><v>0\uFFFE</v></c></row></worksheet>',
      "xl/more.xml": "<a/>",
    });
    const faults = (await officeFaults(broken)).join("\n");
    expect(faults).toContain("xl/sheet1.xml is not well-formed");
    expect(faults).toContain("xl/more.xml has no content type");
    expect(faults).toContain("A1 refers to no text");
    const lost = zip({ "[Content_Types].xml": types, "_rels/.rels": relation("xl/none.xml") });
    expect((await officeFaults(lost)).join("\n")).toContain("leads to no part xl/none.xml");
  });
});
