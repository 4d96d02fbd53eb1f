/** Items as former versions of this system left them, read as they are kept now. */
import { describe, expect, it } from "vitest";
import {
  BoardItem,
  BulletinItem,
  CaseItem,
  DocumentItem,
  EventItem,
  LineItem,
  NoticeItem,
} from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import type { NoticeContent } from "../../../shared/domain/notices/notice-kinds.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { rowProblemWords } from "../../../shared/letters/refusals/row-problems.ts";
import { plaintiffsWords } from "../../../shared/letters/wording/case-wording.ts";
import { explain } from "../../../shared/letters/wording/deadline-wording.ts";
import { newsWords } from "../../../shared/letters/wording/digest-wording.ts";
import { factValue, fieldName } from "../../../shared/letters/wording/document-wording.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";
import { aDocument, aLine, aNotice, aRow, CASE, MORNING, opening } from "../../support/stored-things.ts";
import formerDeadlines from "./former-deadlines.json" with { type: "json" };

const KEY = keyOf.caseFile(CASE);

/** What is read of a notice whose content lies there as a former version wrote it. */
function noticeRead(schemaVersion: number, content: object): NoticeContent {
  const item = NoticeItem.write(KEY, { state: "pending", attempts: 0, notice: aNotice() });
  return NoticeItem.read({ ...item, schemaVersion, notice: { ...aNotice(), content } }).notice.content;
}

describe("a document of version 3, which kept its reason as a sentence", () => {
  const read = (facts: object) => {
    const item = DocumentItem.write(KEY, { state: "needs-review", document: aDocument() });
    const document = { ...aDocument({ state: "needs-review" }), ...facts };
    return DocumentItem.read({ ...item, schemaVersion: 3, document }).document;
  };

  it("that waits keeps it as a doubt, that was rejected as its rejection, that was read has none", () => {
    expect(read({ why: "没有读出开庭日期。" }).doubts).toEqual([
      { type: "as-written", text: "没有读出开庭日期。" },
    ]);
    expect(read({ state: "rejected", why: "文件是空的。" })).toMatchObject({
      rejection: { type: "as-written", why: "文件是空的。" },
    });
    expect(read({ state: "read" })).toEqual(aDocument());
  });
});

describe("a bulletin of before, whose mail called pairs cases", () => {
  const before = {
    heard: 7,
    present: 5,
    rate: "71.43%",
    enterpriseHeard: 0,
    enterprisePresent: 0,
    enterpriseRate: "—",
    absent: 3,
    unknown: 1,
  };
  const now = { ...before, absent: 1, unknown: 1, pairs: { absent: 3, unknown: 1 } };

  it("adds up in cases, and keeps the pairs under their name", () => {
    const content = {
      kind: "bulletin",
      jurisdiction: "临沂市",
      month: "2026-08",
      version: 1,
      draft: false,
      figures: before,
      files: [],
    };
    expect(noticeRead(7, content)).toEqual({ ...content, figures: now });
    const bulletin = {
      jurisdiction: "3713",
      month: "2026-08",
      period: "month",
      version: 1,
      state: "issued",
      at: MORNING,
      rowsSha256: "0".repeat(64),
      folder: "bulletins/2026-08/issued-v1",
    };
    const read = (kept: object) => {
      const item = BulletinItem.write(KEY, { bulletin: bulletin as never });
      return BulletinItem.read({ ...item, schemaVersion: 3, bulletin: kept }).bulletin;
    };
    expect(read(bulletin)).toEqual(bulletin);
    expect(read({ ...bulletin, inMail: { figures: before, files: [] } })).toEqual({
      ...bulletin,
      inMail: { figures: now, files: [] },
    });
  });
});

