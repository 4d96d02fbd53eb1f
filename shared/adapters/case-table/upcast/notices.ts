/** Notices of former versions, as they are kept now. */

import { deadlinesKeepSteps } from "./deadlines.ts";
import { agencyDigestOf, digestOf } from "./digest-lines.ts";
import { addressFailedOf, organisationChangedOf } from "./directory.ts";
import { rejectedReceiptOf, rejectionOf, reviewOf } from "./document-facts.ts";
import { PROGRAMME_CONTENTS } from "./programme.ts";
import { ledgerReceivedOf, obstacleOf, reportReceivedOf } from "./reports.ts";
import type { StoredItem, Upcaster } from "./upcaster.ts";

/** A case handling form of before said whose it is as `government`, and not of what stage. */
export const handlingFormNamesStage: Upcaster = (body) =>
  withContents(body, {
    "case-handling-form": ({ government, ...content }) => ({
      ...content,
      respondent: government,
      stage: content.documentKind === "appeal" ? "appeal" : "instance",
    }),
  });

/** Notices that carried sentences carry what the sentences say. */
export const noticeKeepsData: Upcaster = (body) =>
  deadlinesKeepSteps(
    withContents(body, {
      "document-rejected": rejectionOf,
      "document-review": reviewOf,
      digest: digestOf,
    }),
  );

/** Notices about reports, obstacles and ledgers carry what their sentences say, or the sentence. */
export const noticeKeepsReasons: Upcaster = (body) =>
  withContents(body, {
    "report-received": reportReceivedOf,
    "obstacle-reported": obstacleOf,
    "ledger-received": ledgerReceivedOf,
  });

/** Notices of the programme and the directory carry what their sentences say, or the sentences. */
export const noticeKeepsFigures: Upcaster = (body) =>
  withContents(body, {
    ...PROGRAMME_CONTENTS,
    "address-failed": addressFailedOf,
    "organisation-changed": organisationChangedOf,
  });

/** What an agency was reminded of stood in its mail under another name; files noted what came by telephone. */
export const noticeKeepsLetters: Upcaster = (body) =>
  withContents(body, { "agency-digest": agencyDigestOf, "document-rejected": rejectedReceiptOf });

/** The absences in a bulletin's mail were pairs, under the name of cases. */
export const noticeCountsCases: Upcaster = (body) =>
  withContents(body, {
    bulletin: ({ figures, ...content }) => ({ ...content, figures: countedInCases(figures as StoredItem) }),
  });

/** The same of what an edition keeps for its mails; the oldest kept nothing. */
export const bulletinCountsCases: Upcaster = ({ bulletin, ...body }) => {
  const { inMail, ...kept } = bulletin as StoredItem & { readonly inMail?: StoredItem };
  if (inMail === undefined) return { ...body, bulletin: kept };
  const figures = countedInCases(inMail.figures as StoredItem);
  return { ...body, bulletin: { ...kept, inMail: { ...inMail, figures } } };
};

/** Whom no head came for, and of whom nobody knows: pairs as they were kept, cases as far as they follow from them. */
function countedInCases({ absent, unknown, ...figures }: StoredItem): StoredItem {
  const without = Number(figures.heard) - Number(figures.present);
  const open = Math.min(Number(unknown), without);
  return { ...figures, absent: without - open, unknown: open, pairs: { absent, unknown } };
}

/** The notice with its content as its kind's step makes it; kinds without a step stay. */
function withContents(
  body: StoredItem,
  steps: Readonly<Record<string, (content: StoredItem) => StoredItem>>,
): StoredItem {
  const notice = body.notice as { readonly content: StoredItem };
  const step = steps[String(notice.content.kind)];
  return step === undefined ? body : { ...body, notice: { ...notice, content: step(notice.content) } };
}
