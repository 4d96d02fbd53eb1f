/** What does a scanned page say, whichever way up it lies? */
import { isPageNumber, rowsOf, separatorBetween } from "../pages/pdf-lines.ts";
import { movedSpot, type Spot } from "../pages/placed-line.ts";
import type { PlacedText } from "../pages/placed-text.ts";
import { type Raster, turned } from "../pages/raster.ts";
import { agreed, DISPUTED, type ReadLine } from "./agreement.ts";
import { detectLines } from "./detect.ts";
import type { OcrModels } from "./models.ts";
import { type Box, hardened, type Plane, withoutRed } from "./plane.ts";
import { type Glyph, recogniseLine } from "./recognise.ts";
import { type Between, drawnOut, gapsOf, placeIn, UNREAD } from "./unread-ink.ts";

/** Below this mean chance over a page its characters are no characters: it stands on its head, or is no text. */
const LEGIBLE = 0.75;

/** A line that was read, with the places of its words in pixels of the page as it was turned to be read. */
export interface SeenLine extends ReadLine {
  readonly spots: readonly Spot[];
}

/** A page that was read. */
export interface ReadPage {
  readonly lines: readonly SeenLine[];
  /** By how many quarters it had to be turned, clockwise. */
  readonly quarters: number;
}

/** A line of text where it stands on the page. */
interface PlacedLine extends PlacedText {
  readonly line: SeenLine;
}

/**
 * Reads a scanned page, whichever way up it lies: its lines in reading order, cells parted by tabs. Every line is read
 * twice, from the page without its red ink and from that with its contrast driven up.
 */
export async function readPage(models: OcrModels, raster: Raster): Promise<ReadPage> {
  const { hard, lines, quarters } = await uprightLines(models, raster);
  const placed: PlacedLine[] = [];
  const skew = skewOf(lines.map(({ box }) => box));
  for (const { box, glyphs } of lines) {
    const again = await recogniseLine(models, hard, box);
    const { line, glyphs: shown } = agreed(glyphs, again);
    if (isSmudge(line)) continue;
    const gaps = gapsOf(shown, hard, box);
    const seen = { ...withGaps(line, gaps), spots: spotsOf(shown, gaps, box) };
    placed.push({ ...placeOf(box, skew), text: line.text, line: seen });
  }
  const read = rowsOf(placed)
    .map(joined)
    .filter(({ text }) => !isPageNumber(text));
  return { lines: read, quarters };
}

interface Upright {
  /** The page with its contrast driven up, for the second reading. */
  readonly hard: Plane;
  readonly quarters: number;
  readonly lines: readonly { readonly box: Box; readonly glyphs: readonly Glyph[] }[];
}

/** Turns the page by quarters until its lines run across and can be read, and reads them once. */
async function uprightLines(models: OcrModels, raster: Raster): Promise<Upright> {
  let plane = withoutRed(raster);
  let boxes = await detectLines(models, plane);
  const quarters = isSideways(boxes) ? 1 : 0;
  if (quarters > 0) {
    plane = quarterTurned(plane, quarters);
    boxes = await detectLines(models, plane);
  }
  const found = { ...(await firstReading(models, plane, boxes)), quarters };
  if (legibility(found) >= LEGIBLE) return found;
  const overturned = quarterTurned(plane, 2);
  const other = await firstReading(models, overturned, await detectLines(models, overturned));
  return legibility(other) > legibility(found) ? { ...other, quarters: quarters + 2 } : found;
}

async function firstReading(
  models: OcrModels,
  plane: Plane,
  boxes: readonly Box[],
): Promise<Omit<Upright, "quarters">> {
  const hard = hardened(plane);
  const lines: { box: Box; glyphs: readonly Glyph[] }[] = [];
  for (const found of boxes) {
    const box = drawnOut(found, boxes, hard);
    lines.push({ box, glyphs: await recogniseLine(models, plane, box) });
  }
  return { hard, lines };
}

/** Mean chance of the characters, as if there were one for every place that has room for one. */
function legibility({ lines }: Pick<Upright, "lines">): number {
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

/** Where the characters stand that {@link withGaps} puts between two gaps: a line's blanks are not evenly wide. */
function spotsOf(glyphs: readonly Glyph[], gaps: readonly Between[], box: Box): readonly Spot[] {
  const half = box.height / 1.2 / 2;
  const stretches: { readonly start: number; end: number; readonly left: number; right: number }[] = [];
  let at = 0;
  for (const [index, { at: share }] of glyphs.entries()) {
    const [left, right] = [share * box.width - half, share * box.width + half];
    const last = stretches.at(-1);
    const goesOn = last !== undefined && (gaps[index] ?? "nothing") === "nothing";
    if (!goesOn && gaps[index] !== "nothing") at++;
    if (goesOn) Object.assign(last, { end: at + 1, right });
    else stretches.push({ start: at, end: at + 1, left, right });
    at++;
  }
  return stretches.map(({ start, end, left, right }) => ({
    start,
    end,
    ...placeIn(box, (left + right - box.width) / 2),
    width: right - left,
    height: box.height,
    angle: box.angle,
  }));
}

function joined(row: readonly PlacedLine[]): SeenLine {
  let text = "";
  const sureness: number[] = [];
  const spots: Spot[] = [];
  for (const [index, run] of row.entries()) {
    const last = row[index - 1];
    const separator = last === undefined ? "" : separatorBetween(last, run);
    text += separator;
    spots.push(...run.line.spots.map((spot) => movedSpot(spot, text.length, 1)));
    text += run.line.text;
    // A gap is not read, it is seen.
    if (separator !== "") sureness.push(1);
    sureness.push(...run.line.sureness);
  }
  return { text, sureness, spots };
}
