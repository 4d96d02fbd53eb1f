/**
 * What can be asked of a case, and what it changes. Pure: time and holidays arrive as data. Deciding the same command
 * again on the file it led to changes nothing.
 */

import { dutyEvents } from "../../obligations/case-duties.ts";
import type { DeskRefusal, Doubt } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import type {
  FileDocument,
  IdentifyRespondents,
  LinkAppeal,
  NoteHigherRuling,
  Recompute,
} from "../commands.ts";
import { openDeadlines, recomputedDeadlines } from "../deadlines.ts";
import { accepted, type Decision, type NotWeighed, type Refusal, refused } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import { type NoteLedger, noteLedger } from "../ledger/ledger.ts";
import { type AnswerDifference, answerDifference } from "../reconciliation.ts";
import type { CaseFile } from "../state.ts";
import { type ByHandCommand, decideByHand, type EnterCase, enterCase } from "./by-hand-decisions.ts";
import { type CorrectClasses, correctClasses } from "./classes-decisions.ts";
import { type DeskCommand, decideAtDesk } from "./desk-decisions.ts";
import { fileDocument } from "./document-decisions.ts";
import { noteHigherRuling } from "./judgment-papers.ts";
import { ledgerDuties } from "./ledger-duties.ts";
import { decideMisfiled, type MisfiledCommand } from "./misfiled-decisions.ts";
import { openedAnew } from "./opened-anew.ts";
import { decideUrging, type UrgingCommand } from "./urging-decisions.ts";

/** What comes from papers and ledgers, and what keeps a file up to date. */
type Arriving = FileDocument | NoteLedger | Upkeep;
type Upkeep = LinkAppeal | NoteHigherRuling | IdentifyRespondents | Recompute;
/** What a person asks at the desk. */
type Asked =
  | CorrectClasses
  | DeskCommand
  | AnswerDifference
  | UrgingCommand
  | ByHandCommand
  | EnterCase
  | MisfiledCommand;

export type Command = Arriving | Asked;

/** Why such a command may be refused. */
export type RefusalOf<One extends Command> = One extends Asked
  ? DeskRefusal
  : One extends FileDocument
    ? Doubt
    : One extends NoteLedger
      ? Doubt | NotWeighed
      : never;

/** Decides a command on a file; undefined is a case not known yet, which only a document or a ledger can open. */
export function decide<One extends Command>(
  file: CaseFile | undefined,
  command: One,
  rules: Rules,
): Decision<RefusalOf<One>>;
export function decide(file: CaseFile | undefined, command: Command, rules: Rules): Decision<Refusal> {
  if (file?.void !== true) return decideOn(file, command, rules);
  // A case whose opening was taken back is none, until a paper opens it anew.
  const decision = decideOn(undefined, command, rules);
  return decision.accepted ? accepted(...openedAnew(file, decision.events)) : decision;
}

function decideOn(file: CaseFile | undefined, command: Command, rules: Rules): Decision<Refusal> {
  switch (command.type) {
    case "file-document":
      return fileDocument(file, command, rules);
    case "note-ledger":
      return withDuties(file, command, rules);
    case "link-appeal":
    case "note-higher-ruling":
    case "identify-respondents":
    case "recompute":
      return file === undefined ? accepted() : upkeep(file, command, rules);
    case "answer-difference":
      return file === undefined ? refused({ type: "case-gone" }) : answerDifference(file, command);
    case "decide-urging":
    case "note-received":
      return file === undefined ? refused({ type: "case-gone" }) : decideUrging(file, command, rules);
    case "correct-classes":
      return file === undefined ? refused({ type: "case-gone" }) : correctClasses(file, command);
    case "enter-case":
      return enterCase(file, command, rules);
    case "merge-away":
    case "move-away":
    case "take-over":
      return decideMisfiled(file, command, rules);
    case "correct-hearing":
    case "move-hearing":
    case "cancel-hearing":
    case "close-case":
    case "correct-outcome":
    case "void-case":
      return file === undefined ? refused({ type: "case-gone" }) : decideByHand(file, command, rules);
    default:
      return file === undefined ? refused({ type: "case-gone" }) : decideAtDesk(file, command, rules);
  }
}

/** What a ledger says, and what is owed by it. */
function withDuties(
  file: CaseFile | undefined,
  command: NoteLedger,
  rules: Rules,
): Decision<RefusalOf<NoteLedger>> {
  const noted = noteLedger(file, command);
  if (!noted.accepted) return noted;
  const { events } = noted;
  return accepted(...events, ...ledgerDuties(file, events, command.ledger.receivedAt, rules));
}

function upkeep(file: CaseFile, command: Upkeep, rules: Rules): Decision<never> {
  switch (command.type) {
    case "link-appeal":
      return linkAppeal(file, command);
    case "note-higher-ruling":
      return noteHigherRuling(file, command);
    case "identify-respondents":
      return identifyRespondents(file, command, rules);
    case "recompute":
      return accepted(...recomputedDeadlines(file, rules), ...dutyEvents(file, command.at, rules));
    default:
      return command satisfies never;
  }
}

function linkAppeal(file: CaseFile, { appeal }: LinkAppeal): Decision<never> {
  return file.appeals.includes(appeal) ? accepted() : accepted({ type: "appeal-linked", appeal });
}

function identifyRespondents(file: CaseFile, command: IdentifyRespondents, rules: Rules): Decision<never> {
  const events: CaseEvent[] = command.identities.flatMap(({ name, identity }) =>
    identity !== undefined && file.respondents.some((one) => one.name === name && one.identity === undefined)
      ? [{ type: "respondent-identified", name, identity }]
      : [],
  );
  const identified = evolveAll(file, events) ?? file;
  return accepted(...events, ...openDeadlines(identified, command.at, rules));
}
