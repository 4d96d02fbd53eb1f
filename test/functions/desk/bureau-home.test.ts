/** What does a bureau find first when it comes in: the cases of its own whose time is nearest, and the way to each? */
import { expect, it } from "vitest";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, summonsText } from "../../support/desk-city.ts";
import { signedIn } from "../../support/signed-in.ts";

const LATER = "（2026）鲁1321行初78号";

it("lists its open cases by what comes first, says what is late, and leads to each", async () => {
  const city = await aCity();
  const later = new TextDecoder().decode(summonsText({ number: LATER })).replace("9月7日", "9月10日");
  await city.until(at("09-11", "10:00"));
  await city.put(COURT_FOLDER, "later.txt", new TextEncoder().encode(later));
  await city.until(at("09-14", "10:00"));
  const bureau = await signedIn(city, "yingsu@yinan-justice.example.org");
  const home = await (await bureau.get("/at/yinan-justice")).text();
  const [, list = ""] = home.split("最近要办的案件</h2>");
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
