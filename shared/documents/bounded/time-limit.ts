/** How is a function that never yields stopped? By the watchdog of the engine, which ends a search of a pattern as well. */
import { createContext, Script } from "node:vm";

const TIMEOUT = "ERR_SCRIPT_EXECUTION_TIMEOUT";
const context = createContext({ run: (): unknown => undefined });
const call = new Script("run()");

/**
 * What a synchronous function returns; undefined where it takes longer than so many milliseconds. It must not leave
 * anything half done that others look at: it may be stopped anywhere.
 */
export function withinTime<T>(milliseconds: number, run: () => T): T | undefined {
  context.run = run;
  try {
    return call.runInContext(context, { timeout: milliseconds }) as T;
  } catch (fault) {
    if (isTimeout(fault)) return undefined;
    throw fault;
  } finally {
    context.run = undefined;
  }
}

/** The watchdog's error comes from the context it watches: it is no instance of our `Error`. */
function isTimeout(fault: unknown): boolean {
  return typeof fault === "object" && fault !== null && "code" in fault && fault.code === TIMEOUT;
}
