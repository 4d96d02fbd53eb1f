/** 名录: what a bureau sees and changes of the directory, its entries each on a page, and what it did, to be taken back. */

import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { Form } from "../frame/form.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, Shown, Visit } from "../frame/room.ts";
import { actsPage } from "./acts-page.ts";
import {
  deedPage,
  ENTRY_DEEDS,
  type EntryDeedName,
  newPage,
  submitDeed,
  submitNew,
  submitVerified,
} from "./deeds.ts";
import { entryPage } from "./entry-page.ts";
import { exportFile } from "./export-file.ts";
import { importPage, submitImport } from "./import-page.ts";
import { listPage } from "./list-page.ts";
import { type Asked, caseOf, namingPage, submitNaming } from "./naming-page.ts";
import { type DirectoryLink, type OpenDirectory, openDirectory, openEntry } from "./open-directory.ts";

export const directoryRoom: Room<DirectoryLink> = {
  about: ({ task }) => (task === "unknown-name" ? "被告名称核定" : "单位名录"),
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),

  async show(ports, link, visit): Promise<Shown> {
    const open = await opened(ports, link, visit);
    if ("type" in open) return refusalPage(open);
    switch (partOf(open)) {
      case "list":
        return listPage(ports, open);
      case "new":
        return newPage(ports, open);
      case "acts":
        return actsPage(ports, open);
      case "import":
        return importPage(ports, open);
      case "export":
        return exportFile(ports, open);
      case "naming":
        return namingPage(ports, open, askedOf(open));
      default:
        return showEntry(ports, open);
    }
  },

  async submit(ports, link, form, visit): Promise<Answer> {
    const open = await opened(ports, link, visit);
    if ("type" in open) return refusalPage(open);
    switch (partOf(open)) {
      case "import":
        return submitImport(ports, open, form);
      case "list":
      case "acts":
      case "export":
        return directoryRoom.show(ports, link, visit);
      case "new":
        return submitNew(ports, open, form);
      case "naming":
        return submitNaming(ports, open, form, askedOf(open));
      default:
        return submitEntry(ports, open, form);
    }
  },
};

/** The directory for a link's bureau, while what the link is about is its bureau's. */
async function opened(
  ports: DeskPorts,
  link: DirectoryLink,
  visit: Visit,
): Promise<OpenDirectory | DeskRefusal> {
  const open = await openDirectory(ports, link, visit);
  if ("type" in open) return open;
  if (link.task === "unknown-name") {
    const file = await caseOf(ports, open, link.caseNumber);
    const isNamed = file?.respondents.some(({ name }) => name === link.respondent) === true;
    return isNamed ? open : { type: "not-theirs" };
  }
  if (link.task !== "directory-entry") return open;
  const entry = await openEntry(ports, open, link.organisation);
  return "type" in entry ? entry : open;
}

/** Which page: of the address, or the one the link itself is for. */
function partOf({ link, visit }: OpenDirectory): string {
  if (visit.part !== undefined) return visit.part;
  return { directory: "list", "directory-entry": "entry", "unknown-name": "naming" }[link.task];
}

function askedOf({ link, visit }: OpenDirectory): Asked {
  const own = link.task === "unknown-name" ? link : undefined;
  const { case: caseNumber = own?.caseNumber, name = own?.respondent } = visit.query;
  return { caseNumber, name };
}

function entryIdOf({ link, visit }: OpenDirectory): string | undefined {
  return visit.query.id ?? (link.task === "directory-entry" ? link.organisation : undefined);
}

async function showEntry(ports: DeskPorts, open: OpenDirectory): Promise<Shown> {
  const entry = await openEntry(ports, open, entryIdOf(open));
  if ("type" in entry) return refusalPage(entry);
  const part = partOf(open);
  return isDeed(part) ? deedPage(ports, entry, part) : entryPage(ports, entry);
}

async function submitEntry(ports: DeskPorts, open: OpenDirectory, form: Form): Promise<Answer> {
  const entry = await openEntry(ports, open, entryIdOf(open));
  if ("type" in entry) return refusalPage(entry);
  const part = partOf(open);
  if (isDeed(part)) return submitDeed(ports, entry, part, form);
  return form.do === "verify" || form.do === "submit" || form.do === "back"
    ? submitVerified(ports, entry, form)
    : entryPage(ports, entry);
}

function isDeed(part: string): part is EntryDeedName {
  return Object.hasOwn(ENTRY_DEEDS, part);
}
