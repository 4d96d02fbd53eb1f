/** 撤回: what somebody did at the desk is taken back, from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { fileOf } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { readLink, signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import {
  aCity,
  CASE,
  COURT_FOLDER,
  FILING,
  mailTo,
  REPORT,
  recordText,
  summonsText,
  values,
} from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { formsOf, valuesOnPage } from "../../support/page-forms.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

const fileIn = (city: City, number = CASE) => city.table.cases.get(caseNumber(number))?.file;
const text = async (city: City, token: string) => (await city.visit(token)).text();
const kindsTo = (city: City, address: string) =>
  city.sent
    .filter(({ notice }) => notice.recipient.address === address)
    .map(({ notice }) => notice.content.kind);

/** The token of the page where what a page shows is taken back. */
function undoOn(page: string): string {
  const [, token = ""] = /href="([^"]+)">撤回/.exec(page) ?? [];
  if (token === "") throw new Error("no way to take it back");
  return token.split("/").at(-1) ?? "";
}

const TAKING = { reason: "填错了负责人。", by: "李明", do: "submit" } as const;

/** Takes back what stands behind a link that has been used. */
async function takeBack(city: City, token: string) {
  const page = await text(city, token);
  return { page, answer: await city.visit(token, { ...values(page), ...TAKING }) };
}

/** Sends a form, and confirms what its page then shows. */
async function confirmed(city: City, token: string, form: Readonly<Record<string, string>>) {
  const answer = await city.visit(token, form);
  if (answer.status !== 200) return answer;
  return city.visit(token, { ...values(await answer.text()), do: "submit" });
}

async function reported() {
  const city = await aCity();
  const before = fileIn(city);
  const link = mailTo(city, LEGAL, "hearing-notice");
  await city.visit(link, { ...REPORT, ...values(await text(city, link)) });
  return { city, before, link, undo: undoOn(await text(city, link)) };
}

describe("a report taken back by who made it", () => {
  it("shows beforehand who hears of it and what is undone, and changes nothing by being looked at", async () => {
    const { city, undo } = await reported();
    const { version } = fileIn(city) ?? {};
    const page = await text(city, undo);
    expect(page).toContain("将通知");
    expect(page).toMatch(/沂南县司法局[^（]*（【更正】/);
    expect(page).toContain("沂南县公安局提交三日报告");
    expect(fileIn(city)?.version).toBe(version);
  });

  it("leaves the file as it was, but for the history, and its bureau hears that the letter is void", async () => {
    const { city, before, undo, link } = await reported();
    expect((await takeBack(city, undo)).answer.status).toBe(303);
    const after = fileIn(city);
    const told = Object.keys(after?.sent ?? {}).filter((key) => !key.startsWith("taken-back:"));
    expect(told).toEqual(Object.keys(before?.sent ?? {}));
    const facts = (file: typeof after) => ({
      ...file,
      version: 0,
      boards: [],
      sent: {},
      takenBack: undefined,
    });
    expect(facts(after)).toEqual(facts(before));
    expect(after?.takenBack).toMatchObject([
      { act: "report", by: "李明", office: "own", reason: TAKING.reason },
    ]);
    expect(kindsTo(city, BUREAU)).toEqual(expect.arrayContaining(["report-received", "taken-back"]));
    const types = (await city.records.history(caseNumber(CASE))).map(({ event }) => event.type);
    expect(types).toEqual(expect.arrayContaining(["report-submitted", "taken-back"]));
    expect(await text(city, link)).toContain("撤回本次办理。理由：填错了负责人。");
  });

  it("can be made anew, and its bureau gets the new one", async () => {
    const { city, undo, link } = await reported();
    await takeBack(city, undo);
    await city.visit(link, { want: "yes", do: "fresh-link" });
    const fresh = mailTo(city, LEGAL, "desk-link");
    const form = { ...REPORT, ...values(await text(city, fresh)), headName: "赵卫东" };
    expect((await city.visit(fresh, form)).status).toBe(303);
    expect(kindsTo(city, BUREAU).filter((kind) => kind === "report-received")).toHaveLength(2);
    expect(fileIn(city)?.reports).toMatchObject([{ head: { name: "赵卫东" } }]);
  });

  it("is taken back once: a second press says who did", async () => {
    const { city, undo } = await reported();
    const { page } = await takeBack(city, undo);
    const again = await city.visit(undo, { ...values(page), ...TAKING });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("李明已于");
  });

  it("needs a reason and a name, and what was shown", async () => {
    const { city, undo } = await reported();
    const page = await text(city, undo);
    expect((await city.visit(undo, { ...values(page), do: "submit" })).status).toBe(422);
    expect((await city.visit(undo, { ...TAKING, confirmed: "else" })).status).toBe(409);
    expect(fileIn(city)?.takenBack).toBeUndefined();
  });

  it("is nobody else's to take back", async () => {
    const { city, undo } = await reported();
    const reading = readLink(undo, LINK_KEYS, city.now);
    if (reading.state !== "valid") throw new Error(reading.state);
    for (const recipient of ["hedong-police", "hedong-justice", "yinan-court", "linyi-justice"]) {
      const stranger = signLink({ ...reading.link, recipient: recipient as OrganisationId }, LINK_KEYS);
      const { page, answer } = await takeBack(city, stranger);
      expect(page).toContain("不再属于本单位");
      expect(answer.status).toBe(409);
    }
    expect(fileIn(city)?.takenBack).toBeUndefined();
  });

  it("is refused a day later", async () => {
    const { city, undo, link } = await reported();
    await city.until(at("09-09", "09:30"));
    expect(await text(city, undo)).toContain("可以撤回的时间已过");
    expect(await text(city, link)).not.toContain("撤回本次办理");
  });

  it("is refused once the bureau has answered it", async () => {
    const { city, undo } = await reported();
    const supervision = mailTo(city, BUREAU, "report-received");
    await city.visit(supervision, {
      ...values(await text(city, supervision)),
      answer: "return-report",
      text: "请写明答辩要点。",
      by: "王芳",
      do: "submit",
    });
    expect(fileIn(city)?.reports[0]?.returned).toBeDefined();
    const page = await text(city, undo);
    expect(page).toContain("不能单独撤回");
    expect(page).toContain("退回沂南县公安局的报告");
  });
});

