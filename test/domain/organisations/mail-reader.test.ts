/** Who opens an organisation's mail. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  Contact,
  ContactRole,
  OrganisationKind,
} from "../../../shared/domain/organisations/directory.ts";
import { contactFor, type Reader, rolesOf } from "../../../shared/domain/organisations/mail-reader.ts";

const KINDS: readonly OrganisationKind[] = ["court", "bureau", "government", "agency"];
const ROLES: readonly ContactRole[] = ["legal-section", "head", "clerk", "duty"];
const contact = (role: ContactRole, undeliverable = false): Contact => ({
  role,
  name: role,
  email: `${role}@example.org`,
  ...(undeliverable && { undeliverable }),
});
const opens = (kind: OrganisationKind, reader: Reader, contacts: readonly Contact[], refused?: string) =>
  contactFor({ kind, contacts }, reader, refused)?.role;

describe("a mail", () => {
  const all = ROLES.map((role) => contact(role));

  it.each<[OrganisationKind, Reader, ContactRole]>([
    ["court", "handling", "clerk"],
    ["bureau", "handling", "duty"],
    ["government", "handling", "legal-section"],
    ["agency", "handling", "legal-section"],
    ["agency", "office", "duty"],
    ["agency", "head", "head"],
  ])("of a %s to its %s is opened by its %s", (kind, reader, role) => {
    expect(opens(kind, reader, all)).toBe(role);
  });

  it("is opened by whoever has an address, where nobody has the right role", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.constantFrom<Reader>("handling", "office"),
        fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }),
        (kind, reader, roles) => {
          expect(
            opens(
              kind,
              reader,
              roles.map((role) => contact(role)),
            ),
          ).toBeDefined();
        },
      ),
    );
  });

  it("never goes to an address that refused mail", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.constantFrom<Reader>("handling", "office", "head"),
        fc.uniqueArray(fc.constantFrom(...ROLES)),
        fc.uniqueArray(fc.constantFrom(...ROLES)),
        (kind, reader, roles, dead) => {
          const role = opens(
            kind,
            reader,
            roles.map((one) => contact(one, dead.includes(one))),
          );
          expect(dead.includes(role as ContactRole)).toBe(false);
        },
      ),
    );
    expect(
      opens("agency", "handling", [contact("legal-section")], "legal-section@example.org"),
    ).toBeUndefined();
  });

  it("for the head is nobody else's", () => {
    expect(opens("agency", "head", [contact("legal-section"), contact("duty")])).toBeUndefined();
    for (const kind of KINDS) expect(rolesOf(kind, "head")).toEqual(["head"]);
  });
});
