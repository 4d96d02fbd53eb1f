/** What does a scanned page say, whichever way up it lies? */
import { isPageNumber, rowsOf, separatorBetween } from "../pages/pdf-lines.ts";
import type { PlacedText } from "../pages/placed-text.ts";
import { type Raster, turned } from "../pages/raster.ts";
import { agreed, DISPUTED, type ReadLine } from "./agreement.ts";
import { detectLines } from "./detect.ts";
import type { OcrModels } from "./models.ts";
import { type Box, hardened, type Plane, withoutRed } from "./plane.ts";
import { type Glyph, recogniseLine } from "./recognise.ts";
import { type Between, drawnOut, gapsOf, UNREAD } from "./unread-ink.ts";

/** Below this mean chance over a page its characters are no characters: it stands on its head, or is no text. */
const LEGIBLE = 0.75;

/** A line of text where it stands on the page. */
interface PlacedLine extends PlacedText {
  readonly line: ReadLine;
}

/**
 * Reads a scanned page, whichever way up it lies: its lines in reading order, cells parted by tabs. Every line is read
 * twice, from the page without its red ink and from that with its contrast driven up.
 */
export async function readPage(models: OcrModels, raster: Raster): Promise<readonly ReadLine[]> {
  const { hard, lines } = await uprightLines(models, raster);
  const placed: PlacedLine[] = [];
  const skew = skewOf(lines.map(({ box }) => box));
  for (const { box, glyphs } of lines) {
    const again = await recogniseLine(models, hard, box);
    const { line, glyphs: shown } = agreed(glyphs, again);
    if (isSmudge(line)) continue;
    placed.push({ ...placeOf(box, skew), text: line.text, line: withGaps(line, gapsOf(shown, hard, box)) });
  }
  return rowsOf(placed)
    .map(joined)
    .filter(({ text }) => !isPageNumber(text));
}

interface Upright {
  /** The page with its contrast driven up, for the second reading. */
  readonly hard: Plane;
  readonly lines: readonly { readonly box: Box; readonly glyphs: readonly Glyph[] }[];
}

/** Turns the page by quarters until its lines run across and can be read, and reads them once. */
async function uprightLines(models: OcrModels, raster: Raster): Promise<Upright> {
  let plane = withoutRed(raster);
  let boxes = await detectLines(models, plane);
  if (isSideways(boxes)) {
    plane = quarterTurned(plane, 1);
    boxes = await detectLines(models, plane);
  }
  const found = await firstReading(models, plane, boxes);
  if (legibility(found) >= LEGIBLE) return found;
  const overturned = quarterTurned(plane, 2);
  const other = await firstReading(models, overturned, await detectLines(models, overturned));
  return legibility(other) > legibility(found) ? other : found;
}

async function firstReading(models: OcrModels, plane: Plane, boxes: readonly Box[]): Promise<Upright> {
  const hard = hardened(plane);
  const lines: { box: Box; glyphs: readonly Glyph[] }[] = [];
  for (const found of boxes) {
    const box = drawnOut(found, boxes, hard);
    lines.push({ box, glyphs: await recogniseLine(models, plane, box) });
  }
  return { hard, lines };
}

/** Mean chance of the characters, as if there were one for every place that has room for one. */
function legibility({ lines }: Upright): number {
  const room = lines.reduce(
    (sum, { box, glyphs }) => sum + Math.max(glyphs.length, box.width / box.height / 2),
    0,
  );
  return (
    lines.reduce((sum, { glyphs }) => sum + glyphs.reduce((all, { chance }) => all + chance, 0), 0) /
    (room || 1)
  );
}

function isSideways(boxes: readonly Box[]): boolean {
  const length = (some: readonly Box[]) =>
    some.reduce((sum, box) => sum + Math.max(box.width, box.height), 0);
  return length(boxes.filter(({ width, height }) => height > 1.5 * width)) > length(boxes) / 2;
}

function quarterTurned({ width, height, data }: Plane, quarters: number): Plane {
  return turned({ width, height, channels: 1, data }, quarters);
}

/** The angle of the page's lines: the middle one of those long enough to have one. */
function skewOf(boxes: readonly Box[]): number {
  const long = boxes.filter(({ width, height }) => width > 4 * height).map(({ angle }) => angle);
  return long.toSorted((a, b) => a - b)[Math.floor(long.length / 2)] ?? 0;
}

/** A few characters the two readings share none of: a corner of a seal, a staple, the edge of the paper. */
function isSmudge({ text, sureness }: ReadLine): boolean {
  return text.trim() === "" || (text.length <= 3 && sureness.every((one) => one <= DISPUTED));
}

/** Where the line would stand on a straight page, upwards as in a PDF. The detector's box is wider than its print. */
function placeOf({ x, y, width, height }: Box, skew: number): Omit<PlacedText, "text"> {
  const [cos, sin] = [Math.cos(skew), Math.sin(skew)];
  const size = height / 1.2;
  const printed = Math.max(width - size * 0.3, size / 2);
  return { x: x * cos + y * sin - printed / 2, y: -(y * cos - x * sin), width: printed, size };
}

/** Blanks and tabs where a line has gaps, and a mark where a gap holds a character nobody read. */
function withGaps(line: ReadLine, gaps: readonly Between[]): ReadLine {
  const marks = { nothing: "", blank: " ", cell: "\t", unread: UNREAD };
  let text = "";
  const sureness: number[] = [];
  for (const [index, gap] of gaps.entries()) {
    const mark = marks[gap];
    text += mark;
    if (mark !== "") sureness.push(mark === UNREAD ? DISPUTED : 1);
    text += line.text[index] ?? "";
    if (index < line.text.length) sureness.push(line.sureness[index] ?? 0);
  }
  return { text, sureness };
}

function joined(row: readonly PlacedLine[]): ReadLine {
  let text = "";
  const sureness: number[] = [];
  for (const [index, run] of row.entries()) {
    const last = row[index - 1];
    const separator = last === undefined ? "" : separatorBetween(last, run);
    text += separator + run.line.text;
    // A gap is not read, it is seen.
    if (separator !== "") sureness.push(1);
    sureness.push(...run.line.sureness);
  }
  return { text, sureness };
}
