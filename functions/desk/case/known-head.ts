/** Whose name does a form begin with, before the agency has said anything? Whoever is known to be its head, with post and rank. */
import { designationOf } from "../../../shared/domain/case-file/designation.ts";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { judgeHead } from "../../../shared/domain/court/head.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { type Leader, leadersOn } from "../../../shared/domain/organisations/leaders.ts";
import { addDays, type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { Form } from "../frame/form.ts";
import { type HeadRead, headForm } from "../frame/head-fields.ts";
import type { DeskPorts } from "../frame/room.ts";

/**
 * The head's fields: who was to appear by the report; else by the approval of a designation (出庭指派); else who appeared for the
 * same agency in the instance before; else whom the directory has; else the one principal on its list of leaders. Post and rank are
 * those of the list (班子成员) on `day`, the hearing's, else what the agency reported last. Who has left by then is nobody's head.
 */
export async function knownHead(
  { file, link }: Pick<OpenCase, "file" | "link">,
  ports: Pick<DeskPorts, "records" | "directory" | "now">,
  day: CivilDate = civilDateAt(ports.now()),
): Promise<Form> {
  const { respondent } = link;
  const planned = reportOf(file, respondent)?.head;
  if (planned?.appears === true) return headForm(planned);
  const designation = designationOf(file, respondent);
  // Who answers for another is not its head: only the approval can say who is.
  if (designation !== undefined) return named(respondent, designation.head);
  const own = await ports.directory.organisation(link.recipient);
  const leading = leadersOn(own?.leaders, day);
  const onList = (name: string) => leading.find((one) => one.name === name);
  const hasLeft = (name: string) =>
    onList(name) === undefined && own?.leaders?.some((one) => one.name === name) === true;
  const before = await headBefore(file, respondent, ports);
  if (before !== undefined && !hasLeft(before.name)) {
    const leader = onList(before.name);
    return leader === undefined ? named(respondent, before) : leaderForm(leader);
  }
  const contact = own?.contacts.find(({ role, name }) => role === "head" && !hasLeft(name));
  const [principal, second] = leading.filter(({ rank }) => rank === "principal");
  const leader =
    contact === undefined ? (second === undefined ? principal : undefined) : onList(contact.name);
  if (leader !== undefined) return leaderForm(leader);
  if (contact === undefined) return {};
  // The directory has a name and no post: that is what the agency itself has reported of the same person since.
  const reported = await reportedOf(contact.name, { file, link }, ports);
  return reported === undefined ? { headName: contact.name } : headForm(reported);
}

function leaderForm({ name, post, rank }: Leader): Form {
  return headForm({ name, title: post, rank });
}

/** Whom forms offer as the head: who leads whoever answers, at the hearing or now. */
export async function headsOffered(
  { file, link }: Pick<OpenCase, "file" | "link">,
  { directory, now }: Pick<DeskPorts, "directory" | "now">,
): Promise<Readonly<Record<string, readonly string[]>>> {
  if (link.task !== "report" && link.task !== "filing") return {};
  const own = await directory.organisation(link.recipient);
  // Whoever answers for another offers nobody: its own leaders are not the other's heads.
  if (own === undefined || designationOf(file, link.respondent) !== undefined) return {};
  const hearing = file.state === "awaiting-hearing" ? [file.hearing] : [];
  const days = [civilDateAt(now()), ...[...hearing, ...file.pastHearings].map(({ date }) => date)];
  const names = days.flatMap((day) => leadersOn(own.leaders, day).map(({ name }) => name));
  return { headName: [...new Set(names)] };
}

/** How far back, and in how many cases, a post is looked for. */
const LOOKED_BACK_DAYS = 366;
const MOST_CASES = 5;
/** Entries of the diary in which those are looked for: of each case there are some. */
const MOST_ENTRIES = 40;

/** The head of this name as the agency last reported or filed it in another case of its own. */
async function reportedOf(
  name: string,
  { file, link }: Pick<OpenCase, "file" | "link">,
  { records, now }: Pick<DeskPorts, "records" | "now">,
): Promise<HeadRead | undefined> {
  const from = addDays(civilDateAt(now()), -LOOKED_BACK_DAYS);
  const entries = await records.lastInDiary(link.recipient, from, MOST_ENTRIES);
  const others = [...new Set(entries.map(({ caseNumber }) => caseNumber))].filter(
    (one) => one !== file.caseNumber,
  );
  for (const caseNumber of others.slice(0, MOST_CASES)) {
    const other = await records.caseFile(caseNumber);
    const found = other && headIn(other, link.respondent, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function headIn(file: CaseFile, respondent: string, name: string): HeadRead | undefined {
  const planned = reportOf(file, respondent)?.head;
  if (planned?.appears === true && planned.name === name && planned.concern === undefined) return planned;
  const filed = file.attendance.findLast(
    (one) => one.respondent === respondent && one.source === "filing" && one.headName === name,
  );
  const { headTitle: title, rank } = filed ?? {};
  return title === undefined || rank === undefined ? undefined : { name, title, rank };
}

/** Who appeared in the instance this one goes back to, by whatever source. */
async function headBefore(
  { originCaseNumber }: CaseFile,
  respondent: string,
  { records }: Pick<DeskPorts, "records">,
): Promise<{ readonly name: string; readonly title?: string } | undefined> {
  const origin = originCaseNumber === undefined ? undefined : await records.caseFile(originCaseNumber);
  const came = origin?.attendance.findLast(
    (one) => one.respondent === respondent && one.headAttended === true && one.headName !== undefined,
  );
  return came?.headName === undefined
    ? undefined
    : { name: came.headName, ...defined({ title: came.headTitle }) };
}

/** The rank follows from the post, where it is clear. */
function named(agency: string, head: { readonly name: string; readonly title?: string } | undefined): Form {
  if (head === undefined) return {};
  const { name: headName, title } = head;
  const judged = title === undefined ? undefined : judgeHead({ agency, title });
  return {
    headName,
    ...(title !== undefined && { headTitle: title }),
    ...(judged?.verdict === "head" && { headRank: judged.rank }),
  };
}
