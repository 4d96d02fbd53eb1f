/** The case behind a link, and whether the link may still act on it. */
import { wasDesignated } from "../../../shared/domain/case-file/designation.ts";
import { type CaseFile, stillSued } from "../../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { CaseLink } from "./case-link.ts";
import { type Holder, holderOf } from "./holder.ts";

/** A genuine link with its case, for whoever it belongs to. */
export interface OpenCase<Own = CaseLink> {
  readonly link: Own;
  readonly file: CaseFile;
  /** In which part it is theirs. */
  readonly holder: Holder;
}

export type Opening =
  | { readonly state: "refused"; readonly refusal: DeskRefusal }
  | ({ readonly state: "used"; readonly used: UsedLink } & OpenCase)
  | ({ readonly state: "open" } & OpenCase);

/** What a link about a case names, whoever holds it. */
export interface CaseBehind {
  readonly file: CaseFile;
  /** Where it was used. */
  readonly used: UsedLink | undefined;
}

/** The case of a link, which there must be; whether it is the holder's, its room says. */
export async function caseBehind(
  { records }: Pick<DeskPorts, "records">,
  { caseNumber, nonce }: { readonly caseNumber: CaseNumber; readonly nonce: string },
): Promise<CaseBehind | DeskRefusal> {
  const [file, used] = await Promise.all([records.caseFile(caseNumber), records.usedLink(nonce)]);
  if (file === undefined) return { type: "case-gone" };
  return file.void === true ? { type: "case-void" } : { file, used };
}

/** What stands behind a link now: still unused, still this organisation's. Reads only. */
export async function openCase(ports: DeskPorts, link: CaseLink): Promise<Opening> {
  const behind = await caseBehind(ports, link);
  if ("type" in behind) return { state: "refused", refusal: behind };
  const { file, used } = behind;
  const holder = await holderOf(ports, link, file);
  if (holder === undefined) {
    const withdrawn = isResponders(link) && wasDesignated(file, link.respondent, link.recipient);
    return { state: "refused", refusal: { type: withdrawn ? "designation-withdrawn" : "not-theirs" } };
  }
  if (used === undefined && OF_SITTINGS_TO_COME.has(link.task) && !isStillSued(link, file))
    return { state: "refused", refusal: { type: "no-longer-sued" } };
  return used === undefined
    ? { state: "open", link, file, holder }
    : { state: "used", used, link, file, holder };
}

/** What is asked before a sitting; of sittings that were held there may still be something to say. */
const OF_SITTINGS_TO_COME: ReadonlySet<CaseLink["task"]> = new Set([
  "report",
  "designation",
  "approval",
  "leader",
]);

function isStillSued({ respondent }: CaseLink, file: CaseFile): boolean {
  return stillSued(file).some(({ name }) => name === respondent);
}

/** Whether it is for whoever answers for the respondent. */
function isResponders({ task }: CaseLink): boolean {
  return task === "report" || task === "filing" || task === "duty";
}
