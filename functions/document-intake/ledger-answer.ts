/** What goes back about a ledger: to its court the rows to look at, to the bureau one line of its digest. */
import { documentRecord, fileShown } from "../../shared/casework/documents/answers.ts";
import type { Arriving, Settled } from "../../shared/casework/documents/arriving.ts";
import type { Ledger, LedgerProblem } from "../../shared/documents/ledger/case-ledger.ts";
import { noticeId } from "../../shared/domain/case-file/notice-id.ts";
import type { Notice, WaitingLine } from "../../shared/domain/notices/notice.ts";
import { notice, recipientOf } from "../../shared/domain/obligations/addressing.ts";
import { nextDigest } from "../../shared/domain/obligations/digest-lines.ts";
import type { Organisation } from "../../shared/domain/organisations/directory.ts";
import { printedMonth } from "../../shared/letters/frame/dates.ts";
import { XLSX } from "../../shared/letters/frame/media-types.ts";
import type { Files } from "../../shared/ports/files.ts";
import { type KeptLedger, type LedgerStore, ledgerFolder, type ToldPart } from "./ledger-store.ts";

export interface LedgerTold {
  readonly ports: { readonly ledgers: Pick<Files, "write"> };
  readonly store: LedgerStore;
  readonly arriving: Arriving;
  readonly court: Organisation;
  readonly kept: KeptLedger;
  readonly ledger: Ledger;
  readonly told: ToldPart;
}

/** A mail lists this many rows; all of them are in the workbook that goes with it. */
const ROWS_IN_MAIL = 20;

export async function ledgerAnswer(of: LedgerTold): Promise<Omit<Settled, "outcome">> {
  const { arriving, told, ledger } = of;
  const problems = distinct([...ledger.problems, ...told.problems]);
  const document = documentRecord(arriving, { state: "read", kind: "case-ledger", caseNumbers: [] });
  return {
    change: {
      document,
      notices: problems.length === 0 && told.withdrawn === 0 ? [] : await toCourt(of, problems),
      lines: toBureau(of, problems),
    },
  };
}

async function toCourt(
  { ports, arriving, court, kept, told }: LedgerTold,
  problems: readonly LedgerProblem[],
): Promise<readonly Notice[]> {
  const recipient = recipientOf(court, ["clerk", "duty"]);
  if (recipient === undefined) return [];
  const { ledger } = kept;
  const key = `${ledgerFolder(ledger)}/${ledger.document}/problems.xlsx`;
  if (problems.length > 0) {
    // Loaded only where there is something to list.
    const { problemsWorkbook } = await import("../../shared/letters/office/ledger-workbooks.ts");
    await ports.ledgers.write(key, await problemsWorkbook(problems), XLSX);
  }
  const content = {
    kind: "ledger-received",
    court: court.name,
    month: ledger.month,
    file: fileShown(arriving),
    cases: kept.cases.length,
    opened: told.opened,
    withdrawn: told.withdrawn,
    unusable: problems.filter(({ used }) => !used).length,
    doubtful: problems.filter(({ used }) => used).length,
    rows: problems
      .toSorted((one, other) => Number(one.used) - Number(other.used))
      .slice(0, ROWS_IN_MAIL)
      .map(({ sheet, row, reason, used }) => ({ sheet, row, reason, used })),
    files:
      problems.length === 0
        ? []
        : [{ name: `${printedMonth(ledger.month)}台账需核对的行.xlsx`, key, contentType: XLSX }],
  } as const;
  const { object, rules, now } = arriving;
  const dispatch = { subject: { of: "ledger", court: court.id, month: ledger.month }, now, rules } as const;
  return [notice(`received ${object.key} ${object.versionId}`, recipient, content, dispatch)];
}

function toBureau(
  { arriving, court, kept, told }: LedgerTold,
  problems: readonly LedgerProblem[],
): readonly WaitingLine[] {
  const { source, now, rules, sha256 } = arriving;
  const recipient = source.bureau && recipientOf(source.bureau, ["duty", "clerk", "legal-section"]);
  if (recipient === undefined) return [];
  const { month } = kept.ledger;
  const unusable = problems.filter(({ used }) => !used).length;
  const text = [
    `收到${court.name}${printedMonth(month)}台账，${kept.cases.length}件`,
    ...(told.opened > 0 ? [`其中${told.opened}件此前未收到文书`] : []),
    ...(told.withdrawn > 0 ? [`前一版列有而本次未列的${told.withdrawn}件已不再计入`] : []),
    ...(unusable > 0 ? [`${unusable}行不能使用`] : []),
    ...(problems.length > unusable ? [`${problems.length - unusable}处有疑问`] : []),
  ].join("，");
  return [
    {
      id: noticeId("ledger", sha256, recipient.address),
      subject: { of: "ledger", court: court.id, month },
      recipient,
      line: { at: now, text: `${text}${problems.length > 0 ? "，已请法院核对" : ""}。` },
      releaseAt: nextDigest(now, rules),
    },
  ];
}

/** Ten rows that name an agency the directory doesn't know are one question: the first stands for all. */
function distinct(problems: readonly LedgerProblem[]): readonly LedgerProblem[] {
  const byReason = Map.groupBy(problems, ({ reason, used, sheet, row }) =>
    used && reason.startsWith("名录中没有") ? reason : `${sheet} ${row} ${reason}`,
  );
  return [...byReason.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [more.length === 0 ? first : { ...first, reason: `${first.reason}（共${more.length + 1}行）` }],
  );
}