describe("a deadline of before, which was explained in sentences", () => {
  // Made by the version that wrote them, each with what it said of it.
  const before: readonly { readonly deadline: object; readonly said: readonly string[] }[] = formerDeadlines;

  it.each(before.map((one) => [one.said[0], one.said[2], one] as const))(
    "%s %s says the same in a case, its events and its mails",
    (_, __, { deadline: old, said: written }) => {
      // Which bureau it is says the letter, by its name.
      const said = written.map((sentence) => sentence.replace("同级司法局", "司法局"));
      const { file } = opening();
      const [own] = file.deadlines;
      const kept = { ...own, deadline: old };
      const caseItem = CaseItem.write(KEY, { version: 1, file, rows: [] });
      const read = CaseItem.read({ ...caseItem, schemaVersion: 4, file: { ...file, deadlines: [kept] } });
      expect(read.file.deadlines.map(({ deadline }) => explain(deadline))).toEqual([said]);

      const event = { at: MORNING, cause: "sweep", event: { type: "deadline-opened", deadline: kept } };
      const eventItem = EventItem.write(KEY, { version: 1, events: [] });
      const [opened] = EventItem.read({ ...eventItem, schemaVersion: 4, events: [event] }).events;
      expect(opened?.event.type === "deadline-opened" && explain(opened.event.deadline.deadline)).toEqual(
        said,
      );

      const about = { case: summaryOf(file), respondent: "沂南县公安局" };
      const content = noticeRead(3, { kind: "report-due", ...about, deadline: old });
      expect(content.kind === "report-due" && explain(content.deadline)).toEqual(said);
    },
  );
});

describe("a digest's line of version 2, which was a sentence", () => {
  const line = {
    at: MORNING,
    caseNumber: CASE,
    text: "定于2026-09-24 09:00 第五审判庭开庭，被告沂南县公安局。",
  };
  const said = "定于2026年9月24日 09:00 第五审判庭开庭，被告沂南县公安局。";

  it("says it still while it waits, its dates as they were printed", () => {
    const { line: _, ...waiting } = aLine("about");
    const item = LineItem.write(KEY, { line: aLine("about") });
    const read = LineItem.read({ ...item, schemaVersion: 2, line: { ...waiting, line } }).line.line;
    expect(read).toMatchObject({ at: MORNING, caseNumber: CASE });
    expect(newsWords(read.news)).toBe(said);
  });

  it("says it still in a digest", () => {
    const content = noticeRead(3, { kind: "digest", date: "2026-09-09", lines: [line] });
    expect(content.kind === "digest" && content.lines.map(({ news }) => newsWords(news))).toEqual([said]);
  });
});

