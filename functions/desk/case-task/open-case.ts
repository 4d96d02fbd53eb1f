/** The case behind a link, and whether the link may still act on it. */
import { involvedIn } from "../../../shared/casework/involved.ts";
import { designationOf, responderOf, wasDesignated } from "../../../shared/domain/case-file/designation.ts";
import { type CaseFile, stillSued } from "../../../shared/domain/case-file/state.ts";
import { DUTY_RULES } from "../../../shared/domain/duties/duty-rules.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import type { DeskPorts } from "../frame/room.ts";

/** A link about a case. */
export type CaseLink = Link<
  | "report"
  | "filing"
  | "duty"
  | "supervision"
  | "loss-review"
  | "designation"
  | "approval"
  | "leader"
  | "appeal-approval"
  | "orders"
  | "judgment-note"
  | "call-classes"
  | "principal-absence"
>;

/** A genuine link with its case, for whoever it belongs to. */
export interface OpenCase<Own = CaseLink> {
  readonly link: Own;
  readonly file: CaseFile;
}

export type Opening =
  | { readonly state: "refused"; readonly refusal: DeskRefusal }
  | ({ readonly state: "used"; readonly used: UsedLink } & OpenCase)
  | ({ readonly state: "open" } & OpenCase);

/** What stands behind a link now: still unused, still this organisation's. Reads only. */
export async function openCase(ports: DeskPorts, link: CaseLink): Promise<Opening> {
  const [file, used] = await Promise.all([
    ports.records.caseFile(link.caseNumber),
    ports.records.usedLink(link.nonce),
  ]);
  if (file === undefined) return { state: "refused", refusal: { type: "case-gone" } };
  if (file.void === true) return { state: "refused", refusal: { type: "case-void" } };
  if (!(await isTheirs(ports, link, file))) {
    const withdrawn = isResponders(link) && wasDesignated(file, link.respondent, link.recipient);
    return { state: "refused", refusal: { type: withdrawn ? "designation-withdrawn" : "not-theirs" } };
  }
  if (used === undefined && OF_SITTINGS_TO_COME.has(link.task) && !isStillSued(link, file))
    return { state: "refused", refusal: { type: "no-longer-sued" } };
  return used === undefined ? { state: "open", link, file } : { state: "used", used, link, file };
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

/** What a government owes beside the sittings is its bureau's until somebody is designated. */
function isByBureau({ task, respondent }: CaseLink, file: CaseFile): boolean {
  const kind = file.respondents.find(({ name }) => name === respondent)?.identity?.kind;
  return task === "duty" && kind === "government" && designationOf(file, respondent) === undefined;
}

/** The directory may know another agency, or another bureau, by the name today than when the mail was sent. */
async function isTheirs(ports: DeskPorts, link: CaseLink, file: CaseFile): Promise<boolean> {
  const respondent = file.respondents.find(({ name }) => name === link.respondent);
  if (respondent === undefined) return false;
  if (isResponders(link) && responderOf(file, link.respondent) === link.recipient) return true;
  const isCourts = link.task === "duty" && DUTY_RULES[link.duty].isHandedToCourt === true;
  if (isResponders(link) && !isCourts && !isByBureau(link, file)) return false;
  if (link.task === "approval" || link.task === "leader")
    return respondent.identity?.organisation === link.recipient;
  const isGovernments = respondent.identity?.kind === "government";
  if (link.task === "appeal-approval" && isGovernments)
    return respondent.identity?.organisation === link.recipient;
  if (link.task === "orders" && responderOf(file, link.respondent) === link.recipient) return true;
  const { respondents, bureau, court } = await involvedIn(file, ports.directory);
  // What it is handed the court may say itself.
  if ((isCourts || link.task === "judgment-note") && court?.id === link.recipient) return true;
  if (isResponders(link) && !isByBureau(link, file)) return false;
  if (link.task === "principal-absence")
    return respondents.get(link.respondent)?.superior?.id === link.recipient;
  return (respondents.get(link.respondent)?.bureau ?? bureau)?.id === link.recipient;
}
