import { describe, expect, it } from "vitest";
import { lookup, lookupsOf } from "../../../shared/domain/organisations/directory.ts";
import {
  addressesGone,
  amended,
  changedFields,
  factsOf,
  type OrganisationFacts,
} from "../../../shared/domain/organisations/organisation-change.ts";
import { changedLabel } from "../../../shared/letters/wording/organisation-wording.ts";
import { anAgency } from "../../support/stored-things.ts";

const before = anAgency();
const told = (changes: Partial<OrganisationFacts>): OrganisationFacts => ({ ...factsOf(before), ...changes });
const contacts = factsOf(before).contacts;

describe("what an agency tells of itself", () => {
  it("takes the place of what was, and nobody has checked it", () => {
    const email = "fawu@yinan-police.example.org";
    const legal = { ...contacts["legal-section"], email, phone: "0539-1234567" };
    const after = amended(before, told({ contacts: { ...contacts, "legal-section": legal } }));
    expect(after.verified).toBe(false);
    expect(after.contacts[0]).toEqual({ ...before.contacts[0], email, phone: "0539-1234567" });
    expect(changedFields(before, after).map(changedLabel)).toEqual(["法制科室邮箱", "法制科室电话"]);
    expect(addressesGone(before, after)).toEqual([before.contacts[0]]);
  });

  it("the same once more is no change", () => {
    expect(amended(before, factsOf(before))).toBe(before);
  });

  it("a new name leaves the former one known", () => {
    const after = amended(before, told({ name: "沂南县公安分局" }));
    expect(after.name).toBe("沂南县公安分局");
    expect(lookupsOf(after)).toEqual(
      expect.arrayContaining([lookup.name("沂南县公安局"), lookup.name("沂南公安局")]),
    );
    const back = amended(after, { ...factsOf(after), name: before.name });
    expect(back.aliases).not.toContain(before.name);
    expect(lookupsOf(back)).toContain(lookup.name("沂南县公安分局"));
  });

  it("an address that refuses mail stays marked until another takes its place", () => {
    const [legal, head] = before.contacts;
    if (legal === undefined || head === undefined) throw new Error("the agency has two contacts");
    const marked = anAgency({ contacts: [{ ...legal, undeliverable: true }, head] });
    const phone = { ...factsOf(marked).contacts["legal-section"], phone: "0539-1234567" };
    const same = amended(marked, {
      ...factsOf(marked),
      contacts: { ...factsOf(marked).contacts, "legal-section": phone },
    });
    expect(same.contacts[0]?.undeliverable).toBe(true);
    const other = { ...phone, email: "neu@yinan-police.example.org" };
    const mended = amended(marked, {
      ...factsOf(marked),
      contacts: { ...factsOf(marked).contacts, "legal-section": other },
    });
    expect(mended.contacts[0]).not.toHaveProperty("undeliverable");
    // Nothing is sent to an address that refuses mail, not even this.
    expect(addressesGone(marked, mended)).toEqual([]);
  });

  it("a contact left empty is gone, one new is there, and others of the role stay", () => {
    const [legal] = before.contacts;
    if (legal === undefined) throw new Error("the agency has a legal section");
    const second = { ...legal, name: "第二人", email: "second@yinan-police.example.org" };
    const two = anAgency({ contacts: [...before.contacts, second] });
    const after = amended(two, {
      ...factsOf(two),
      contacts: {
        ...factsOf(two).contacts,
        head: { name: "", email: "", phone: "" },
        duty: { name: "值班室", email: "duty@yinan-police.example.org", phone: "" },
      },
    });
    expect(after.contacts.map(({ role, name }) => `${role} ${name}`)).toEqual([
      `legal-section ${legal.name}`,
      "legal-section 第二人",
      "duty 值班室",
    ]);
  });
});
