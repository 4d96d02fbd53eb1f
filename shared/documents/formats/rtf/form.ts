/** What stands in an RTF file as settings and not as text: fonts of symbols, and what a form's boxes are set to. */

/** The longest settings that are looked at, in characters of the file. */
const LOOKED_AT = 20_000;

/** Fonts of symbols by their number, from the table of fonts that begins here. */
export function symbolFonts(source: string, from: number): ReadonlyMap<number, string> {
  const fonts = new Map<number, string>();
  const table = source.slice(from, endOfGroup(source, from)).replace(/\{\\\*[^{}]*\}/g, "");
  for (const [, number = "", name = ""] of table.matchAll(
    /\\f(\d{1,5})(?=[^{};]{0,80}\\fcharset2(?!\d))[^{};]{0,120}?(Wingdings(?: 2)?);/gi,
  ))
    fonts.set(Number(number), name);
  return fonts;
}

/** A tick box or a list of a form: what it is set to. Lists give their entry in the file's coding. */
export type FormSetting = { readonly tick: boolean } | { readonly entry: string };

/** The setting of the form field that begins here; undefined for a text field, whose words are its result. */
export function formSetting(source: string, from: number): FormSetting | undefined {
  const settings = source.slice(from, endOfGroup(source, from));
  const number = (word: string) => {
    const [, digits] = new RegExp(`\\\\${word}(\\d{1,3})`).exec(settings) ?? [];
    return digits === undefined ? undefined : Number(digits);
  };
  const kind = number("fftype");
  const result = number("ffres");
  // 25 stands for: nothing was chosen.
  const chosen = (result === undefined || result === 25 ? number("ffdefres") : result) ?? 0;
  if (kind === 1) return { tick: chosen === 1 };
  if (kind !== 2) return undefined;
  const entries = [...settings.matchAll(/\\\*\\ffl ([^{}]{0,200})\}/g)];
  return { entry: entries[chosen]?.[1] ?? "" };
}

/** The program an object belongs to, by the group that begins here. */
export function objectClass(source: string, from: number): string {
  return (
    /^[^{}]{0,200}(?:\{\\\*\\objclass ([^{}\\]{1,60})\})?/.exec(source.slice(from, from + 400))?.[1] ??
    "object"
  );
}

function endOfGroup(source: string, from: number): number {
  let depth = 0;
  const last = Math.min(source.length, from + LOOKED_AT);
  for (let at = from; at < last; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}" && depth-- === 0) return at;
  }
  return last;
}
