/** What becomes of a case when somebody takes back what he had done in it (撤回)? */
import { fileOf, filingOf, pastAct } from "../domain/case-file/decisions/past-acts.ts";
import { type TakeBack, takeBackRefusal } from "../domain/case-file/decisions/take-back.ts";
import type { CaseEvent, RecordedEvent } from "../domain/case-file/events.ts";
import { CHANGE_AND_CANCELLATION, type Hearing } from "../domain/case-file/hearing.ts";
import type { CaseFile, TakenBack, VoidedLetters } from "../domain/case-file/state.ts";
import { defined } from "../domain/defined.ts";
import { takenBackKey } from "../domain/obligations/taken-back-ladder.ts";
import { voidedLetters } from "../domain/obligations/voided-letters.ts";
import type { DeskRefusal } from "../domain/refusal.ts";
import type { Rules } from "../domain/rules.ts";

/** The file without the act, and the event that is applied to it. */
export interface Taken {
  readonly from: CaseFile;
  readonly event: CaseEvent;
}

/** Decides it on the whole history of the case; refused where it is too late, or something rests on the act. */
export function takingBack(
  before: CaseFile,
  history: readonly RecordedEvent[],
  { cause, at, by, office, reason }: TakeBack,
  rules: Rules,
): Taken | DeskRefusal {
  const act = pastAct(history, cause) ?? filingOf(history, cause);
  if (act === undefined) return { type: "taken-back-already" };
  const refusal = takeBackRefusal(before, act, history, { now: at, hours: rules.policy.undo.hours });
  if (refusal !== undefined) return refusal;
  const without = fileOf(history, cause);
  if (without === undefined) return { type: "case-gone" };
  const { version, boards, respondents } = before;
  const from: CaseFile = {
    ...without,
    version,
    boards,
    ...lettersStanding(before, without),
    // Of a case that is none any more, whoever was told of it must still be reached.
    ...(without.void === true && { respondents }),
  };
  const hearing = hearingGone(before, from);
  const voided = voidedLetters(before, from, rules);
  return {
    from,
    event: {
      type: "taken-back",
      taking: {
        act: act.kind,
        cause,
        actAt: act.at,
        at,
        by,
        office,
        reason,
        voided,
        ...defined({ respondent: act.respondent, hearing, sequence: sequenceAgain(from, voided) }),
      },
    },
  };
}

/**
 * What was sent, and what was declared void by hand and isn't any more: readers who haven't heard of the latter have right
 * letters. Its place among what was taken back is kept, since letters are numbered by it.
 */
function lettersStanding(before: CaseFile, without: CaseFile): Pick<CaseFile, "sent" | "takenBack"> {
  const known = new Set((without.takenBack ?? []).map(placeOf));
  const all = before.takenBack?.map((one) =>
    known.has(placeOf(one)) ? one : { ...one, undone: true as const },
  );
  const unheard = (all ?? []).flatMap(({ undone, voided }, index) =>
    undone !== true
      ? []
      : voided
          .filter((_, reader) => before.sent[takenBackKey(index, reader)] === undefined)
          .flatMap(({ letters }) => letters.map(({ key, at }) => [key, at] as const)),
  );
  return { sent: { ...before.sent, ...Object.fromEntries(unheard) }, ...defined({ takenBack: all }) };
}

function placeOf({ cause, at }: TakenBack): string {
  return `${cause} ${at}`;
}

/** A hearing of which readers were told that it is off is announced as one that calendars take for newer. */
function sequenceAgain(from: CaseFile, voided: readonly VoidedLetters[]): number | undefined {
  const wasCancelled = voided.some(({ letters }) =>
    letters.some(({ key }) => /^(?:cancelled|taken-back):/.test(key)),
  );
  return wasCancelled && from.state === "awaiting-hearing"
    ? from.hearing.sequence + CHANGE_AND_CANCELLATION
    : undefined;
}

/** The hearing that was set with the act, and isn't without it. */
function hearingGone(before: CaseFile, without: CaseFile): Hearing | undefined {
  if (before.state !== "awaiting-hearing") return undefined;
  const { hearing } = before;
  const isSame =
    without.state === "awaiting-hearing" &&
    without.hearing.ordinal === hearing.ordinal &&
    without.hearing.sequence === hearing.sequence;
  return isSame ? undefined : hearing;
}
