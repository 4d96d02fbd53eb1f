/** A court's workspace: its files from the page into the inbox and back as answers, its tasks, its ledgers; and nobody else's. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { cleanName } from "../../../functions/desk/workspaces/hand-in/sending.ts";
import { MOST_MEGABYTES } from "../../../shared/domain/document.ts";
import { zip } from "../../documents/support/zip.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, COURT_FOLDER, mailTo, recordText, summonsText, values } from "../../support/desk-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { type Browsing, browsing, signedIn } from "../../support/signed-in.ts";
import { some } from "../../support/some.ts";

const COURT = "clerk@yinan-court.example.org";
const HERE = "/at/yinan-court";
type City = Awaited<ReturnType<typeof aCity>>;

const text = (words: string) => new TextEncoder().encode(words);
const checksumOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("base64");

/** What the page's script does with one file. */
async function send(city: City, browser: Browsing, name: string, bytes: Uint8Array) {
  const page = await (await browser.get(`${HERE}/files`)).text();
  const [, token = ""] = /data-token="([^"]+)"/.exec(page) ?? [];
  const asked = { token, do: "sign", name, size: String(bytes.length), checksum: checksumOf(bytes) };
  const answer = await browser.post(`${HERE}/files`, asked);
  if (answer.status !== 200) return { status: answer.status, ...((await answer.json()) as { why: string }) };
  const { key, url } = (await answer.json()) as { key: string; url: string };
  expect((await city.handIn.put(url, bytes)).status).toBe(200);
  await city.takeInHandedIn();
  return { status: 200, key };
}

const answerTo = async (browser: Browsing, key = "") =>
  (await (await browser.get(`${HERE}/answer?key=${encodeURIComponent(key)}`)).json()) as {
    files: { state: string; label: string; words: string; todo?: string }[];
  };

