/** What mail programs and people make of our links and forms, on the city in memory. */
import { describe, expect, it } from "vitest";
import { at } from "../../support/case-builders.ts";
import { aCity, mailTo, REPORT, values } from "../../support/desk-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

describe("a link with something behind it", () => {
  it.each(["/", "）", ")", "。", ".", ",", "，", ">", "%22", "]", ")/", "】"])(
    "opens with %s",
    async (behind) => {
      const city = await aCity();
      const token = mailTo(city, AGENCY, "hearing-notice");
      const asked = new URL(`https://desk.example.org/${token}${behind}`);
      const answer = await city.pages.request(asked.pathname);
      expect(answer.status).toBe(302);
      const to = new URL(answer.headers.get("location") ?? "", asked);
      expect(to.pathname).toBe(`/${token}`);
      expect((await city.pages.request(to.pathname)).status).toBe(200);
    },
  );

  it("opens its part as well, under whatever address the desk has", async () => {
    const city = await aCity();
    const token = mailTo(city, AGENCY, "hearing-notice");
    const answer = await city.pages.request(`/${token}/changes/`);
    expect(
      new URL(answer.headers.get("location") ?? "", `https://x.example.org/desk/${token}/changes/`).pathname,
    ).toBe(`/desk/${token}/changes`);
    expect((await city.pages.request(`/${token}/changes`)).status).toBe(200);
  });

  it("is as it was for one we didn't write", async () => {
    const city = await aCity();
    for (const path of ["/1.k1.abc.def", "/favicon.ico"])
      expect((await city.pages.request(path)).status).toBe(404);
  });

  it("that ends with a dash of its own is left alone", async () => {
    const city = await aCity();
    expect((await city.pages.request("/1.k1.abc.de-")).status).toBe(404);
  });
});

describe("a form larger than any of ours", () => {
  it("is not read, and one that just fits is", async () => {
    const city = await aCity();
    const token = mailTo(city, AGENCY, "hearing-notice");
    const send = async (bytes: number) =>
      city.pages.request(`/${token}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", "content-length": String(bytes) },
        body: `by=${"a".repeat(bytes - 3)}`,
      });
    expect(await (await send(64 * 1024)).text()).not.toContain("内容过长");
    const refused = await send(64 * 1024 + 1);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("内容过长")]);
  });
});

describe("what is wrong with a form", () => {
  it("is listed in the order of its fields", async () => {
    const city = await aCity();
    const token = mailTo(city, AGENCY, "hearing-notice");
    const page = await (await city.visit(token)).text();
    const answer = await city.visit(token, {
      ...REPORT,
      ...values(page),
      headName: "",
      headTitle: "",
      by: "",
    });
    expect(answer.status).toBe(422);
    const wrong = await answer.text();
    const listed = [...wrong.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, field = ""]) => field);
    const shown = [...wrong.matchAll(/ id="([\w-]+)"/g)].map(([, field = ""]) => field);
    expect(listed.length).toBeGreaterThan(2);
    expect(listed).toEqual(listed.toSorted((one, other) => shown.indexOf(one) - shown.indexOf(other)));
    expect(listed.at(-1)).toBe("by");
  });
});

describe("a form that was sent before with other words", () => {
  it("is not lost in silence: it is said, and sent again it is an entry of its own", async () => {
    const city = await aCity();
    await city.until(at("09-09", "10:00"));
    const start = mailTo(city, BUREAU, "digest");
    const board = await (await city.visit(start)).text();
    const [, programme = ""] = /href="([^"]+)">[^<]*工作台账/.exec(board) ?? [];
    const path = new URL(`https://desk.example.org/${programme}/training`);
    const send = async (form: Readonly<Record<string, string>>) =>
      city.pages.request(`${path.pathname}${path.search}`, {
        method: "POST",
        body: new URLSearchParams(form),
      });
    const page = await (await city.pages.request(`${path.pathname}${path.search}`)).text();
    const [, id = ""] = /name="form" value="([^"]+)"/.exec(page) ?? [];
    const training = {
      form: id,
      date: "9月7日",
      topic: "出庭应诉规范",
      participants: "沂南县公安局，１２人",
      by: "王芳",
      do: "submit",
    };
    const stored = () => [...city.table.programme.values()].filter(({ entry }) => entry.kind === "training");
    expect((await send(training)).status).toBe(303);
    expect((await send(training)).status).toBe(303);
    const other = await send({ ...training, topic: "举证责任" });
    expect(other.status).toBe(409);
    const told = await other.text();
    expect(told).toContain("这次填写的没有登记");
    expect(stored()).toHaveLength(1);
    const [, anew = ""] = /name="form" value="([^"]+)"/.exec(told) ?? [];
    expect(anew).not.toBe(id);
    expect((await send({ ...training, topic: "举证责任", form: anew })).status).toBe(303);
    expect(stored()).toHaveLength(2);
  });
});
