/** From a case's page to what its bureau can do there by hand (手工办理). */
import { html } from "hono/html";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, civilDateAt } from "../../../shared/domain/time/time.ts";
import type { Markup } from "../frame/page.ts";
import { linkPlace } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";

/** The section, for a bureau that may see the case. */
export async function byHandLinks(
  ports: DeskPorts,
  visit: Visit,
  recipient: OrganisationId,
  { caseNumber }: Pick<CaseFile, "caseNumber">,
): Promise<Markup> {
  const now = ports.now();
  const link = {
    task: "case-office",
    caseNumber,
    recipient,
    expires: addMinutes(now, ports.rules.policy.links.caseDays * 24 * 60),
    nonce: identityOf("case office", caseNumber, recipient, civilDateAt(now)),
  } as const;
  const place = linkPlace(visit, await ports.keys(), link);
  return html`<h2>手工办理</h2><ul><li>电话、纸质等方式收到报告、备案的，开庭登记有误、改期或者取消的，结案、误登的：<a href="${place}">手工办理本案</a></li></ul>`;
}
