/** Another link in place of one that is used: how often, and to whom? */
import { describe, expect, it } from "vitest";
import { at } from "../../support/case-builders.ts";
import { aCity, mailTo, REPORT, values } from "../../support/desk-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const ASK = { do: "fresh-link", want: "yes" };

describe("a link that is used", () => {
  it("is replaced once a day, however often that is asked, and on the next day again", async () => {
    const { city, link, fresh } = await used();
    expect((await city.visit(link, ASK)).status).toBe(200);
    expect(fresh()).toHaveLength(1);
    await city.until(at("09-09", "16:00"));
    expect((await city.visit(link, ASK)).status).toBe(200);
    expect(fresh()).toHaveLength(1);
    await city.until(at("09-10", "10:00"));
    expect((await city.visit(link, ASK)).status).toBe(200);
    expect(fresh()).toHaveLength(2);
    expect(new Set(fresh().map(({ notice }) => notice.recipient.address))).toEqual(new Set([AGENCY]));
  });

  it("isn't replaced by a program that only presses the button", async () => {
    const { city, link, fresh } = await used();
    expect((await city.visit(link, { do: "fresh-link" })).status).toBe(422);
    expect(fresh()).toEqual([]);
  });
});

/** A city in which 沂南县公安局 has handed in its report by the link it was sent. */
async function used() {
  const city = await aCity();
  await city.until(at("09-09", "10:00"));
  const link = mailTo(city, AGENCY, "hearing-notice");
  const page = await (await city.visit(link)).text();
  await city.visit(link, { ...REPORT, ...values(page) });
  const fresh = () => city.sent.filter(({ notice }) => notice.content.kind === "desk-link");
  return { city, link, fresh };
}
