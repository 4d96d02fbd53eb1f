/** Characters that break files, put into every word of some data. */

/** What PDFs, pasted text and hostile names bring along: noncharacters, controls, half characters, turned directions, signs of markup. */
const FORBIDDEN =
  "\uFFFE\uFFFF\uFDD0\u{1FFFE}\u0000\u0001\u0008\u000B\u001F\u007F\u0085\uD800\uDC00\uD83D\u202E\u2028]]>&<\"'";

/** The same data with these characters inside every text that says something in Chinese and is no case number. */
export function spoilt<T>(value: T, characters = FORBIDDEN): T {
  if (typeof value === "string")
    return (
      /\p{Script=Han}/u.test(value) && !/号$/u.test(value)
        ? `${value.slice(0, 1)}${characters}${value.slice(1)}`
        : value
    ) as T;
  if (Array.isArray(value)) return value.map((item) => spoilt(item, characters)) as T;
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [key, spoilt(item, characters)])) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoilt(item, characters)])) as T;
}

/** What XML 1.0 forbids (§2.2), and what no exchanged text may hold. */
export const NOT_IN_A_FILE =
  /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}/u;
