/** From a register to the page of a case, for whoever holds the register's link. */
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import type { DeskPorts } from "../frame/room.ts";

export function casePageLink(
  { now, rules }: Pick<DeskPorts, "now" | "rules">,
  recipient: OrganisationId,
  caseNumber: CaseNumber,
): Link<"case-page"> {
  const expires = addMinutes(now(), rules.policy.links.caseDays * 24 * 60);
  const nonce = identityOf("register case page", recipient, caseNumber);
  return { task: "case-page", caseNumber, recipient, expires, nonce };
}
