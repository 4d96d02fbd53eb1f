/**
 * The same papers of a city in two orders: what is true of its cases afterwards is the same. All come on days after everything they
 * tell of, so that no period, and no day that had not come yet, speaks for one order.
 */
import { isDeepStrictEqual } from "node:util";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import { countedRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { addDays, addMinutes, civilDateAt, instantAt } from "../../../shared/domain/time/time.ts";
import { type Played, play } from "../city/play.ts";
import { chance } from "../story/chance.ts";
import { lineOf, type Step, type Story } from "../story/step.ts";
import type { NewStore } from "./judge.ts";
import { textOf } from "./text-of.ts";

type Upload = Extract<Step, { readonly do: "upload" }>;

/** What two orders lead to that differs; the papers in both, to be read. */
export interface OrderMatters {
  readonly details: readonly string[];
  readonly orders: readonly [readonly string[], readonly string[]];
}

/** Undefined where both lead to the same, or where a person is asked about a paper in one of them. */
export async function orderMatters(
  story: Story,
  seed: number,
  newStore: () => ReturnType<NewStore>,
): Promise<OrderMatters | undefined> {
  let papers = courtPapers(story);
  let found = await compared(story, papers, seed, newStore);
  if (found === undefined) return undefined;
  // The fewest papers of which it is so.
  for (let at = 0; at < papers.length; ) {
    const fewer = papers.toSpliced(at, 1);
    const still = await compared(story, fewer, seed, newStore);
    if (still === undefined) at += 1;
    else [papers, found] = [fewer, still];
  }
  return found;
}

/** What comes before a sitting: of a day that is gone by then a person is asked. */
const BEFORE_IT = /传票|延期|庭前提示/;

/** Each once, from its own court; a ledger's day says which of two prevails. */
function courtPapers({ steps }: Story): readonly Upload[] {
  const papers = steps.filter(
    (step): step is Upload =>
      step.do === "upload" &&
      step.folder.startsWith("courts/") &&
      !step.name.startsWith("台账") &&
      !BEFORE_IT.test(step.name),
  );
  return [...new Map(papers.map((one) => [one.text, one])).values()];
}

async function compared(
  story: Story,
  papers: readonly Upload[],
  seed: number,
  newStore: () => ReturnType<NewStore>,
): Promise<OrderMatters | undefined> {
  // By what each paper is and not by its place, so that fewer papers keep their order.
  const ranked = (order: string) =>
    papers.toSorted(
      (one, other) =>
        chance(`${seed} ${order} ${one.text}`).next() - chance(`${seed} ${order} ${other.text}`).next(),
    );
  const [one, other] = [ranked("first"), ranked("second")];
  const [first, second] = [await truths(await played(one)), await truths(await played(other))];
  // What a person is asked about in one order waits for that person.
  if (first === "waits" || second === "waits") return undefined;
  const numbers = [...new Set([...first.keys(), ...second.keys()])];
  const details = numbers.flatMap((number) =>
    isDeepStrictEqual(first.get(number), second.get(number))
      ? []
      : [`${number}: ${differing(first.get(number), second.get(number))}`],
  );
  if (details.length === 0) return undefined;
  return { details, orders: [one.map(lineOf), other.map(lineOf)] };

  async function played(ordered: readonly Upload[]): Promise<Played> {
    // Long after the last of them.
    const first = instantAt(addDays(civilDateAt(story.end), 20), "09:00");
    const steps = ordered.map((step, index) => ({
      ...step,
      heard: 1 as const,
      at: addMinutes(first, index * 7),
    }));
    return play(
      { ...story, start: instantAt(civilDateAt(first), "07:30"), end: addMinutes(first, 500), steps },
      await newStore(),
    );
  }
}

/** What is true of a case, whatever came when. */
function truthOf(file: CaseFile) {
  const { state, plaintiffs, respondents, attendance } = file;
  const { rows, ...counted } = countedRows(file);
  return {
    state,
    outcome: file.state === "closed" ? file.outcome : "",
    plaintiffs: plaintiffs.toSorted(),
    respondents: respondents.map(({ name }) => name).toSorted(),
    sittings: sittings(file).map(({ date }) => date),
    attendance: attendance
      .map(({ respondent, hearingDate, headAttended, headName, source }) =>
        textOf({ respondent, hearingDate, headAttended, headName, source }),
      )
      .toSorted(),
    counted: textOf({ ...counted, rows: rows.map(textOf).toSorted() }),
  };
}

async function truths({
  store,
  journal,
}: Played): Promise<ReadonlyMap<string, ReturnType<typeof truthOf>> | "waits"> {
  for (const { key, versionId } of journal.uploads) {
    const settled = await store.records.settledUpload(key, versionId);
    const document = settled && (await store.records.document(settled.sha256));
    if (document !== undefined && document.state !== "read") return "waits";
  }
  const files = await Promise.all(
    (await store.caseNumbers()).map((number) => store.records.caseFile(number)),
  );
  return new Map(
    files.flatMap((file) => (file === undefined ? [] : [[file.caseNumber, truthOf(file)] as const])),
  );
}

function differing(one: object | undefined, other: object | undefined): string {
  if (one === undefined || other === undefined) return "known in one order only";
  return Object.entries(one)
    .filter(([name, value]) => !isDeepStrictEqual(value, Reflect.get(other, name)))
    .map(([name, value]) => `${name} ${JSON.stringify(value)} ≠ ${JSON.stringify(Reflect.get(other, name))}`)
    .join("; ");
}
