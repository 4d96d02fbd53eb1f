/** Is a document a directory (通讯录): a file of organisations, or a table of how agencies can be reached? */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";

const CONTACT = /电话|手机|邮箱|邮件|传真|联系方式|联系人|e-?mail/iu;
const ORGAN = /单位|机关|法院|部门|机构|名称/u;
const CASE = /案号|案由|原告|开庭/u;
const TITLE = /通讯录|联系方式|联络员|联系人名单|名录/u;
/** What stands at the head of a column has fewer characters; a letter in one line has commas too. */
const LONGEST_HEADING = 24;
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
      row.every((cell) => cell.length <= LONGEST_HEADING) &&
      row.some((cell) => ORGAN.test(cell)) &&
      row.filter((cell) => CONTACT.test(cell)).length >= (isTitled ? 1 : 2),
  );
  if (heading === undefined || heading.some((cell) => CASE.test(cell))) return undefined;
  return {
    value: "directory",
    confidence: isTitled ? CONFIDENCE.stated : CONFIDENCE.inferred,
    rule: "table-of-contacts",
    text: heading.join(" ").slice(0, 200),
  };
}

/** The directory that a text is: a JSON file of organisations, or lines of contacts. */
export function directoryIn(text: string): { readonly kind: Fact<"directory"> } | undefined {
  const kind = directoryFile(text) ?? contactTable(text);
  return kind && { kind };
}

/** Whether a text's first lines head a table of contacts. */
export function isContactTable(text: string): boolean {
  return contactTable(text) !== undefined;
}

function contactTable(text: string): Fact<"directory"> | undefined {
  const lines = text.trimStart().split("\n", WITHIN_ROWS);
  return directorySheet(lines.map((line) => line.split(/[\t,;，；]/u)));
}

const FILE_KEYS = /"(?:organisations|organizations|agencies|courts|bureaus|jurisdiction|contacts)"/;
/** Such a key stands near the beginning of the file. */
const KEYS_WITHIN = 4000;

/** The directory of courts and agencies is a JSON file. */
function directoryFile(text: string): Fact<"directory"> | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!FILE_KEYS.test(JSON.stringify(value).slice(0, KEYS_WITHIN))) return undefined;
    return {
      value: "directory",
      confidence: CONFIDENCE.stated,
      rule: "json-of-organisations",
      text: text.slice(0, 80),
    };
  } catch {
    return undefined;
  }
}
