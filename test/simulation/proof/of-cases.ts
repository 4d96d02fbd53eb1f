/** What must hold of case files. */
import { isDeepStrictEqual } from "node:util";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import { saidBy } from "../../../shared/domain/board/shown-rows.ts";
import { fileOf } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { type CaseNumber, partsOf } from "../../../shared/domain/court/case-number.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import { addMinutes, civilDateAt, type Year } from "../../../shared/domain/time/time.ts";
import type { Played } from "../city/play.ts";
import type { Check } from "./invariants.ts";

async function files({ store }: Played): Promise<readonly CaseFile[]> {
  const all = await Promise.all((await store.caseNumbers()).map((number) => store.records.caseFile(number)));
  return all.filter((file) => file !== undefined);
}

export const notTheirFold: Check = async (played) => {
  const wrong: string[] = [];
  for (const file of await files(played)) {
    const folded = fileOf(await played.store.records.history(file.caseNumber));
    const differing = folded === undefined ? ["all"] : differences(folded, file);
    if (differing.length > 0) wrong.push(`${file.caseNumber}: ${differing.join(", ")}`);
  }
  return wrong;
};

/** A row on each board on which it stands, all of one version, that say what its file says was written there. */
export const otherBoards: Check = async (played) => {
  const { records } = played.store;
  const wrong: string[] = [];
  for (const { caseNumber, boards, shown } of await files(played)) {
    const rows = (await Promise.all(boards.map((board) => rowOn(records, board, caseNumber)))).flat();
    if (boards.length !== rows.length)
      wrong.push(`${caseNumber}: ${rows.length} rows on ${boards.length} boards`);
    else if (saidBy(rows) !== shown) wrong.push(`${caseNumber}: its rows are not those of its file`);
    else if (new Set(rows.map(({ version }) => version)).size > 1)
      wrong.push(`${caseNumber}: rows of several versions`);
  }
  return wrong;
};

/** Its rows there, open and closed: one, unless something is wrong. */
async function rowOn(
  records: Played["store"]["records"],
  board: string,
  caseNumber: CaseNumber,
): Promise<readonly BoardRow[]> {
  const open = await Array.fromAsync(records.board(board));
  const closed = await records.closedCases(board, String(partsOf(caseNumber).year) as Year, {
    after: undefined,
    limit: 10_000,
  });
  return [...open, ...closed.rows].filter((row) => row.caseNumber === caseNumber);
}

/** What follows from how a file is written, and is no event. */
const WRITTEN_WITH_IT: ReadonlySet<string> = new Set(["version", "boards", "shown"]);

function differences(one: CaseFile, other: CaseFile): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof CaseFile>;
  return [...names].filter(
    (name) => !WRITTEN_WITH_IT.has(name) && !isDeepStrictEqual(plain(one[name]), plain(other[name])),
  );
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

export const owedAndSilent: Check = async (played) => {
  const { rules, now, journal } = played;
  const before = addMinutes(now, -90);
  // What reaches nobody is tried again each working morning, and counted each time.
  const isAlarmed = journal.alarms.some(({ at }) => at >= addMinutes(now, -9 * 24 * 60));
  if (isAlarmed) return [];
  return (await files(played)).flatMap((file) =>
    file.void === true
      ? []
      : obligationsDue(file, before, rules).map(({ key }) => `${file.caseNumber}: ${key}`),
  );
};

export const heldEarly: Check = async (played) => {
  const today = civilDateAt(played.now);
  const known = (await files(played)).flatMap(({ caseNumber, attendance, pastHearings }) => [
    ...attendance
      .filter(({ hearingDate }) => hearingDate !== undefined && hearingDate > today)
      .map(({ hearingDate }) => `${caseNumber}: attendance on ${hearingDate}`),
    ...pastHearings
      .filter(({ fate, date }) => fate === "held" && date > today)
      .map(({ date }) => `${caseNumber}: held on ${date}`),
  ]);
  return [...played.journal.early, ...known];
};

export const deadlinesWithoutSitting: Check = async (played) =>
  (await files(played)).flatMap((file) => {
    const current = file.state === "awaiting-hearing" ? [file.hearing] : [];
    const known = new Set([...file.pastHearings, ...current].map(({ ordinal }) => ordinal));
    const runs = new Set(
      [...file.pastHearings.filter(({ fate }) => fate === "held"), ...current].map(({ ordinal }) => ordinal),
    );
    return file.deadlines
      .filter(({ hearing, status }) => !known.has(hearing) || (status === "open" && !runs.has(hearing)))
      .map(
        ({ kind, respondent, hearing, status }) =>
          `${file.caseNumber}: ${status} ${kind} of ${respondent} for hearing ${hearing}`,
      );
  });
