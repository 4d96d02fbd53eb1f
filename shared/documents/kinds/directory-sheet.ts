import type { Fact } from "../text/fact.ts";

const CONTACT = /电话|手机|邮箱|邮件|传真|联系方式|联系人|e-?mail/iu;
const ORGAN = /单位|机关|法院|部门|机构|名称/u;
const CASE = /案号|案由|原告|开庭/u;
const TITLE = /通讯录|联系方式|联络员|联系人名单|名录/u;
/** A heading stands below a title and perhaps a date. */
const WITHIN_ROWS = 6;

/**
 * Whether a table is a directory (通讯录): a heading with agencies and two ways to reach them, or one under a title
 * that says so. A table of cases is none, whoever's telephone it gives.
 */
export function directorySheet(rows: readonly (readonly string[])[]): Fact<"directory"> | undefined {
  const top = rows.slice(0, WITHIN_ROWS).map((row) => row.map((cell) => cell.replace(/\s/gu, "")));
  const isTitled = top.some((row) => row.some((cell) => TITLE.test(cell)));
  const heading = top.find(
    (row) =>
      row.length >= 3 &&
      row.some((cell) => ORGAN.test(cell)) &&
      row.filter((cell) => CONTACT.test(cell)).length >= (isTitled ? 1 : 2),
  );
  if (heading === undefined || heading.some((cell) => CASE.test(cell))) return undefined;
  return {
    value: "directory",
    confidence: isTitled ? 0.95 : 0.85,
    rule: "table-of-contacts",
    text: heading.join(" ").slice(0, 200),
  };
}
