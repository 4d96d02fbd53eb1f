/** Whom does a sheet of contacts (通讯录) name, and what is wrong in its rows? */
import { type RuleTable, ruleTable } from "../text/rule-table.ts";
import type { Grid, GridRow } from "../text/table.ts";
import { directorySheet } from "./directory-sheet.ts";

/** Whom a sheet of contacts (通讯录) names, as it says it; what it may mean is for whoever keeps the directory. */
export interface DirectoryEntry {
  readonly name: string;
  /** Rows it was read from, as `第3行` or `“兰山区”第3行`. */
  readonly rows: readonly string[];
  readonly id?: string;
  readonly kind?: EntryKind;
  readonly level?: EntryLevel;
  readonly aliases: readonly string[];
  readonly jurisdiction?: string;
  /** Name or id of the organisation above it. */
  readonly superior?: string;
  readonly courtCode?: string;
  readonly contacts: readonly EntryContact[];
  readonly verified?: boolean;
}

export type EntryKind = "court" | "bureau" | "government" | "agency";
export type EntryLevel = "city" | "county" | "town";
export type EntryRole = "legal-section" | "head" | "clerk" | "duty";

export interface EntryContact {
  readonly role?: EntryRole;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

export interface DirectorySheet {
  readonly entries: readonly DirectoryEntry[];
  readonly problems: readonly SheetProblem[];
}

/** What is wrong in a row: one sentence, which begins with the row. */
export interface SheetProblem {
  readonly row: string;
  readonly text: string;
}

type Field =
  | "id"
  | "kind"
  | "aliases"
  | "level"
  | "jurisdiction"
  | "superior"
  | "courtCode"
  | "role"
  | "email"
  | "phone"
  | "verified"
  | "contact"
  | "name";

/** What a column's heading asks for. */
const FIELDS = ruleTable<string, Field>("column-of-a-directory", (heading) => heading, [
  { name: "id", of: /^(?:单位|机构)?(?:编号|标识|id)$/i, says: "id", example: "单位编号" },
  { name: "kind", of: /^(?:单位|机构)?(?:类别|类型|性质)$/, says: "kind", example: "单位类别" },
  { name: "aliases", of: /简称|别名|曾用名|其他名称/, says: "aliases", example: "简称" },
  { name: "level", of: /^(?:行政|单位)?(?:级别|层级)$/, says: "level", example: "级别" },
  {
    name: "jurisdiction",
    of: /^(?:所属|所在)?(?:辖区|区县|县区|地区|辖区县)$/,
    says: "jurisdiction",
    example: "所属区县",
  },
  {
    name: "superior",
    of: /^(?:上级|主管)(?:单位|机关|部门)?$/,
    says: "superior",
    example: "上级单位",
  },
  { name: "court-code", of: /^(?:法院)?代码$/, says: "courtCode", example: "法院代码" },
  {
    name: "role",
    of: /^(?:联系人)?(?:角色|岗位|科室|职责|处室)$/,
    says: "role",
    example: "岗位",
  },
  { name: "email", of: /(?:电子)?邮(?:箱|件|址)|e-?mail/i, says: "email", example: "电子邮箱" },
  { name: "phone", of: /电话|手机|联系方式/, says: "phone", example: "联系电话" },
  { name: "verified", of: /核实|核对/, says: "verified", example: "是否核实" },
  { name: "contact", of: /联系人|联络员|姓名|负责人$/, says: "contact", example: "联系人" },
  {
    name: "name",
    of: /^(?:单位|机关|部门|机构|法院|行政机关|被告)?(?:全称|名称)?$/,
    says: "name",
    example: "单位名称",
  },
]);

/** Words of a post or an office, in a heading or a cell. The more particular first. */
const ROLES = ruleTable<string, EntryRole>("role-of-a-contact", (text) => text, [
  { name: "legal-section", of: /法制|法规|法务/, says: "legal-section", example: "法制科" },
  { name: "clerk", of: /书记员|立案|行政庭|承办/, says: "clerk", example: "行政庭书记员" },
  { name: "duty", of: /值班|收文|办公室|收发/, says: "duty", example: "值班室" },
  { name: "head", of: /负责人|局长|主任|领导|县长|市长|区长/, says: "head", example: "分管领导" },
]);
const KINDS = ruleTable<string, EntryKind>("kind-of-an-organisation", (text) => text, [
  { name: "court", of: /法院/, says: "court", example: "人民法院" },
  { name: "bureau", of: /司法局/, says: "bureau", example: "司法局" },
  { name: "government", of: /人民政府$|^政府$/, says: "government", example: "人民政府" },
  { name: "agency", of: /./, says: "agency", example: "行政机关" },
]);
const LEVELS = ruleTable<string, EntryLevel>("level-of-an-organisation", (text) => text, [
  { name: "town", of: /乡|镇|街道|town/i, says: "town", example: "镇级" },
  { name: "county", of: /县|区|county/i, says: "county", example: "县级" },
  { name: "city", of: /市|city/i, says: "city", example: "市级" },
]);
const EMAIL = /^[\w.+%-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

/** An entry whose rows are still being read: a row that names it again adds to it. */
interface Draft extends Omit<DirectoryEntry, "rows" | "aliases" | "contacts"> {
  readonly rows: string[];
  readonly aliases: Set<string>;
  readonly contacts: EntryContact[];
}

interface Column {
  readonly field: Field;
  /** Of a contact's column: whose it is, where its heading says so. */
  readonly role: EntryRole | undefined;
}

/** The organisations of a sheet of contacts, a row for each or for each of its contacts; undefined where it is none. */
export function directoryEntries(grid: Grid): DirectorySheet | undefined {
  if (directorySheet(grid.map(({ cells }) => cells)) === undefined) return undefined;
  const problems: SheetProblem[] = [];
  const entries = new Map<string, Draft>();
  for (const [sheet, rows] of Map.groupBy(grid, (row) => row.sheet)) {
    const heading = rows.findIndex(({ cells }) => isHeading(cells));
    if (heading === -1) continue;
    const columns = (rows[heading]?.cells ?? []).map(columnOf);
    for (const row of rows.slice(heading + 1)) {
      const place = sheet === "" ? `第${row.row}行` : `“${sheet}”第${row.row}行`;
      addRow(entries, problems, row, columns, place);
    }
  }
  const finished = [...entries.values()].map((draft) => ({ ...draft, aliases: [...draft.aliases] }));
  return { entries: finished, problems };
}

function isHeading(cells: readonly string[]): boolean {
  const fields = new Set(cells.map((cell) => columnOf(cell)?.field));
  return fields.has("name") && (fields.has("email") || fields.has("phone"));
}

function columnOf(cell: string): Column | undefined {
  const heading = cell.normalize("NFKC").replace(/[\s*:：()（）]/g, "");
  if (heading === "") return undefined;
  const field = FIELDS.decide(heading)?.verdict;
  return field && { field, role: ROLES.decide(heading)?.verdict };
}

function addRow(
  entries: Map<string, Draft>,
  problems: SheetProblem[],
  { cells }: GridRow,
  columns: readonly (Column | undefined)[],
  place: string,
): void {
  const cellOf = (field: Field, role?: EntryRole | "any") => {
    const at = columns.findIndex(
      (column) => column?.field === field && (role === "any" || column.role === role),
    );
    const text = at === -1 ? "" : (cells[at] ?? "").normalize("NFKC").trim();
    return /^[-—/无]*$/.test(text) ? undefined : text;
  };
  const name = cellOf("name", "any")?.replace(/\s/g, "");
  if (name === undefined) {
    if (cells.some((cell) => cell.includes("@")))
      problems.push({ row: place, text: `${place}：没有单位名称。` });
    return;
  }
  if (/^(?:合计|总计|备注|注|说明)/.test(name)) return;
  const problem = (words: string) => problems.push({ row: place, text: `${place}：${words}` });
  const contacts = contactsOf(columns, cellOf, problem);
  const read = {
    id: cellOf("id", "any")?.toLowerCase(),
    kind: oneOf(KINDS, cellOf("kind", "any")),
    level: oneOf(LEVELS, cellOf("level", "any")),
    jurisdiction: cellOf("jurisdiction", "any")?.replace(/\s/g, ""),
    superior: cellOf("superior", "any")?.replace(/\s/g, ""),
    courtCode: cellOf("courtCode", "any")?.replace(/\s/g, ""),
    verified: yes(cellOf("verified", "any")),
  };
  if (read.id !== undefined && !/^[a-z\d-]{1,64}$/.test(read.id))
    problem(`编号“${read.id}”只能用小写字母、数字和短横线，例如 lanshan-police。`);
  const known = entries.get(name);
  for (const [field, value] of Object.entries(read)) {
    const before = known?.[field as keyof typeof read];
    if (value !== undefined && before !== undefined && before !== value)
      problem(`“${name}”的${FIELD_NAMES[field] ?? field}与前面的行不一致：“${before}”和“${value}”。`);
  }
  const draft: Draft = { ...(known ?? { name, rows: [], aliases: new Set(), contacts: [] }) };
  Object.assign(draft, Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)));
  draft.rows.push(place);
  for (const alias of (cellOf("aliases", "any") ?? "").split(/[、,，;；\s]+/))
    if (alias !== "") draft.aliases.add(alias);
  draft.contacts.push(...contacts);
  entries.set(name, draft);
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  id: "编号",
  kind: "类别",
  level: "级别",
  jurisdiction: "辖区",
  superior: "上级",
  courtCode: "法院代码",
  verified: "核实情况",
};

