/** 抄送上级: the letter as its superior would get it today, and the button that lets it go; nothing where there is nobody above. */
import { html } from "hono/html";
import type { NoticeContent } from "../../../shared/domain/notices/notice-kinds.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, type Filled } from "../frame/fields.ts";
import { formFrame } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";

/** The section on the bureau's page of an entry whose agency has been urged. */
export async function superiorCopyView(
  ports: DeskPorts,
  agency: OrganisationId | undefined,
  content: NoticeContent,
  filled: Filled,
  revision: number,
): Promise<Markup> {
  const { directory, senderName } = ports;
  const below = agency === undefined ? undefined : await directory.organisation(agency);
  const superior = below?.superior === undefined ? undefined : await directory.organisation(below.superior);
  if (superior === undefined) return html``;
  const { letterOf } = await import("../../../shared/letters/notices/notice-letters.ts");
  const { subject, asks, body } = letterOf(content, { name: senderName });
  return html`<h2>抄送上级</h2><p>已向该单位发督办函，上级机关未收到抄送。确认后，发给${superior.name}：</p>
${factList(fact("主题", subject), ...asks, ...body.flatMap((block) => (block.type === "facts" ? block.facts : [])))}
${formFrame(ports, revision, actorField(filled, "经办人"), "确认抄送上级", filled.form.form, "copy")}`;
}
