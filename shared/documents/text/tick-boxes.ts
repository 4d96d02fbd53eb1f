/**
 * Options of a form of which one is ticked: ☑到庭 □未到庭, 是√ 否□. What is not ticked is not said, so that it is left
 * out of the text that rules read. Where none or all are ticked the options stay as they are.
 */
const TICK = "[☑√✓✔■]";
const BOX = "[□☐]";
const MARK = "[☑√✓✔■□☐]";
const OPTION = "[\\p{Script=Han}]{1,8}";
const BLANK = "[ \\t\\u3000、，;；/]*";
const MARKS_FIRST = new RegExp(`(?:${MARK}[ \\u3000]?${OPTION}${BLANK}){2,}`, "gu");
const MARKS_LAST = new RegExp(
  `(?<!${MARK}[ \\u3000]?[\\p{Script=Han}]{0,8})(?:${OPTION}[ \\u3000]?${MARK}${BLANK}){2,}`,
  "gu",
);

/** The places of a text that belong to options not ticked, and the ticks themselves. */
export function untickedPlaces(source: string): ReadonlySet<number> {
  const places = new Set<number>();
  if (!new RegExp(TICK, "u").test(source)) return places;
  for (const [groups, option] of [
    [MARKS_FIRST, new RegExp(`(${MARK})[ \\u3000]?(${OPTION})`, "gu")],
    [MARKS_LAST, new RegExp(`(${OPTION})[ \\u3000]?(${MARK})`, "gu")],
  ] as const)
    for (const group of source.matchAll(groups)) {
      const marks = group[0].match(new RegExp(MARK, "gu")) ?? [];
      const ticks = marks.filter((mark) => new RegExp(TICK, "u").test(mark));
      if (ticks.length === 0 || ticks.length === marks.length) continue;
      for (const match of group[0].matchAll(option)) {
        const isTicked = new RegExp(TICK, "u").test(match[0]);
        for (let place = 0; place < match[0].length; place++)
          if (!isTicked || new RegExp(MARK, "u").test(match[0][place] ?? ""))
            places.add(group.index + match.index + place);
      }
    }
  return places;
}

/** Whether options stand here of which nobody ticked one. */
export function isUnticked(text: string): boolean {
  return new RegExp(`${BOX}${OPTION}|${OPTION}${BOX}`, "u").test(text) && !new RegExp(TICK, "u").test(text);
}
