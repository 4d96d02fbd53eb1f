/** What may no input do? End the reader, take more than its limits, or, where only damage was done, say something else and be believed. */
import { bytesOf, type HonestFile } from "./honest-files.ts";
import { type FuzzInput, fuzzInput } from "./inputs.ts";
import { type Ended, Reader } from "./reader.ts";

export interface Finding {
  readonly number: number;
  readonly what: "died" | "time" | "memory" | "believed";
  readonly input: FuzzInput;
  readonly detail: string;
}

export interface FuzzReport {
  readonly inputs: number;
  /** How many ended how: read as a summons, broken, … */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Of how many only damage was done, and of how many of these something was believed all the same, and rightly. */
  readonly damaged: { readonly inputs: number; readonly believed: number };
  /** Milliseconds of processor time. */
  readonly slowest: { readonly number: number; readonly milliseconds: number };
  readonly findings: readonly Finding[];
}

/** Reads so many inputs from a number on; `told` is told after each what there is so far. */
export async function fuzz(
  inputs: number,
  from: number,
  told: (soFar: FuzzReport) => void = () => {},
): Promise<FuzzReport> {
  const reader = new Reader();
  const outcomes: Record<string, number> = {};
  const findings: Finding[] = [];
  const damaged = { inputs: 0, believed: 0 };
  let slowest = { number: from, milliseconds: 0 };
  const report = (read: number): FuzzReport => ({ inputs: read, outcomes, damaged, slowest, findings });
  const honestly = new Map<string, string>();
  const honest = async (file: HonestFile): Promise<string> => {
    const known = honestly.get(file.name) ?? sureOf(await reader.read(bytesOf(file)));
    honestly.set(file.name, known);
    return known;
  };
  try {
    for (let number = from; number < from + inputs; number++) {
      const input = fuzzInput(number);
      const end = await reader.read(input.bytes);
      const outcome = "ended" in end ? end.ended : end.outcome;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if ("ended" in end) findings.push({ number, what: end.ended, input, detail: end.detail });
      else if (end.milliseconds > slowest.milliseconds) slowest = { number, milliseconds: end.milliseconds };
      if (input.isDamage && !("ended" in end)) {
        damaged.inputs += 1;
        const sure = await honest(input.honest);
        if (end.sure !== NOTHING && end.sure === sure) damaged.believed += 1;
        if (end.sure !== NOTHING && end.sure !== sure)
          findings.push({ number, what: "believed", input, detail: `${end.sure}\ninstead of\n${sure}` });
      }
      told(report(number - from + 1));
    }
  } finally {
    reader.close();
  }
  return report(inputs);
}

const NOTHING = "[]";

function sureOf(end: Ended): string {
  return "ended" in end ? NOTHING : end.sure;
}
