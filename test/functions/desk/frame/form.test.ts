/** What is left of what a browser sends? */
import { expect, it } from "vitest";
import { formOf } from "../../../../functions/desk/frame/form.ts";

it.each([
  ["  张伟\u3000", "张伟"],
  ["第一行\r\n第二行\r第三行\n", "第一行\n第二行\n第三行"],
  ["一\t二", "一\t二"],
  ["张\u202E伟", "张伟"],
  ["\u2066局\u2069\u200F长\u061C", "局长"],
  ["a\u0000b\u0007c\u007F\u009F", "abc"],
  ["e\u0301", "é"],
  ["半\uD800个", "半\uFFFD个"],
])("of %j stays %j", (sent, kept) => {
  expect(formOf({ name: sent })).toEqual({ name: kept });
});

it("files and fields sent twice are no texts", () => {
  expect(formOf({ one: "1", file: new File(["x"], "x"), twice: ["1", "2"] })).toEqual({ one: "1" });
});
