/**
 * How well and how fast documents are read, over the corpus: per kind and per format the share of accepted facts that are
 * right (precision), of the truth that is accepted (recall), and of what is read that goes to a person.
 */
import type { ComparedField } from "../documents/support/comparison.ts";
import { CRITICAL, compare } from "../documents/support/comparison.ts";
import { corpusDocument, corpusNames, readingOf } from "../documents/support/corpus.ts";
import type { Measurement } from "./run.ts";

interface Read {
  readonly kind: string;
  readonly format: string;
  readonly fields: readonly ComparedField[];
  readonly milliseconds: number;
}

export async function documents(): Promise<readonly Measurement[]> {
  const reads: Read[] = [];
  // The first round loads the readers and warms them up.
  for (const isMeasured of [false, true]) {
    for (const name of corpusNames()) {
      const document = corpusDocument(name);
      const started = performance.now();
      const reading = await readingOf(document);
      const milliseconds = performance.now() - started;
      const { truth, format } = document;
      if (isMeasured) reads.push({ kind: truth.kind, format, fields: compare(truth, reading), milliseconds });
    }
  }
  const by = (key: "kind" | "format") => Object.entries(Object.groupBy(reads, (read) => read[key]));
  const wrong = reads.flatMap(({ fields }) =>
    fields.filter(({ field, outcome }) => outcome === "wrong" && CRITICAL.includes(field)),
  );
  return [
    ...measured("all", reads),
    ...by("kind").flatMap(([name, group = []]) => measured(name, group)),
    ...by("format").flatMap(([name, group = []]) => measured(name, group)),
    {
      what: "wrong numbers, hearing times, attendances",
      value: wrong.length,
      unit: "facts",
      beside: "accepted without a person",
    },
    { what: "peak memory", value: Math.round(process.resourceUsage().maxRSS / 1024), unit: "MB" },
  ];
}

function measured(name: string, reads: readonly Read[]): Measurement[] {
  const outcomes = reads.flatMap(({ fields }) => fields.map(({ outcome }) => outcome));
  const count = (outcome: ComparedField["outcome"]) => outcomes.filter((one) => one === outcome).length;
  const [right, wrong, review, missing] = [count("right"), count("wrong"), count("review"), count("missing")];
  const times = reads.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  return [
    { what: `${name}: precision`, value: percent(right, right + wrong), unit: "%", beside: `${wrong} wrong` },
    {
      what: `${name}: recall`,
      value: percent(right, right + review + missing),
      unit: "%",
      beside: `${missing} missing`,
    },
    {
      what: `${name}: to a person`,
      value: percent(review, outcomes.length),
      unit: "%",
      beside: `${review} facts`,
    },
    {
      what: `${name}: per document`,
      value: Math.round(mean * 10) / 10,
      unit: "ms",
      beside: `${reads.length} documents, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    },
  ];
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((part / whole) * 10_000) / 100;
}