describe("a filing taken back by the bureau on the case's page", () => {
  it("is owed again, and says that the bureau did it", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    const link = mailTo(city, LEGAL, "filing-due");
    await city.visit(link, { ...FILING, ...values(await text(city, link)) });
    expect(fileIn(city)?.attendance).toHaveLength(1);
    const board = mailTo(city, BUREAU, "digest");
    const page = await (await city.visit(`${board}/case?number=${encodeURIComponent(CASE)}`)).text();
    expect(page).toContain("可以撤回的办理");
    expect((await takeBack(city, undoOn(page))).answer.status).toBe(303);
    const file = fileIn(city);
    expect(file?.attendance).toEqual([]);
    expect(file?.deadlines.find(({ kind }) => kind === "filing")?.status).toBe("open");
    expect(file?.takenBack).toMatchObject([{ act: "filing", office: "bureau" }]);
  });
});

describe("a review with a slip in the case number", () => {
  const WRONG = "（2026）鲁1321行初89号";
  const notices = (city: City) => kindsTo(city, LEGAL).filter((kind) => kind === "hearing-notice").length;
  const again = async (city: City, undo: string) =>
    /href="([^"]+)">重新复核/.exec(await text(city, undo))?.[1] ?? "";

  /** A summons whose day nobody could read, reviewed under another number. */
  async function misfiled() {
    const city = await aCity();
    const doubtful = new TextDecoder()
      .decode(summonsText({ number: "（2026）鲁1321行初88号" }))
      .replace("应到时间：2026年9月24日上午9时00分\n", "");
    await city.put(COURT_FOLDER, "doubtful.txt", new TextEncoder().encode(doubtful));
    const link = mailTo(city, BUREAU, "document-review");
    const form = {
      ...valuesOnPage(await text(city, link)),
      decision: "accept",
      numbers: WRONG,
      date: "2026-09-29",
      time: "09:00",
      by: "王芳",
      do: "submit",
    };
    expect((await confirmed(city, link, form)).status).toBe(303);
    expect(fileIn(city, WRONG)?.state).toBe("awaiting-hearing");
    return { city, form, undo: undoOn(await text(city, link)) };
  }

  it("taken back, the case is nobody's, its agency hears that letter and hearing are void, and the paper waits again", async () => {
    const { city, form, undo } = await misfiled();
    const told = notices(city);
    const { page, answer } = await takeBack(city, undo);
    expect(page).toContain("将通知");
    expect(answer.status).toBe(303);
    expect(fileIn(city, WRONG)).toMatchObject({ void: true, deadlines: [] });
    const rows = [...city.table.boardRows.values()].map((row) => row.caseNumber);
    expect(rows).not.toContain(caseNumber(WRONG));
    const letter = city.sent.findLast(({ notice }) => notice.content.kind === "taken-back");
    expect(letter?.notice.recipient.organisation).toBe("yinan-police");
    expect(letter?.notice.content).toMatchObject({ hearing: { date: "2026-09-29" } });
    expect([...city.table.documents.values()].map(({ state }) => state)).toContain("needs-review");
    const diary = [...city.table.diaries.values()].filter((one) => one.caseNumber === WRONG);
    expect(diary.map((entry) => ("hearing" in entry ? entry.status : ""))).not.toContain("set");

    const right = { ...form, numbers: "（2026）鲁1321行初88号" };
    expect((await confirmed(city, await again(city, undo), right)).status).toBe(303);
    expect(fileIn(city, "（2026）鲁1321行初88号")?.state).toBe("awaiting-hearing");
    expect(notices(city)).toBe(told + 1);
  });

  it("opened anew under the same number, its agency is told anew, of a hearing with a number of its own", async () => {
    const { city, form, undo } = await misfiled();
    await takeBack(city, undo);
    const told = notices(city);
    expect((await confirmed(city, await again(city, undo), form)).status).toBe(303);
    expect(fileIn(city, WRONG)).toMatchObject({ state: "awaiting-hearing", hearing: { ordinal: 2 } });
    expect(fileIn(city, WRONG)?.void).toBeUndefined();
    expect(notices(city)).toBe(told + 1);
  });
});

