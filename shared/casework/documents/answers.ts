/** What goes back to people about a document: a rejection to its court (退件通知), a review to the bureau (人工复核). */

import type { ReadDocument } from "../../documents/kinds/facts.ts";
import type { Fact } from "../../documents/text/fact.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import type { DocumentRecord } from "../../domain/document.ts";
import type { NoticeContent } from "../../domain/notices/notice.ts";
import type { FactShown, FileShown } from "../../domain/notices/shown.ts";
import { type Addressed, type Addressee, address, joined } from "../../domain/obligations/addressing.ts";
import { type Doubt, explainDoubt, explainRejection, type Rejection } from "../../domain/refusal.ts";
import { nameShown } from "./archive-name.ts";
import type { Arriving, Settled } from "./arriving.ts";

/**
 * The document can't be used: its court is told why and what to do. The bureau is, where no court is known, and as well
 * where the court can't be reached, since it must find the address.
 */
export function rejected(arriving: Arriving, kind: string, rejection: Rejection): Settled {
  const { uploader, bureaus } = arriving.source;
  const { why, todo } = explainRejection(rejection);
  const content = { kind: "document-rejected", file: fileShown(arriving), why, todo } as const;
  const toCourt: Addressee | undefined = uploader && {
    organisation: uploader,
    name: uploader.name,
    reader: "handling",
    bureaus,
  };
  const told = answer(arriving, "rejected", toCourt ?? bureauOf(arriving), content);
  const isInPlace = toCourt !== undefined && told.unreached.length > 0;
  const { notices } = isInPlace
    ? joined([told, answer(arriving, "rejected", bureauOf(arriving), content)])
    : told;
  return {
    change: {
      document: documentRecord(arriving, { state: "rejected", kind, caseNumbers: [], why }),
      notices,
    },
    outcome: "rejected",
    unreached: told.unreached,
  };
}

/** The document was read, but not surely enough to change anything: a person of the bureau looks. */
export function reviewed(arriving: Arriving, document: ReadDocument, doubts: readonly Doubt[]): Settled {
  const caseNumbers = document.caseNumbers.map(({ value }) => value);
  const why = doubts.map(explainDoubt).join("");
  const { notices, unreached } = reviewNotices(arriving, document, doubts, false);
  return {
    change: {
      document: documentRecord(arriving, {
        state: "needs-review",
        kind: kindOf(document),
        caseNumbers,
        why,
        reading: JSON.stringify(document),
      }),
      notices,
    },
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
    documentKind: KIND_NAMES[kindOf(document)] ?? document.kind.value,
    partlyFiled,
    doubts: doubts.map(explainDoubt),
    facts: factsShown(document),
  } as const;
  return answer(arriving, "review", bureauOf(arriving), content);
}

/** A court's report: what it counts is kept with it, for whoever compares; it stands for no case and meets no duty. */
export function figuresKept(arriving: Arriving, document: ReadDocument): Settled {
  const kept = {
    state: "read",
    kind: kindOf(document),
    caseNumbers: [],
    reading: JSON.stringify(document),
  } as const;
  return { change: { document: documentRecord(arriving, kept) }, outcome: "read" };
}

/** The record of a document under the upload that brought it. */
export function documentRecord(
  { sha256, text, object: { key, versionId, at }, source: { bureau } }: Arriving,
  facts: {
    readonly state: DocumentRecord["state"];
    readonly kind: string;
    readonly caseNumbers: readonly CaseNumber[];
    readonly why?: string;
    readonly reading?: string;
  },
): DocumentRecord {
  const isShown = facts.state === "needs-review" && text !== undefined;
  return {
    sha256,
    ...facts,
    ...(isShown && { text }),
    ...(bureau !== undefined && { bureau: bureau.id }),
    firstUpload: { key, versionId, at },
  };
}

/** Each upload gets its own answer: a clerk who sends the same broken file again must hear again. */
function answer(arriving: Arriving, what: string, to: Addressee, content: NoticeContent): Addressed {
  const { sha256, object, rules, now } = arriving;
  const dispatch = { subject: { of: "document", sha256 }, now, rules } as const;
  return address(`${what} ${object.key} ${object.versionId}`, to, content, dispatch);
}

/** The bureau that looks at the document. */
function bureauOf({ source: { bureau, bureaus } }: Arriving): Addressee {
  return { organisation: bureau, name: bureau?.name ?? "司法局", reader: "handling", bureaus };
}

/** The file an answer is about. */
export function fileShown({ object: { key, at } }: Arriving): FileShown {
  return { name: nameShown(key), key, receivedAt: at };
}

export const KIND_NAMES: Readonly<Record<string, string>> = {
  summons: "传票",
  "appearance-notice": "出庭通知书",
  appeal: "上诉状",
  "hearing-record": "庭审笔录",
  judgment: "裁判文书",
  "case-ledger": "台账",
  filing: "出庭备案表",
  explanation: "情况说明",
  "court-note": "庭前提示",
  "court-report": "台账报告",
};

/** What a document is to whoever handles it: an agency's papers have names of their own. */
export function kindOf({ kind, agencyPaper, courtNote, figures }: ReadDocument): string {
  if (figures !== undefined) return "court-report";
  return agencyPaper ?? (courtNote === undefined ? kind.value : "court-note");
}

/** What was read, as a person checks it. */
export function factsShown(document: ReadDocument): readonly FactShown[] {
  const shown = (label: string, fact: Fact<unknown> | undefined, value?: string): readonly FactShown[] =>
    fact === undefined
      ? []
      : [
          {
            label,
            value: value ?? String(fact.value),
            confidence: fact.confidence,
            text: fact.text.slice(0, 200),
          },
        ];
  const { hearing } = document;
  const moment = (at: { date: string; time?: string } | undefined) =>
    at && [at.date, at.time].filter(Boolean).join(" ");
  return [
    ...document.caseNumbers.flatMap((fact) => shown("案号", fact)),
    ...shown("一审案号", document.originCaseNumber),
    ...shown("法院", document.court),
    ...shown("案由", document.cause),
    ...document.plaintiffs.flatMap((fact) => shown("原告", fact)),
    ...document.respondents.flatMap((fact) => shown("被告", fact)),
    ...shown("开庭时间", hearing?.start, moment(hearing?.start.value)),
    ...shown("开庭地点", hearing?.place),
    ...shown("自述不能出庭的理由", document.plan?.reason),
    ...document.attendance.flatMap(({ organ, headAttended, headName, headTitle }) => [
      ...shown(`${organ.value}负责人是否出庭`, headAttended, ATTENDED[String(headAttended?.value)]),
      ...shown("出庭人员姓名", headName),
      ...shown("出庭人员职务", headTitle),
    ]),
  ];
}

const ATTENDED: Readonly<Record<string, string>> = { true: "出庭", false: "未出庭", review: "待认定" };
