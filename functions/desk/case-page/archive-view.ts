/** 归档 on the page of a closed case: how long it is kept, and the way to its archive, which is made by what most pages never load. */
import { html } from "hono/html";
import { retentionOf } from "../../../shared/domain/archive/retention.ts";
import { papersFor } from "../../../shared/domain/originals/paper-rights.ts";
import { retentionName } from "../../../shared/letters/papers/catalogue-paper.ts";
import type { Markup } from "../frame/page.ts";
import { type Place, placeOf } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";
import type { ViewedCase } from "./viewer.ts";

/** The dossier, and its catalogue, as the page's address names them. */
export const ARCHIVE = "archive";
export const CATALOGUE = "archive-catalogue";

export function isArchivePart(part: string): boolean {
  return part === ARCHIVE || part === CATALOGUE;
}

export type Closed = ViewedCase & {
  readonly file: Extract<ViewedCase["file"], { readonly state: "closed" }>;
};

/** Whether the reader may have the dossier: the case is closed, and they see originals of it. */
export function isClosedFor(viewed: ViewedCase): viewed is Closed {
  const { file, viewer } = viewed;
  return file.state === "closed" && papersFor(file, viewer.parts).length > 0;
}

/** The section of a closed case's page; nothing for whoever may not have it. */
export function archiveView(
  { rules }: Pick<DeskPorts, "rules">,
  visit: Visit,
  viewed: ViewedCase,
  query: Place["query"] = {},
): Markup | string {
  if (!isClosedFor(viewed)) return "";
  const kept = retentionName(retentionOf(viewed.file.outcome, rules.policy.archive));
  return html`<section aria-labelledby="archive"><h2 id="archive">归档</h2><p>保管期限：${kept}。</p><ul class="papers">
<li><a href="${placeOf(visit, { part: ARCHIVE, query })}">下载卷宗（.zip）</a><small>目录、文书原件、证明材料、函件和发送情况、办理经过，附校验清单；只含本单位有权查看的内容，下载情况由系统记录。</small></li>
<li><a href="${placeOf(visit, { part: CATALOGUE, query })}">卷宗目录（.docx）</a><small>归档号、立卷人、检查人留空。</small></li></ul></section>`;
}
