/** How letters and pages speak of an organisation's entry in the directory (名录): its contacts, and what has changed. */
import type { ContactRole, Level, OrganisationKind } from "../../domain/organisations/directory.ts";
import type { DirectoryActKind } from "../../domain/organisations/directory-act.ts";
import type { EntryFlaw } from "../../domain/organisations/entry.ts";
import { type Leader, leaderOfLine } from "../../domain/organisations/leaders.ts";
import type { ChangedField, EntryField } from "../../domain/organisations/organisation-change.ts";
import { type CivilDate, parseCivilDate } from "../../domain/time/time.ts";
import { printedDate } from "../frame/dates.ts";
import type { LabelledFact } from "../frame/letter.ts";
import { rankName } from "./head-wording.ts";

/** 法制科室 … */
export function roleName(role: ContactRole): string {
  return { "legal-section": "法制科室", duty: "值班收件", head: "负责人", clerk: "书记员" }[role];
}

/** 人民法院 … */
export function kindName(kind: OrganisationKind): string {
  return { court: "人民法院", bureau: "司法局", government: "人民政府", agency: "行政机关" }[kind];
}

/** 县区级 … */
export function levelName(level: Level): string {
  return { city: "市级", county: "县区级", town: "乡镇街道" }[level];
}

const FLAWS: Readonly<Record<EntryFlaw, string>> = {
  "no-address": "没有可用的邮箱",
  "address-refused": "邮箱退信",
  "address-proposed": "邮箱变更待确认",
  unverified: "未核实",
  "no-head": "没有负责人邮箱",
  "no-superior": "没有上级单位",
};

/** 没有可用的邮箱 … */
export function flawName(flaw: EntryFlaw): string {
  return FLAWS[flaw];
}

const ACTS: Readonly<Record<DirectoryActKind, string>> = {
  "unit-added": "登记新单位",
  "entry-changed": "变更信息",
  "alias-added": "增加别名",
  verified: "核实",
  "unit-closed": "撤销、并入",
  imported: "导入",
  "taken-back": "撤回",
};

/** 登记新单位, 导入 … */
export function actKindName(kind: DirectoryActKind): string {
  return ACTS[kind];
}

const FIELDS: Readonly<Record<EntryField, string>> = {
  name: "名称",
  aliases: "别名",
  level: "级别",
  jurisdiction: "辖区",
  superior: "上级单位",
  address: "地址",
  leaders: "班子成员",
  "closed-on": "撤销日期",
  "closed-into": "并入单位",
};

/** 名称, 法制科室邮箱, 负责人邮箱2 … */
export function changedLabel(change: ChangedField): string {
  switch (change.field) {
    case "contact-name":
      return `${roleName(change.role)}联系人${change.place ?? ""}`;
    case "contact-email":
      return `${roleName(change.role)}邮箱${change.place ?? ""}`;
    case "contact-proposed":
      return `${roleName(change.role)}邮箱${change.place ?? ""}拟改为（待确认）`;
    case "contact-phone":
      return `${roleName(change.role)}电话${change.place ?? ""}`;
    default:
      return FIELDS[change.field];
  }
}

/** What is new, with what was before below it. */
export function changedFact(change: ChangedField): LabelledFact {
  return {
    label: changedLabel(change),
    value: valueWords(change, change.after),
    notes: [`变更前：${valueWords(change, change.before)}`],
  };
}

function valueWords({ field }: ChangedField, text: string): string {
  if (text === "") return "（无）";
  if (field === "aliases") return text.replaceAll("\n", "、");
  if (field === "leaders")
    return text
      .split("\n")
      .map((line) => leaderWords(leaderOfLine(line)))
      .join("；");
  if (field === "level") return levelName(text as Level);
  if (field !== "closed-on") return text;
  const date: CivilDate | undefined = parseCivilDate(text);
  return date === undefined ? text : printedDate(date);
}

/** 李明，副局长（副职），分管治安，2025年3月1日到任. */
function leaderWords({ name, post, rank, field, from, to }: Leader): string {
  return [
    name,
    `${post}（${rankName(rank)}）`,
    field !== undefined && `分管${field.replace(/^分管/u, "")}`,
    from !== undefined && `${printedDate(from)}到任`,
    to !== undefined && `${printedDate(to)}离任`,
  ]
    .filter((one) => one !== false)
    .join("，");
}
