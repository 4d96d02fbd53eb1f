/**
 * 撤回 of the last act on an entry of the programme: the entry is as it was before, both versions stay in its history, and whoever
 * had a letter because of the act is told that it no longer holds.
 */
import type { ProgrammeAct } from "../notices/frame/programme-act.ts";
import { addMinutes, type Instant } from "../time/time.ts";
import { type ActOnEntry, decided, type ProgrammeDecision, refused } from "./deciding.ts";
import type { ProgrammeEntry, Recalled } from "./entry.ts";
import type { ProgrammeAudience, ProgrammeObligation } from "./obligation.ts";
import { once } from "./steps.ts";

export type TakeBackCommand = {
  readonly type: "take-back";
  readonly reason: string;
  /** The entry as it was before its last act. */
  readonly before: ProgrammeEntry;
  /** Who had a letter because of it. */
  readonly told: readonly ProgrammeAudience[];
} & ActOnEntry;

/** Acts that are nobody's, or that are taken back by withdrawing the entry (作废). */
const NOT_BY_ITSELF: ReadonlySet<ProgrammeAct> = new Set([
  "recorded",
  "proposed",
  "planned",
  "called-together",
  "topic-proposed",
  "candidate",
  "drafted",
  "pack-made",
  "opened",
  "made-final",
  "taken-back",
]);

/** Until when the last act on an entry can be taken back; undefined where it is none that can. */
export function takeBackUntil(entry: ProgrammeEntry, hours: number): Instant | undefined {
  const { change, revision } = entry;
  // What was done in a 约谈会 is taken back there.
  const together = entry.kind === "interview" && entry.called?.session !== undefined;
  if (together && (change.what === "called" || change.what === "held")) return undefined;
  if (revision < 2 || (NOT_BY_ITSELF.has(change.what) && change.what !== "planned")) return undefined;
  return addMinutes(change.at, hours * 60);
}

/** The last version an entry had before its last act; undefined where the history has none. */
export function beforeLastAct(
  { revision }: ProgrammeEntry,
  history: readonly ProgrammeEntry[],
): ProgrammeEntry | undefined {
  return history.findLast((one) => one.revision === revision - 1);
}

/** What has been sent since, by the obligations the entry had: to whom, apart from its own bureau. */
export function toldSince(
  { sent }: ProgrammeEntry,
  before: Pick<ProgrammeEntry, "sent">,
  owed: readonly { readonly key: string; readonly audiences: readonly ProgrammeAudience[] }[],
): readonly ProgrammeAudience[] {
  const since = Object.keys(sent).filter((key) => before.sent[key] === undefined);
  const told = owed
    .filter(({ key }) => since.some((one) => one === key || one.startsWith(`${key}|`)))
    .flatMap(({ audiences }) => audiences.filter(({ part }) => part !== "bureau" && part !== "city-bureau"));
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
}

/** The facts of before under the next revision; what was sent because of the act can be sent again. */
export function takeBack(entry: ProgrammeEntry, command: TakeBackCommand): ProgrammeDecision {
  const { before, told, at, by, reason } = command;
  if (before.kind !== entry.kind || before.id !== entry.id || before.revision !== entry.revision - 1)
    return refused("entry-changed");
  const recalled: Recalled = { at, by, act: entry.change.what, reason, told };
  const { version, revision } = entry;
  return decided({ ...before, version, revision }, command, "taken-back", {
    recalled,
    sent: { ...before.sent, ...recalledKeys(entry) },
  });
}

/** What told of acts taken back before stays told. */
function recalledKeys({ sent }: ProgrammeEntry) {
  return Object.fromEntries(Object.entries(sent).filter(([key]) => key.startsWith(RECALLED)));
}

const RECALLED = "recalled:";

/** Word to each of those who had been told. */
export function recallLadder(entry: ProgrammeEntry): readonly ProgrammeObligation[] {
  const { recalled, kind } = entry;
  if (recalled === undefined) return [];
  const { at, by, act, reason, told } = recalled;
  return told.map((audience, index) =>
    once(`${RECALLED}${at}:${index}`, [
      { audience, content: { kind: "entry-recalled", entry: kind, act, by, reason } },
    ]),
  );
}
