/** What does a bureau find first when it comes in: the cases of its own whose time is nearest, and the way to each? */
import { expect, it } from "vitest";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, REPORT, summonsText, values } from "../../support/desk-city.ts";
import { signedIn } from "../../support/signed-in.ts";
import { some } from "../../support/some.ts";

const LATER = "（2026）鲁1321行初78号";

it("lists its open cases by what comes first, says what is late, and leads to each", async () => {
  const city = await aCity();
  const later = new TextDecoder().decode(summonsText({ number: LATER })).replace("9月7日", "9月10日");
  await city.until(at("09-11", "10:00"));
  await city.put(COURT_FOLDER, "later.txt", new TextEncoder().encode(later));
  await city.until(at("09-14", "10:00"));
  const bureau = await signedIn(city, "yingsu@yinan-justice.example.org");
  const home = await (await bureau.get("/at/yinan-justice")).text();
  const [, list = ""] = home.split("案件待办</h2>");
  const numbers = [...(list.split("</table>")[0]?.matchAll(/行初(\d+)号<\/a>/g) ?? [])].map(
    ([, serial]) => serial,
  );
  expect(numbers).toEqual(["77", "78"]);
  expect(list).toContain("三日报告逾期3天");
  const [, href = ""] = /rowheader"><a href="([^"]+)">（2026）鲁1321行初77号/.exec(list) ?? [];
  const page = await (
    await bureau.get(new URL(href, "https://desk.example.org/at/yinan-justice").pathname)
  ).text();
  expect(page).toContain(`<title>${CASE}`);
  // Another county's bureau has none of them.
  const other = await signedIn(city, "yingsu@hedong-justice.example.org");
  const theirs = await (await other.get("/at/hedong-justice")).text();
  expect(theirs).toContain("没有在办案件");
  expect(theirs).not.toContain(CASE);
});

it("gathers what waits in every room, each with the way there, and puts its own cases' needs first", async () => {
  const city = await aCity();
  const report = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
  await city.visit(report, { ...REPORT, ...values(await (await city.visit(report)).text()) });
  const text = (number: string, ...[from, to]: readonly [string, string]) =>
    new TextEncoder().encode(new TextDecoder().decode(summonsText({ number })).replace(from, to));
  await city.put(COURT_FOLDER, "unknown.txt", text(LATER, "沂南县公安局", "沂南县不存在局"));
  await city.put(COURT_FOLDER, "past.txt", text("（2026）鲁1321行初79号", "2026年9月24日", "2026年9月4日"));
  const bureau = await signedIn(city, "yingsu@yinan-justice.example.org");
  const home = await (await bureau.get("/at/yinan-justice")).text();
  const [, tasks = "", cases = ""] = home.split(/<h2[^>]*>(?:我的待办|案件待办)<\/h2>/);
  const ways = [...tasks.matchAll(/href="\.\.\/(2\.[\w.-]+)">([^<]+)</g)].map(
    ([, token = "", words = ""]) => [words, token] as const,
  );
  expect(ways.map(([words]) => words)).toEqual(["复核past.txt", "“沂南县不存在局”是哪个单位"]);
  for (const [, token] of some(ways)) expect((await bureau.get(`/${token}`)).status).toBe(200);
  expect(cases).toMatch(/行初77号.*三日报告待审阅/s);
  // The city's bureau sees the county's cases, and has what is its own to do.
  const city1 = await signedIn(city, "yingsu@linyi-justice.example.org");
  expect(await (await city1.get("/at/linyi-justice")).text()).toContain("行初77号");
});

it("asks for a telephone call where a hearing is near and nobody has reported", async () => {
  const city = await aCity();
  await city.until(at("09-22", "10:00"));
  const bureau = await signedIn(city, "yingsu@yinan-justice.example.org");
  expect(await (await bureau.get("/at/yinan-justice")).text()).toContain("临近开庭未报，请电话督促");
});
