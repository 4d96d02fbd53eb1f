/** Whose name does a form begin with, before the agency has said anything? Whoever is known to be its head, with post and rank. */
import { designationOf } from "../../../shared/domain/case-file/designation.ts";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { judgeHead } from "../../../shared/domain/court/head.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Form } from "../frame/form.ts";
import { headForm } from "../frame/head-fields.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { OpenCase } from "./open-case.ts";

/**
 * The head's fields: who was to appear by the report; else by the approval of a designation (出庭指派); else who appeared for the
 * same agency in the instance before; else whom the directory has.
 */
export async function knownHead(
  { file, link }: OpenCase,
  ports: Pick<DeskPorts, "records" | "directory">,
): Promise<Form> {
  const { respondent } = link;
  const planned = reportOf(file, respondent)?.head;
  if (planned?.appears === true) return headForm(planned);
  const designation = designationOf(file, respondent);
  // Who answers for another is not its head: only the approval can say who is.
  if (designation !== undefined) return named(respondent, designation.head);
  const before = await headBefore(file, respondent, ports);
  if (before !== undefined) return named(respondent, before);
  const own = await ports.directory.organisation(link.recipient);
  return named(
    respondent,
    own?.contacts.find(({ role }) => role === "head"),
  );
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
