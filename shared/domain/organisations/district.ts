/**
 * Which district (县区) an agency's figures count to, from its name alone; the directory knows better where
 * it knows the agency. A name that doesn't say is unknown: no district is ever guessed.
 */

import { countyCityAtEnd, countyCityAtStart } from "./county-cities.ts";

/** The district, and the jurisdiction, of the city's own organs. */
export const CITY_ITSELF = "市本级";
/** The district of the province's own agencies. */
const PROVINCE_LEVEL = "省本级";

const STATE_BODY = /^(?:中华人民共和国|国家[^省市县区]{0,8}总?局)/u;
const PROVINCE = /^[^省市县区]{2,8}?(?:省|自治区)/u;
/** 恩施土家族苗族自治州, 恩施州. */
const PREFECTURE =
  /^(?:[^省市县区]{2,16}?自治州|(?:延边|恩施|湘西|阿坝|甘孜|凉山|黔西南|黔东南|黔南|楚雄|红河|文山|西双版纳|大理|德宏|怒江|迪庆|临夏|甘南|海北|黄南|海南|果洛|玉树|海西|昌吉|博尔塔拉|巴音郭楞|克孜勒苏|伊犁)州|(?:兴安|锡林郭勒|阿拉善)盟|[^省市县区]{2,5}?地区)/u;
const CITY = /^[^省市县区]{2,5}?市(?!场|政管|容(?![城县])|区划)/u;
/** 兰山区, 沂南县, 临沂高新技术产业开发区; not 社区, 市区, 园区. */
const DISTRICT = /^[^省市县区旗局委厅院府办]{0,12}?(?:自治县|自治旗|县|旗|(?<![社市地景园辖库牧])区)/u;
/** Districts whose names hold a word that elsewhere ends one. */
const UNUSUAL = /^(?:市[中南北]区|[沙新西]市区|东昌府区|忻府区|府谷县|红旗区|社旗县|[沙赣梅]县区|下花园区)/u;
/** A city within the city that no list has: which district it is now, its name doesn't say. */
const CITY_WITHIN = /^[^省市县区局委厅院府办]{1,2}[^省市县区局委厅院府办城]市(?![场政容民])/u;
/** A zone goes by the city's name: 临沂高新技术产业开发区管理委员会. */
const ZONE =
  /^[^省市县局委厅院府办]{2,16}?(?:开发区|高新区|新区|度假区|保税区|示范区|(?:工业|产业|化工|科技|物流)园区)/u;

/**
 * The district in an agency's name: 临沂市兰山区… → 兰山区, 沂南县… → 沂南县, 诸城市… → 诸城市, 临沂市公安局 → 市本级. A
 * branch (临沂市公安局河东分局, 河东公安分局) names its district without 区 or 县: it is found among the `known` ones.
 */
export function districtOf(agency: string, known: Iterable<string> = []): string {
  const name = agency.normalize("NFKC").replace(/\s/gu, "").replace(STATE_BODY, "");
  const inProvince = name.replace(PROVINCE, "");
  const place = PREFECTURE.exec(inProvince) ?? CITY.exec(inProvince);
  const [city = ""] = countyCityAtStart(inProvince) === undefined ? (place ?? []) : [];
  const inCity = inProvince.slice(city.length);
  // The second is 恩施利川市: a county-level city behind a short name.
  const cityWithin = countyCityAtStart(inCity) ?? countyCityAtEnd(city);
  if (cityWithin !== undefined) return cityWithin;
  const [district] = UNUSUAL.exec(inCity) ?? DISTRICT.exec(inCity) ?? ZONE.exec(inCity) ?? [];
  if (district !== undefined && district.length > 1) return district;
  if (city !== "" && CITY_WITHIN.test(inCity)) return UNKNOWN_JURISDICTION;
  const branch = /分局|派出所|支局/u.test(inCity) ? branchDistrict(inCity, known) : undefined;
  if (branch !== undefined || /(?:分局|派出所|支局)$/u.test(inCity)) return branch ?? UNKNOWN_JURISDICTION;
  if (city !== "") return CITY_ITSELF;
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

const SUPERIOR = "上级单位";

/** What the superior (上级单位) of an organisation is called while the directory doesn't say which it is. */
export function unnamedSuperior(organisation: string): string {
  return `${organisation}（${SUPERIOR}）`;
}

/** The jurisdiction of an agency whose district is not known. */
export const UNKNOWN_JURISDICTION = "未知";
