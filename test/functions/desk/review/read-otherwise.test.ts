/** A judgment that was filed while somebody still had to say who came: the person reads another outcome, case, kind or agency in it. */
import { describe, expect, it } from "vitest";
import { sittings } from "../../../../shared/domain/case-file/state.ts";
import { statisticsRows } from "../../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../../shared/domain/court/case-number.ts";
import { at } from "../../../support/case-builders.ts";
import {
  aCity,
  CASE,
  COURT_FOLDER,
  judgmentText,
  mailTo,
  summonsText,
  values,
} from "../../../support/desk-city.ts";
import { valuesOnPage } from "../../../support/page-forms.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
const LEGAL = "fazhi@yinan-police.example.org";
const OTHER = "（2026）鲁1321行初78号";
type City = Awaited<ReturnType<typeof aCity>>;
type Form = Readonly<Record<string, string>>;

const fileOf = (city: City, number = CASE) =>
  city.table.cases.get(caseNumber(number))?.file ?? expect.fail(`no ${number}`);
const voided = (city: City) =>
  city.sent.filter(
    ({ notice }) => notice.content.kind === "taken-back" && notice.recipient.address === LEGAL,
  );
const stateOf = (city: City) =>
  [...city.table.documents.values()].find(({ kind }) => kind === "judgment")?.state;

/** The agency lost, by a judgment of which nobody knows whether the one who came was a head. */
async function judged() {
  const city = await aCity();
  await city.put(COURT_FOLDER, "summons-78.txt", summonsText({ number: OTHER }));
  await city.until(at("09-28", "10:00"));
  const words = new TextDecoder()
    .decode(judgmentText("撤销被告沂南县公安局作出的沂南公（治）行罚决字〔2026〕31号行政处罚决定。"))
    .replace("副局长龙涛", "党委委员龙涛");
  await city.put(COURT_FOLDER, "judgment.txt", new TextEncoder().encode(words));
  await city.until(at("09-28", "11:00"));
  expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "lost" });
  expect(voided(city)).toEqual([]);
  const link = mailTo(city, BUREAU, "document-review");
  const page = await (await city.visit(link)).text();
  const form = { ...valuesOnPage(page), decision: "accept", attended0: "yes", by: "王芳", do: "submit" };
  return { city, link, form: { ...form, title0: "副局长" } };
}

/** Takes the review back, by the link on the page it led to. */
async function undo(city: City, link: string) {
  const page = await (await city.visit(link)).text();
  const place = /href="(?:\.\.\/)?([^"]+)">撤回本次办理/.exec(page)?.[1] ?? expect.fail("no undo");
  const form = values(await (await city.visit(place)).text());
  return city.visit(place, { ...form, reason: "复核有误。", by: "王芳", do: "submit" });
}

/** The review, and what became of it. */
async function reviewed(changes: Form) {
  const { city, link, form } = await judged();
  const answer = await city.visit(link, { ...form, ...changes });
  expect(answer.status, await answer.clone().text()).toBe(303);
  await city.until(at("09-28", "15:00"));
  return { city, link };
}

describe("a judgment in which a person reads", () => {
  it("what was read says nothing to anybody, but who came", async () => {
    const { city } = await reviewed({});
    expect(fileOf(city)).toMatchObject({ outcome: "lost", attendance: [{ headAttended: true }] });
    expect(voided(city)).toEqual([]);
  });

  it("another outcome ends its case so, and what was asked by the wrong one is void; back again", async () => {
    const { city, link } = await reviewed({ outcome: "won" });
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "won" });
    expect(statisticsRows(fileOf(city))).toMatchObject([{ outcome: "won", present: true }]);
    expect(voided(city).map(({ subject }) => subject)).toEqual([
      `【更正】${CASE} 文书登记已更正，9月28日所发《裁判送达日期的询问》作废`,
    ]);
    expect((await undo(city, link)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "lost" });
    expect(stateOf(city)).toBe("needs-review");
  });

  it("another number leaves its case as if it had not come, and stands in the right one; back again", async () => {
    const { city, link, form } = await judged();
    const answer = await city.visit(link, { ...form, numbers: OTHER });
    expect(answer.status, await answer.clone().text()).toBe(303);
    expect(fileOf(city)).toMatchObject({ state: "awaiting-hearing", attendance: [] });
    expect(sittings(fileOf(city))).toEqual([]);
    expect(fileOf(city, OTHER)).toMatchObject({ state: "closed", outcome: "lost" });
    expect(statisticsRows(fileOf(city, OTHER))).toMatchObject([{ present: true }]);
    await city.until(at("09-28", "15:00"));
    expect(voided(city).map(({ subject }) => subject)).toEqual([
      `【更正】${CASE} 文书登记已更正，9月28日所发《裁判送达日期的询问》作废`,
    ]);
    expect((await undo(city, link)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "lost" });
    expect(fileOf(city, OTHER)).toMatchObject({ state: "awaiting-hearing" });
    expect(stateOf(city)).toBe("needs-review");
  });

  it("another number, which comes once more in other bytes, stands in both, as its court says", async () => {
    const { city } = await reviewed({ numbers: OTHER });
    const again = new TextDecoder().decode(judgmentText()).replace("判决如下", "经审理查明属实，判决如下");
    await city.put(COURT_FOLDER, "judgment-again.txt", new TextEncoder().encode(again));
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "won" });
    expect(fileOf(city, OTHER)).toMatchObject({ state: "closed", outcome: "lost" });
  });

  it("a number nobody knew opens that case", async () => {
    const unknown = "（2026）鲁1321行初79号";
    const { city } = await reviewed({ numbers: unknown });
    expect(fileOf(city).state).toBe("awaiting-hearing");
    expect(fileOf(city, unknown)).toMatchObject({ state: "closed", respondents: [{ name: "沂南县公安局" }] });
  });

  it("another kind of paper is filed as that one alone", async () => {
    const { city } = await reviewed({ kind: "hearing-record" });
    expect(fileOf(city)).toMatchObject({ state: "heard", documents: [{}, { kind: "hearing-record" }] });
  });

  it("another case, once something rests on it, is told what to do instead, and nothing is changed", async () => {
    const { city, link, form } = await judged();
    const again = new TextDecoder().decode(judgmentText()).replace("判决如下", "经审理查明属实，判决如下");
    await city.put(COURT_FOLDER, "judgment-again.txt", new TextEncoder().encode(again));
    const { version } = fileOf(city);
    const answer = await city.visit(link, { ...form, numbers: OTHER });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain(`本文书已经登记在${CASE}，此后该案又有其他材料或者办理`);
    expect(page).toContain("合并误登案号、移出误登的被告、更正裁判结果");
    expect(fileOf(city).version).toBe(version);
    expect(fileOf(city, OTHER)).toMatchObject({ state: "awaiting-hearing" });
  });
});
