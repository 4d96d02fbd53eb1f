/** A case's page by a link of its own: for workspaces and search, whoever of its organisations opens it. */
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { linkPlace } from "../frame/place.ts";
import { notFoundPage } from "../frame/plain-pages.ts";
import type { DeskPorts, Room, Shown, Visit } from "../frame/room.ts";
import { casePage, casePart } from "./case-page.ts";

type CasePageLink = Link<"case-page">;

export const casePageRoom: Room<CasePageLink> = {
  about: ({ caseNumber }) => `${caseNumber}案件情况`,
  subject: ({ caseNumber }) => ({ of: "case", caseNumber }),
  show,
  submit: (ports, link, _, visit) => show(ports, link, visit),
};

async function show(ports: DeskPorts, link: CasePageLink, visit: Visit): Promise<Shown> {
  const { caseNumber: number, recipient, expires, nonce } = link;
  if (visit.part !== undefined)
    return (await casePart(ports, { number, recipient }, visit.part, visit)) ?? notFoundPage;
  const programme = linkPlace(visit, await ports.keys(), { task: "programme", recipient, expires, nonce });
  return casePage(ports, visit, {
    number,
    recipient,
    propose: (agency) => `${programme}/correction?${new URLSearchParams({ agency, caseNumber: number })}`,
  });
}
