/**
 * Which district (县区) an agency's figures count to, from its name alone; the directory knows better where
 * it knows the agency. A name that doesn't say is unknown: no district is ever guessed.
 */

/** The district, and the jurisdiction, of the city's own organs. */
export const CITY_ITSELF = "市本级";
/** The district of the province's own agencies. */
const PROVINCE_LEVEL = "省本级";

const STATE_BODY = /^(?:中华人民共和国|国家[^省市县区]{0,8}总?局)/u;
const PROVINCE = /^[^省市县区]{2,8}?(?:省|自治区)/u;
const CITY = /^[^省市县区]{2,5}?(?:自治州|地区|盟|市(?!场|政管|容|区划))/u;
/** 兰山区, 沂南县, 滕州市 behind a city, 临沂高新技术产业开发区; not 社区, 市区, 园区, 城市管理局. */
const DISTRICT =
  /^[^省市县区旗局委厅院府办]{0,12}?(?:自治县|自治旗|县|旗|(?<![社市地景园辖库牧])区|(?<=[^市]{2})市(?!场))/u;
/** A zone goes by the city's name: 临沂高新技术产业开发区管理委员会. */
const ZONE = /^[^省市县局委厅院府办]{2,16}?(?:开发区|高新区|新区|度假区|保税区|示范区)/u;

/**
 * The district in an agency's name: 临沂市兰山区… → 兰山区, 沂南县… → 沂南县, 临沂市公安局 → 市本级. A branch
 * (临沂市公安局河东分局, 河东公安分局) names its district without 区 or 县: it is found among the `known` ones.
 */
export function districtOf(agency: string, known: Iterable<string> = []): string {
  const name = agency.normalize("NFKC").replace(/\s/gu, "").replace(STATE_BODY, "");
  const inProvince = name.replace(PROVINCE, "");
  const inCity = inProvince.replace(CITY, "");
  const [district] = DISTRICT.exec(inCity) ?? ZONE.exec(inCity) ?? [];
  if (district !== undefined && district.length > 1) return district;
  const branch = /分局|派出所|支局/u.test(inCity) ? branchDistrict(inCity, known) : undefined;
  if (branch !== undefined || /分局$/u.test(inCity)) return branch ?? UNKNOWN_JURISDICTION;
  if (inCity !== inProvince) return CITY_ITSELF;
  return inProvince === name ? UNKNOWN_JURISDICTION : PROVINCE_LEVEL;
}

/** A district as someone wrote it (兰山, 兰山区法院辖区) as the one known by that name, else as written. */
export function districtNamed(text: string, known: Iterable<string>): string {
  const written = text.replace(/\s/gu, "");
  if (/^市(?:本级|直|级)/u.test(written)) return CITY_ITSELF;
  return [...known].find((district) => district === written || stemOf(district) === written) ?? written;
}

function branchDistrict(name: string, known: Iterable<string>): string | undefined {
  const named = [...known].filter(
    (district) => stemOf(district).length > 1 && name.includes(stemOf(district)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** 兰山区 → 兰山; 费县 has no shorter name. */
function stemOf(district: string): string {
  const stem = district.replace(/(?:自治县|自治旗|区|县|市|旗)$/u, "");
  return stem.length > 1 ? stem : district;
}

/** A bureau of justice that nobody knows by name. */
export const SOME_BUREAU = "司法局";

/** The name the bureau of justice (司法局) of a district or city bears, also where no directory lists it. */
export function bureauName(jurisdiction: string): string {
  return `${jurisdiction}${SOME_BUREAU}`;
}

/** The jurisdiction of an agency whose district is not known. */
export const UNKNOWN_JURISDICTION = "未知";
