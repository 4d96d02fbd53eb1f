/** A text between its pages' headers and footers: what they say besides is said once. */
import type { Line } from "./table-lines.ts";

/** Nothing but where one is: 第 1 页 共 3 页, - 1 -, 1/3. */
const PAGE_NUMBER = /^[-—–\s]*第?\d*页?[/，,共\s]*\d*页?[-—–\s]*$/u;

/** The body with what headers and footers say that it doesn't say itself, each thing once and without pages' numbers. */
export function betweenMargins(
  top: readonly Line[],
  body: readonly Line[],
  bottom: readonly Line[],
): readonly Line[] {
  const said = new Set(body.map(({ text }) => squeezed(text)));
  const besides = ({ text }: Line) => {
    const words = squeezed(text);
    if (!/\p{L}/u.test(words) || PAGE_NUMBER.test(words) || said.has(words)) return false;
    said.add(words);
    return true;
  };
  return [...top.filter(besides), ...body, ...bottom.filter(besides)];
}

function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}
