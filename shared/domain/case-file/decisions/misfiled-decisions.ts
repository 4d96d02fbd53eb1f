/**
 * What was put to the wrong case (误登): two numbers are one case, or a respondent or a sitting belongs to another. What the one
 * loses the other gets, as far as it lacks it; the history of both says so. A court's own merging (合并审理) is none of this.
 */
import { defined } from "../../defined.ts";
import { allLetters, voidedLetters } from "../../obligations/voided-letters.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import { type CaseFile, hearingOf, hearings, type TakenBack, type VoidedLetters } from "../state.ts";
import { isSet, type MovedPart } from "./misfiled-part.ts";
import { type Moving, movedBy, type TakeOver, takeOver } from "./take-over.ts";

/** 合并误登, on the case whose number is wrong: it is none. */
export interface MergeAway extends Moving {
  readonly type: "merge-away";
}

/** 移出误登, on the case where something doesn't belong: a respondent, by its name there, or a sitting, by its number. */
export interface MoveAway extends Moving {
  readonly type: "move-away";
  readonly what: MovedPart;
}

export type MisfiledCommand = MergeAway | MoveAway | TakeOver;

/** Decides it; undefined is a case not known yet, which only a respondent that is moved opens. */
export function decideMisfiled(
  file: CaseFile | undefined,
  command: MisfiledCommand,
  rules: Rules,
): Decision<DeskRefusal> {
  if (command.type === "take-over") return takeOver(file, command, rules);
  if (file === undefined) return refused({ type: "case-gone" });
  return command.type === "merge-away" ? mergeAway(file, command, rules) : moveAway(file, command, rules);
}

function mergeAway(file: CaseFile, command: MergeAway, rules: Rules): Decision<DeskRefusal> {
  return accepted(
    movedBy("merger", command),
    { type: "case-voided" },
    {
      type: "letters-voided",
      taking: {
        ...struckOut("merger", command, allLetters(file, rules)),
        ...(file.state === "awaiting-hearing" && { hearing: file.hearing }),
        lastOrdinal: Math.max(0, ...hearings(file).map(({ ordinal }) => ordinal)),
        into: command.other,
      },
    },
  );
}

function moveAway(file: CaseFile, command: MoveAway, rules: Rules): Decision<DeskRefusal> {
  const { what, other } = command;
  const gone: CaseEvent =
    "respondent" in what
      ? { type: "respondent-removed", name: what.respondent }
      : { type: "hearing-removed", ordinal: what.hearing };
  if (!isThere(file, what)) return refused({ type: "changed-meanwhile" });
  if ("respondent" in what && file.respondents.length === 1) return refused({ type: "only-respondent" });
  const without = evolveAll(file, [gone]) ?? file;
  const hearing = "hearing" in what ? hearingOf(file, what.hearing) : undefined;
  return accepted(movedBy("split", command), gone, {
    type: "letters-voided",
    taking: {
      ...struckOut("split", command, voidedLetters(file, without, rules)),
      ...defined({
        respondent: "respondent" in what ? what.respondent : undefined,
        hearing: isSet(file, hearing) ? hearing : undefined,
        lastOrdinal: hearing?.ordinal,
      }),
      into: other,
    },
  });
}

function isThere(file: CaseFile, what: MovedPart): boolean {
  return "respondent" in what
    ? file.respondents.some(({ name }) => name === what.respondent)
    : hearingOf(file, what.hearing) !== undefined;
}

function struckOut(
  act: "merger" | "split",
  { at, by, reason, cause }: Moving,
  voided: readonly VoidedLetters[],
): TakenBack {
  return { act, cause: `struck-out:${cause}`, actAt: at, at, by, office: "bureau", reason, voided };
}
