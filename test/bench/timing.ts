/** What does work cost, by the clock and of the processor? Machines are busy: compare within one run, in turns. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** Linux counts the time of a process in hundredths of a second. */
const TICK = 10;

/** What some work costs this process and those it starts and ends; children's processor time on Linux alone. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [started, cpu, children] = [performance.now(), process.cpuUsage(), cpuOfChildren()];
  await work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  // A child that has been ended is counted once the system has buried it.
  while (process.getActiveResourcesInfo().includes("ProcessWrap")) await sleep(5);
  return { wall, cpu: (user + system) / 1000 + cpuOfChildren() - children };
}

/** The median cost of each, all of them done once a round, so that a busy moment hits all alike. */
export async function inTurns<Name extends string>(
  rounds: number,
  sides: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Readonly<Record<Name, Cost>>> {
  const names = Object.keys(sides) as Name[];
  const seen = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) seen.get(name)?.push(await costOf(sides[name]));
  return Object.fromEntries([...seen].map(([name, costs]) => [name, medianCost(costs)])) as Readonly<
    Record<Name, Cost>
  >;
}

export function medianCost(costs: readonly Cost[]): Cost {
  return { wall: median(costs.map(({ wall }) => wall)), cpu: median(costs.map(({ cpu }) => cpu)) };
}

/** `×0.42 (CPU ×0.40)`. */
export function ratio(one: Cost, to: Cost): string {
  return `×${(one.wall / to.wall).toFixed(2)} (CPU ×${(one.cpu / to.cpu).toFixed(2)})`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function cpuOfChildren(): number {
  try {
    // The name of the program, in brackets, may have blanks in it.
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\)\s/s, "")
      .split(" ");
    return (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return 0;
  }
}
