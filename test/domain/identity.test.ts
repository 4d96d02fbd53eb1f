/** Do stored identities stay what they are, and do different things get different ones? */
import fc from "fast-check";
import { expect, it } from "vitest";
import { identityOf } from "../../shared/domain/identity.ts";

it.each([
  [["task", "case 1", "report"], "45J5R551YSKKK"],
  [["案件", "沂南县公安局"], "9TYEMEM2P9ZMB"],
  [["a", "b"], "1P184P6FA15RB"],
  [["ab"], "4T985SAR0VPFW"],
])("of %s is for ever the same: it is stored, and asked for again", (parts, identity) => {
  expect(identityOf(...parts)).toBe(identity);
});

it("is thirteen letters fit for a mail's tag, of whatever is said", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (parts) => {
      expect(identityOf(...parts)).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
    }),
  );
});

it("differs for each of a hundred thousand", () => {
  const all = Array.from({ length: 100_000 }, (_, index) => identityOf("notice", String(index)));
  expect(new Set(all).size).toBe(all.length);
});
