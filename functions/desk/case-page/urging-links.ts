/** From a case's page to what its bureau can do about 督办: duties that are announced, held or urged, each with its page. */
import { html } from "hono/html";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import { isPending, roundsOf, urgedRound, urgingOf } from "../../../shared/domain/obligations/urging.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, civilDateAt } from "../../../shared/domain/time/time.ts";
import type { UrgedDuty } from "../../../shared/domain/urging/urging-decision.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { periodName } from "../../../shared/letters/wording/history-wording.ts";
import type { Markup } from "../frame/page.ts";
import { linkPlace } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";

/** Nothing where no duty is, or another bureau answers for it. */
export async function urgingLinks(
  ports: DeskPorts,
  visit: Visit,
  recipient: OrganisationId,
  { file, involved }: { readonly file: CaseFile; readonly involved: Involved },
): Promise<Markup> {
  const { policy } = ports.rules;
  const { caseNumber } = file;
  const now = ports.now();
  const keys = await ports.keys();
  const open = [...file.deadlines, ...file.duties].filter(({ status }) => status === "open");
  const lines = open.flatMap((one) => {
    const { kind, respondent } = one;
    const which: Pick<UrgedDuty, "hearing" | "subject"> =
      "hearing" in one ? { hearing: one.hearing } : defined({ subject: one.subject });
    if ((involved.respondents.get(respondent)?.bureau ?? involved.bureau)?.id !== recipient) return [];
    const duty = { kind, respondent, ...which };
    const urging = urgingOf(file, duty, roundsOf(kind, policy));
    const sent = urgedRound(urging)?.sentAt;
    const stands =
      urging.hold !== undefined
        ? `暂缓督办至${printedDate(urging.hold.until)}`
        : urging.rounds.some(isPending)
          ? "拟督办"
          : sent && `${printedDate(civilDateAt(sent))}已督办`;
    if (stands === undefined) return [];
    const link = {
      task: "urging",
      caseNumber,
      respondent,
      duty: kind,
      ...defined({ sitting: duty.hearing, subject: duty.subject }),
      recipient,
      expires: addMinutes(now, policy.links.caseDays * 24 * 60),
      nonce: identityOf(
        "board urging",
        caseNumber,
        respondent,
        kind,
        String(duty.hearing ?? duty.subject ?? ""),
        civilDateAt(now),
      ),
    } as const;
    return [
      {
        words: `${respondent}${periodName(kind)}：${stands}。`,
        place: linkPlace(visit, keys, link),
      },
    ];
  });
  if (lines.length === 0) return html``;
  return html`<h2>督办</h2><ul>${lines.map(({ words, place }) => html`<li>${words}<a href="${place}">办理督办</a></li>`)}</ul>`;
}
