/** What goes back about a ledger: to its court the rows to look at, to the bureau one line of its digest. */
import { documentRecord, fileShown } from "../../shared/casework/documents/answers.ts";
import type { Arriving, Settled } from "../../shared/casework/documents/arriving.ts";
import type { Ledger, LedgerProblem } from "../../shared/documents/ledger/case-ledger.ts";
import type { WaitingLine } from "../../shared/domain/notices/notice.ts";
import { noticeId } from "../../shared/domain/notices/notice-id.ts";
import {
  type Addressed,
  address,
  firstReached,
  NOTHING_ADDRESSED,
} from "../../shared/domain/obligations/addressing.ts";
import { nextDigest } from "../../shared/domain/obligations/digest-lines.ts";
import type { Organisation } from "../../shared/domain/organisations/directory.ts";
import { problemsFile } from "../../shared/letters/frame/ledger-files.ts";
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

export async function ledgerAnswer(of: LedgerTold): Promise<Required<Settled>> {
  const { arriving, told, ledger } = of;
  const problems = distinct([...ledger.problems, ...told.problems]);
  const document = documentRecord(arriving, { state: "read", kind: "case-ledger", caseNumbers: [] });
  const answered =
    problems.length === 0 && told.withdrawn === 0 ? NOTHING_ADDRESSED : await toCourt(of, problems);
  const summary = toBureau(of, problems);
  return {
    changes: [{ document, notices: answered.notices, lines: summary === undefined ? [] : [summary] }],
    outcome: "read",
    unreached: [
      ...answered.unreached,
      ...(summary === undefined
        ? [{ kind: "digest", name: arriving.source.bureau?.name ?? "司法局" } as const]
        : []),
    ],
  };
}

async function toCourt(
  { ports, arriving, court, kept, told }: LedgerTold,
  problems: readonly LedgerProblem[],
): Promise<Addressed> {
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
    cases: kept.statements.length,
    opened: told.opened,
    withdrawn: told.withdrawn,
    unusable: problems.filter(({ used }) => !used).length,
    doubtful: problems.filter(({ used }) => used).length,
    rows: problems
      .toSorted((one, other) => Number(one.used) - Number(other.used))
      .slice(0, ROWS_IN_MAIL)
      .map(({ sheet, row, reason, used }) => ({ sheet, row, reason, used })),
    files: problems.length === 0 ? [] : [problemsFile(ledger.month, key)],
  } as const;
  const { object, rules, now } = arriving;
  const dispatch = { subject: { of: "ledger", court: court.id, month: ledger.month }, now, rules } as const;
  const { bureaus } = arriving.source;
  const to = { organisation: court, name: court.name, reader: "handling", bureaus } as const;
  return address(`received ${object.key} ${object.versionId}`, to, content, dispatch);
}

function toBureau(
  { arriving, court, kept, told }: LedgerTold,
  problems: readonly LedgerProblem[],
): WaitingLine | undefined {
  const { source, now, rules, sha256 } = arriving;
  const recipient = firstReached(source.bureaus);
  if (recipient === undefined) return undefined;
  const { month } = kept.ledger;
  const unusable = problems.filter(({ used }) => !used).length;
  const news = {
    type: "ledger-received",
    court: court.name,
    month,
    cases: kept.statements.length,
    opened: told.opened,
    withdrawn: told.withdrawn,
    unusable,
    doubtful: problems.length - unusable,
  } as const;
  return {
    id: noticeId("ledger", sha256, recipient.address),
    subject: { of: "ledger", court: court.id, month },
    recipient,
    line: { at: now, news },
    releaseAt: nextDigest(now, rules),
  };
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