describe("a court's files", () => {
  it("go into its own folder and come back as what was read and who was told", async () => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    const sent = await send(city, browser, "传票.txt", summonsText({ number: "（2026）鲁1321行初78号" }));
    expect(sent).toMatchObject({
      key: expect.stringMatching(/^courts\/1321\/inbox\/2026-09-08\/[0-9a-f-]{36}\/传票\.txt$/),
    });
    const { files } = await answerTo(browser, "key" in sent ? sent.key : "");
    expect(files).toEqual([
      expect.objectContaining({
        state: "registered",
        label: "已登记",
        words: expect.stringMatching(/传票.*（2026）鲁1321行初78号，已登记，已通知沂南县公安局/),
      }),
    ]);
    expect(await (await browser.get(HERE)).text()).toContain("（2026）鲁1321行初78号");
  });

  it("are answered at once where they can't be used: why, and what to do", async () => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    const civil = summonsText({ number: "（2026）鲁1321民初7号" });
    const sent = await send(city, browser, "传票.txt", civil);
    const { files } = await answerTo(browser, "key" in sent ? sent.key : "");
    expect(files).toEqual([expect.objectContaining({ state: "returned", label: "退件" })]);
    expect(files[0]?.words).toMatch(/行政/);
    expect(files[0]?.todo).toMatch(/请|不/);
  });

  it("say so where a person must look first, and what came of it once one has", async () => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    const sent = await send(city, browser, "笔录.txt", recordText("出庭负责人：龙涛，党委委员。"));
    const { files } = await answerTo(browser, "key" in sent ? sent.key : "");
    expect(files).toEqual([expect.objectContaining({ state: "waiting", label: "待复核" })]);
  });

  it("are known again, whatever they are called", async () => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    await send(city, browser, "一.txt", summonsText());
    const again = await send(city, browser, "二.txt", summonsText());
    expect((await answerTo(browser, "key" in again ? again.key : "")).files[0]?.state).toBe("known");
  });

  it.each([
    ["an empty one", 0, "空的"],
    ["one too large", MOST_MEGABYTES * 1024 * 1024 + 1, "超过30MB"],
  ])("are refused before they are sent: %s", async (_, size, why) => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    const page = await (await browser.get(`${HERE}/files`)).text();
    const [, token = ""] = /data-token="([^"]+)"/.exec(page) ?? [];
    const asked = { token, do: "sign", name: "a.pdf", size: String(size), checksum: checksumOf(text("a")) };
    const answer = await browser.post(`${HERE}/files`, asked);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ why: expect.stringContaining(why) });
  });

  it.each(["../../directory/inbox/x.json", "a\\b/..", "a!/b.txt", "\u202Etxt.exe", "．．／x", ""])(
    "lie in their folder, whatever name a browser gives: %j",
    async (name) => {
      const city = await aCity();
      const browser = await signedIn(city, COURT);
      const sent = await send(city, browser, name, summonsText({ number: "（2026）鲁1321行初79号" }));
      if (sent.status !== 200) return expect(sent.status).toBe(422);
      expect("key" in sent && sent.key).toMatch(
        /^courts\/1321\/inbox\/2026-09-08\/[0-9a-f-]{36}\/[^/\\!\u202E]+$/,
      );
    },
  );

  // Without a script they come by S3's form, which cleans nothing.
  it.each([
    ["\u202Etxt\u0000.\u200Bexe", "txt.exe"],
    ["..", "文件"],
    ["a/b\\c/../传票!.pdf", "传票！.pdf"],
    ["\r\n", "文件"],
  ])("are called by what can be seen of their names, and are no folders: %j", (name, called) =>
    expect(cleanName(name)).toBe(called),
  );

  it.each([
    ["a page with a script", "传票.html", text("<script>alert(1)</script>（2026）鲁1321行初90号")],
    ["a program called a PDF", "传票.pdf", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ["a PDF cut short", "传票.pdf", text("%PDF-1.7\n1 0 obj\n<<")],
    ["a picture without a picture", "传票.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["a document locked by a password", "传票.docx", readFileSync("test/documents/bad-input/encrypted.docx")],
    [
      "an archive that unpacks to far more than is read",
      "传票.zip",
      zip({ "a.txt": Buffer.alloc(64 << 20) }, 5),
    ],
    ["an archive that reaches out of its folder", "传票.zip", zip({ "../../1302/inbox/a.txt": "x" })],
    ["nothing but blanks", "传票.txt", text("  \n\u3000\n")],
    ["a name that is a script", "<img src=x onerror=alert(1)>.txt", text("x")],
  ])("that mean harm are answered, and nothing else comes of them: %s", async (_, name, bytes) => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    const [cases, mails] = [city.table.cases.size, city.sent.length];
    const sent = await send(city, browser, name, bytes);
    if (sent.status !== 200) return expect(sent.status).toBe(422);
    const { files } = await answerTo(browser, "key" in sent ? sent.key : "");
    expect(files.map(({ state }) => state)).toEqual(["returned"]);
    expect(files[0]?.todo).toMatch(/请|无需/);
    const page = await (await browser.get(`${HERE}/files`)).text();
    expect(page).not.toMatch(/<img src=x|<script>alert/);
    expect(city.table.cases.size).toBe(cases);
    // The court alone hears of it.
    expect(some(city.sent.slice(mails)).every(({ notice }) => notice.recipient.address === COURT)).toBe(true);
  });

  it("arrive as they were counted, or not at all", async () => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    const page = await (await browser.get(`${HERE}/files`)).text();
    const [, token = ""] = /data-token="([^"]+)"/.exec(page) ?? [];
    const asked = { token, do: "sign", name: "a.txt", size: "3", checksum: checksumOf(text("abc")) };
    const { url } = (await (await browser.post(`${HERE}/files`, asked)).json()) as { url: string };
    expect((await city.handIn.put(url, text("abd"))).status).toBe(400);
    expect((await city.handIn.put(url, text("abcd"))).status).toBe(400);
  });

  it("go without a script too: dropped one by one, handed in together, once", async () => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    let page = await (await browser.get(`${HERE}/files`)).text();
    for (const number of ["（2026）鲁1321行初81号", "（2026）鲁1321行初82号"]) {
      const [, action = "", inside = ""] =
        /<form method="post" action="(https:[^"]+)"[^>]*>(.*?)<\/form>/s.exec(page) ?? [];
      const fields = Object.fromEntries(
        [...inside.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
          name,
          value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
        ]),
      );
      const dropped = await city.dropbox.send(
        { url: action, fields },
        { name: "传票.txt", bytes: summonsText({ number }) },
      );
      const { pathname, search } = new URL(dropped.headers.get("location") ?? "");
      page = await (await browser.get(`${pathname}${search}`)).text();
    }
    expect(page.match(/已收到，尚未提交/g)).toHaveLength(2);
    const form = formsOf(page).find(({ untouched }) => untouched.do === "hand-in");
    for (const _ of ["once", "and again"]) {
      const done = await browser.post(`${HERE}/files`, form?.untouched ?? {});
      await city.takeInHandedIn();
      expect(await done.text()).toContain("已提交2份");
    }
    const list = await (await browser.get(`${HERE}/files`)).text();
    for (const number of ["行初81号", "行初82号"]) expect(list).toContain(`鲁1321${number}，已登记`);
    expect(list.match(/此前已登记/g)).toHaveLength(2);
  });

  it("are found by name and number, and those of others never", async () => {
    const city = await aCity();
    await city.put("courts/1302/inbox", "别院.txt", summonsText({ number: "（2026）鲁1302行初9号" }));
    const browser = await signedIn(city, COURT);
    const all = await (await browser.get(`${HERE}/files`)).text();
    expect(all).toContain("summons.txt");
    expect(all).not.toContain("别院");
    for (const q of ["行初77", "summons", "传票"])
      expect(await (await browser.get(`${HERE}/files?q=${encodeURIComponent(q)}`)).text()).toContain(
        "summons.txt",
      );
    expect(await (await browser.get(`${HERE}/files?q=xyz`)).text()).toContain("没有找到");
    expect((await browser.get(`${HERE}/answer?key=courts/1302/inbox/%E5%88%AB%E9%99%A2.txt`)).status).toBe(
      422,
    );
  });
});

