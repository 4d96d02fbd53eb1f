/** 函件 and 下载记录 on a case's page: every letter with where its mail is, and who took which original. */
import { html } from "hono/html";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { deliveryWords } from "../../../shared/letters/wording/delivery-wording.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import type { PostedNotice } from "../../../shared/ports/outbox.ts";
import type { Markup } from "../frame/page.ts";
import type { Place } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { letterLink } from "../papers/letter-papers.ts";
import type { CaseViewer } from "./viewer.ts";

/** All of the case for its bureau, one's own for everybody else; in the order they were decided. */
export async function lettersFor(
  { outbox }: Pick<DeskPorts, "outbox">,
  { caseNumber }: CaseFile,
  { role, organisation }: CaseViewer,
): Promise<readonly PostedNotice[]> {
  return (await outbox.posted({ of: "case", caseNumber })).filter(
    ({ notice }) => role === "bureau" || notice.recipient.organisation === organisation.id,
  );
}

/** The newest first; a bureau can have each on paper, to be numbered and sealed. */
export async function lettersView(
  ports: Pick<DeskPorts, "outbox" | "senderName">,
  file: CaseFile,
  viewer: CaseViewer,
  visit: Visit,
  query: Place["query"],
): Promise<Markup> {
  const { senderName: name } = ports;
  const posted = await lettersFor(ports, file, viewer);
  return html`<section aria-labelledby="letters"><h2 id="letters">函件</h2>${dataTable({
    caption: `共${posted.length}件，最近的在前；并入每日摘要的事项见办理经过`,
    columns: ["函件", "收件", "时间", "状态"],
    rows: posted.toReversed().map(({ notice, state, settledAt }) => {
      const { recipient, content, signer = { name }, createdAt, releaseAt } = notice;
      const isLost =
        state === "bounced" || state === "failed" || state === "ambiguous" || state === "dropped";
      const words = deliveryWords(state, { releaseAt, settledAt });
      return [
        viewer.role === "bureau"
          ? html`${letterOf(content, signer).subject}<small>${letterLink(notice, visit, query)}</small>`
          : letterOf(content, signer).subject,
        html`${recipient.organisationName}<small>${recipient.name}，${recipient.address}</small>`,
        printedMoment(createdAt),
        isLost ? html`<span class="late">${words}</span>` : words,
      ];
    }),
    empty: "没有函件。",
  })}</section>`;
}

/** So many of the newest are listed. */
const MOST_LISTED = 50;

const OTHER_FILES: Readonly<Record<string, string>> = { proof: "证明材料", archive: "卷宗" };

/** Of the bureau alone. */
export async function downloadsView(
  { downloads }: Pick<DeskPorts, "downloads">,
  { caseNumber }: CaseFile,
): Promise<Markup> {
  const taken = await downloads.of({ of: "case", caseNumber });
  if (taken.length === 0) return html``;
  const listed = taken.toReversed().slice(0, MOST_LISTED);
  return html`<section aria-labelledby="downloads"><h2 id="downloads">下载记录</h2>${dataTable({
    caption: `共${taken.length}次，列出最近${listed.length}次`,
    columns: ["时间", "单位", "文书"],
    rows: listed.map(({ at, name, paper }) => [
      printedMoment(at),
      name,
      documentName(paper) ?? OTHER_FILES[paper] ?? "文件",
    ]),
    empty: "没有下载。",
  })}</section>`;
}
