/**
 * What do the files of many cases say besides their rows: how far reports and filings came in time, and what happened in them? Each file
 * is read once. Of very many, what a part of them says is kept as soon as it is known, so that a run that has no time left for all of
 * them is gone on with by the next one.
 */
import { eventsOfCase } from "../../../shared/domain/assessment/events-of-case.ts";
import { added, timelinessOf } from "../../../shared/domain/case-file/timeliness.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Timeliness } from "../../../shared/domain/statistics/indicators.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import type { UnitEvent } from "../../../shared/domain/unit-events/unit-event.ts";
import type { JobPorts } from "./job.ts";

/** Case files read side by side: as many as keep a table busy without making it wait. */
const AT_ONCE = 25;
/** Cases whose facts are kept together: some seconds of the function's fifteen minutes. */
const PART = 2_000;
/** The facts of a part have some hundred bytes a case. */
const LARGEST = 20 * 1024 * 1024;

export interface FileFacts {
  /** By agency. */
  readonly timeliness: ReadonlyMap<string, Timeliness>;
  readonly events: readonly UnitEvent[];
}

/** Where parts are kept: below a folder of the records bucket. */
export interface PartsKept extends Pick<JobPorts, "files"> {
  readonly folder: string;
}

/** The facts of some cases as they stand; `kept` is for a run that may be cut off, and is used where there is more than one part. */
export async function factsOfCases(
  records: Pick<JobPorts["records"], "caseFile">,
  numbers: Iterable<CaseNumber>,
  today: CivilDate,
  kept?: PartsKept,
): Promise<FileFacts> {
  const each = [...new Set(numbers)];
  const timeliness = new Map<string, Timeliness>();
  const events: UnitEvent[] = [];
  for (let from = 0; from < each.length; from += PART) {
    const part = each.slice(from, from + PART);
    const read = () => factsOfPart(records, part, today);
    const facts =
      kept === undefined || each.length <= PART ? await read() : await keptFacts(kept, part, today, read);
    for (const one of facts.events) events.push(one);
    for (const [agency, own] of facts.timeliness) addTo(timeliness, agency, own);
  }
  return { timeliness, events };
}

async function factsOfPart(
  records: Pick<JobPorts["records"], "caseFile">,
  part: readonly CaseNumber[],
  today: CivilDate,
): Promise<FileFacts> {
  const timeliness = new Map<string, Timeliness>();
  const events: UnitEvent[] = [];
  for (let from = 0; from < part.length; from += AT_ONCE) {
    const some = part.slice(from, from + AT_ONCE);
    for (const file of await Promise.all(some.map((number) => records.caseFile(number)))) {
      if (file === undefined) continue;
      events.push(...eventsOfCase(file, today));
      for (const [agency, own] of timelinessOf(file, today)) addTo(timeliness, agency, own);
    }
  }
  return { timeliness, events };
}

/** Named by what it is of: the same cases on the same day. */
async function keptFacts(
  { files, folder }: PartsKept,
  part: readonly CaseNumber[],
  today: CivilDate,
  read: () => Promise<FileFacts>,
): Promise<FileFacts> {
  const key = `${folder}/${identityOf("facts of cases", today, ...part)}.json`;
  const bytes = await files.read(key, undefined, LARGEST);
  if (bytes instanceof Uint8Array) {
    const { timeliness, events } = JSON.parse(new TextDecoder().decode(bytes));
    return { timeliness: new Map(timeliness), events };
  }
  const facts = await read();
  const text = JSON.stringify({ timeliness: [...facts.timeliness], events: facts.events });
  await files.write(key, new TextEncoder().encode(text), "application/json");
  return facts;
}

function addTo(all: Map<string, Timeliness>, agency: string, own: Timeliness): void {
  const known = all.get(agency);
  all.set(agency, known === undefined ? own : added(known, own));
}
