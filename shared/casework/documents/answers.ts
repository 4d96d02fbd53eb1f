/** What goes back to people about a document: a rejection to its court (退件通知), a review to the bureau (人工复核). */

import type { ReadDocument } from "../../documents/kinds/facts.ts";
import type { Fact } from "../../documents/text/fact.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import { defined } from "../../domain/defined.ts";
import type { DocumentRecord } from "../../domain/document.ts";
import type { FactShown, FileShown } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import {
  type Addressed,
  type Addressee,
  address,
  joined,
  NOTHING_ADDRESSED,
  recipientOf,
} from "../../domain/obligations/addressing.ts";
import { SOME_BUREAU } from "../../domain/organisations/district.ts";
import type { Doubt, FactField, Rejection } from "../../domain/refusal.ts";
import type { Rules } from "../../domain/rules.ts";
import type { Instant } from "../../domain/time/time.ts";
import { nameShown } from "./archive-name.ts";
import type { Arriving, Settled, Source } from "./arriving.ts";

/**
 * The document can't be used: its court hears why and what to do. The bureau is, where no court is known, and as well
 * where the court can't be reached, since it must find the address.
 */
export function rejected(arriving: Arriving, kind: string, rejection: Rejection): Settled {
  const content = { kind: "document-rejected", file: fileShown(arriving), rejection } as const;
  const toCourt = uploaderOf(arriving);
  const told = toCourt && answer(arriving, "rejected", toCourt, content);
  const { notices, unreached } =
    told?.unreached.length === 0
      ? told
      : joined([told ?? NOTHING_ADDRESSED, bureauTold(arriving, "rejected", content)]);
  return {
    changes: [
      {
        document: documentRecord(arriving, { state: "rejected", kind, caseNumbers: [], rejection }),
        notices,
      },
    ],
    outcome: "rejected",
    unreached,
  };
}

/** What a person had sent back is looked at again: its court hears that it needn't be uploaded anew. */
export function rejectionVoided(
  { sha256, firstUpload: { key, versionId, at } }: DocumentRecord,
  { uploader, bureaus }: Source,
  taking: { readonly at: Instant; readonly by: string; readonly reason: string },
  rules: Rules,
): Addressed {
  if (uploader === undefined) return NOTHING_ADDRESSED;
  const file = { name: nameShown(key), key, receivedAt: at };
  const to: Addressee = { organisation: uploader, name: uploader.name, reader: "handling", bureaus };
  const dispatch = { subject: { of: "document", sha256 }, now: taking.at, rules } as const;
  const name = `rejection-withdrawn ${key} ${versionId} ${taking.at}`;
  return address(name, to, { kind: "rejection-withdrawn", file, ...taking }, dispatch);
}

/**
 * The document was read, but not surely enough to change anything: a person of the bureau looks. `court`: of the case, where
 * that isn't the one that uploaded it.
 */
export function reviewed(
  arriving: Arriving,
  document: ReadDocument,
  doubts: readonly Doubt[],
  court?: Addressee,
): Settled {
  const caseNumbers = document.caseNumbers.map(({ value }) => value);
  const { notices, unreached } = joined([
    reviewNotices(arriving, document, doubts, false),
    ...courtsAsked(arriving, document, doubts, court),
  ]);
  const record = documentRecord(arriving, {
    state: "needs-review",
    kind: kindOf(document),
    caseNumbers,
    doubts,
    reading: JSON.stringify(document),
  });
  return {
    changes: [{ document: record, notices }],
    outcome: "needs-review",
    unreached,
  };
}

/** The bureau's mail about doubts: what was read, how surely, and from which words. */
export function reviewNotices(
  arriving: Arriving,
  document: ReadDocument,
  doubts: readonly Doubt[],
  partlyFiled: boolean,
): Addressed {
  const { uploader } = arriving.source;
  const content = {
    kind: "document-review",
    file: fileShown(arriving),
    court: uploader?.name ?? document.court?.value ?? "",
    documentKind: kindOf(document),
    partlyFiled,
    doubts,
    facts: factsShown(document),
  } as const;
  return bureauTold(arriving, "review", content);
}

/** Doubts that are for the court that uploaded it as well: it wrote what can't be so, and it alone knows what it meant. */
const OF_UPLOADER: ReadonlySet<Doubt["type"]> = new Set([
  "implausible-sitting",
  "hearing-over",
  "other-courts-case",
]);

/** Doubts that the court of the case ends by sending the paper itself. */
const OF_CASE: ReadonlySet<Doubt["type"]> = new Set(["copy-of-court-paper"]);

/** The courts that hear of doubts as well as the bureau. */
function courtsAsked(
  arriving: Arriving,
  document: ReadDocument,
  doubts: readonly Doubt[],
  court: Addressee | undefined,
): readonly Addressed[] {
  const uploader = arriving.source.folder === "courts" ? uploaderOf(arriving) : undefined;
  return [
    { to: uploader, types: OF_UPLOADER },
    { to: court, types: OF_CASE },
  ].flatMap(({ to, types }) => {
    const asked = doubts.filter(({ type }) => types.has(type));
    if (to === undefined || asked.length === 0) return [];
    const content = {
      kind: "document-question",
      file: fileShown(arriving),
      documentKind: kindOf(document),
      doubts: asked,
    } as const;
    return [answer(arriving, "question", to, content)];
  });
}

