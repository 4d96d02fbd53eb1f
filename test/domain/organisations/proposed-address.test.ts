/** 邮箱变更确认: a working address changes only with the consent of whoever reads it, or of the bureau. */
import { describe, expect, it } from "vitest";
import type {
  Contact,
  Organisation,
  OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import {
  needsConsent,
  proposedBy,
  proposedContacts,
  withConsent,
  withConsentAsked,
} from "../../../shared/domain/organisations/proposed-address.ts";
import { at } from "../../support/case-builders.ts";

const contact = (role: Contact["role"], email: string, facts: Partial<Contact> = {}): Contact => ({
  ...{ role, name: "某人", email },
  ...facts,
});
const entry = (...contacts: readonly Contact[]): Organisation => ({
  ...{ id: "yinan-police" as OrganisationId, kind: "agency", name: "沂南县公安局", aliases: [] },
  ...{ level: "county", jurisdiction: "沂南县", contacts, verified: true },
});
const LEGAL = contact("legal-section", "law@example.org");
const HEAD = contact("head", "head@example.org");
const ASKED = { by: "李明", at: at("09-01", "09:00"), change: "c-1" };

describe("consent is needed", () => {
  it.each<[string, Organisation, Contact["role"], string, boolean]>([
    ["for the head's address", entry(LEGAL, HEAD), "head", "new@example.org", true],
    ["not for the same one in other letters", entry(LEGAL, HEAD), "head", " HEAD@example.org", false],
    ["not for that which links go to", entry(LEGAL, HEAD), "legal-section", "new@example.org", false],
    ["not for one that nobody had", entry(LEGAL), "head", "new@example.org", false],
    [
      "not for one that refuses mail",
      entry(LEGAL, contact("head", "head@example.org", { undeliverable: true })),
      "head",
      "new@example.org",
      false,
    ],
    [
      "not where no address works, so that nobody could agree",
      entry(contact("legal-section", "law@example.org", { undeliverable: true })),
      "head",
      "new@example.org",
      false,
    ],
  ])("%s", (_, before, role, email, needed) => {
    expect(needsConsent(before, role, email)).toBe(needed);
  });
});

describe("what an agency reports of itself", () => {
  it("leaves an address that works in use, and proposes the other", () => {
    const after = withConsentAsked(
      entry(LEGAL, HEAD),
      entry(
        contact("legal-section", "law2@example.org"),
        contact("head", "new@example.org", { name: "新局长" }),
      ),
      ASKED,
    );
    expect(after.contacts).toEqual([
      contact("legal-section", "law2@example.org"),
      contact("head", "head@example.org", {
        name: "新局长",
        proposed: { email: "new@example.org", ...ASKED },
      }),
    ]);
  });

  it("asks about the first of a role alone; what was proposed before stands as long as its address does", () => {
    const proposed = { email: "other@example.org", ...ASKED, change: "c-0" };
    const before = entry(LEGAL, { ...HEAD, proposed }, contact("head", "deputy@example.org"));
    const same = withConsentAsked(before, entry(LEGAL, HEAD, contact("head", "deputy2@example.org")), ASKED);
    expect(same.contacts).toEqual([LEGAL, { ...HEAD, proposed }, contact("head", "deputy2@example.org")]);
    const legalsOwn = entry({ ...LEGAL, proposed });
    expect(
      withConsentAsked(legalsOwn, entry(contact("legal-section", "law2@example.org")), ASKED).contacts,
    ).toEqual([contact("legal-section", "law2@example.org")]);
  });
});

describe("the answer", () => {
  const proposed = { email: "new@example.org", ...ASKED };
  const asked = entry(LEGAL, { ...HEAD, proposed }, contact("duty", "duty@example.org"));

  it("is about the contact that a change asked about, while nobody has answered", () => {
    expect(proposedContacts(asked)).toEqual([{ ...HEAD, proposed }]);
    expect(proposedBy(asked, { role: "head", change: "c-1" })).toEqual({ ...HEAD, proposed });
    expect(proposedBy(asked, { role: "head", change: "c-0" })).toBeUndefined();
    expect(proposedBy(asked, { role: "duty", change: "c-1" })).toBeUndefined();
    expect(proposedBy(entry(LEGAL, HEAD), { role: "head", change: "c-1" })).toBeUndefined();
  });

  it("yes: the new address is in use; no: the old one stays; nobody else's changes", () => {
    const about = proposedBy(asked, { role: "head", change: "c-1" }) ?? expect.fail();
    const others = [LEGAL, contact("duty", "duty@example.org")];
    const of = (isAgreed: boolean) => withConsent(asked, about, isAgreed).contacts;
    expect(of(true)).toEqual([others[0], { ...HEAD, email: "new@example.org" }, others[1]]);
    expect(of(false)).toEqual([others[0], HEAD, others[1]]);
  });
});
