/**
 * How well and how fast documents are read, over the corpus, the formats and the scans: per kind and per format the share
 * of accepted facts that are right (precision), of the truth that is accepted (recall), and of what is read that goes to
 * a person; the time of a document, and the most memory its process had. Each format and kind has a process of its own.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { ComparedField } from "../documents/support/comparison.ts";
import { CRITICAL } from "../documents/support/comparison.ts";
import { type ReadOne, toMeasure } from "./documents-to-measure.ts";
import type { Measurement } from "./run.ts";

interface Read extends ReadOne {
  readonly kind: string;
  readonly format: string;
}

interface Group {
  readonly kind: string;
  readonly format: string;
  readonly reads: readonly Read[];
  readonly megabytes: number;
}

const READER = join(import.meta.dirname, "documents-of-a-kind.ts");

export function documents(): readonly Measurement[] {
  const pairs = new Map(
    toMeasure().map(({ format, truth: { kind } }) => [`${format} ${kind}`, { format, kind }]),
  );
  const groups = [...pairs.values()].map(({ format, kind }): Group => {
    const output = execFileSync(process.execPath, [READER, format, kind], {
      encoding: "utf8",
      maxBuffer: 100_000_000,
    });
    const { reads, megabytes } = JSON.parse(output) as { reads: ReadOne[]; megabytes: number };
    return { kind, format, megabytes, reads: reads.map((read) => ({ ...read, kind, format })) };
  });
  const by = (key: "kind" | "format") =>
    [...Map.groupBy(groups, (group) => group[key])]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([name, some]) => measured(`${key} ${name}`, some));
  const isScan = ({ format }: Group) => format.startsWith("scan.");
  const wrong = groups.flatMap(({ reads }) =>
    reads.flatMap(({ name, fields }) =>
      fields
        .filter(({ outcome }) => outcome === "wrong")
        .map((field) => ({ ...field, name, isCritical: CRITICAL.includes(field.field) })),
    ),
  );
  for (const { name, field, expected, read } of wrong)
    console.error(
      `  wrong in ${name}: ${field} is ${JSON.stringify(expected)}, read ${JSON.stringify(read)}`,
    );
  return [
    ...measured(
      "all with text",
      groups.filter((group) => !isScan(group)),
    ),
    ...measured("all scans", groups.filter(isScan)),
    ...by("kind"),
    ...by("format"),
    {
      what: "wrong numbers, hearing times, attendances",
      value: wrong.filter(({ isCritical }) => isCritical).length,
      unit: "facts",
      beside: "accepted without a person",
    },
  ];
}

function measured(name: string, groups: readonly Group[]): Measurement[] {
  const reads = groups.flatMap((group) => group.reads);
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
    {
      what: `${name}: peak memory`,
      value: Math.max(0, ...groups.map(({ megabytes }) => megabytes)),
      unit: "MB",
    },
  ];
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((part / whole) * 10_000) / 100;
}
