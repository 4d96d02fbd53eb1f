/** A reading is checked against its source: the pages as pictures with the places marked, and the text by its name. */
import { describe, expect, it } from "vitest";
import { pagesKey, pagesToJson, pictureKey } from "../../../../shared/documents/seen/kept-pages.ts";
import { signLink } from "../../../../shared/links/token.ts";
import { pdf } from "../../../documents/support/pdf.ts";
import { at } from "../../../support/case-builders.ts";
import { aCity, COURT_FOLDER, mailTo, recordText, summonsText } from "../../../support/desk-city.ts";
import { LINK_KEYS } from "../../../support/memory-city.ts";
import { valuesOnPage } from "../../../support/page-forms.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
const DOUBTED = recordText("出庭负责人：龙涛，党委委员。");

/** The review of a paper whose head may be none. */
async function underReview(bytes: Uint8Array, name: string) {
  const city = await aCity();
  await city.until(at("09-24", "16:00"));
  await city.put(COURT_FOLDER, name, bytes);
  const token = mailTo(city, BUREAU, "document-review");
  const page = await (await city.visit(token)).text();
  const sha256 =
    [...city.table.documents.values()].find(({ state }) => state === "needs-review")?.sha256 ?? "";
  return { city, token, page, sha256, picture: (part: string) => city.pages.request(`/${token}/${part}`) };
}

const aPdf = () => underReview(pdf(new TextDecoder().decode(DOUBTED)), "record.pdf");

describe("a PDF of words under review", () => {
  it("is shown as a picture, what was read on it marked, the doubtful too, and its letters set", async () => {
    const { page } = await aPdf();
    expect(page).toContain("<h2>原件图像</h2>");
    expect(page).toMatch(/<img src="[^"]+\/page-1" alt="第1页" width="1131" height="1600" loading="lazy">/);
    expect(page).toMatch(/<g id="mark-\d+" class="doubtful"><rect /);
    expect(page).toMatch(/<g id="mark-\d+" class="read"><rect /);
    expect(page).toMatch(/<text class="set" x="[\d ]+" y="\d+" font-size="23">庭审笔录<\/text>/);
    expect(page).toContain("<summary>文件文字</summary>");
    expect(page).not.toContain("识别文字");
    expect(page).not.toMatch(/style=/);
  });

  it("leads from each doubt, each value and each field to its place, and every way ends somewhere", async () => {
    const { page } = await aPdf();
    const [, note = ""] = /<div class="note">(.*?)<\/div>/s.exec(page) ?? [];
    expect(note).toMatch(/是否属于负责人需要人工认定。 <a href="#mark-\d+">看原件标记\d+（第1页）<\/a>/);
    const ways = [...page.matchAll(/href="#((?:mark|text)-\d+)"/g)].map(([, to]) => to);
    expect(ways.length).toBeGreaterThan(10);
    for (const to of ways) expect(page).toContain(`id="${to}"`);
    expect(page.match(/id="mark-\d+"/g)).toHaveLength(new Set(page.match(/id="mark-\d+"/g)).size);
  });

  it("has its picture behind the same link, and for nobody to keep", async () => {
    const { picture } = await aPdf();
    const answer = await picture("page-1");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect(answer.headers.get("cache-control")).toBe("private, max-age=900");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("img-src 'self' data:");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 3)
        .toString("hex"),
    ).toBe("ffd8ff");
  });

  it("has its original one click away, in the version that was read, and the download is noted", async () => {
    const { city, token, page, sha256, picture } = await aPdf();
    expect(page).toContain(`<a href="${token}/original">下载原件</a>`);
    const answer = await picture("original");
    expect(answer.status).toBe(302);
    const to = new URL(answer.headers.get("location") ?? "about:blank").searchParams;
    expect(to.get("versionId")).toBe((await city.records.document(sha256))?.firstUpload.versionId);
    expect(await city.ports.downloads.of({ of: "document", sha256 })).toMatchObject([
      { organisation: "yinan-justice", sha256, paper: "hearing-record" },
    ]);
  });

  it("has nothing else behind it", async () => {
    const { picture } = await aPdf();
    for (const part of [
      "page-2",
      "page-0",
      "page-01",
      "page-1.jpg",
      "page-999",
      "pages.json",
      "..%2Fpages.json",
    ])
      expect((await picture(part)).status, part).toBe(404);
  });

  it("is shown to no other bureau, and to nobody once it is settled", async () => {
    const { city, token, page, sha256, picture } = await aPdf();
    const other = signLink(
      {
        task: "review",
        sha256,
        recipient: "lanshan-justice" as never,
        nonce: "another-bureau",
        expires: at("10-24"),
      },
      LINK_KEYS,
    );
    for (const part of ["", "/page-1", "/original"]) {
      const answer = await city.pages.request(`/${other}${part}`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([409, "text/html; charset=UTF-8"]);
      expect(await answer.text()).not.toContain("龙涛");
    }
    const form = { ...valuesOnPage(page), decision: "accept", attended0: "no", by: "王芳", do: "submit" };
    expect((await city.visit(token, form)).status).toBe(303);
    expect((await picture("page-1")).headers.get("content-type")).not.toBe("image/jpeg");
  });

  it("whose pages are still being drawn is checked by its text meanwhile", async () => {
    const { city, token, sha256 } = await aPdf();
    city.ports.shownPages.read = async () => "missing";
    const page = await (await city.visit(token)).text();
    expect(page).toContain("页面图像正在生成");
    expect(page).toContain("文件文字");
    expect(page).not.toContain("<img");
    expect(sha256).not.toBe("");
  });
});

