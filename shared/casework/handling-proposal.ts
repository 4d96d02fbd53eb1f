/** Whom the policy's rules propose to answer for a government in a case (承办单位), asked of the directory. */
import { type CaseFile, stillSued } from "../domain/case-file/state.ts";
import { type HandlingProposal, handlingProposal } from "../domain/handling/handling-proposal.ts";
import { lookup } from "../domain/organisations/directory.ts";
import type { Policy } from "../domain/policy.ts";
import type { Directory } from "../ports/directory.ts";
import { mayBeDesignated } from "./agency-search.ts";

/** Undefined where the respondent is no government the directory knows, or the rules propose nobody. */
export async function proposedHandler(
  file: Pick<CaseFile, "respondents" | "cause">,
  respondent: string,
  directory: Pick<Directory, "find">,
  { rules }: Policy["handling"],
): Promise<HandlingProposal | undefined> {
  const sued = file.respondents.find(({ name }) => name === respondent)?.identity;
  if (sued?.kind !== "government") return undefined;
  const coRespondents = stillSued(file).flatMap(({ name, identity }) =>
    name === respondent ? [] : [identity?.organisation],
  );
  const area = await directory.find(lookup.area(sued.jurisdiction));
  return handlingProposal(
    {
      words: file.cause === undefined ? [] : [file.cause],
      government: sued,
      coRespondents,
    },
    rules,
    area.filter(mayBeDesignated),
  );
}
