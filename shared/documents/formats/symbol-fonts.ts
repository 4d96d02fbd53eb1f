/**
 * Ticks and boxes of symbol fonts: Word writes ☑ as letter R of Wingdings 2, or as a private character of that font.
 */
const WINGDINGS: Readonly<Record<number, string>> = {
  111: "□",
  113: "□",
  114: "□",
  108: "●",
  110: "■",
  161: "○",
  168: "□",
  251: "×",
  252: "√",
  253: "☒",
  254: "☑",
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  48: "□",
  79: "×",
  80: "√",
  81: "☒",
  82: "☑",
  83: "☒",
  84: "☒",
  162: "■",
  163: "□",
  164: "□",
  153: "○",
};

/** The characters that a font of symbols draws for these; those of other fonts stay. */
export function inSymbolFont(font: string | undefined, text: string): string {
  const table = /^wingdings 2$/i.test(font ?? "")
    ? WINGDINGS_2
    : /^wingdings$/i.test(font ?? "")
      ? WINGDINGS
      : undefined;
  if (table === undefined) return text;
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      return table[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? character;
    })
    .join("");
}
