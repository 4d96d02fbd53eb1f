/** A document's commands on its case files, all in one write; a case that another decision touches waits its turn. */

import type { ReadDocument } from "../../documents/kinds/facts.ts";
import type { Command, FileDocument } from "../../domain/case-file/commands.ts";
import { decide } from "../../domain/case-file/decide.ts";
import { evolveAll } from "../../domain/case-file/evolve.ts";
import type { Respondent } from "../../domain/case-file/state.ts";
import { type CaseNumber, partsOf } from "../../domain/court/case-number.ts";
import { endsAsOrgan } from "../../domain/court/organ-endings.ts";
import { NOTHING_ADDRESSED } from "../../domain/obligations/addressing.ts";
import { lookup } from "../../domain/organisations/directory.ts";
import type { Doubt } from "../../domain/refusal.ts";
import type { Directory } from "../../ports/directory.ts";
import type { CasePart } from "../case-change.ts";
import { type CaseAtWork, partOf, transactions, written } from "../case-parts.ts";
import { identify } from "../involved.ts";
import { documentRecord, kindOf, reviewed, reviewNotices } from "./answers.ts";
import type { Arriving, FilingPorts, Settled } from "./arriving.ts";

/**
 * Files a document in every case it names. `doubts` are those that don't stop it (who attended); doubts that arise
 * from a case's own state stop the whole document, since nobody can tell which half would be right.
 */
export async function fileInCases(
  ports: FilingPorts,
  arriving: Arriving,
  document: ReadDocument,
  commands: readonly FileDocument[],
  doubts: readonly Doubt[],
): Promise<Settled> {
  const atWork = new Map<CaseNumber, CaseAtWork>();
  const take = async (caseNumber: CaseNumber): Promise<CaseAtWork> => {
    const known = atWork.get(caseNumber) ?? { before: await ports.records.caseFile(caseNumber), events: [] };
    atWork.set(caseNumber, known);
    return known;
  };
  const stopping: Doubt[] = [];
  const decideIn = async (caseNumber: CaseNumber, command: Command): Promise<void> => {
    const { before, events } = await take(caseNumber);
    const decision = decide(evolveAll(before, events), command, arriving.rules);
    if (decision.accepted) events.push(...decision.events);
    else stopping.push(...decision.doubts);
  };
  for (const read of commands) {
    const { reviewedBy } = arriving;
    const command = {
      ...(await completed(read, ports.directory)),
      ...(reviewedBy !== undefined && { reviewedBy }),
    };
    const { caseNumber, at, parties } = command;
    if ((await take(caseNumber)).before === undefined && parties.respondents.length === 0) {
      stopping.push({ type: "no-respondent" });
      continue;
    }
    await decideIn(caseNumber, command);
    const { originCaseNumber: origin } = parties;
    if (origin !== undefined) await decideIn(origin, { type: "link-appeal", at, appeal: caseNumber });
  }
  if (stopping.length > 0) return reviewed(arriving, document, [...stopping, ...doubts]);

  const parts: CasePart[] = [];
  const { now, cause, rules } = arriving;
  for (const work of atWork.values()) {
    if (work.events.length > 0) parts.push(await partOf(ports.directory, work, { now, cause, rules }));
  }
  const state = doubts.length > 0 ? "needs-review" : "read";
  const review = doubts.length > 0 ? reviewNotices(arriving, document, doubts, true) : NOTHING_ADDRESSED;
  const [last = [], ...earlier] = transactions(parts).toReversed();
  return {
    earlier: earlier.map(written),
    change: {
      ...written(last),
      document: documentRecord(arriving, {
        state,
        kind: kindOf(document),
        caseNumbers: commands.map(({ caseNumber }) => caseNumber),
        ...(state === "needs-review" && { doubts, reading: JSON.stringify(document) }),
      }),
      notices: [...last.flatMap(({ notices }) => notices), ...review.notices],
    },
    outcome: state,
    unreached: [...parts.flatMap(({ unreached }) => unreached), ...review.unreached],
  };
}

/** The command with what only the directory knows: which agencies the names are, and which court the number's code is. */
async function completed(command: FileDocument, directory: Directory): Promise<FileDocument> {
  const named = await identify(command.parties.respondents, directory);
  const respondents = onlyAgencies(named, command);
  const { court: code } = partsOf(command.caseNumber);
  const [seat] = command.court === "" ? await directory.find(lookup.court(code)) : [];
  return {
    ...command,
    court: command.court === "" ? (seat?.name ?? code) : command.court,
    parties: { ...command.parties, respondents },
  };
}

/** The one a summons summons may be the plaintiff: a name taken from there counts only as a known agency. */
function onlyAgencies(
  respondents: readonly Respondent[],
  { kind, parties }: FileDocument,
): readonly Respondent[] {
  const fromSummoned = kind === "summons" && parties.plaintiffs.length === 0 && respondents.length === 1;
  return fromSummoned
    ? respondents.filter(({ identity, name }) => identity !== undefined || ORGAN.test(name))
    : respondents;
}

const ORGAN = endsAsOrgan(
  [
    "government",
    "bureau",
    "administration",
    "committee",
    "subdistrict",
    "department",
    "detachment",
    "brigade",
  ],
  ["署"],
);
