/** How letters and pages speak of an organisation's entry in the directory (名录): its contacts, and what has changed. */
import type { ContactRole } from "../../domain/organisations/directory.ts";
import type { ChangedField } from "../../domain/organisations/organisation-change.ts";
import type { LabelledFact } from "../frame/letter.ts";

/** 法制科室 … */
export function roleName(role: ContactRole): string {
  return { "legal-section": "法制科室", duty: "值班收件", head: "负责人", clerk: "书记员" }[role];
}

/** 名称, 法制科室邮箱 … */
export function changedLabel(change: ChangedField): string {
  switch (change.field) {
    case "name":
      return "名称";
    case "address":
      return "地址";
    case "contact-name":
      return `${roleName(change.role)}联系人`;
    case "contact-email":
      return `${roleName(change.role)}邮箱`;
    case "contact-phone":
      return `${roleName(change.role)}电话`;
    default:
      return change satisfies never;
  }
}

/** What is new, with what was before below it. */
export function changedFact(change: ChangedField): LabelledFact {
  return {
    label: changedLabel(change),
    value: orNone(change.after),
    notes: [`变更前：${orNone(change.before)}`],
  };
}

function orNone(text: string): string {
  return text === "" ? "（无）" : text;
}
