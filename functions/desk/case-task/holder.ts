/**
 * In which part does an organisation hold a link about a case, and what may whoever holds it so see and do? One table says who may
 * hold a link of which task, another what follows from it.
 */
import { involvedIn } from "../../../shared/casework/involved.ts";
import { designationOf, responderOf } from "../../../shared/domain/case-file/designation.ts";
import type { ProofReader } from "../../../shared/domain/case-file/proof.ts";
import type { CaseFile, Respondent } from "../../../shared/domain/case-file/state.ts";
import { DUTY_RULES } from "../../../shared/domain/duties/duty-rules.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { PaperReader } from "../papers/paper-table.ts";
import type { CaseLink } from "./case-link.ts";

/**
 * `responder`: it answers for the respondent, being that or designated. `respondent`: it is the respondent, whoever answers for
 * it. `stand-in`: the bureau, for a government until somebody is designated. `superior`: of the respondent.
 */
export type Holder = "responder" | "respondent" | "stand-in" | "bureau" | "court" | "superior";

interface Held {
  readonly link: CaseLink;
  readonly file: CaseFile;
  readonly respondent: Respondent;
}

type Task = CaseLink["task"];

/** Who may hold a link of each task, asked in this order. */
const HOLDERS: { readonly [Of in Task]: (held: Held) => readonly Holder[] } = {
  report: () => ["responder"],
  filing: () => ["responder"],
  // What it is handed the court may say itself.
  duty: ({ link, file, respondent }) => [
    "responder",
    ...(isHandedToCourt(link) ? (["court"] as const) : []),
    ...(isGovernment(respondent) && designationOf(file, respondent.name) === undefined
      ? (["stand-in"] as const)
      : []),
  ],
  supervision: () => ["bureau"],
  "loss-review": () => ["bureau"],
  designation: () => ["bureau"],
  approval: () => ["respondent"],
  leader: () => ["respondent"],
  "appeal-approval": ({ respondent }) => [isGovernment(respondent) ? "respondent" : "bureau"],
  orders: () => ["responder", "bureau"],
  "judgment-note": () => ["court", "bureau"],
  "call-classes": () => ["bureau"],
  "principal-absence": () => ["superior"],
};

function isGovernment({ identity }: Respondent): boolean {
  return identity?.kind === "government";
}

function isHandedToCourt(link: CaseLink): boolean {
  return link.task === "duty" && DUTY_RULES[link.duty].isHandedToCourt === true;
}

/** Whether a link's recipient is that to its case; the directory may know another by the name today than when the mail was sent. */
const IS: {
  readonly [As in Holder]: (held: Held, involved: () => Promise<Involved>) => boolean | Promise<boolean>;
} = {
  responder: ({ link, file }) => responderOf(file, link.respondent) === link.recipient,
  respondent: ({ link, respondent }) => respondent.identity?.organisation === link.recipient,
  "stand-in": isBureau,
  bureau: isBureau,
  court: async ({ link }, involved) => (await involved()).court?.id === link.recipient,
  superior: async ({ link }, involved) =>
    (await involved()).respondents.get(link.respondent)?.superior?.id === link.recipient,
};

async function isBureau({ link }: Held, involved: () => Promise<Involved>): Promise<boolean> {
  const { respondents, bureau } = await involved();
  return (respondents.get(link.respondent)?.bureau ?? bureau)?.id === link.recipient;
}

/** In which part a link is its recipient's; undefined where it isn't, or isn't any more. */
export async function holderOf(
  { directory }: Pick<DeskPorts, "directory">,
  link: CaseLink,
  file: CaseFile,
): Promise<Holder | undefined> {
  const respondent = file.respondents.find(({ name }) => name === link.respondent);
  if (respondent === undefined) return undefined;
  const held: Held = { link, file, respondent };
  let known: Promise<Involved> | undefined;
  const involved = () => {
    known ??= involvedIn(file, directory);
    return known;
  };
  for (const holder of HOLDERS[link.task](held)) if (await IS[holder](held, involved)) return holder;
  return undefined;
}

/** What follows from a part. */
interface Rights {
  /** Whose papers (文书) it may have made. */
  readonly papers: PaperReader;
  /** Which files that were handed in it may open. */
  readonly proofs: ProofReader;
  /** Whose word on what goes to the court it gives. */
  readonly side: "agency" | "court";
}

const OWN: Rights = { papers: "agency", proofs: "own-side", side: "agency" };
/** It, and whoever approves, has what the agency reports. */
const ABOVE: Rights = { papers: "bureau", proofs: "own-side", side: "agency" };

/** By the part; what goes to the court is the agency's own, and a court has what was handed to it. */
export const RIGHTS: Readonly<Record<Holder, Rights>> = {
  responder: OWN,
  "stand-in": OWN,
  respondent: ABOVE,
  bureau: ABOVE,
  superior: ABOVE,
  court: { papers: "court", proofs: "court", side: "court" },
};