describe("a review that sent a paper back", () => {
  it("taken back, its court hears that it needn't upload it again", async () => {
    const city = await aCity();
    const otherDay = new TextDecoder().decode(summonsText()).replace("9月24日上午", "9月28日上午");
    await city.put(COURT_FOLDER, "other.txt", new TextEncoder().encode(otherDay));
    const link = mailTo(city, BUREAU, "document-review");
    const form = { decision: "send-back", reason: "日期不清。", by: "王芳", do: "submit" };
    expect((await confirmed(city, link, form)).status).toBe(303);
    const { page } = await takeBack(city, undoOn(await text(city, link)));
    expect(page).toContain("退件通知作废");
    expect(city.sent.map(({ notice }) => notice.content.kind)).toContain("rejection-withdrawn");
    expect([...city.table.documents.values()].map(({ state }) => state)).toContain("needs-review");
  });
});

describe("a review that moved a hearing", () => {
  it("taken back, the former day holds again, and the agency is told as of a change", async () => {
    const city = await aCity();
    const otherDay = new TextDecoder().decode(summonsText()).replace("9月24日上午", "9月28日上午");
    await city.put(COURT_FOLDER, "other.txt", new TextEncoder().encode(otherDay));
    const link = mailTo(city, BUREAU, "document-review");
    const form = {
      ...valuesOnPage(await text(city, link)),
      decision: "accept",
      newer: "yes",
      by: "王芳",
      do: "submit",
    };
    await confirmed(city, link, form);
    const moved = fileIn(city);
    expect(moved).toMatchObject({ hearing: { date: "2026-09-28" } });
    const sequence = moved?.state === "awaiting-hearing" ? moved.hearing.sequence : 0;
    await takeBack(city, undoOn(await text(city, link)));
    const after = fileIn(city);
    expect(after).toMatchObject({ hearing: { date: "2026-09-24" } });
    expect(after?.state === "awaiting-hearing" && after.hearing.sequence).toBeGreaterThan(sequence);
    const last = city.sent.findLast(({ notice }) => notice.recipient.address === LEGAL)?.notice.content;
    expect(last).toMatchObject({
      kind: "hearing-changed",
      hearing: { date: "2026-09-24" },
      cancelled: { date: "2026-09-28" },
    });
  });
});

describe("what an agency reported of itself", () => {
  it("taken back, its entry is as it was, and whoever heard of the change hears of that", async () => {
    const city = await aCity();
    const changes = `${mailTo(city, LEGAL, "hearing-notice")}/changes`;
    const entry = async () => (await city.directory.find(lookup.name("沂南县公安局")))[0];
    const before = await entry();
    const [form] = formsOf(await text(city, changes));
    await city.visit(changes, { ...form?.untouched, address: "沂南县人民路1号", by: "李明" });
    expect((await entry())?.address).toBe("沂南县人民路1号");
    const used = await text(city, changes);
    expect((await takeBack(city, undoOn(used))).answer.status).toBe(303);
    expect(await entry()).toEqual(before);
    expect(await text(city, changes)).toContain("撤回，名录已恢复原内容");
    const told = city.sent.filter(({ notice }) => notice.content.kind === "organisation-changed");
    const restored = told.filter(({ notice }) => "restored" in notice.content);
    expect(restored).toHaveLength(told.length / 2);
  });
});

describe("what an agency reported of itself, in its bureau's mail", () => {
  it("is taken back by the bureau, to whom it was news", async () => {
    const city = await aCity();
    const changes = `${mailTo(city, LEGAL, "hearing-notice")}/changes`;
    const entry = async () => (await city.directory.find(lookup.name("沂南县公安局")))[0];
    const before = await entry();
    const [form] = formsOf(await text(city, changes));
    await city.visit(changes, { ...form?.untouched, address: "沂南县人民路1号", by: "李明" });
    const link = mailTo(city, BUREAU, "organisation-changed");
    expect((await takeBack(city, link)).answer.status).toBe(303);
    expect(await entry()).toEqual(before);
    expect(await text(city, changes)).toContain("撤回，名录已恢复原内容");
  });
});

describe("the history of a case", () => {
  it("leads to the file that is kept, with what was taken back and without", async () => {
    const { city, undo } = await reported();
    const kept = async () => ({
      ...fileOf(await city.records.history(caseNumber(CASE))),
      version: 0,
      boards: [],
    });
    const stored = () => ({ ...fileIn(city), version: 0, boards: [], shown: undefined });
    expect(await kept()).toEqual(stored());
    await takeBack(city, undo);
    expect(await kept()).toEqual(stored());
    await city.until(at("09-24", "16:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长，到庭。"));
    await city.until(at("09-30", "10:00"));
    expect(await kept()).toEqual(stored());
  });
});
