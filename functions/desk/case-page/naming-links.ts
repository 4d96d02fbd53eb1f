/** From a case's page to the page 这是哪个单位？, for each respondent whom the directory doesn't know. */
import { html } from "hono/html";
import { unknownNames } from "../../../shared/domain/board/waiting-names.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, civilDateAt } from "../../../shared/domain/time/time.ts";
import type { Markup } from "../frame/page.ts";
import { linkPlace } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";

/** Nothing where all of them are known. */
export async function namingLinks(
  ports: DeskPorts,
  visit: Visit,
  recipient: OrganisationId,
  file: CaseFile,
): Promise<Markup> {
  const names = unknownNames(file);
  if (names.length === 0) return html``;
  const { caseNumber } = file;
  const now = ports.now();
  const expires = addMinutes(now, ports.rules.policy.links.caseDays * 24 * 60);
  const keys = await ports.keys();
  const placeOf = (respondent: string) => {
    const nonce = identityOf("board naming", caseNumber, respondent, civilDateAt(now));
    return linkPlace(visit, keys, {
      task: "unknown-name",
      caseNumber,
      respondent,
      recipient,
      expires,
      nonce,
    });
  };
  return html`<div class="note"><strong>名录中没有对应单位，还没有通知：</strong>${names.map((name) => html`<p>“${name}”：<a href="${placeOf(name)}">这是哪个单位？</a></p>`)}</div>`;
}
