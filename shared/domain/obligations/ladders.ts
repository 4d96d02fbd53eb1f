/**
 * Everything a case file may oblige the system to announce: the notice of the hearing and its reminders, the case
 * handling form, what is due and overdue. Which of it counts now is decided in obligations.ts.
 */

import { type CaseFile, isLedgersAlone, type Respondent } from "../case-file/state.ts";
import type { Rules } from "../rules.ts";
import { beforeHearingLadder } from "./before-hearing-ladder.ts";
import { deadlineLadder } from "./deadline-ladder.ts";
import { defenceLadder } from "./defence-ladder.ts";
import { designationLadder } from "./designation-ladder.ts";
import { differenceLadder } from "./difference-ladder.ts";
import { dutyLadder } from "./duty-ladder.ts";
import { cancellation, hearingLadder, release } from "./hearing-ladder.ts";
import { judgmentLadder } from "./judgment-ladder.ts";
import { lossLadder } from "./loss-ladder.ts";
import type { Obligation } from "./obligation.ts";
import { principalAnswered, principalLadder } from "./principal-ladder.ts";
import { receiptLadder } from "./receipt-ladder.ts";
import { reportLadder } from "./report-ladder.ts";
import { takenBackLadder } from "./taken-back-ladder.ts";
import { unknownAgencyLadder } from "./unknown-agency-ladder.ts";

/** All obligations of the file as it stands, whenever they fall due. */
export function obligations(file: CaseFile, rules: Rules): readonly Obligation[] {
  if (file.void === true) return takenBackLadder(file);
  return [
    ...takenBackLadder(file),
    ...file.respondents.flatMap((respondent) =>
      respondent.withdrawnOn !== undefined
        ? ofFormerRespondent(file, respondent, rules)
        : respondent.identity === undefined
          ? // What only a ledger mentions is asked about with the ledger, not case by case.
            isLedgersAlone(file)
            ? []
            : unknownAgencyLadder(file, respondent, rules)
          : [
              ...designationLadder(file, respondent, rules),
              ...hearingLadder(file, respondent, rules),
              ...cancellation(file, respondent),
              ...reportLadder(file, respondent, rules),
              ...receiptLadder(file, respondent),
              ...lossLadder(file, respondent),
              ...beforeHearingLadder(file, respondent, rules),
              ...principalLadder(file, respondent, rules),
              ...principalAnswered(file, respondent),
              ...differenceLadder(file, respondent, rules),
              ...judgmentLadder(file, respondent, rules),
              ...openPeriods(file, respondent, rules),
            ],
    ),
  ];
}

/** The action against it was withdrawn: it hears that it need not come, and owes what it owes of sittings that were held. */
function ofFormerRespondent(file: CaseFile, respondent: Respondent, rules: Rules): readonly Obligation[] {
  if (respondent.identity === undefined) return [];
  return [
    ...release(file, respondent),
    ...cancellation(file, respondent),
    ...receiptLadder(file, respondent),
    ...differenceLadder(file, respondent, rules),
    ...openPeriods(file, respondent, rules),
  ];
}

function openPeriods(file: CaseFile, respondent: Respondent, rules: Rules): readonly Obligation[] {
  return [
    ...file.deadlines
      .filter(({ status, respondent: name }) => status === "open" && name === respondent.name)
      .flatMap((deadline) => deadlineLadder(file, respondent, deadline, rules)),
    ...dutyLadder(file, respondent, rules),
    ...defenceLadder(file, respondent),
  ];
}
