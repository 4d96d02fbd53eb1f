/** The directory (名录) as a workbook, in the columns that an upload of it is read by: a row for each contact. */
import type { Organisation, OrganisationId } from "../../domain/organisations/directory.ts";
import { CONTACT_ROLES } from "../../domain/organisations/organisation-change.ts";
import { kindName, levelName, roleName } from "../wording/organisation-wording.ts";
import { type Choices, type SheetColumn, xlsxBytes } from "./workbook.ts";

/** Ready for units that are new. */
const BLANK_ROWS = 50;

const choose = (values: readonly string[]): Choices => ({ values, others: false });
const KINDS = choose((["agency", "government", "bureau", "court"] as const).map(kindName));
const LEVELS = choose((["city", "county", "town"] as const).map(levelName));
const ROLES = choose(CONTACT_ROLES.map(roleName));
const YES_OR_NO = choose(["是", "否"]);

const COLUMNS: readonly SheetColumn[] = [
  { title: "单位编号", width: 22 },
  { title: "单位名称", width: 36 },
  { title: "单位类别", width: 12, choices: KINDS },
  { title: "别名", width: 36 },
  { title: "级别", width: 12, choices: LEVELS },
  { title: "辖区", width: 12 },
  { title: "上级单位", width: 30 },
  { title: "法院代码", width: 12 },
  { title: "岗位", width: 12, choices: ROLES },
  { title: "联系人", width: 16 },
  { title: "电子邮箱", width: 34 },
  { title: "联系电话", width: 18 },
  { title: "是否核实", width: 10, choices: YES_OR_NO },
];

/** `nameOf`: what an organisation is called that stands above one of them. */
export function directoryWorkbook(
  entries: readonly Organisation[],
  nameOf: (id: OrganisationId) => string,
): Promise<Uint8Array> {
  const rows = entries.flatMap((entry) => {
    const { id, name, kind, aliases, level, jurisdiction, superior, courtCode, contacts, verified } = entry;
    const unit = [
      id,
      name,
      kindName(kind),
      aliases.join("、"),
      levelName(level),
      jurisdiction,
      superior === undefined ? undefined : nameOf(superior),
      courtCode,
    ];
    const people = contacts.map(({ role, name: person, email, phone }) => [
      roleName(role),
      person,
      email,
      phone,
    ]);
    return (people.length === 0 ? [[undefined, undefined, undefined, undefined]] : people).map((person) => [
      ...unit,
      ...person,
      verified ? "是" : "否",
    ]);
  });
  return xlsxBytes([{ name: "单位名录", columns: COLUMNS, rows, blankRows: BLANK_ROWS }], "单位名录");
}
