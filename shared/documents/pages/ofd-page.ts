/** The words of an OFD's page with what was put on it afterwards: typed words, lines through words, remarks. */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { shortName } from "../formats/file-text.ts";
import { attributeOf, childOf, descendants, type XmlElement } from "../formats/xml.ts";
import { withoutCrossedOut } from "./crossed-out.ts";
import type { Matrix } from "./matrix.ts";
import type { OfdPage } from "./ofd-parts.ts";
import { rulesOf } from "./ofd-paths.ts";
import { runsOf } from "./ofd-text.ts";
import {
  type Area,
  charactersOf,
  type Fate,
  isIn,
  overOthers,
  type PlacedText,
  piecesOf,
} from "./placed-text.ts";
import type { Ruling } from "./ruled-table.ts";

/** Half way down a letter and below its line. In sizes of the font. */
const [ABOVE, BELOW] = [0.9, 0.2];

/** A page's words, and what is on it that was not read. */
export function wordsOfOfdPage({ layers, annotations, units }: OfdPage): {
  readonly runs: readonly PlacedText[];
  readonly ruling: Ruling;
  readonly unread: readonly UnreadPart[];
} {
  const printed = layers.flatMap((layer) => runsOf(layer, units));
  const drawn = layers.map((layer) => rulesOf(layer, units));
  const rules = drawn.flatMap(({ straight }) => straight);
  const ruling = { rules: [...rules], uprights: drawn.flatMap(({ uprights }) => uprights) };
  const unread: UnreadPart[] = [];
  const typed: PlacedText[] = [];
  const covered: Area[] = [];
  for (const annotation of annotations) {
    const type = attributeOf(annotation, "Type");
    if (attributeOf(annotation, "Visible") === "false" || type === "Watermark") continue;
    const remark = shortName(childOf(annotation, "Remark")?.text ?? "");
    const words: PlacedText[] = [];
    for (const appearance of descendants(annotation, "Appearance")) {
      const place = placeOf(appearance);
      words.push(...runsOf(appearance, units, place));
      const { straight, other } = rulesOf(appearance, units, place);
      rules.push(...straight);
      // What is drawn by hand over words is meant for them; a highlight is not.
      if (type === "Path") covered.push(...other);
    }
    typed.push(...words);
    if (remark !== "" && squeezed(remark) !== squeezed(words.map(({ text }) => text).join("")))
      unread.push({ kind: "remark", name: remark });
  }
  if (rules.length + typed.length + covered.length === 0) return { runs: printed, ruling, unread };
  const said = withoutCrossedOut(printed, rules);
  const over = typed.map(areaOf);
  const runs = said.flatMap((run) =>
    piecesOf(
      run,
      charactersOf(run).map(
        (one): Fate => ([...over, ...covered].some((area) => isIn(one, run, area)) ? "doubtful" : "stays"),
      ),
    ),
  );
  const isOver = (area: Area) =>
    said.some((run) =>
      charactersOf(run).some((one) => /[\p{L}\p{N}]/u.test(one.text) && isIn(one, run, area)),
    );
  runs.push(...typed.map((run) => (isOver(areaOf(run)) ? overOthers(run) : run)));
  return { runs, ruling, unread };
}

function areaOf({ x, y, width, size }: PlacedText): Area {
  return { left: x, right: x + width, bottom: y - size * BELOW, top: y + size * ABOVE };
}

/** An annotation's objects stand where its own box does. */
function placeOf(appearance: XmlElement): Matrix {
  const [left = 0, top = 0] = (attributeOf(appearance, "Boundary") ?? "").trim().split(/\s+/).map(Number);
  return [1, 0, 0, 1, left || 0, top || 0];
}

function squeezed(words: string): string {
  return words.replace(/\s/g, "");
}