describe("what waits for a court", () => {
  it("is its ledger, until it has come", async () => {
    const city = await aCity();
    await city.until(at("10-01", "10:00"));
    const browser = await signedIn(city, COURT);
    const before = await (await browser.get(HERE)).text();
    expect(before).toContain("报送2026年9月台账");
    expect(before).toContain("10月3日前（含当日）");
    const ledgers = await (await browser.get(`${HERE}/ledger`)).text();
    expect(ledgers).toContain("尚未收到，应于2026年10月3日前");
  });

  it("is the prefilled ledger of its own months, and no other file", async () => {
    const city = await aCity();
    await city.until(at("09-25", "10:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：赵伟，局长。"));
    await city.until(at("10-01", "10:00"));
    const browser = await signedIn(city, COURT);
    const file = await browser.get(`${HERE}/prefilled?month=2026-09`);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-type")).toContain("spreadsheetml");
    expect((await browser.get(`${HERE}/prefilled?month=2026-08`)).status).toBe(404);
  });

  it("is a difference it is asked about, which it answers by a link of this session", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    const { FILING } = await import("../../support/desk-city.ts");
    const filing = mailTo(city, "fazhi@yinan-police.example.org", "filing-due");
    await city.visit(filing, { ...FILING, ...values(await (await city.visit(filing)).text()) });
    await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
    const browser = await signedIn(city, COURT);
    const page = await (await browser.get(HERE)).text();
    const [, room = ""] = /href="\.\.\/(2\.[\w.-]+)">核对出庭记载/.exec(page) ?? [];
    const answer = await browser.get(`/${room}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("核对");
  });
});

describe("its cases", () => {
  it("are those before it", async () => {
    const city = await aCity();
    await city.put("courts/1302/inbox", "别院.txt", summonsText({ number: "（2026）鲁1302行初9号" }));
    const browser = await signedIn(city, COURT);
    const page = await (await browser.get(`${HERE}/cases`)).text();
    expect(page).toContain("行初77号");
    expect(page).not.toContain("1302行初9号");
    expect((await browser.get(`${HERE}/cases?state=closed&year=2026`)).status).toBe(200);
  });
});

describe("the page's script", () => {
  it("is a file, allowed on this page alone, and the page sends files nowhere but to the inbox", async () => {
    const city = await aCity();
    const browser = await signedIn(city, COURT);
    const [files, home] = [await browser.get(`${HERE}/files`), await browser.get(HERE)];
    const policy = files.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' https://inbox.example.org");
    expect(policy).not.toContain("unsafe");
    expect(home.headers.get("content-security-policy")).not.toContain("script-src");
    const page = await files.text();
    expect(page.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script src="\.\.\/\.\.\/upload\.js" defer>$/),
    ]);
    const script = await city.pages.request("/upload.js");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    const code = await script.text();
    expect(() => new Script(code)).not.toThrow();
  });
});

describe("the mail that asks for the ledger", () => {
  it("leads to its page by way of the front door, and straight there for whoever is signed in", async () => {
    const city = await aCity();
    await city.until(at("10-01", "10:00"));
    const link = mailTo(city, COURT, "ledger-due");
    const stranger = browsing(city);
    expect((await stranger.get(`/${link}`)).status).toBe(401);
    expect(stranger.at).toBe(`${HERE}/ledger`);
    const clerk = await signedIn(city, COURT);
    expect(await (await clerk.get(`/${link}`)).text()).toContain("2026年9月");
    const agency = await signedIn(city, "fazhi@yinan-police.example.org");
    expect((await agency.get(`/${link}`)).status).toBe(404);
  });
});

describe("an obstacle an agency has reported", () => {
  it("waits for the court that hears the case, which answers it from its list", async () => {
    const city = await aCity();
    const report = `${mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice")}/obstacle`;
    await city.visit(report, {
      ...values(await (await city.visit(report)).text()),
      ground: "irreplaceable-duty",
      explanation: "须参加省里的会议。",
      by: "李明",
      do: "submit",
    });
    const clerk = await signedIn(city, COURT);
    const page = await (await clerk.get(HERE)).text();
    const [, room = ""] = /href="\.\.\/(2\.[\w.-]+)">答复出庭障碍/.exec(page) ?? [];
    expect(await (await clerk.get(`/${room}`)).text()).toContain("须参加省里的会议");
    const other = await signedIn(city, "clerk@lanshan-court.example.org");
    expect(await (await other.get("/at/lanshan-court")).text()).not.toContain("答复出庭障碍");
  });
});
