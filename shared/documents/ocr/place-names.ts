/** Which rare characters of a district's name did the network pass over or take for others? */
import { DISPUTED, type ReadLine } from "./agreement.ts";
import { UNREAD } from "./unread-ink.ts";

/**
 * Counties and districts by their court's code in case numbers. Some have rare characters in their names that the
 * network passes over or takes for common ones: 郯城 becomes 城, 临沭 becomes 临沐.
 */
const NAMES: Readonly<Record<string, string>> = {
  鲁1302: "兰山区",
  鲁1311: "罗庄区",
  鲁1312: "河东区",
  鲁1321: "沂南县",
  鲁1322: "郯城县",
  鲁1323: "沂水县",
  鲁1324: "兰陵县",
  鲁1326: "平邑县",
  鲁1327: "莒南县",
  鲁1328: "蒙阴县",
  鲁1329: "临沭县",
};

/** A character surer than this is left as it was read, whatever name it makes. */
const LEFT_ALONE = 0.95;
/** Two out of three characters and the court's own number: as sure as reading goes. */
const RESTORED = 0.9;

/**
 * Puts right a single doubtful character in the name of the district whose court's number the document carries. Nothing
 * else in a text is ever changed: what can't be read is for a person.
 */
export function withPlaceNames({ text, sureness }: ReadLine): ReadLine {
  const known = new Set(Object.values(NAMES));
  const restored = [...sureness];
  let result = text;
  for (const [code, name] of Object.entries(NAMES)) {
    if (!text.includes(code)) continue;
    for (let at = 0; at + name.length <= result.length; at++) {
      const read = result.slice(at, at + name.length);
      const wrong = [...name].flatMap((character, index) => (read[index] === character ? [] : [index]));
      const [index = 0] = wrong;
      if (wrong.length !== 1 || index === name.length - 1 || known.has(read)) continue;
      if (!isUnsure(read[index], restored[at + index])) continue;
      result = result.slice(0, at) + name + result.slice(at + name.length);
      for (let place = at; place < at + name.length; place++)
        restored[place] = Math.max(restored[place] ?? 0, RESTORED);
    }
  }
  return { text: result, sureness: restored };
}

function isUnsure(character: string | undefined, sureness = 0): boolean {
  return character === UNREAD || (/\p{Script=Han}/u.test(character ?? "") && sureness < LEFT_ALONE);
}

/** Beside a character that could not be read nothing is sure: one may be half of another. */
export function besideUnread({ text, sureness }: ReadLine): ReadLine {
  return {
    text,
    sureness: sureness.map((one, at) =>
      text[at - 1] === UNREAD || text[at] === UNREAD || text[at + 1] === UNREAD ? DISPUTED : one,
    ),
  };
}
