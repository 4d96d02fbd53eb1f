/** How is what somebody typed into the search box read: as a case number in any spelling, or as a name? */
import { type CaseNumber, findCaseNumbers, NUMBER_SHAPE, partsOf } from "../court/case-number.ts";
import type { OrganisationName } from "../organisations/directory.ts";
import { searchable } from "./search-terms.ts";

/** A case number as far as it was typed. */
export interface NumberAsked {
  readonly serial: number;
  readonly year?: number;
  /** 鲁1302, 1302, 鲁 */
  readonly court?: string;
  /** 行初; 初 stands for 行赔初 too. */
  readonly type?: string;
}

export type SearchQuery =
  | { readonly asks: "nothing" }
  | { readonly asks: "number"; readonly number: NumberAsked }
  /** 鲁1302行初: there are thousands of them. */
  | { readonly asks: "number-without-serial" }
  | { readonly asks: "name"; readonly text: string };

/** What of it is looked up in the table. */
export type CasesAsked = Extract<SearchQuery, { asks: "number" | "name" }>;

/** （2026）, 2026, 2026年 before a court or type; 1302 is a court's code. */
const YEAR = String.raw`(?:(?<year>(?:19[89]|20\d)\d)年?)?`;
const COURT = String.raw`(?<court>\p{Script=Han}{0,8}?\d{0,4})`;
const TYPE = `(?<type>${NUMBER_SHAPE.type}|赔?[初终])`;
const SERIAL = String.raw`0*(?<serial>[1-9]\d{0,5})`;
/** In one width, without blanks and brackets. */
const NUMBER = new RegExp(`^${YEAR}${COURT}${TYPE}字?第?${SERIAL}号?$`, "u");
const WITHOUT_SERIAL = new RegExp(`^${YEAR}${COURT}(?:${NUMBER_SHAPE.type})字?第?号?$`, "u");
const SERIAL_ALONE = new RegExp(`^第?${SERIAL}号?$`, "u");
const YEAR_AND_SERIAL = new RegExp(String.raw`^\((?<year>(?:19[89]|20\d)\d)\)第?${SERIAL}号?$`, "u");

/** Reads it; whatever is no number is a name. */
export function readQuery(text: string): SearchQuery {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s\p{Cc}\p{Cf}]/gu, "")
    .replace(/[〔[【〈《<]/gu, "(")
    .replace(/[〕\]】〉》>]/gu, ")");
  const bare = plain.replace(/[()]/gu, "");
  const match = YEAR_AND_SERIAL.exec(plain) ?? SERIAL_ALONE.exec(bare) ?? NUMBER.exec(bare);
  if (match?.groups !== undefined) return { asks: "number", number: asked(match.groups) };
  // Or one stands in a sentence, 之一 behind it.
  const [found] = findCaseNumbers(text).flatMap(({ numbers }) => numbers);
  if (found !== undefined) return { asks: "number", number: partsOf(found) };
  if (WITHOUT_SERIAL.test(bare)) return { asks: "number-without-serial" };
  const name = searchable(text);
  return name === "" ? { asks: "nothing" } : { asks: "name", text: name };
}

function asked({ year, court, type, serial }: Readonly<Record<string, string | undefined>>): NumberAsked {
  return {
    serial: Number(serial),
    ...(year !== undefined && { year: Number(year) }),
    ...(court !== undefined && court !== "" && { court }),
    ...(type !== undefined && { type }),
  };
}

/** Whether a case's number is the one that was asked for, as far as it was typed. */
export function isNumberAsked({ serial, year, court, type }: NumberAsked, number: CaseNumber): boolean {
  const parts = partsOf(number);
  return (
    parts.serial === serial &&
    (year === undefined || parts.year === year) &&
    (court === undefined || isCourtAsked(court, parts.court)) &&
    (type === undefined || (type.startsWith("行") ? parts.type === type : parts.type.endsWith(type)))
  );
}

/** 1302 and 鲁 are parts of 鲁1302; 13 is another court. */
function isCourtAsked(asked: string, court: string): boolean {
  const [province, code] = [asked.replace(/\d/gu, ""), asked.replace(/\D/gu, "")];
  return court.startsWith(province) && (code === "" || court.replace(/\D/gu, "") === code);
}

/** How a name fits, the better the less: as a whole, at its beginning, inside, or but for 县 and 区 (沂南公安). */
function fitOf(name: string, text: string): number | undefined {
  if (name.includes(text)) return name === text ? 0 : name.startsWith(text) ? 1 : 2;
  const short = withoutPlaces(text);
  return short.length > 1 && withoutPlaces(name).includes(short) ? 3 : undefined;
}

function withoutPlaces(name: string): string {
  return name.replace(/[省市县区乡镇]|街道/gu, "");
}

/** The organisations whose name or other name has the text in it, the closest first. */
export function organisationsNamed(
  text: string,
  organisations: readonly OrganisationName[],
): readonly OrganisationName[] {
  return organisations
    .flatMap((organisation) => {
      const fits = [organisation.name, ...organisation.aliases]
        .map(searchable)
        .flatMap((name) => fitOf(name, text) ?? []);
      return fits.length === 0 ? [] : [{ organisation, fit: Math.min(...fits) }];
    })
    .toSorted(
      (one, other) =>
        one.fit - other.fit ||
        one.organisation.name.length - other.organisation.name.length ||
        (one.organisation.name < other.organisation.name ? -1 : 1),
    )
    .map(({ organisation }) => organisation);
}
