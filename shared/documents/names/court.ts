import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, spanOf } from "../text/flat-text.ts";

const COURT =
  /[\p{Script=Han}]{2,24}?(?:人民|铁路运输(?:中级|第[一二三四])?|海事|知识产权|互联网|金融|农垦|林区(?:中级|基层)?|破产)法院/gu;
/** Words of the sentence before a court's name. */
const BEFORE =
  /^.*(?:不服|此致|送交|致|现将|将(?!军)|把|收到|根据|按照|向|由|经(?!济|开)|呈|至|到|在|于|上诉|受理|请求|提交|递交|通过|系|为|地点|处所|：|，|、)/u;
const PLACE = /[省市区县旗州盟]|自治|最高|高级|中级|开发|铁路|海事|知识|互联|金融|高新|新区|兵团|矿区|林区/u;

/** The court that issued a document: the first named at the top, else the one that signs. */
export function issuingCourt(flat: FlatText): Fact<string> | undefined {
  const found = courtsOf(flat);
  // 不服沂南县人民法院（2026）鲁1321行初19号: the court whose judgment is appealed against hears no more of it.
  const hearing = found.filter(({ start }) => !/不服$/u.test(flat.text.slice(Math.max(0, start - 2), start)));
  const numbered = hearing.find(({ end }) => /^（(?:19|20)\d\d）/u.test(flat.text.slice(end, end + 6)));
  const top = found.find(({ start, heads }) => heads && start < 300);
  // 【最高人民法院】… a message through a platform of all courts; the number's court is the one that serves.
  if (
    top !== undefined &&
    numbered !== undefined &&
    flat.text[top.start - 1] === "【" &&
    top !== numbered &&
    /^最高/u.test(top.name)
  )
    return fact(flat, numbered, 0.85, "court-before-number");
  if (top !== undefined) return fact(flat, top, 0.95, "court-at-the-top");
  const labelled = found.find(({ start }) =>
    /(?:法院|单位|法院名称|发件人|发送人)：?$/u.test(flat.text.slice(Math.max(0, start - 8), start)),
  );
  if (labelled !== undefined) return fact(flat, labelled, 0.92, "court-by-label");
  const signed = found.findLast(({ heads, ends }) => heads && ends);
  if (signed !== undefined) return fact(flat, signed, 0.85, "court-that-signs");
  const hears = found.find(({ end }) =>
    /^(?:在[^，。；]{2,24})?(?:于[^，。；]{4,20})?(?:公开|不公开|依法)*(?:开庭|审理|受理|通知[你您]|传唤)/u.test(
      flat.text.slice(end, end + 50),
    ),
  );
  if (hears !== undefined) return fact(flat, hears, 0.82, "court-that-hears");
  const sits = found.find(({ end }) =>
    /^(?:[^，。；（）]{0,16}?)(?:法庭|审判庭|审判区|庭审室)/u.test(flat.text.slice(end, end + 24)),
  );
  if (sits !== undefined) return fact(flat, sits, 0.82, "court-whose-room-it-is");
  if (numbered !== undefined) return fact(flat, numbered, 0.82, "court-before-number");
  const first = hearing[0] ?? found[0];
  return first && fact(flat, first, 0.6, "court-in-sentence");
}

/** The court an appeal is addressed to: behind 此致, else the one it says to appeal to. */
export function addressedCourt(flat: FlatText): Fact<string> | undefined {
  const found = courtsOf(flat);
  const greeting = flat.text.lastIndexOf("此致");
  const below =
    greeting === -1 ? [] : found.filter(({ start }) => start >= greeting && start - greeting < 60);
  // 此致 沂水县人民法院转呈 临沂市中级人民法院: through the one to the other.
  const through = below.findIndex(({ end }) => /^(?:转|代转|报送)/u.test(flat.text.slice(end, end + 2)));
  const addressed = below[through + 1] ?? below[0];
  if (addressed !== undefined) return fact(flat, addressed, 0.95, "court-addressed");
  const sought = found.find(({ start }) =>
    /(?:向|上诉于|上诉至|呈|致)$/u.test(flat.text.slice(Math.max(0, start - 3), start)),
  );
  if (sought !== undefined) return fact(flat, sought, 0.85, "court-appealed-to");
  const above = found.find(({ name }) => /中级|高级|最高/u.test(name));
  return above && fact(flat, above, 0.6, "higher-court-named");
}

interface NamedCourt {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Begins a line, ends a line. */
  readonly heads: boolean;
  readonly ends: boolean;
}

function courtsOf(flat: FlatText): NamedCourt[] {
  const found: NamedCourt[] = [];
  for (const match of flat.text.matchAll(COURT)) {
    const end = match.index + match[0].length;
    let start = lineStart(flat, match.index, end);
    start += BEFORE.exec(flat.text.slice(start, end - 2))?.[0].length ?? 0;
    const name = flat.text.slice(start, end);
    const stem = name.replace(/(?:中级|高级|基层|铁路运输)?(?:第[一二三四])?(?:人民)?法院$/u, "");
    if (stem.length < 2 || !PLACE.test(name)) continue;
    found.push({
      name,
      start,
      end,
      heads: gapAt(flat, start) >= Gap.cell || flat.text[start - 1] === "【",
      ends: gapAt(flat, end) >= Gap.line,
    });
  }
  return found;
}

/**
 * A name may run over two lines, but what stands on a finished line before it is not its beginning. Blanks stand
 * between the characters of a letterhead; only behind a title do they part words.
 */
function lineStart(flat: FlatText, from: number, end: number): number {
  for (let place = end - 5; place > from; place--) {
    const gap = gapAt(flat, place);
    if (gap < Gap.blank) continue;
    const before = flat.text.slice(from, place);
    // A break at the page's width parts words no more than a blank does.
    if ((gap === Gap.blank || gap === Gap.line) && !/(?:书|票|录|状|明|函|通知)$/u.test(before)) continue;
    const rest = flat.text.slice(place, end);
    const isWhole = /^.+?[省市区县旗州盟]|^最高|铁路|海事/u.test(rest);
    if (isWhole && !/^\p{Script=Han}{1,7}[省市]$/u.test(before)) return place;
  }
  return from;
}

function fact(
  flat: FlatText,
  { name, start, end }: NamedCourt,
  confidence: number,
  rule: string,
): Fact<string> {
  return { value: name, confidence, rule, text: spanOf(flat, start, end) };
}
