/** 待审批: the forms and objections that wait for a government, each with the way into its room; a leader sees first what is his. */
import { html } from "hono/html";
import { type ApprovalKind, isLeaders } from "../../../../shared/domain/board/approvals.ts";
import { mailboxKey } from "../../../../shared/domain/organisations/directory.ts";
import { civilDateAt, daysBetween } from "../../../../shared/domain/time/time.ts";
import { hearingMoment, printedDate } from "../../../../shared/letters/frame/dates.ts";
import { daysLeftWords } from "../../../../shared/letters/wording/worklist-wording.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseName } from "../case-name.ts";
import { type AtWork, roomPlace } from "../workspace.ts";
import type { OwnCases } from "./own-cases.ts";

const TASKS: Readonly<Record<ApprovalKind, string>> = {
  opinion: "拟办案件办理单",
  leader: "领导审批案件办理单",
  approval: "审批案件办理单",
  objection: "答复指派异议",
};

/** Whether the directory names whoever is signed in as a leader (负责人) of the government. */
function isLeader({ organisation, session }: AtWork): boolean {
  return organisation.contacts.some(
    ({ role, email }) => role === "head" && mailboxKey(email) === session.mailbox,
  );
}

/** The list; for a leader in two, his own first. */
export async function approvalsView(
  ports: DeskPorts,
  work: AtWork,
  waiting: OwnCases["waiting"],
): Promise<Markup> {
  if (!isLeader(work)) return section(ports, work, { id: "approvals", title: "待审批", waiting });
  const own = waiting.filter(isLeaders);
  const others = waiting.filter((one) => !isLeaders(one));
  return html`${await section(ports, work, { id: "approvals", title: "待您审批", waiting: own })}
${others.length === 0 ? "" : await section(ports, work, { id: "office", title: "办公室在办", waiting: others })}`;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly waiting: OwnCases["waiting"];
}

async function section(ports: DeskPorts, work: AtWork, { id, title, waiting }: Section): Promise<Markup> {
  const rows = waiting.map(async (one) => {
    const { file, kind, target, respondent, agency } = one;
    const place = await roomPlace(ports, work, target, file.version);
    const hearing = file.state === "awaiting-hearing" ? file.hearing : undefined;
    return [
      html`<a href="${place}">${TASKS[kind]}</a>`,
      untilWhen(ports, one),
      await caseName(ports, work, file, respondent),
      hearing === undefined ? "" : hearingMoment(hearing),
      kind === "objection" ? `${agency}提出异议` : `拟指派${agency}`,
    ];
  });
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${dataTable({
    caption: `共${waiting.length}项，开庭最早的在前`,
    columns: ["事项", "时限", "案件", "开庭", "内容"],
    rows: await Promise.all(rows),
    empty: "没有等待审批的事项。",
  })}</section>`;
}

/** Before the hearing, and how long it has waited. */
function untilWhen({ now }: Pick<DeskPorts, "now">, { file, since }: OwnCases["waiting"][number]): Markup {
  const today = civilDateAt(now());
  const days = daysBetween(civilDateAt(since), today);
  const waits = days === 0 ? "今天送来" : `已等待${days}天`;
  if (file.state !== "awaiting-hearing") return html`尽快<small>${waits}</small>`;
  const { date } = file.hearing;
  const near = daysBetween(today, date) <= NEAR;
  return html`${printedDate(date)}开庭前<small class="${near ? "soon" : ""}">${daysLeftWords(date, today)}，${waits}</small>`;
}

/** A hearing in no more days than this stands out. */
const NEAR = 5;