describe("a file of text under review", () => {
  it("shows its text, by that name, and promises no pictures", async () => {
    const { page } = await underReview(DOUBTED, "record.txt");
    expect(page).toContain("<h2>文件文字</h2>");
    expect(page).toMatch(/<a href="#text-\d+">看文字标记\d+<\/a>/);
    expect(page).not.toMatch(/<img|正在生成|识别文字/);
  });
});

describe("a scan under review", () => {
  it("has what was recognised called that, and says where its picture can't be had", async () => {
    const { city, token, sha256 } = await underReview(summonsLate(), "summons.txt");
    const text = new TextDecoder().decode(summonsLate());
    const start = text.indexOf("2026年9月3日");
    const spots = [{ start, end: start + 14, x: 300, y: 400, width: 280, height: 24, angle: 0.02 }];
    const pages = [
      { number: 1, picture: { width: 600, height: 800 }, recognised: true, spots, letters: [] },
      { number: 2, recognised: true, spots: [], letters: [] },
    ];
    await city.files.write(pagesKey(sha256), pagesToJson({ text, of: 70, pages }), "application/json");
    await city.files.write(pictureKey(sha256, 1), Uint8Array.of(0xff, 0xd8, 0xff), "image/jpeg");
    const page = await (await city.visit(token)).text();
    expect(page).toContain("<summary>识别文字（由图像识别，可能有误）</summary>");
    expect(page).toContain("本页不能显示图像");
    expect(page).toContain("本文件共70页，其余各页请打开原件查看。");
    // The mark lies along its line, which is askew.
    expect(page).toMatch(
      /<rect x="\d+" y="38\d" width="\d+" height="24" rx="4" transform="rotate\(1\.2 \d+ \d+\)"\/>/,
    );
  });

  it("whose list of pages is damaged is checked by its text, and we hear of it", async () => {
    const { city, token, sha256 } = await underReview(summonsLate(), "summons.txt");
    await city.files.write(pagesKey(sha256), new TextEncoder().encode("{"), "application/json");
    const faults: Error[] = [];
    Object.assign(city.ports, { failed: (fault: Error) => faults.push(fault) });
    expect(await (await city.visit(token)).text()).toContain("文件文字");
    expect(faults).toHaveLength(1);
  });
});

/** A summons to a day that was over when it came. */
function summonsLate(): Uint8Array {
  const text = new TextDecoder().decode(summonsText({ number: "（2026）鲁1321行初79号" }));
  return new TextEncoder().encode(text.replace("2026年9月24日", "2026年9月3日"));
}
