/** A document's commands on its case files, all in one write; a case that another decision touches waits its turn. */

import type { ReadDocument } from "../../documents/kinds/facts.ts";
import type { FileDocument } from "../../domain/case-file/commands.ts";
import type { CaseDocumentKind, Respondent } from "../../domain/case-file/state.ts";
import { partsOf } from "../../domain/court/case-number.ts";
import { endsAsOrgan } from "../../domain/court/organ-endings.ts";
import { defined } from "../../domain/defined.ts";
import { NOTHING_ADDRESSED } from "../../domain/obligations/addressing.ts";
import { lookup, type Organisation } from "../../domain/organisations/directory.ts";
import type { Doubt } from "../../domain/refusal.ts";
import type { Directory } from "../../ports/directory.ts";
import { casesAtWork, withLast } from "../cases-at-work.ts";
import { addresseeIn, identify } from "../involved.ts";
import { tellLowerCase } from "../lower-case.ts";
import { documentRecord, kindOf, reviewed, reviewNotices } from "./answers.ts";
import type { Arriving, FilingPorts, Settled } from "./arriving.ts";
import { firstsOfYear } from "./first-of-year.ts";
import { takeBackFiling } from "./read-otherwise.ts";
import { suggestionEntries } from "./suggestion-entries.ts";
import { standingOf } from "./whose-case.ts";

/**
 * Files a document in every case it names. `doubts` are those that don't stop it (who attended); doubts that arise
 * from a case's own state stop the whole document, since it can't be known which half would be right.
 */
export async function fileInCases(
  ports: FilingPorts,
  arriving: Arriving,
  document: ReadDocument,
  commands: readonly FileDocument[],
  doubts: readonly Doubt[],
): Promise<Settled> {
  const { now, cause, rules, reviewedBy } = arriving;
  const cases = casesAtWork(ports, { now, cause, rules });
  const stopping: Doubt[] = [...(await takeBackFiling(cases, arriving, commands))];
  let court: Organisation | undefined;
  for (const read of commands) {
    const stated = { ...(await completed(read, ports.directory)), ...defined({ reviewedBy }) };
    // A proposal (司法建议书) opens no case: it lies with those that are known.
    if (read.kind === "judicial-suggestion") {
      if ((await cases.file(read.caseNumber)) !== undefined) await cases.decide(read.caseNumber, stated);
      continue;
    }
    const standing = await standingOf(arriving.source, stated, ports.directory);
    const firstOfYear = rules.policy.principals.firstOfYear
      ? await firstsOfYear(ports.records, stated)
      : undefined;
    const command = { ...stated, ...defined({ copy: standing.copy, firstOfYear }) };
    const { caseNumber, kind, at, parties } = command;
    if (standing.doubts.length > 0) {
      stopping.push(...standing.doubts);
      court ??= standing.court;
      continue;
    }
    const opens = !OPENS_NO_CASE.has(kind);
    if (opens && parties.respondents.length === 0 && (await cases.file(caseNumber)) === undefined) {
      stopping.push({ type: "no-respondent" });
      continue;
    }
    const decision = await cases.decide(caseNumber, command);
    if (!decision.accepted) stopping.push(decision.refusal);
    const { originCaseNumber: origin } = parties;
    if (origin !== undefined) await cases.decide(origin, { type: "link-appeal", at, appeal: caseNumber });
    await tellLowerCase(cases, caseNumber, at, rules.calendar);
  }
  if (stopping.length > 0) {
    const asked = court && (await addresseeIn(ports.directory, court, "handling"));
    return reviewed(arriving, document, [...stopping, ...doubts], asked);
  }

  const isDoubtful = doubts.length > 0;
  const review = isDoubtful ? reviewNotices(arriving, document, doubts, true) : NOTHING_ADDRESSED;
  const record = documentRecord(arriving, {
    state: isDoubtful ? "needs-review" : "read",
    kind: kindOf(document),
    caseNumbers: commands.map(({ caseNumber }) => caseNumber),
    ...(isDoubtful && { doubts, reading: JSON.stringify(document) }),
  });
  const { changes, unreached } = await cases.changes();
  const proposed = await suggestionEntries(ports, arriving, document);
  return {
    changes: withLast(withLast(changes, proposed.change), { document: record, notices: review.notices }),
    outcome: record.state,
    unreached: [...unreached, ...review.unreached, ...proposed.unreached],
  };
}

/** Papers that say something of a case that is known; of one that isn't, that is what there is to say. */
const OPENS_NO_CASE: ReadonlySet<CaseDocumentKind> = new Set(["service-receipt", "enforcement-notice"]);

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
