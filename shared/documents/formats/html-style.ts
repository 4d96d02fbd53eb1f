/**
 * What a page's style says of an element's words: whether they show at all and whether a line runs through them. Rules
 * for one element, class or id are understood; those that look at what stands around an element are not.
 */

/** The properties that matter here, each as last set. */
export interface Shown {
  readonly display?: string;
  readonly visibility?: string;
  readonly decoration?: string;
  /** Office's own, on runs and on the parts that a page keeps for it (comments). */
  readonly msoHide?: string;
  readonly msoElement?: string;
}

const PROPERTIES: Readonly<Record<string, keyof Shown>> = {
  display: "display",
  visibility: "visibility",
  "text-decoration": "decoration",
  "text-decoration-line": "decoration",
  "mso-hide": "msoHide",
  "mso-element": "msoElement",
};

const MOST_RULES = 5000;
const MOST_STYLE = 500_000;

/** What an element says of itself. */
export interface Styled {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The rules of a page's own style sheets, by the element, class or id they are for. */
export class PageStyle {
  readonly #rules = new Map<string, Shown>();

  constructor(html: string, besides: readonly string[]) {
    let left = MOST_RULES;
    let characters = 0;
    const own = html.matchAll(/<style\b[^>]{0,500}>([^<]*(?:<(?!\/style)[^<]*)*)/gi);
    for (const sheet of [...besides, ...Iterator.from(own).map(([, words = ""]) => words)]) {
      characters += sheet.length;
      if (characters > MOST_STYLE) return;
      const plain = withoutComments(sheet)
        .replace(/<!--|-->/g, " ")
        // What holds for one medium, page or font only.
        .replace(/@[^{};]{0,500}(?:;|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})/g, " ");
      for (const [, selectors = "", declarations = ""] of plain.matchAll(/([^{}]{1,2000})\{([^{}]*)\}/g)) {
        const shown = shownBy(declarations);
        if (Object.keys(shown).length === 0) continue;
        for (const selector of selectors.split(",")) {
          if (left-- <= 0) return;
          const key = selector.trim().toLowerCase();
          if (/^[\w-]*[.#]?[\w-]+$/.test(key)) this.#rules.set(key, { ...this.#rules.get(key), ...shown });
        }
      }
    }
  }

  /** What holds for an element by the rules and, before all of them, by its own style. */
  of({ name, attributes }: Styled): Shown {
    const classes = (attributes.class ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
    const id = (attributes.id ?? "").toLowerCase();
    const keys = [
      name,
      ...classes.map((one) => `.${one}`),
      ...classes.map((one) => `${name}.${one}`),
      ...(id === "" ? [] : [`#${id}`, `${name}#${id}`]),
    ];
    const byRules = keys.map((key) => this.#rules.get(key));
    return Object.assign({}, ...byRules, shownBy(attributes.style ?? "")) as Shown;
  }
}

function withoutComments(sheet: string): string {
  const [first = "", ...rest] = sheet.split("/*");
  return first + rest.map((part) => part.split("*/").slice(1).join("*/")).join("");
}

function shownBy(declarations: string): Shown {
  const shown: { -readonly [Key in keyof Shown]: string } = {};
  for (const declaration of declarations.split(";")) {
    const colon = declaration.indexOf(":");
    const property = PROPERTIES[declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase()];
    if (property !== undefined)
      shown[property] = declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return shown;
}
