/** A city in memory in which one agency has been summoned: its mails' links, and forms filled in. */
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import type { LinkTask } from "../../shared/domain/notices/frame/link-target.ts";
import type { NoticeKind } from "../../shared/domain/notices/notice-kinds.ts";
import { at } from "./case-builders.ts";
import { memoryCity } from "./memory-city.ts";

export const CASE = "（2026）鲁1321行初77号";
export const COURT_FOLDER = "courts/1321/inbox";

/** A summons of 沂南县公安局 to 2026-09-24, 9:00. */
export function summonsText(changes: { readonly number?: string } = {}): Uint8Array {
  return new TextEncoder().encode(`沂南县人民法院
传票

案号：${changes.number ?? CASE}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第五审判庭
审判员：徐静
书记员：马超
2026年9月7日
`);
}

/** The record of that hearing; `head` is its line about the head. */
export function recordText(head: string): Uint8Array {
  return new TextEncoder().encode(`沂南县人民法院
庭审笔录
案号：${CASE}
开庭时间：2026年9月24日上午9时00分至10时30分
开庭地点：本院第五审判庭
审判员：徐静　书记员：马超
原告：陈建，到庭。
被告：沂南县公安局
${head}
审判员：现在开庭。
`);
}

/** The judgment after it; `ruling`: what it decides, else it dismisses the claims. */
export function judgmentText(ruling = "驳回原告陈建的诉讼请求。"): Uint8Array {
  return new TextEncoder().encode(`沂南县人民法院
行政判决书
${CASE}
原告陈建。
被告沂南县公安局。
原告陈建诉被告沂南县公安局行政处罚一案，本院于2026年9月24日公开开庭审理了本案。原告陈建、被告沂南县公安局的副局长龙涛到庭参加诉讼。本案现已审理终结。
判决如下：
${ruling}
审判长　徐静
二〇二六年九月二十四日
书记员　马超
`);
}

/** The city on 2026-09-08, 9:00, the summons just in. */
export async function aCity() {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  await city.put(COURT_FOLDER, "summons.txt", summonsText());
  return city;
}

/** The token in the newest mail of a kind to an address. */
export function mailTo(
  { sent }: Awaited<ReturnType<typeof aCity>>,
  address: string,
  kind: NoticeKind,
): string {
  const mail = sent.findLast(
    ({ notice, token }) =>
      notice.recipient.address === address && notice.content.kind === kind && token !== undefined,
  );
  if (mail?.token === undefined)
    throw new Error(
      `no link; mails: ${sent.map(({ notice }) => `${notice.recipient.address} ${notice.content.kind}`).join(", ")}`,
    );
  return mail.token;
}

/** The token of a task that stands with a line of the newest such mail to an address; `about`: of this case. */
export function taskTo(
  { sent }: Awaited<ReturnType<typeof aCity>>,
  address: string,
  task: LinkTask,
  about?: string,
): string {
  const found = sent
    .filter(({ notice }) => notice.recipient.address === address)
    .flatMap(({ tasks }) => tasks)
    .findLast(
      ({ link }) =>
        link.task === task && (about === undefined || ("caseNumber" in link && link.caseNumber === about)),
    );
  if (found === undefined) throw new Error(`no ${task} in a mail to ${address}`);
  return found.token;
}

/** The hidden values of a page's form. */
export function values(page: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
}

/** A report filled in well. */
export const REPORT = {
  proposal: "请求驳回诉讼请求。",
  appears: "yes",
  headName: "龙涛",
  headTitle: "副局长",
  headRank: "deputy",
  others: "李明，法规科科长",
  by: "李明",
  do: "submit",
} as const;

/** The same where the head can't appear. */
export const ABSENT_REPORT = {
  proposal: "请求驳回诉讼请求。",
  appears: "no",
  ground: "accident",
  explanation: "住院",
  others: "李明，法规科科长",
  by: "李明",
  do: "submit",
} as const;

/** A filing filled in well. */
export const FILING = {
  attended: "yes",
  headName: "龙涛",
  headTitle: "副局长",
  headRank: "deputy",
  spoke: "yes",
  identity: "in-order",
  left: "no",
  again: "no",
  result: "judgment-later",
  staff: "李明，法规科科长",
  by: "李明",
  do: "submit",
} as const;

/** The same where the head did not come. */
export const ABSENT_FILING = {
  attended: "no",
  ground: "irreplaceable-duty",
  explanation: "当日参加防汛值守",
  accepted: "unknown",
  again: "no",
  result: "judgment-later",
  staff: "李明，法规科科长",
  by: "李明",
  do: "submit",
} as const;
