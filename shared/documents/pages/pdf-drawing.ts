/** What a PDF's page puts on paper, in the order it is put there: pictures, letters, filled shapes. */

import type { Matrix } from "./matrix.ts";
import type { Pdfjs, PdfPage } from "./pdf-open.ts";
import { times } from "./place-images.ts";

/** One mark on the page. Matrices lead to the upright page in points, its origin upper left. */
export type Mark =
  /** A picture over the unit square; `image` gives pdf.js's decoded object. A mask is a stencil of ink. */
  | {
      readonly mark: "picture";
      readonly matrix: Matrix;
      readonly mask: boolean;
      readonly image: () => Promise<unknown>;
    }
  /** A letter in the unit of its font; `outline` is undefined where the font is not in the file. */
  | {
      readonly mark: "letter";
      readonly matrix: Matrix;
      readonly colour: string;
      /** Drawn without ink, as the text layer behind a scan is. */
      readonly unseen: boolean;
      readonly outline: () => Promise<Outline | undefined>;
      /** As it is read; empty where its font doesn't say. */
      readonly text: string;
    }
  | { readonly mark: "shape"; readonly matrix: Matrix; readonly colour: string; readonly outline: Outline };

/** Commands and coordinates as pdf.js writes them: 0 move, 1 line, 2 cubic, 3 quadratic curve, 4 close. */
export type Outline = ArrayLike<number>;

/** Below this a fill is a watermark's: print runs on the paper, not under it. */
const FAINT = 0.35;
const INVISIBLE = 3;
const CLIP_ONLY = 7;

