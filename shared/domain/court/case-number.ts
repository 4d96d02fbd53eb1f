/**
 * Case numbers (案号) of administrative cases: one normal form for what people, scanners and PDF layouts
 * write in many ways, and where such numbers stand in a text.
 * Source: 最高人民法院《关于人民法院案件案号的若干规定》 (in force 2016-01-01); before it: …字第…号.
 */

declare const brand: unique symbol;

/** An administrative case number in its normal form: `（2020）鲁1302行初45号`, or `（2015）河行初字第22号`. */
export type CaseNumber = string & { readonly [brand]: "CaseNumber" };

/** What a case number says. `court` is the court's code (鲁1302, 最高法), before 2016 its short name (河). */
export interface CaseNumberParts {
  readonly year: number;
  readonly court: string;
  /** 行初, 行终, 行赔申, … */
  readonly type: string;
  readonly serial: number;
}

/** A trial instance (审级); what is neither trial, appeal nor retrial is `other` (行审, 行他). */
export type Instance = "first" | "second" | "retrial" | "other";

/** What another official number belongs to: a court's other case, or a paper that is not a court's case. */
export type ForeignKind = "civil" | "criminal" | "enforcement" | "decision" | "other";

/**
 * An official number found in a text; `start` and `end` are offsets into the text as it was given. Where the
 * name of an agency's paper begins in a sentence without punctuation is a guess.
 */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  /** As written, line breaks included. */
  readonly original: string;
  /** The administrative cases it names: several where it is a list, none where it is foreign. */
  readonly numbers: readonly CaseNumber[];
  /** Set where the number is one document of the case: 之一, 之二. */
  readonly document?: string;
  /** Set where the number is not an administrative case's. */
  readonly foreign?: ForeignKind;
}

const FOUR_DIGITS = String.raw`(?:19[89]|20\d)\d`;
/** A bracket parts the year from digits before it: 上午9:00（2026）…. */
const YEAR = String.raw`(\(|(?<!\d))(${FOUR_DIGITS})(\)?)`;
const ANY_YEAR = new RegExp(String.raw`\(?(?<!\d)${FOUR_DIGITS}`, "gu");
const ANY_TYPE = "(?:行赔[初终监申抗再他]|行审复|行[初终监申抗再审他])";
const TYPE = `(${ANY_TYPE})`;
const SERIAL = String.raw`0*[1-9]\d{0,5}(?!\d)`;
const DOCUMENT = String.raw`之[一二三四五六七八九十\d]{1,3}`;

/**
 * What case numbers look like, as pieces of patterns for texts whose brackets are Chinese and whose digits are narrow:
 * for rules that only ask whether a number stands at a place. Which number it is {@link findCaseNumbers} says.
 */
export const NUMBER_SHAPE = {
  /** （2026） */
  year: `（${FOUR_DIGITS}）`,
  /** 行初, 行赔终, 行审复 */
  type: ANY_TYPE,
  /** 行初, 行赔终: types of trials. The other types' characters meet by chance (进行审理, 实行监督). */
  trial: "行赔?[初终再]",
  /** （2026）鲁1321行初19号, （2026）鲁1302民初45号, with 之一 behind it. */
  yearFirst: String.raw`（${FOUR_DIGITS}）[\p{Script=Han}\d]{1,20}?号(?:${DOCUMENT})?`,
  /** 号, 号之一: how a number ends. */
  end: `号(?:${DOCUMENT})?`,
} as const;

/** Every part is bounded, so that no text makes the search slow. */
const ADMINISTRATIVE = new RegExp(
  String.raw`${YEAR}(\p{Script=Han}{0,8}?\d{0,4})${TYPE}字?第?((?:${SERIAL}号?(?:[、,和及与至]|[~\-‐-―−]{1,2})第?){0,200}${SERIAL})(${DOCUMENT})?号(${DOCUMENT})?`,
  "uy",
);
/** （2020）鲁1302民初45号: some other case, or a decision that puts its year first. */
const YEAR_FIRST = new RegExp(String.raw`\(${FOUR_DIGITS}\)([\p{Script=Han}\d]{1,20}?)第?\d{1,8}号`, "uy");
/** 临公（治）行罚决字〔2020〕10045号: papers of agencies put the year behind their name. */
const NAME_FIRST = new RegExp(String.raw`\(${FOUR_DIGITS}\)第?\d{1,8}号`, "uy");
const NAME_BEFORE = /(?:\p{Script=Han}{1,12}\(\p{Script=Han}{1,4}\))?\p{Script=Han}{1,16}$/u;
/** Words of the sentence that stand before a paper's name without a blank, and are not part of it. */
const BEFORE_NAME = /^.*(?:[的了据按为以对第号和与及]|作出|不服|依照|参照)/su;

const NORMAL = new RegExp(String.raw`^（(\d{4})）(\D*?\d*)${TYPE}(?:字第)?(\d+)号$`, "u");

/** The most cases one written range (123-145号) may stand for; a wider one is taken for a slip of the pen. */
const WIDEST_RANGE = 200;

/** Reads one administrative case number, however it is decorated; undefined for a list and for anything else. */
export function parseCaseNumber(text: string): CaseNumber | undefined {
  const { clean } = squeeze(text);
  const found = administrativeAt(clean, 0);
  return found?.end === clean.length && found.numbers.length === 1 ? found.numbers[0] : undefined;
}

/**
 * As {@link parseCaseNumber}, for numbers known to be right; throws on any other.
 * @internal For numbers that tests write down.
 */
export function caseNumber(text: string): CaseNumber {
  const number = parseCaseNumber(text);
  if (number === undefined) throw new RangeError(`not an administrative case number: ${text}`);
  return number;
}

