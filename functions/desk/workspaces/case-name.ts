/** A case as a list of a workspace names it: its number, which opens its page, and what it is about. */
import { html } from "hono/html";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import { type AtWork, roomPlace } from "./workspace.ts";

/** With its plaintiff and cause; the respondent only where it isn't the organisation itself. */
export async function caseName(
  ports: Pick<DeskPorts, "keys">,
  work: AtWork,
  { caseNumber, plaintiffs, cause = "" }: Pick<CaseFile, "caseNumber" | "plaintiffs" | "cause">,
  respondent: string,
): Promise<Markup> {
  const [first = ""] = plaintiffs;
  const who = plaintiffs.length > 1 ? `${first}等${plaintiffs.length}人` : first;
  const instead = respondent === work.organisation.name ? "" : `（${respondent}）`;
  return html`${await caseNumberLink(ports, work, caseNumber)}<small>${[who, cause].filter(Boolean).join("，")}${instead}</small>`;
}

/** The number alone. */
export async function caseNumberLink(
  ports: Pick<DeskPorts, "keys">,
  work: AtWork,
  caseNumber: BoardRow["caseNumber"],
): Promise<Markup> {
  const place = await roomPlace(ports, work, { task: "case-page", caseNumber });
  return html`<a href="${place}">${caseNumber}</a>`;
}
