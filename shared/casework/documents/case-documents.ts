/** A document's commands on its case files, all in one write; a case that another decision touches waits its turn. */

import type { ReadDocument } from "../../documents/facts.ts";
import type { Command, FileDocument } from "../../domain/case-file/commands.ts";
import { decide } from "../../domain/case-file/decide.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { evolveAll } from "../../domain/case-file/evolve.ts";
import type { CaseFile, Respondent } from "../../domain/case-file/state.ts";
import { type CaseNumber, partsOf } from "../../domain/case-number.ts";
import { lookup } from "../../domain/directory.ts";
import { type Doubt, explainDoubt } from "../../domain/refusal.ts";
import type { Change, Directory } from "../../ports.ts";
import { type CasePart, caseChange } from "../case-change.ts";
import { identify, involvedIn } from "../involved.ts";
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
  for (const { before, events } of atWork.values()) {
    if (events.length > 0) parts.push(await partOf(ports.directory, before, events, arriving));
  }
  const state = doubts.length > 0 ? "needs-review" : "read";
  const [last = [], ...earlier] = transactions(parts).toReversed();
  return {
    earlier: earlier.map(written),
    change: {
      ...written(last),
      document: documentRecord(arriving, {
        state,
        kind: kindOf(document),
        caseNumbers: commands.map(({ caseNumber }) => caseNumber),
        ...(state === "needs-review" && {
          why: doubts.map(explainDoubt).join(""),
          reading: JSON.stringify(document),
        }),
      }),
      notices: [
        ...last.flatMap(({ notices }) => notices),
        ...(doubts.length > 0 ? reviewNotices(arriving, document, doubts, true) : []),
      ],
    },
    outcome: state,
    undeliverable: parts.reduce((sum, { undeliverable }) => sum + undeliverable.length, 0),
  };
}

/** A case this document touches: as it was, and what has been decided on it so far. */
interface CaseAtWork {
  readonly before: CaseFile | undefined;
  readonly events: CaseEvent[];
}

/** A transaction has room for a hundred items; some is left for the document, its upload and its answer. */
const ROOM = 90;

/**
 * The parts in as few transactions as hold them. A list of cases (行初123、124号…) may need several: each case is whole
 * in one, and one that was written before a crash knows this document when it is decided again.
 */
function transactions(parts: readonly CasePart[]): readonly (readonly CasePart[])[] {
  const all: CasePart[][] = [];
  let room = 0;
  for (const part of parts) {
    const items = 2 + part.notices.length + part.lines.length;
    if (items > room) {
      all.push([]);
      room = ROOM;
    }
    all.at(-1)?.push(part);
    room -= items;
  }
  return all;
}

function written(parts: readonly CasePart[]): Pick<Change, "cases" | "notices" | "lines"> {
  return {
    cases: parts.map(({ change }) => change),
    notices: parts.flatMap(({ notices }) => notices),
    lines: parts.flatMap(({ lines }) => lines),
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

const ORGAN = /(?:政府|局|委员会|办事处|厅|署|大队|支队|管委会|街道办)$/u;

async function partOf(
  directory: Directory,
  before: CaseFile | undefined,
  events: Parameters<typeof caseChange>[1],
  { now, cause, rules }: Arriving,
): Promise<CasePart> {
  const after = evolveAll(before, events);
  if (after === undefined) throw new TypeError("a decision without a case");
  const involved = await involvedIn(after, directory);
  return caseChange(before, events, involved, { now, cause, rules });
}
