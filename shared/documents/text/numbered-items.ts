/** Fields that number what they hold, 1.庭前会议；2.开庭, and go together item by item. */
const NUMBER = /(?:^|(?<=[；，、。]))[（(]?[1-5一二三四五][）)、.．：]/gu;

/** The items of a field; the field itself where it isn't numbered. */
export function itemsOf(text: string): readonly string[] {
  const starts = [...text.matchAll(NUMBER)];
  if (starts.length < 2 || starts[0]?.index !== 0) return [text];
  return starts.map((match, index) =>
    text.slice(match.index + match[0].length, starts[index + 1]?.index).replace(/[；，、。]$/u, ""),
  );
}

/** The item with an index; the whole field where it isn't numbered. */
export function itemOf(text: string, index: number): string {
  const items = itemsOf(text);
  return items.length === 1 ? text : (items[index] ?? text);
}
