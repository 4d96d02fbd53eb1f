import { expect, it } from "vitest";
import { withoutRadicals } from "../../../shared/documents/text/radicals.ts";

it("reads radicals as the characters they look like", () => {
  expect(withoutRadicals("临沂市人⺠政府、⻋管所、⽅某、⻓期")).toBe("临沂市人民政府、车管所、方某、长期");
});

it("leaves every other text as it is", () => {
  const text = "（2026）鲁1302行初101号，上午９时";
  expect(withoutRadicals(text)).toBe(text);
});
