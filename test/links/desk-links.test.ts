/** Where does a link lead, and where does its holder drop files? */
import { expect, it } from "vitest";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Link } from "../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { deskLinks } from "../../shared/links/desk-links.ts";
import { dropFolder } from "../../shared/links/drop-folder.ts";
import { signLink } from "../../shared/links/token.ts";
import { at } from "../support/case-builders.ts";

const KEYS = { current: "a", keys: { a: "a".repeat(40) } };
const LINK: Link = {
  task: "report",
  caseNumber: caseNumber("（2026）鲁1321行初23号"),
  respondent: "沂南县公安局",
  recipient: "yinan-police" as OrganisationId,
  expires: addMinutes(at("09-08"), 60),
  nonce: "7Q3FK2M9ABCDE",
};

it.each(["https://desk.example.org/d", "https://desk.example.org/d/"])(
  "a link under %s is its token behind one stroke",
  async (url) => {
    expect(await deskLinks(url, async () => KEYS)(LINK)).toBe(
      `https://desk.example.org/d/${signLink(LINK, KEYS)}`,
    );
  },
);

it("files are dropped where nobody looks who doesn't have the whole token", () => {
  const token = signLink(LINK, KEYS);
  const folder = dropFolder(token);
  expect(folder).toMatch(/^proofs\/[\w-]{43}$/);
  expect(dropFolder(token)).toBe(folder);
  for (const length of [60, token.length - 1]) expect(dropFolder(token.slice(0, length))).not.toBe(folder);
});
