/** Where very much waits at once, each page names the first of it, says so, and leads to the others. */
import { describe, expect, it } from "vitest";
import { placeOfNames } from "../../../shared/domain/board/waiting-names.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addDays, addMinutes, civilDateAt } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity } from "../../support/desk-city.ts";
import { ADMIN_MAIL, LINK_KEYS } from "../../support/memory-city.ts";
import { signedIn } from "../../support/signed-in.ts";
import { aDocument, opening } from "../../support/stored-things.ts";

type City = Awaited<ReturnType<typeof aCity>>;
const COUNTY = "yinan-justice" as OrganisationId;

/** Cases of two boards that wait for a name, documents that wait for a bureau, and addresses that refused mail. */
async function waiting({ names = 0, reviews = 0, addresses = 0 }): Promise<City> {
  const city = await aCity();
  for (let index = 0; index < names; index++) {
    const change = opening(10_000 + index);
    const { caseNumber } = change.file;
    const board = index % 2 === 0 ? "沂南县" : "兰山区";
    const hearing = addDays(civilDateAt(city.now), 1 + (index % 30));
    city.table.cases.set(caseNumber, {
      ...change,
      names: { caseNumber, board, names: [`某某局${index}`], hearing },
    });
  }
  for (let index = 0; index < reviews; index++) {
    const firstUpload = {
      key: `courts/1321/inbox/file-${index}.txt`,
      versionId: "1",
      at: addMinutes(at("09-01"), index),
    };
    const document = aDocument({
      sha256: `waiting-${index}`,
      state: "needs-review",
      bureau: COUNTY,
      firstUpload,
    });
    city.table.documents.set(document.sha256, document);
  }
  for (let index = 0; index < addresses; index++) {
    const contact = {
      role: "duty",
      name: "值班",
      email: `duty${index}@example.org`,
      undeliverable: true,
    } as const;
    const unit: Organisation = {
      id: `unit-${100 + index}` as OrganisationId,
      kind: "agency",
      name: `沂南县第${index}所`,
      aliases: [],
      level: "county",
      jurisdiction: "沂南县",
      contacts: [contact],
      verified: true,
    };
    city.table.organisations.set(unit.id, unit);
  }
  return city;
}

const words = (page: string) => page.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ").replace(/\s+/g, "");
const tasksOf = (page: string) => page.split(/<h2[^>]*>(?:我的待办|案件待办)<\/h2>/)[1] ?? "";
const linkOf = (city: City, task: "board" | "directory") =>
  signLink({ task, recipient: COUNTY, expires: addMinutes(city.now, 600), nonce: task }, LINK_KEYS);

describe("a bureau's first page", () => {
  const home = async (city: City) => {
    const bureau = await signedIn(city, "yingsu@yinan-justice.example.org");
    return tasksOf(await (await bureau.get("/at/yinan-justice")).text());
  };

  it("names ten of each kind, says that these are not all, and leads to the others", async () => {
    const tasks = await home(await waiting({ names: 60, reviews: 30, addresses: 15 }));
    expect(words(tasks)).toContain("列出30项，较多的每类前10项");
    for (const rest of ["其余待复核的文书", "其余名录中没有的被告名称", "其余5个单位失效的邮箱"])
      expect(tasks).toMatch(new RegExp(`<a href="[^"]+">${rest}</a>`));
    // Every other case is another county's.
    expect(tasks.match(/是哪个单位/g)).toHaveLength(10);
    expect(tasks).not.toMatch(/“某某局\d*[13579]”/);
  });

  it("says how many there are where it names them all", async () => {
    const tasks = await home(await waiting({ names: 20, reviews: 10, addresses: 10 }));
    expect(words(tasks)).toContain("共30项；");
    expect(tasks).not.toContain("其余");
  });

  it("reads of what waits no more than it names", async () => {
    const city = await waiting({ names: 3_000, reviews: 2_000 });
    const bureau = await signedIn(city, "yingsu@yinan-justice.example.org");
    const read = counted(city);
    await bureau.get("/at/yinan-justice");
    expect(read).toEqual({ reviews: 11, names: 11 });
  });
});

describe("the directory's list of names", () => {
  it("has a hundred a page, in which the nearest hearing is first, and each case on one page", async () => {
    const city = await waiting({ names: 500 });
    const link = linkOf(city, "directory");
    const found: string[] = [];
    let path = `/${link}`;
    for (let pages = 0; path !== "" && pages < 9; pages++) {
      const page = await (await city.pages.request(path)).text();
      const [, list = ""] = page.split("这是哪个单位？</h2>");
      const [table = "", rest = ""] = list.split("</table>");
      const numbers = [...table.matchAll(/（2026）鲁1321行初\d+号/g)].map(([number]) => number);
      expect(words(table)).toContain(
        numbers.length === 0 ? "" : `按辖区和案号分页：本页${numbers.length}件，开庭早的在前`,
      );
      expect(numbers.length).toBeLessThanOrEqual(100);
      const days = [...table.matchAll(/2026年(\d+)月(\d+)日/g)].map(([, m = "", d = ""]) => 100 * +m + +d);
      expect(days).toEqual(days.toSorted((one, other) => one - other));
      found.push(...numbers);
      const [, next = ""] = /href="([^"]+)">下一页/.exec(rest) ?? [];
      path = next === "" ? "" : `/${link}/${next.replace(/^.*\?/, "list?").replaceAll("&amp;", "&")}`;
    }
    expect(found.toSorted()).toEqual(
      [...city.table.cases.values()]
        .flatMap(({ names }) => (names?.board === "沂南县" ? names.caseNumber : []))
        .toSorted(),
    );
  });

  it("shows nobody another county's names, whatever place is asked for", async () => {
    const city = await waiting({ names: 10 });
    for (const place of [
      "兰山区#",
      "",
      "\uFFFF",
      placeOfNames({ board: "兰山区", caseNumber: "" as never }),
    ]) {
      const path = `/${linkOf(city, "directory")}/list?${new URLSearchParams({ names: place })}`;
      expect(await (await city.pages.request(path)).text()).not.toMatch(/某某局\d*[13579]</);
    }
  });
});

describe("more than is counted", () => {
  it("is said on a bureau's board", async () => {
    const city = await waiting({ reviews: 300 });
    const board = words(await (await city.pages.request(`/${linkOf(city, "board")}`)).text());
    expect(board).toContain("共200份以上，最早收到的在前，列出前");
  });

  it("is said on the admin's page, and nothing of it is counted further", async () => {
    const city = await waiting({ reviews: 300, names: 1_500 });
    const admin = await signedIn(city, ADMIN_MAIL);
    const read = counted(city);
    const page = words(await (await admin.get("/at/admin")).text());
    expect(page).toContain("沂南县司法局200件以上");
    expect(page).toContain("被告名称不在名录的案件1000以上兰山区，沂南县等");
    expect(read).toEqual({ reviews: 200, names: 1_000 });
  });
});

/** How much is read of what waits, from now on. */
function counted({ ports }: City): { reviews: number; names: number } {
  const read = { reviews: 0, names: 0 };
  const { reviews, unknownNames } = ports.records;
  const counting = <One>(of: keyof typeof read, all: AsyncIterable<One>) =>
    (async function* () {
      for await (const one of all) {
        read[of] += 1;
        yield one;
      }
    })();
  Object.assign(ports.records, {
    reviews: (...asked: Parameters<typeof reviews>) => counting("reviews", reviews(...asked)),
    unknownNames: (...asked: Parameters<typeof unknownNames>) => counting("names", unknownNames(...asked)),
  });
  return read;
}
