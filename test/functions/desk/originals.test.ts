/** Who gets the papers of a case as they were handed in, and that each download is noted. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { zip } from "../../documents/support/zip.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, summonsText } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const POLICE = "fazhi@yinan-police.example.org";
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const SUMMONS = `paper-${sha256(summonsText())}`;

type City = Awaited<ReturnType<typeof aCity>>;

/** A link as the case room gives them, to whomever. */
function reportLink(city: City, recipient: string, number = CASE): string {
  const link: Link = {
    task: "report",
    caseNumber: caseNumber(number),
    respondent: "沂南县公安局",
    recipient: recipient as OrganisationId,
    expires: addMinutes(city.now, 60),
    nonce: `test ${recipient}`,
  };
  return signLink(link, LINK_KEYS);
}

function location(answer: Response): URL {
  return new URL(answer.headers.get("location") ?? "about:blank");
}

describe("the papers of a case", () => {
  it("are listed on the page behind the agency's link, and given in the version that was read", async () => {
    const city = await aCity();
    const token = mailTo(city, POLICE, "hearing-notice");
    const page = await (await city.visit(token)).text();
    expect(page).toContain(`href="${token}/${SUMMONS}"`);
    // The same name, other bytes: another version, which is not the one the case was built from.
    await city.lay(COURT_FOLDER, "summons.txt", new TextEncoder().encode("something else"));

    const answer = await city.visit(`${token}/${SUMMONS}`);
    expect(answer.status).toBe(302);
    const { firstUpload } = (await city.records.document(sha256(summonsText()))) ?? {};
    const query = location(answer).searchParams;
    expect(query.get("versionId")).toBe(firstUpload?.versionId);
    expect(query.get("name")).toBe("（2026）鲁1321行初77号传票20260908.txt");
    expect(query.get("contentType")).toBe("text/plain");
  });

  it("are noted before they are given: who, which, when", async () => {
    const city = await aCity();
    const token = mailTo(city, POLICE, "hearing-notice");
    await city.visit(`${token}/${SUMMONS}`);
    await city.visit(`${token}/${SUMMONS}`);
    expect(await city.downloads.of({ of: "case", caseNumber: caseNumber(CASE) })).toEqual([
      {
        subject: { of: "case", caseNumber: CASE },
        at: city.now,
        organisation: "yinan-police",
        name: "沂南县公安局",
        sha256: sha256(summonsText()),
        paper: "summons",
      },
    ]);
  });

  it("of another case, or of none, are not there, whoever guesses the hash", async () => {
    const city = await aCity();
    const other = summonsText({ number: "（2026）鲁1321行初78号" });
    await city.put(COURT_FOLDER, "other.txt", other);
    const token = mailTo(city, POLICE, "hearing-notice");
    // The newest mail is about the other case: its link doesn't open this one's paper.
    for (const part of [
      SUMMONS,
      `paper-${"0".repeat(64)}`,
      "paper-",
      `paper-${sha256(other).toUpperCase()}`,
    ]) {
      const answer = await city.visit(`${token}/${part}`);
      expect([part, answer.status]).toEqual([part, 404]);
    }
    expect((await city.visit(`${token}/paper-${sha256(other)}`)).status).toBe(302);
  });

  it("are refused to another organisation, and by a link that is expired or forged", async () => {
    const city = await aCity();
    for (const stranger of ["yinan-jiehu", "linyi-police", "yinan-government", "yinan-court"]) {
      const answer = await city.visit(`${reportLink(city, stranger)}/${SUMMONS}`);
      expect([stranger, answer.status, answer.headers.get("location")]).toEqual([stranger, 409, null]);
    }
    const own = reportLink(city, "yinan-police");
    expect((await city.visit(`${own}/${SUMMONS}`)).status).toBe(302);
    expect((await city.visit(`${own.slice(0, -2)}xx/${SUMMONS}`)).status).toBe(404);
    await city.until(addMinutes(city.now, 61));
    expect((await city.visit(`${own}/${SUMMONS}`)).status).toBe(410);
    expect(await city.downloads.of({ of: "case", caseNumber: caseNumber(CASE) })).toHaveLength(1);
  });

  it("that came inside an archive are given by themselves", async () => {
    const city = await aCity();
    const number = "（2026）鲁1321行初79号";
    const inside = Buffer.from(summonsText({ number }));
    const other = Buffer.from(summonsText({ number: "（2026）鲁1321行初80号" }));
    await city.put(COURT_FOLDER, "卷宗.zip", zip({ "传票.txt": inside, "别案.txt": other }));
    const token = reportLink(city, "yinan-police", number);
    const { pathname, searchParams } = location(await city.visit(`${token}/paper-${sha256(inside)}`));
    expect(pathname).toBe(`/records/${sha256(inside)}`);
    expect(searchParams.get("name")).toBe(`${number}传票20260908.txt`);
    expect(Buffer.from(city.originals.enclosed.get(sha256(inside)) ?? []).equals(inside)).toBe(true);
    // The archive holds other cases' papers.
    expect((await city.visit(`${token}/paper-${sha256(other)}`)).status).toBe(404);
  });
});