describe("a notice of version 3, which carried sentences", () => {
  const file = { name: "笔录.pdf", key: "courts/1321/inbox/笔录.pdf", receivedAt: MORNING };

  it("of a rejection says what it said", () => {
    const why = "文件设有密码，系统无法打开。";
    const todo = "请取消密码后重新上传。";
    expect(noticeRead(3, { kind: "document-rejected", file, why, todo })).toEqual({
      kind: "document-rejected",
      file,
      rejection: { type: "as-written", why, todo },
    });
  });

  it("of a review says what it said, of the same things", () => {
    const doubt = "以下内容读取把握不足：案号。请对照原文核实。";
    const facts = [
      ["案号", "（2026）鲁1321行初23号"],
      ["开庭时间", "2026-09-24 09:00"],
      ["沂南县公安局负责人是否出庭", "待认定"],
      ["出庭人员姓名", "龙涛"],
    ].map(([label, value]) => ({ label, value, confidence: 0.5, text: "" }));
    const content = noticeRead(3, {
      kind: "document-review",
      file,
      court: "沂南县人民法院",
      documentKind: "庭审笔录",
      partlyFiled: false,
      doubts: [doubt],
      facts,
    });
    if (content.kind !== "document-review") throw new TypeError("another kind");
    expect(content.documentKind).toBe("hearing-record");
    expect(explainDoubts(content.doubts)).toBe(doubt);
    expect(content.facts.map((one) => [fieldName(one.field, one.organ), factValue(one)])).toEqual(
      // The hour as every letter prints it, where it stood as it is kept.
      facts.map(({ label, value }) => [label, value === "2026-09-24 09:00" ? "2026年9月24日 9:00" : value]),
    );
  });

  const about = { case: summaryOf(opening().file), respondent: "沂南县公安局" };
  const hearing = { ordinal: 1, date: "2026-09-24", sequence: 0 };

  it("of a report says who will appear as it said it, with what is to be checked, and who else", () => {
    const content = noticeRead(3, {
      kind: "report-received",
      ...about,
      hearing,
      revision: 1,
      by: "方圆",
      proposal: "驳回",
      head: "龙涛，党组成员（副职）出庭",
      concern: "“党组成员”是党内职务",
      others: ["李明，法规科科长"],
    });
    expect(content).toMatchObject({
      head: { appears: "as-written", text: "龙涛，党组成员（副职）出庭", concern: "“党组成员”是党内职务" },
      others: [{ name: "李明", title: "法规科科长" }],
    });
  });

  it("of an obstacle and of a ledger's rows says what it said", () => {
    const obstacle = {
      kind: "obstacle-reported",
      ...about,
      hearing,
      by: "方圆",
      explanation: "住院",
      reader: "court",
    };
    const ground = (name: string) => {
      const content = noticeRead(3, { ...obstacle, ground: name });
      return content.kind === "obstacle-reported" && groundName(content.ground);
    };
    const names = ["不可抗力", "意外事件", "需要履行他人不能代替的公务", "无法出庭的其他正当事由"];
    expect(names.map(ground)).toEqual(names);

    const received = noticeRead(3, {
      kind: "ledger-received",
      court: "沂南县人民法院",
      month: "2026-08",
      file,
      ...{ cases: 1, opened: 0, withdrawn: 0, unusable: 1, doubtful: 0 },
      rows: [{ sheet: "", row: 3, reason: "缺少案号。（共2行）", used: false }],
      files: [],
    });
    expect(
      received.kind === "ledger-received" && received.rows.map(({ problem }) => rowProblemWords(problem)),
    ).toEqual(["缺少案号。（共2行）"]);
  });
});

describe("a report of a case of version 6, whose doubtful post was a sentence", () => {
  it("has it as it was written, in the file and in its event", () => {
    const text = "“党组成员”是党内职务，是否行政负责人需核对";
    const report = {
      ...{ respondent: "沂南县公安局", hearing: 1, revision: 1, at: MORNING, by: "方圆", proposal: "驳回" },
      head: { appears: true, name: "龙涛", title: "党组成员", rank: "deputy", concern: text },
      others: [],
      supervision: [],
    };
    const head = { appears: true, concern: { type: "as-written", text } };
    const { file } = opening();
    const caseItem = CaseItem.write(KEY, { version: 1, file, rows: [] });
    const read = CaseItem.read({ ...caseItem, schemaVersion: 6, file: { ...file, reports: [report] } });
    expect(read.file.reports).toMatchObject([{ head }]);
    const event = { at: MORNING, cause: "link:1", event: { type: "report-submitted", report } };
    const eventItem = EventItem.write(KEY, { version: 1, events: [] });
    const { events } = EventItem.read({ ...eventItem, schemaVersion: 6, events: [event] });
    expect(events).toMatchObject([{ event: { report: { head } } }]);
  });
});

describe("a row of a board of version 1, whose plaintiffs were counted in words", () => {
  it.each([
    ["陈建", { plaintiff: "陈建", plaintiffs: 1 }],
    ["陈建等12人", { plaintiff: "陈建", plaintiffs: 12 }],
    ["", { plaintiffs: 0 }],
  ])("says it still: %s", (said, kept) => {
    const { plaintiff: _, plaintiffs: __, ...row } = aRow();
    const item = BoardItem.write(KEY, { row: aRow() });
    const read = BoardItem.read({ ...item, schemaVersion: 1, row: { ...row, plaintiff: said } }).row;
    expect(read).toEqual({ ...row, ...kept });
    expect(plaintiffsWords(read.plaintiff, read.plaintiffs)).toBe(said);
  });
});
