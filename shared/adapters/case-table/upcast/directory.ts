/** How did notices of before keep what they say of the directory (名录)? By names and sentences. */
import type { StoredItem } from "./upcaster.ts";

const FAULTS: Readonly<Record<string, string>> = {
  名录中没有可用的电子邮箱: "no-address",
  名录中没有该单位: "not-listed",
  "邮件被退回，地址无效": "bounced",
  收件人将邮件标记为垃圾邮件: "complained",
  邮件系统拒绝发送: "failed",
  多次发送后仍无法确认邮件是否发出: "ambiguous",
};

/** 地址失效. */
export function addressFailedOf({ cause, subject, ...content }: StoredItem): StoredItem {
  return {
    ...content,
    cause: FAULTS[String(cause)] ?? "failed",
    about: { type: "as-written", text: subject },
  };
}

const FIELDS: Readonly<Record<string, string>> = { 名称: "name", 地址: "address" };
const ROLES: Readonly<Record<string, string>> = {
  法制科室: "legal-section",
  值班收件: "duty",
  负责人: "head",
};
const PARTS: Readonly<Record<string, string>> = {
  联系人: "contact-name",
  邮箱: "contact-email",
  电话: "contact-phone",
};
const NONE = "（无）";

/** 单位信息变更: what has changed, by its label. */
export function organisationChangedOf({ changes, ...content }: StoredItem): StoredItem {
  return { ...content, changes: (changes as readonly StoredItem[]).map(changeOf) };
}

function changeOf({ label, before, after }: StoredItem): StoredItem {
  const field = FIELDS[String(label)];
  const [, role = "", part = ""] = /^(.+?)(联系人|邮箱|电话)$/u.exec(String(label)) ?? [];
  const values = { before: before === NONE ? "" : before, after: after === NONE ? "" : after };
  return field === undefined ? { field: PARTS[part], role: ROLES[role], ...values } : { field, ...values };
}