/** A court's report: what it counts is kept with it, for whoever compares; it stands for no case and meets no duty. */
export function figuresKept(arriving: Arriving, document: ReadDocument): Settled {
  const kept = {
    state: "read",
    kind: kindOf(document),
    caseNumbers: [],
    reading: JSON.stringify(document),
  } as const;
  return { changes: [{ document: documentRecord(arriving, kept) }], outcome: "read" };
}

/** The record of a document under the upload that brought it. */
export function documentRecord(
  { sha256, text, object: { key, versionId, at }, source: { bureau } }: Arriving,
  facts: {
    readonly state: DocumentRecord["state"];
    readonly kind: string;
    readonly caseNumbers: readonly CaseNumber[];
    readonly rejection?: Rejection;
    readonly doubts?: readonly Doubt[];
    readonly reading?: string;
  },
): DocumentRecord {
  return {
    sha256,
    ...facts,
    ...defined({ text: facts.state === "needs-review" ? text : undefined, bureau: bureau?.id }),
    firstUpload: { key, versionId, at },
  };
}

/** Each upload gets its own answer: a clerk who sends the same broken file again must hear again. */
function answer(arriving: Arriving, what: string, to: Addressee, content: NoticeContent): Addressed {
  const { sha256, object, rules, now } = arriving;
  const dispatch = { subject: { of: "document", sha256 }, now, rules } as const;
  return address(`${what} ${object.key} ${object.versionId}`, to, content, dispatch);
}

/**
 * The bureau that looks at the document, or, where it can't be reached, the one above: nothing else would bring the letter about
 * again. The address that is missing is a task and an alarm then as well.
 */
function bureauTold(arriving: Arriving, what: string, content: NoticeContent): Addressed {
  const { bureau, bureaus } = arriving.source;
  const own = answer(arriving, what, bureauOf(arriving), content);
  if (own.unreached.length === 0) return own;
  const above = bureaus.find((one) => one.id !== bureau?.id && recipientOf(one, "handling") !== undefined);
  if (above === undefined) return own;
  const to: Addressee = { organisation: above, name: above.name, reader: "handling", bureaus: [] };
  return joined([own, answer(arriving, what, to, content)]);
}

/** Whoever uploaded the document, where the directory knows them. */
function uploaderOf({ source: { uploader, bureaus } }: Arriving): Addressee | undefined {
  return (
    uploader && {
      organisation: uploader,
      name: uploader.name,
      reader: "handling",
      bureaus,
      signer: bureaus[0],
    }
  );
}

/** The bureau that looks at the document. */
function bureauOf({ source: { bureau, bureaus } }: Arriving): Addressee {
  return { organisation: bureau, name: bureau?.name ?? SOME_BUREAU, reader: "handling", bureaus };
}

/** The file an answer is about. */
export function fileShown({ object: { key, at } }: Arriving): FileShown {
  return { name: nameShown(key), key, receivedAt: at };
}

/** What a document is to whoever handles it: an agency's papers have names of their own. */
export function kindOf({ kind, agencyPaper, courtPaper, courtNote, figures }: ReadDocument): string {
  if (figures !== undefined) return "court-report";
  return agencyPaper ?? courtPaper ?? (courtNote === undefined ? kind.value : "court-note");
}

/** What was read, as a person checks it. */
export function factsShown(document: ReadDocument): readonly FactShown[] {
  const shown = (field: FactField, fact: Fact<unknown> | undefined, value?: string): readonly FactShown[] =>
    fact === undefined
      ? []
      : [
          {
            field,
            value: value ?? String(fact.value),
            confidence: fact.confidence,
            text: fact.text.slice(0, 200),
          },
        ];
  const { hearing } = document;
  const moment = (at: { date: string; time?: string } | undefined) =>
    at && [at.date, at.time].filter(Boolean).join(" ");
  return [
    ...document.caseNumbers.flatMap((fact) => shown("case-number", fact)),
    ...shown("origin-case-number", document.originCaseNumber),
    ...shown("court", document.court),
    ...shown("cause", document.cause),
    ...document.plaintiffs.flatMap((fact) => shown("plaintiff", fact)),
    ...document.respondents.flatMap((fact) => shown("respondent", fact)),
    ...shown("hearing-time", hearing?.start, moment(hearing?.start.value)),
    ...shown("hearing-place", hearing?.place),
    ...shown("outcome", document.outcome),
    ...shown("absence-reason", document.plan?.reason),
    ...document.attendance.flatMap(({ organ, headAttended, headName, headTitle }) => [
      ...shown("attended", headAttended, headAttended && attendedValue(headAttended.value)).map((one) => ({
        ...one,
        organ: organ.value,
      })),
      ...shown("head-name", headName),
      ...shown("head-title", headTitle),
    ]),
  ];
}

function attendedValue(attended: boolean | "review"): string {
  return attended === "review" ? attended : attended ? "yes" : "no";
}
