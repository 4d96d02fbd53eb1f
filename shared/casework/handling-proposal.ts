/** Whom the policy's rules propose to answer for a government in a case (承办单位), asked of the directory. */
import { classesOfCase } from "../domain/case-file/classes-of-case.ts";
import { type CaseFile, stillSued } from "../domain/case-file/state.ts";
import type { Review } from "../domain/classes/classes.ts";
import { defined } from "../domain/defined.ts";
import {
  type HandlingMatter,
  type HandlingProposal,
  handlingProposal,
} from "../domain/handling/handling-proposal.ts";
import { lookup } from "../domain/organisations/directory.ts";
import type { Policy } from "../domain/policy.ts";
import type { Directory } from "../ports/directory.ts";
import { mayBeDesignated } from "./agency-search.ts";

/** What is known of a reconsideration (经复议), as rules ask for it; of one with no known result the words decide. */
const REVIEWED: Readonly<Record<Review, HandlingMatter["review"]>> = {
  none: "none",
  upheld: "upheld",
  changed: "own-decision",
  refused: "own-decision",
  yes: undefined,
};

/** Undefined where the respondent is no government the directory knows, or the rules propose nobody. */
export async function proposedHandler(
  file: CaseFile,
  respondent: string,
  directory: Pick<Directory, "find">,
  { rules }: Policy["handling"],
): Promise<HandlingProposal | undefined> {
  const sued = file.respondents.find(({ name }) => name === respondent)?.identity;
  if (sued?.kind !== "government") return undefined;
  const coRespondents = stillSued(file).flatMap(({ name, identity }) =>
    name === respondent ? [] : [identity?.organisation],
  );
  const classes = classesOfCase(file);
  const area = await directory.find(lookup.area(sued.jurisdiction));
  return handlingProposal(
    {
      words: [file.cause, classes.actTitle?.value].filter((one) => one !== undefined),
      ...defined({
        field: classes.field?.value,
        review: classes.review?.value && REVIEWED[classes.review.value],
      }),
      government: sued,
      coRespondents,
    },
    rules,
    area.filter(mayBeDesignated),
  );
}
