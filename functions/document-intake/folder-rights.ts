/** What may come from whose folder: a court's papers from courts and bureaus, an agency's from everyone, for itself. */

import { kindOf } from "../../shared/casework/documents/answers.ts";
import type { Source } from "../../shared/casework/documents/arriving.ts";
import { statedRespondents } from "../../shared/casework/documents/understand.ts";
import { identify } from "../../shared/casework/involved.ts";
import type { ReadDocument } from "../../shared/documents/kinds/facts.ts";
import type { Rejection } from "../../shared/domain/refusal.ts";
import type { IntakePorts } from "./intake-ports.ts";

/** Why a paper is not taken from this folder; undefined where it is. A record an agency uploads proves nothing. */
export async function refusalOfFolder(
  { directory }: Pick<IntakePorts, "directory">,
  { folder, uploader }: Source,
  document: ReadDocument,
): Promise<Rejection | undefined> {
  const kind = kindOf(document);
  const paper = { kind, ...(document.title !== undefined && { title: document.title }) };
  if (folder === "bureaus" && kind === "case-ledger") return { type: "not-a-case-document", paper: { kind } };
  if (folder !== "agencies" || uploader === undefined) return undefined;
  if (document.agencyPaper === undefined)
    return kind === "other" && document.figures === undefined
      ? undefined
      : { type: "not-from-agency", paper };
  const named = await identify(
    statedRespondents(document).map(({ value }) => ({ name: value })),
    directory,
  );
  const stranger = named.find(({ identity }) => identity?.organisation !== uploader.id);
  return stranger && { type: "not-its-own", agency: uploader.name, read: stranger.name };
}
