/** Optional properties in one expression. */
import { expect, expectTypeOf, it } from "vitest";
import { defined } from "../../shared/domain/defined.ts";

it("leaves out what is undefined, and nothing else", () => {
  const made = defined({ name: "龙涛", title: undefined, count: 0, none: null, blank: "", no: false });
  expect(made).toStrictEqual({ name: "龙涛", count: 0, none: null, blank: "", no: false });
  expect("title" in made).toBe(false);
});

it("is optional in its type exactly where it may be undefined", () => {
  const title = "" as string | undefined;
  expectTypeOf(defined({ name: "龙涛", title })).toExtend<{
    readonly name: string;
    readonly title?: string;
  }>();
});
