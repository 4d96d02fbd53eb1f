/**
 * What is put on a PDF's page and not printed in it: words typed into fields or with the typewriter, lines through words,
 * and remarks (ISO 32000-1, 12.5). Typed words count; what is laid over printed words leaves those in doubt.
 */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { shortName, unmarked } from "../formats/file-text.ts";
import type { PdfPage } from "./pdf-open.ts";
import {
  type Area,
  charactersOf,
  type Fate,
  isIn,
  overOthers,
  type PlacedText,
  piecesOf,
} from "./placed-text.ts";

/** A page with its annotations: the words it shows, and what is on it that was not read. */
export interface AnnotatedPage {
  readonly runs: readonly PlacedText[];
  /** Those of the runs that were typed and not printed. */
  readonly typed: readonly PlacedText[];
  /** Those of the typed runs that the file doesn't say how to draw. */
  readonly bare: readonly PlacedText[];
  readonly unread: readonly UnreadPart[];
  /** Those annotations' ids whose words are among the runs. */
  readonly read: ReadonlySet<string>;
}

/** More on one page are nobody's. */
const MOST_ANNOTATIONS = 1000;
const MOST_LINES = 200;
const [HIDDEN, NO_VIEW] = [2, 32];
/** Where a typed line stands in its box, in sizes of its font. */
const [LEFT_MARGIN, BELOW_LINE, LINE_HEIGHT] = [0.2, 0.22, 1.2];
const USUAL_SIZE = 12;

/** Drawn over words they are meant to change or to cover them. */
const OVER_WORDS = new Set(["Squiggly", "Line", "Ink", "PolyLine", "Polygon", "Square", "Circle", "Redact"]);
/** Whose words, if any, are a remark on the paper and not on it. */
const REMARKS = new Set(["Text", "Caret", "Highlight", "Underline", "StrikeOut", ...OVER_WORDS]);

/** An annotation as pdf.js gives it; fields of other kinds are absent. */
interface Annotation {
  readonly id: string;
  readonly subtype?: string;
  readonly annotationFlags?: number;
  readonly hasAppearance?: boolean;
  readonly rect: readonly number[];
  readonly quadPoints?: ArrayLike<number> | null;
  readonly contentsObj?: { readonly str?: string };
  readonly textContent?: readonly string[];
  readonly color?: ArrayLike<number> | null;
  readonly backgroundColor?: ArrayLike<number> | null;
  readonly defaultAppearanceData?: { readonly fontSize?: number };
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[];
  readonly multiLine?: boolean;
  readonly password?: boolean;
  readonly file?: { readonly filename?: string };
  readonly filename?: string;
}

/** Puts a page's annotations over its printed runs. */
export async function withAnnotations(page: PdfPage, printed: readonly PlacedText[]): Promise<AnnotatedPage> {
  const all = (await page.getAnnotations()) as unknown as readonly Annotation[];
  if (all.length === 0) return { runs: printed, typed: [], bare: [], unread: [], read: new Set() };
  const unread: UnreadPart[] = [];
  if (all.length > MOST_ANNOTATIONS) unread.push({ kind: "beyond-limit", name: `${all.length} annotations` });
  const shown = all
    .slice(0, MOST_ANNOTATIONS)
    .filter(({ annotationFlags = 0 }) => (annotationFlags & (HIDDEN | NO_VIEW)) === 0);
  const place = placeOn(page);
  const typed: { readonly words: readonly PlacedText[]; readonly area: Area; readonly isOpaque: boolean }[] =
    [];
  const bare: PlacedText[] = [];
  const read = new Set<string>();
  const struck: Area[] = [];
  const covered: Area[] = [];
  for (const annotation of shown) {
    const { subtype = "", id } = annotation;
    const area = place(annotation.rect);
    if (subtype === "FreeText" || subtype === "Widget") {
      const lines = linesTyped(annotation);
      if (lines.length === 0) continue;
      const background = subtype === "FreeText" ? annotation.color : annotation.backgroundColor;
      read.add(id);
      const words = placedLines(annotation, lines, area);
      if (annotation.hasAppearance !== true) bare.push(...words);
      typed.push({
        words,
        area,
        isOpaque: background !== null && background !== undefined,
      });
    } else if (subtype === "FileAttachment") {
      const name = annotation.file?.filename ?? annotation.filename ?? "";
      unread.push({ kind: "enclosed-file", name: shortName(name) });
    } else if (REMARKS.has(subtype)) {
      const areas = quadsOf(annotation).map(place);
      const remark = shortName(annotation.contentsObj?.str ?? "");
      if (subtype === "StrikeOut") struck.push(...areas);
      const words = areas.flatMap((one) => wordsIn(printed, one)).join("");
      // Some programs copy the words that are marked into the mark.
      const isRemark = remark !== "" && squeezed(remark) !== squeezed(words);
      if (isRemark) unread.push({ kind: "remark", name: remark });
      if (OVER_WORDS.has(subtype) || (isRemark && subtype !== "Text")) covered.push(...areas);
      if (subtype === "Ink" && !isRemark && words !== "")
        unread.push({ kind: "drawing", name: shortName(words) });
    }
  }
  const runs = printed.flatMap((run) => {
    const fates = charactersOf(run).map((one): Fate => {
      if (struck.some((area) => isIn(one, run, area))) return "gone";
      const over = typed.filter(({ area }) => isIn(one, run, area));
      if (over.some(({ isOpaque }) => isOpaque)) return "gone";
      return over.length > 0 || covered.some((area) => isIn(one, run, area)) ? "doubtful" : "stays";
    });
    return piecesOf(run, fates);
  });
  // Over a blank typed words are what the paper says; over words, who knows.
  const words = typed.flatMap(({ words: lines, area, isOpaque }) => {
    const isOver = wordsIn(printed, area).some((word) => /[\p{L}\p{N}]/u.test(word));
    if (!isOver) return lines;
    return isOpaque ? lines.map((run) => ({ ...run, doubtful: true })) : lines.map(overOthers);
  });
  return { runs: [...runs, ...words], typed: words, bare, unread, read };
}

