/** What breaks in a city that is played: functions that die between two effects, writes that come second, a table out of reach. */
import type { Instant } from "../../../shared/domain/time/time.ts";

/** A function died: nobody will hear what it had begun. */
export class Died extends Error {
  override readonly name = "Died";
}

/** Something of the cloud didn't answer. */
export class OutOfReach extends Error {
  override readonly name = "OutOfReach";
}

/**
 * Whether a fault is one that was brought about. What finds that others were faster must get through, but for a bulletin, which
 * the next run finds made.
 */
export function isProvoked({ name }: { readonly name: string }): boolean {
  return ["Died", "OutOfReach", "EditionInTheMaking"].includes(name);
}

/** What is to break next; each entry counts down to its moment. */
export interface Faults {
  readonly crashes: { effects: number; readonly side: "before" | "after"; readonly in?: string }[];
  /** The function that runs. */
  running: string;
  readonly conflicts: { writes: number }[];
  tableUntil: Instant | undefined;
  keysUntil: Instant | undefined;
}

export function noFaults(): Faults {
  return { running: "", crashes: [], conflicts: [], tableUntil: undefined, keysUntil: undefined };
}

/** What of a port changes something, by the port's method names; all else only reads. */
type Effects<Port> = readonly (keyof Port & string)[];

/** Which effect the next one is: one at which its function dies, or none such. */
function nextEffect({ crashes, running }: Faults): "before" | "after" | undefined {
  for (const one of crashes) if (one.in === undefined || one.in === running) one.effects -= 1;
  const hit = crashes.findIndex(({ effects }) => effects <= 0);
  return hit < 0 ? undefined : crashes.splice(hit, 1)[0]?.side;
}

/** As every real call fails: by its promise, or once what it lists is gone through. */
function noAnswer(fault: OutOfReach): Promise<never> & AsyncIterable<never> {
  const failed = Promise.reject(fault);
  // Of what is listed nobody awaits the promise.
  failed.catch(() => undefined);
  return Object.assign(failed, {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(fault) }),
  });
}

/** The port, whose effects may be the last thing a function does. `table`: it can be out of reach, for reading as well. */
export function breakable<Port extends object>(
  port: Port,
  effects: Effects<Port>,
  faults: Faults,
  table?: { readonly now: () => Instant },
): Port {
  const changing: ReadonlySet<string | symbol> = new Set(effects);
  return new Proxy(port, {
    get(of, name) {
      const method: unknown = Reflect.get(of, name);
      if (typeof method !== "function") return method;
      const call = (given: readonly unknown[]) => Reflect.apply(method, of, given);
      return (...given: unknown[]) => {
        if (table !== undefined && faults.tableUntil !== undefined && table.now() < faults.tableUntil)
          return noAnswer(new OutOfReach(`no answer to ${String(name)}`));
        return changing.has(name) ? withDeath(() => call(given), String(name)) : call(given);
      };
    },
  });

  async function withDeath(effect: () => Promise<unknown>, name: string): Promise<unknown> {
    const side = nextEffect(faults);
    if (side === "before") throw new Died(`before ${name}`);
    const answer = await effect();
    if (side === "after") throw new Died(`after ${name}`);
    return answer;
  }
}

/** Whether the next write finds that somebody was faster. */
export function nextConflict({ conflicts }: Faults): boolean {
  for (const one of conflicts) one.writes -= 1;
  const hit = conflicts.findIndex(({ writes }) => writes <= 0);
  if (hit >= 0) conflicts.splice(hit, 1);
  return hit >= 0;
}