/** A row's contacts: one for each group of columns, 法制科室邮箱 and 负责人邮箱, or the one the row is about. */
function contactsOf(
  columns: readonly (Column | undefined)[],
  cellOf: (field: Field, role?: EntryRole) => string | undefined,
  problem: (words: string) => void,
): readonly EntryContact[] {
  const groups = new Set(columns.flatMap((column) => (column?.field === "email" ? [column.role] : [])));
  return [...groups].flatMap((group) => {
    const email = cellOf("email", group);
    if (email === undefined) return [];
    if (!EMAIL.test(email)) {
      problem(`邮箱“${email}”格式不正确。`);
      return [];
    }
    const said = cellOf("role");
    const role = group ?? oneOf(ROLES, said);
    if (said !== undefined && role === undefined)
      problem(`“${said}”不是规定的岗位，请填法制科室、负责人、书记员或者值班。`);
    const phone = cellOf("phone", group);
    return [
      {
        ...(role !== undefined && { role }),
        // 负责人 is a heading of names as well as of a role.
        name: cellOf("contact", group) ?? said ?? "联系人",
        email,
        ...(phone !== undefined && { phone }),
      },
    ];
  });
}

function oneOf<T>(table: RuleTable<string, T>, text: string | undefined): T | undefined {
  return text === undefined ? undefined : table.decide(text)?.verdict;
}

function yes(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : /^(?:是|已|√|✓|对|y)/i.test(text);
}
