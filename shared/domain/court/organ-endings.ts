/**
 * How do names of organs end, and how does a sentence call an organ without its name? Every ending stands here once;
 * who asks whether a name is an agency's, of which kind it is or what its chief is called, composes the kinds it means.
 */

/** Ends of agencies' names by the kind of agency. */
export const ORGAN_ENDINGS = {
  government: ["人民政府", "政府"],
  subdistrict: ["街道办事处", "办事处", "街道办"],
  /** Of a development zone. */
  administration: ["管理委员会", "管委会"],
  committee: ["委员会"],
  branch: ["分局"],
  bureau: ["管理局", "总局", "局"],
  department: ["厅"],
  office: ["办公室"],
  corps: ["总队"],
  detachment: ["支队"],
  brigade: ["大队"],
  squadron: ["中队"],
  team: ["交警队", "稽查队", "队"],
  centre: ["服务中心", "保障中心", "中心"],
  station: ["派出所", "税务所", "管理所", "戒毒所", "所"],
  division: ["管理处", "处"],
  post: ["管理站", "站"],
  customs: ["海关"],
  prison: ["监狱"],
  ministry: ["部"],
  /** Acts for an administration where it cuts off electricity. */
  supplier: ["供电公司"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A kind of agency, by how its name ends. */
export type OrganKind = keyof typeof ORGAN_ENDINGS;

/** Ends of the names of those who try cases and of those who supervise them. */
export const JUDICIAL_ENDINGS = ["法院", "检察院"] as const;

/** The endings of these kinds, of all where none is named; the longest first, as patterns want them. */
export function organEndings(...kinds: readonly OrganKind[]): readonly string[] {
  const lists = kinds.length === 0 ? Object.values(ORGAN_ENDINGS) : kinds.map((kind) => ORGAN_ENDINGS[kind]);
  return lists.flat().toSorted((one, other) => other.length - one.length);
}

/** A pattern for names that end as organs of these kinds do, or in one of the words that are given. */
export function endsAsOrgan(kinds: readonly OrganKind[], others: readonly string[] = []): RegExp {
  return new RegExp(`(?:${[...organEndings(...kinds), ...others].join("|")})$`, "u");
}

/**
 * What stands for an organ behind 我, 本, 你, 贵, 该 or 其: 我局, 你单位, 该县政府. Pieces of a pattern, the longest
 * first; 本处罚决定 and 你办理 speak of no organ.
 */
export const ORGAN_CALLED: readonly string[] = [
  "街道办事处",
  "县政府",
  "市政府",
  "区政府",
  "镇政府",
  "乡政府",
  "办事处",
  "街道办",
  "委员会",
  "管委会",
  "街道",
  "分局",
  "大队",
  "支队",
  "中心",
  "单位",
  "机关",
  "政府",
  "局",
  "委",
  "厅",
  "府",
  "处(?![罚理置分])",
  "所(?![有在得需持诉涉])",
  "办(?!理)",
  "县",
  "市",
  "区",
  "镇",
  "乡",
];
