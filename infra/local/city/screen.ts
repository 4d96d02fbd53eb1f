/** How do lines, and one status line below them, come to a terminal, and to a file that is none? */

const STYLES = { dim: "2", bold: "1", green: "32", yellow: "33", red: "31", cyan: "36" } as const;
export type Style = keyof typeof STYLES;

/** Where it is written to; `process.stdout`, or a test's. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const CLEAR_LINE = "\r\u001b[2K";

/** Whole lines, and on a terminal a status that stays below the last one. */
export class Screen {
  readonly #out: Output;
  readonly #coloured: boolean;
  #status = "";

  constructor(out: Output, coloured = out.isTTY === true) {
    this.#out = out;
    this.#coloured = coloured;
  }

  styled(style: Style, text: string): string {
    return this.#coloured ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;
  }

  line(text = ""): void {
    const cleared = this.#status === "" ? "" : CLEAR_LINE;
    this.#out.write(`${cleared}${text}\n${this.#status}`);
  }

  /** The beginning of a line whose end takes a while; {@link line} ends it. */
  begin(text: string): void {
    this.#out.write(text);
  }

  /** What stands below the lines from now on; nothing where the output is no terminal. */
  status(text: string): void {
    if (this.#out.isTTY !== true) return;
    // A status that wraps could not be taken away again.
    const shown = cut(text, (this.#out.columns || 80) - 1);
    this.#out.write(`${CLEAR_LINE}${this.styled("dim", shown)}`);
    this.#status = shown === "" ? "" : this.styled("dim", shown);
  }
}

/** As much of a text as fits into so many columns, of which a Chinese character takes two. */
function cut(text: string, columns: number): string {
  let left = columns;
  let end = 0;
  for (const character of text) {
    left -=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}
