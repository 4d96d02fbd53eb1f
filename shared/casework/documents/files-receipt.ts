/** What became of a court's file, as a line of the receipt (收件回执) it gets once a working day for all it has sent. */

import { defined } from "../../domain/defined.ts";
import type { DocumentRecord } from "../../domain/document.ts";
import type { FileNews } from "../../domain/file-news.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import type { NoticeKind } from "../../domain/notices/notice-kinds.ts";
import { type Dispatch, recipientOf, signerFor } from "../../domain/obligations/addressing.ts";
import { waitingLine } from "../../domain/obligations/digest-lines.ts";
import type { Draft } from "../handle.ts";
import { nameShown } from "./archive-name.ts";
import type { Arriving, Settled } from "./arriving.ts";

/** The same decision with the line of its court's receipt; a court that can't be reached has none, which its bureau hears of. */
export function withReceipt(arriving: Arriving, settled: Settled, news: FileNews | undefined): Settled {
  const { source, sha256, object, now, rules } = arriving;
  const { uploader: court, folder, bureaus } = source;
  const recipient = court && recipientOf(court, "handling");
  if (folder !== "courts" || court === undefined || news === undefined) return settled;
  if (recipient === undefined)
    return {
      ...settled,
      unreached: [...(settled.unreached ?? []), { kind: "files-receipt", name: court.name }],
    };
  const dispatch: Dispatch = { subject: { of: "document", sha256 }, now, rules };
  const line = waitingLine(news, recipient, ["file", object.key, object.versionId], dispatch, {
    audience: "court",
    ...defined({ signer: signerFor(bureaus[0], court) }),
  });
  const [last, ...before] = settled.changes.toReversed();
  const changed: Draft = { ...last, lines: [...(last?.lines ?? []), line] };
  return { ...settled, changes: [...before.toReversed(), changed] };
}

/** What its sender is told of a file; undefined of an archive, whose files are each told of. */
export function fileNews({ object }: Arriving, { changes, outcome }: Settled): FileNews | undefined {
  const file = nameShown(object.key);
  const notices = changes.flatMap((one) => [...(one.notices ?? []), ...(one.coming ?? [])]);
  const document = changes.findLast((one) => one.document !== undefined)?.document;
  if (document?.kind === "archive") return undefined;
  switch (outcome) {
    case "rejected":
      return { type: "file-rejected", file };
    case "needs-review":
      return { type: "file-in-review", file, kind: document?.kind ?? "other" };
    case "read":
      return document === undefined
        ? { type: "file-known", file }
        : (ledgerNewsOf(changes, document) ?? {
            type: "file-registered",
            file,
            kind: document.kind,
            cases: document.caseNumbers,
            told: toldBy(notices),
            unknown: unknownIn(changes),
          });
    default:
      return outcome satisfies never;
  }
}

/** A ledger's line says what was taken in; its bureau's digest has the same. */
function ledgerNewsOf(changes: readonly Draft[], { kind }: DocumentRecord): FileNews | undefined {
  if (kind !== "case-ledger") return undefined;
  return changes
    .flatMap(({ lines }) => lines ?? [])
    .map(({ line }) => line.news)
    .find((news) => news.type === "ledger-received");
}

/** Letters that tell a party of what its court sent. */
const TELLING: ReadonlySet<NoticeKind> = new Set([
  "hearing-notice",
  "hearing-changed",
  "appearance-notice",
  "court-note",
  "filing-asked",
]);

/** Whom the file brought a letter to, at once or with the mail of the day; other letters follow when offices open. */
function toldBy(notices: readonly Notice[]): readonly string[] {
  const told = notices.filter(({ content }) => TELLING.has(content.kind));
  return [...new Set(told.map(({ recipient }) => recipient.organisationName))];
}

/** Respondents of its cases whom the directory doesn't have, so that nobody there can be informed. */
function unknownIn(changes: readonly Draft[]): readonly string[] {
  return changes
    .flatMap(({ cases }) => cases ?? [])
    .flatMap(({ file }) => file.respondents.filter(({ identity }) => identity === undefined))
    .map(({ name }) => name);
}