interface State {
  readonly matrix: Matrix;
  readonly colour: string;
  readonly faint: boolean;
  readonly font: string;
  readonly size: number;
  readonly spacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

/** pdf.js's glyph, or a number that moves the next one. */
type Shown =
  | number
  | {
      readonly fontChar: string;
      readonly unicode?: string;
      readonly width: number;
      readonly isSpace?: boolean;
      readonly vmetric?: readonly number[];
      readonly operatorListId?: string;
    };

interface Font {
  readonly loadedName?: string;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly missingFile?: boolean;
  readonly isType3Font?: boolean;
  /** The drawings a font of drawings (Type 3) is made of. */
  readonly charProcOperatorList?: ReadonlyMap<string, OperatorList>;
}

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** A font of drawings may draw with itself. */
const DEEPEST = 4;

/**
 * The page's marks, those of its annotations last and without the ones named; pictures are decoded by pdf.js whether or
 * not anyone looks at them.
 */
export async function* marksOf(
  page: PdfPage,
  ops: Pdfjs["OPS"],
  without: ReadonlySet<string> = new Set(),
): AsyncGenerator<Mark> {
  const matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  yield* drawn({ page, ops, without }, (await page.getOperatorList()) as OperatorList, matrix);
}

interface Drawing {
  readonly page: PdfPage;
  readonly ops: Pdfjs["OPS"];
  /** Annotations that are not drawn. */
  readonly without: ReadonlySet<string>;
}

async function* drawn(
  drawing: Drawing,
  { fnArray, argsArray }: OperatorList,
  matrix: Matrix,
  depth = 0,
): AsyncGenerator<Mark> {
  const { page, ops, without } = drawing;
  let isLeftOut = false;
  const saved: State[] = [];
  let state: State = {
    matrix,
    colour: "#000000",
    faint: false,
    font: "",
    size: 0,
    spacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  let text: Matrix = IDENTITY;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const moveText = (dx: number, dy: number) => {
    [x, y] = [lineX + dx, lineY + dy];
    [lineX, lineY] = [x, y];
  };
  for (const [index, operator] of fnArray.entries()) {
    const args: readonly unknown[] = argsArray[index] ?? [];
    if (isLeftOut && operator !== ops.endAnnotation) continue;
    const [first, second] = args as readonly number[];
    switch (operator) {
      case ops.save:
        saved.push(state);
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
      case ops.endGroup:
        state = saved.pop() ?? state;
        break;
      case ops.beginGroup:
        saved.push(state);
        break;
      case ops.beginAnnotation: {
        const [id, , placed, inner] = args as readonly [string, unknown, Matrix, Matrix];
        saved.push(state);
        isLeftOut = without.has(id);
        set({ matrix: times(times(matrix, placed), inner) });
        break;
      }
      case ops.endAnnotation:
        state = saved.pop() ?? state;
        isLeftOut = false;
        break;
      case ops.paintFormXObjectBegin:
        saved.push(state);
        if (args[0] !== null && args[0] !== undefined)
          set({ matrix: times(state.matrix, args[0] as Matrix) });
        break;
      case ops.transform:
        set({ matrix: times(state.matrix, args as unknown as Matrix) });
        break;
      case ops.setFillRGBColor:
        set({ colour: String(args[0]) });
        break;
      case ops.setFillTransparent:
        set({ colour: "transparent" });
        break;
      case ops.setFillColorN:
        // A pattern: as ink it is some dark colour.
        set({ colour: "#404040" });
        break;
      case ops.setGState:
        for (const [key, value] of args[0] as readonly (readonly [string, unknown])[]) {
          if (key === "ca") set({ faint: Number(value) < FAINT });
          if (key === "Font")
            set({ font: String((value as unknown[])[0]), size: Number((value as unknown[])[1]) });
        }
        break;
      case ops.beginText:
        text = IDENTITY;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case ops.setTextMatrix:
        text = [...(args[0] as ArrayLike<number> & Iterable<number>)] as unknown as Matrix;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case ops.setFont:
        set({ font: String(args[0]), size: Number(args[1]) });
        break;
      case ops.setCharSpacing:
        set({ spacing: first ?? 0 });
        break;
      case ops.setWordSpacing:
        set({ wordSpacing: first ?? 0 });
        break;
      case ops.setHScale:
        set({ stretch: (first ?? 100) / 100 });
        break;
      case ops.setLeading:
        set({ leading: -(first ?? 0) });
        break;
      case ops.setTextRise:
        set({ rise: first ?? 0 });
        break;
      case ops.setTextRenderingMode:
        set({ mode: first ?? 0 });
        break;
      case ops.moveText:
        moveText(first ?? 0, second ?? 0);
        break;
      case ops.setLeadingMoveText:
        set({ leading: second ?? 0 });
        moveText(first ?? 0, second ?? 0);
        break;
      case ops.nextLine:
        moveText(0, state.leading);
        break;
      case ops.showText: {
        const font = state.font === "" ? {} : ((await objectOf(page, state.font, true)) as Font | null);
        const line = { ...state, text, x, y };
        const { letters, advance } = lettersOf(font ?? {}, line, args[0] as readonly Shown[]);
        for (const letter of letters) yield* inkOf(drawing, font ?? {}, letter, depth);
        if (font?.vertical === true) y += advance;
        else x += advance;
        break;
      }
      case ops.constructPath: {
        const [paint, data] = args as readonly [number, readonly unknown[]];
        const outline = data?.[0];
        const fills = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke].includes(
          paint,
        );
        if (fills && outline !== null && outline !== undefined && isInk(state))
          yield { mark: "shape", matrix: state.matrix, colour: state.colour, outline: outline as Outline };
        break;
      }
      case ops.paintImageXObject:
        yield {
          mark: "picture",
          matrix: state.matrix,
          mask: false,
          image: () => objectOf(page, String(args[0]), String(args[0]).startsWith("g_")),
        };
        break;
      case ops.paintInlineImageXObject:
        yield { mark: "picture", matrix: state.matrix, mask: false, image: async () => args[0] };
        break;
      case ops.paintImageMaskXObject:
        yield { mark: "picture", matrix: state.matrix, mask: true, image: () => maskOf(page, args[0]) };
        break;
    }
  }
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function isInk({ colour, faint }: Pick<State, "colour" | "faint">): boolean {
  return colour !== "transparent" && !faint;
}

/** A letter before its font is asked how it looks. */
interface Letter {
  readonly character: string;
  readonly text: string;
  readonly matrix: Matrix;
  readonly colour: string;
  readonly unseen: boolean;
  /** Of a font of drawings: which one. */
  readonly drawing: string;
}

/** The letters of one run and how far it moves the pen (ISO 32000-1, 9.4.4). */
function lettersOf(
  font: Font,
  line: State & { readonly text: Matrix; readonly x: number; readonly y: number },
  shown: readonly Shown[],
): { readonly letters: readonly Letter[]; readonly advance: number } {
  const { size, spacing, wordSpacing, stretch, rise, mode, colour } = line;
  const unit = size * (font.fontMatrix?.[0] ?? 0.001);
  const vertical = font.vertical === true;
  const unseen = mode === INVISIBLE || mode === CLIP_ONLY || !isInk(line);
  const letters: Letter[] = [];
  let along = 0;
  for (const glyph of shown) {
    if (typeof glyph === "number") {
      along -= (glyph * size) / 1000;
      continue;
    }
    const { fontChar, unicode: read = "", width, isSpace = false, vmetric, operatorListId = "" } = glyph;
    const [dx, dy] =
      vertical && vmetric ? [-(vmetric[1] ?? 0) * unit, along - (vmetric[2] ?? 0) * unit] : [along, 0];
    const place: Matrix = [size * stretch, 0, 0, size, line.x + dx * stretch, line.y + rise + dy];
    const matrix = times(line.matrix, times(line.text, place));
    if (!isSpace)
      letters.push({ character: fontChar, text: read, matrix, colour, unseen, drawing: operatorListId });
    along +=
      (vertical && vmetric ? (vmetric[0] ?? 0) * unit : width * unit) + spacing + (isSpace ? wordSpacing : 0);
  }
  return { letters, advance: vertical ? along : along * stretch };
}

/** A letter's outline, or those of the shapes it is drawn with. */
async function* inkOf(drawing: Drawing, font: Font, letter: Letter, depth: number): AsyncGenerator<Mark> {
  const { matrix, colour, unseen, character, text } = letter;
  const shapes = font.charProcOperatorList?.get(letter.drawing);
  if (shapes === undefined || depth >= DEEPEST) {
    const outline = () => outlineOf(drawing.page, font, character);
    yield { mark: "letter", matrix, colour, unseen, outline, text };
    return;
  }
  const inner = times(matrix, (font.fontMatrix ?? IDENTITY) as Matrix);
  for await (const mark of drawn(drawing, shapes, inner, depth + 1)) {
    if (mark.mark !== "shape") yield mark;
    else yield { ...mark, mark: "letter", colour, unseen, outline: async () => mark.outline, text };
  }
}

async function outlineOf(page: PdfPage, font: Font, character: string): Promise<Outline | undefined> {
  const name = `${font.loadedName}_path_${character}`;
  // Fonts outside the file, and those made of drawings, have no outlines.
  if (font.missingFile === true || font.isType3Font === true || !page.commonObjs.has(name)) return undefined;
  const info = page.commonObjs.get(name) as { readonly path?: Outline } | null;
  return info?.path;
}

/** Pictures that several pages share, and fonts, have their own store. */
function objectOf(page: PdfPage, name: string, shared: boolean): Promise<unknown> {
  const store = shared ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(name, resolve));
}

async function maskOf(page: PdfPage, mask: unknown): Promise<unknown> {
  const { data } = mask as { data?: unknown };
  if (typeof data !== "string") return mask;
  return { ...(mask as object), ...((await objectOf(page, data, data.startsWith("g_"))) as object) };
}