/** Year, court, type and serial of a case number. */
export function partsOf(number: CaseNumber): CaseNumberParts {
  const [, year, court, type, serial] = NORMAL.exec(number) ?? [];
  if (court === undefined || type === undefined) throw new RangeError(`not in normal form: ${number}`);
  return { year: Number(year), court, type, serial: Number(serial) };
}

/** The instance a case number stands for; each has an appearance of its own (法释〔2020〕3号 §7). */
export function instanceOf(number: CaseNumber): Instance {
  return instanceOfType(partsOf(number).type);
}

/** The instance a type of case number stands for: 行初, 行赔终. */
export function instanceOfType(type: string): Instance {
  if (type.endsWith("初")) return "first";
  if (type.endsWith("终")) return "second";
  return /[监申抗再]$/u.test(type) ? "retrial" : "other";
}

/** Whether a case of this type can be heard in court: non-litigation review (行审) and 行他 never are. */
export function isHearable(number: CaseNumber): boolean {
  return instanceOf(number) !== "other";
}

/** Every official number of a text in order, over blanks and line breaks inside the numbers. */
export function findCaseNumbers(text: string): FoundNumber[] {
  const { clean, starts, ends } = squeeze(text);
  const found: FoundNumber[] = [];
  let from = 0;
  for (const year of clean.matchAll(ANY_YEAR)) {
    if (year.index < from) continue;
    const match = administrativeAt(clean, year.index) ?? foreignAt(clean, year.index, from);
    if (match === undefined) continue;
    const { start: first, end: behind, ...what } = match;
    const start = starts[first] ?? 0;
    const end = ends[behind - 1] ?? text.length;
    found.push({ start, end, original: text.slice(start, end), ...what });
    from = behind;
  }
  return found;
}

/** A match in squeezed text. */
type Match = Omit<FoundNumber, "original">;

function administrativeAt(clean: string, at: number): Match | undefined {
  ADMINISTRATIVE.lastIndex = at;
  const match = ADMINISTRATIVE.exec(clean);
  if (match === null) return undefined;
  const [all, open, digits, close, court = "", type = "", list = "", inner, outer] = match;
  const year = Number(digits);
  const coded = /\d$|^最高法/u.test(court);
  // A scan may lose a bracket; a code with digits is enough to know the number by.
  if ((open === "" || close === "") && !coded) return undefined;
  if (court === "" && year >= 2016) return undefined;
  const { serials, part } = serialsOf(list);
  const document = inner ?? outer ?? part;
  return {
    start: at,
    end: at + all.length,
    numbers: serials.map((serial) => normalForm({ year, court, type, serial })),
    ...(document === undefined ? {} : { document }),
  };
}

/** The year and the court decide the form, not the writer: （2020）鲁1302行初字第45号 is （2020）鲁1302行初45号. */
function normalForm({ year, court, type, serial }: CaseNumberParts): CaseNumber {
  const coded = /\d$|^最高法/u.test(court) || (year >= 2016 && court.length === 1);
  return `（${year}）${court}${type}${coded ? "" : "字第"}${serial}号` as CaseNumber;
}

/** `123、125-127` → 123, 125, 126, 127. A falling pair (45-1) is a case and the count of its document. */
function serialsOf(list: string): { serials: number[]; part?: string } {
  const serials = new Set<number>();
  let part: string | undefined;
  for (const item of list.split(/[、,和及与]/u)) {
    const [first = 0, last = first] = (item.match(/\d+/gu) ?? []).map(Number);
    serials.add(first);
    if (last < first) part = `之${"〇一二三四五六七八九十"[last] ?? last}`;
    else if (last - first > WIDEST_RANGE) serials.add(last);
    else for (let serial = first; serial <= last; serial++) serials.add(serial);
  }
  return { serials: [...serials], ...(part === undefined ? {} : { part }) };
}

function foreignAt(clean: string, at: number, notBefore: number): Match | undefined {
  NAME_FIRST.lastIndex = at;
  const paper = NAME_FIRST.exec(clean);
  if (paper !== null) {
    const before = clean.slice(Math.max(notBefore, at - 32), at);
    const name = (NAME_BEFORE.exec(before)?.[0] ?? "").replace(BEFORE_NAME, "");
    return {
      start: at - name.length,
      end: at + paper[0].length,
      numbers: [],
      foreign: isDecision(name) ? "decision" : "other",
    };
  }
  YEAR_FIRST.lastIndex = at;
  const other = YEAR_FIRST.exec(clean);
  if (other === null) return undefined;
  return { start: at, end: at + other[0].length, numbers: [], foreign: kindOf(other[1] ?? "") };
}

/** Penalties (罚), decisions (决), reconsiderations (复) and findings (认) of agencies. */
function isDecision(name: string): boolean {
  return /[罚决复认]/u.test(name);
}

function kindOf(name: string): ForeignKind {
  if (isDecision(name) && !/[民刑执]\p{Script=Han}?复/u.test(name)) return "decision";
  if (name.includes("刑")) return "criminal";
  if (name.includes("民")) return "civil";
  return name.includes("执") ? "enforcement" : "other";
}

/**
 * The text without blanks, line breaks and invisible characters, digits and brackets in one width,
 * and for each of its units where the character it came from starts and ends.
 */
function squeeze(text: string): { clean: string; starts: number[]; ends: number[] } {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = character
      .normalize("NFKC")
      .replace(/[\s\p{Cc}\p{Cf}]/gu, "")
      .replace(/[〔[【]/u, "(")
      .replace(/[〕\]】]/u, ")");
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    pieces.push(piece);
    at += character.length;
  }
  return { clean: pieces.join(""), starts, ends };
}
