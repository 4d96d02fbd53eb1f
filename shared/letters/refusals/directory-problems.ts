/** What keeps a directory (名录) from being loaded, in words: one sentence an entry or cell, with its place in the file. */
import type { DirectoryFileProblem } from "../../domain/refusal.ts";
import { type Words, worded } from "../frame/worded.ts";

/** 第3行：“某局”没有联系人。 */
export function explainDirectoryProblem(problem: DirectoryFileProblem): string {
  const place = "place" in problem && problem.place !== undefined ? `${problem.place}：` : "";
  return `${place}${worded(PROBLEMS, problem)}`;
}

const PROBLEMS: Words<DirectoryFileProblem, string> = {
  "id-twice": ({ id }) => `编号“${id}”出现了两次。`,
  "shared-key": ({ name, other, key }) => `“${name}”与“${other}”使用了同一个名称、法院代码或辖区（${key}）。`,
  "no-court-code": ({ name }) => `法院“${name}”缺少法院代码 courtCode。`,
  "no-contact": ({ name }) => `“${name}”没有联系人。`,
  "no-such-superior": ({ name, superior }) => `“${name}”的上级“${superior}”不在名录中。`,
  "no-directory":
    "文件不是名录。请上传 JSON 格式的名录，或者首行含“单位名称、辖区、联系人、邮箱”等列的 Excel 通讯录（法院另填法院代码）。",
  malformed: ({ path }) => `“${path === "" ? "文件" : path}”格式不正确。`,
  "bad-cell": ({ field }) => `${COLUMNS[field] ?? "内容"}没有填写或者格式不正确。`,
  "as-read": ({ text }) => text,
};

/** The columns of a sheet of contacts (通讯录), by the field they fill. */
const COLUMNS: Readonly<Record<string, string>> = {
  id: "编号",
  kind: "类别",
  name: "单位名称",
  aliases: "简称",
  level: "级别",
  jurisdiction: "辖区",
  superior: "上级单位",
  courtCode: "法院代码",
  contacts: "联系人",
};