function squeezed(words: string): string {
  return words.replace(/\s/g, "");
}

/** The printed characters in an area. */
function wordsIn(printed: readonly PlacedText[], area: Area): string[] {
  return printed
    .filter(({ y }) => y > area.bottom - USUAL_SIZE * 4 && y < area.top + USUAL_SIZE)
    .flatMap((run) =>
      charactersOf(run)
        .filter((one) => isIn(one, run, area))
        .map(({ text }) => text),
    );
}

/** From a box of the page as its file says it to where it is seen, its rotation undone. */
function placeOn(page: PdfPage): (rect: ArrayLike<number>) => Area {
  const { transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform as number[];
  return (rect) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(rect);
    const xs = [a * x1 + c * y1 + e, a * x2 + c * y2 + e];
    const ys = [-(b * x1 + d * y1 + f), -(b * x2 + d * y2 + f)];
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      bottom: Math.min(...ys),
      top: Math.max(...ys),
    };
  };
}

/** The boxes of the words an annotation is about; its own where it names none. */
function quadsOf({ quadPoints, rect }: Annotation): readonly (readonly number[])[] {
  if (quadPoints === null || quadPoints === undefined || quadPoints.length < 8) return [rect];
  const points = Array.from(quadPoints);
  const quads: number[][] = [];
  for (let at = 0; at + 8 <= points.length && quads.length < MOST_LINES; at += 8) {
    const xs = [0, 2, 4, 6].map((corner) => points[at + corner] ?? 0);
    const ys = [1, 3, 5, 7].map((corner) => points[at + corner] ?? 0);
    quads.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  return quads;
}

/** What was typed, line by line; a ticked box as its tick. */
function linesTyped(annotation: Annotation): readonly string[] {
  const lines = valueOfField(annotation)
    .split(/\r\n?|\n/)
    .map((line) => unmarked(line).trim())
    .slice(0, MOST_LINES);
  return lines.every((line) => line === "") ? [] : lines;
}

function valueOfField(annotation: Annotation): string {
  const { subtype, fieldType, fieldValue, contentsObj, textContent = [], options = [] } = annotation;
  const drawn = textContent.join("\n");
  if (subtype === "FreeText") return contentsObj?.str || drawn;
  if (annotation.password === true) return "";
  switch (fieldType) {
    case "Tx":
      return typeof fieldValue === "string" && fieldValue !== "" ? fieldValue : drawn;
    case "Ch": {
      const chosen = [fieldValue].flat().filter((value) => typeof value === "string");
      const names = chosen.map(
        (value) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value,
      );
      return names.join("、");
    }
    case "Btn":
      return isTicked(annotation) ? "☑" : annotation.checkBox || annotation.radioButton ? "□" : "";
    default:
      return "";
  }
}

function isTicked({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: Annotation): boolean {
  if (typeof fieldValue !== "string" || fieldValue === "Off") return false;
  if (checkBox === true) return exportValue === undefined || fieldValue === exportValue;
  return radioButton === true && fieldValue === buttonValue;
}

/** Lines as runs in their box: one alone in its middle, several from its top. */
function placedLines(
  { defaultAppearanceData, multiLine, subtype }: Annotation,
  lines: readonly string[],
  { left, right, bottom, top }: Area,
): readonly PlacedText[] {
  const height = top - bottom;
  const size = Math.min(defaultAppearanceData?.fontSize || USUAL_SIZE, Math.max(height, 1));
  const single = lines.length === 1 && (multiLine !== true || height < size * 2);
  const first = single
    ? bottom + (height - size) / 2 + size * BELOW_LINE
    : top - size * (subtype === "FreeText" ? 1 : LINE_HEIGHT);
  return lines.map((text, index) => {
    const width =
      [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2ff ? 1 : 0.5), 0) * size;
    return {
      text,
      x: left + size * LEFT_MARGIN,
      y: first - index * size * LINE_HEIGHT,
      width: Math.min(width, Math.max(right - left - size * LEFT_MARGIN, 1)),
      size,
    };
  });
}
