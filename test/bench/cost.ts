/**
 * What a million cases cost at list prices, by function and by what is paid for: whole lives on the deployed bundles and the
 * local cloud, less what a city with few cases has used in the same weeks, for that is no case's. Units and requests are counted;
 * of the time, the processor's is measured (this machine's, given out by a function's memory), and what a service lets wait is
 * assumed.
 */
import { join } from "node:path";
import { synthesise } from "../../infra/local/wiring/synthesise.ts";
import { FEW, MANY, play } from "./case-lives.ts";
import type { Usage } from "./city-usage.ts";
import { PRICES, type PricedUnit } from "./list-prices.ts";
import type { Measurement } from "./run.ts";

const MILLION = 1_000_000;
const UNITS = Object.keys(PRICES) as readonly PricedUnit[];
/** Mail is paid for by what must be said, and is another bill. */
const WITHOUT_MAIL = UNITS.filter((unit) => unit !== "mails");

export async function cost(): Promise<readonly Measurement[]> {
  const assembly = join(import.meta.dirname, "../../test-output/cost.cdk.out");
  await synthesise(assembly);
  const few = await play(assembly, FEW);
  const many = await play(assembly, MANY);
  const functions = [...many]
    .map(([of, usage]) => [of, perCase(usage, few.get(of) ?? {})] as const)
    .toSorted(([, one], [, other]) => dollars(other) - dollars(one));
  const all = functions.reduce<Usage>((sum, [, usage]) => combined(sum, usage, 1), {});
  return [
    ...functions.map(([of, usage]) => row(of, dollars(usage), summary(usage))),
    ...WITHOUT_MAIL.filter((unit) => (all[unit] ?? 0) > 0).map((unit) =>
      row(unit, dollars(all, [unit]), `${count(all[unit])} a case`),
    ),
    row("all without mail", dollars(all), summary(all)),
    row("mail", dollars(all, ["mails"]), `${count(all.mails)} a case`),
  ];
}

function perCase(many: Usage, few: Usage): Usage {
  return scaled(combined(many, few, -1), 1 / (MANY - FEW));
}

function combined(one: Usage, other: Usage, sign: 1 | -1): Usage {
  return Object.fromEntries(UNITS.map((unit) => [unit, (one[unit] ?? 0) + sign * (other[unit] ?? 0)]));
}

function scaled(usage: Usage, by: number): Usage {
  return Object.fromEntries(UNITS.map((unit) => [unit, (usage[unit] ?? 0) * by]));
}

function dollars(usage: Usage, units: readonly PricedUnit[] = WITHOUT_MAIL): number {
  return units.reduce((sum, unit) => sum + (usage[unit] ?? 0) * PRICES[unit] * MILLION, 0);
}

function row(what: string, value: number, beside: string): Measurement {
  return { what, value: Math.round(value * 100) / 100, unit: "$", beside };
}

function summary(usage: Usage): string {
  const index = usage["index write units"] ?? 0;
  const written = (usage["table write units"] ?? 0) + index;
  return [
    `${count(usage.invocations)} calls`,
    `${count(usage["read units"])} read`,
    `${count(written)} write units (${count(index)} of indexes)`,
    `${count(usage["GB-seconds"])} GB-s`,
  ].join(", ");
}

function count(value = 0): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 2 : 0 });
}
