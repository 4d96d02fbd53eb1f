/**
 * How code that can't be trusted to end is run: in a process of its own, with limits of time and memory and no
 * credentials.
 */
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Limits } from "./limits.ts";

/** How a child process ended: with an answer, or because of what it was given. */
export type ChildEnd =
  | { readonly ended: "answered"; readonly answer: unknown }
  | { readonly ended: "crashed"; readonly detail: string }
  | { readonly ended: "over-limit"; readonly what: "time" | "memory" };

/** The first thing a child says; what goes wrong before is our fault, not that of its input. */
export const READY = "ready";
/** What a child sends before it dies of an error nobody caught. */
export interface LastWords {
  readonly lastWords: string;
}

/** How often a child's memory is looked at: a bomb grows by about 1 MB in a millisecond. */
const LOOK_EVERY_MS = 20;

/**
 * Gives a message to a process of its own and waits for its answer, at most so long and with at most so much memory;
 * then the process is gone, whatever it was doing. Worker threads don't do: their limits don't count buffers, and a
 * parser that never yields can't be aborted. Throws where the process could not be started.
 *
 * `folder` is all of the disk it may read, with what is `linked` into it from elsewhere. It has no credentials: of the environment it gets what Node needs to start.
 */
export function askChild(
  script: URL,
  message: object,
  {
    limits,
    folder,
    linked = [],
  }: { readonly limits: Limits; readonly folder: URL; readonly linked?: readonly string[] },
): Promise<ChildEnd> {
  const file = fileURLToPath(script);
  const child = fork(file, [], {
    execPath: process.execPath,
    execArgv: [
      `--max-old-space-size=${Math.round(limits.megabytes * 0.75)}`,
      "--permission",
      `--allow-fs-read=${fileURLToPath(folder)}*`,
      ...linked.map((path) => `--allow-fs-read=${path}/*`),
    ],
    env: environmentOfChild(),
    cwd: dirname(file),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const { promise, resolve, reject } = Promise.withResolvers<ChildEnd>();
  let ready = false;
  const overLimit = (what: "time" | "memory") => resolve({ ended: "over-limit", what });

  child.on("message", (said: unknown) => {
    if (said === READY) ready = true;
    else if (isLastWords(said)) resolve({ ended: "crashed", detail: said.lastWords });
    else resolve({ ended: "answered", answer: said });
  });
  child.once("error", reject);
  child.once("exit", (code, signal) => {
    const how = signal ?? `exit code ${code}`;
    if (!ready) reject(new Error(`the process for a document did not start: ${how}`));
    // Node aborts when its heap is full; the system kills when the machine's memory is.
    else if (signal === "SIGABRT" || signal === "SIGKILL" || code === 134) overLimit("memory");
    else resolve({ ended: "crashed", detail: `its reader ended with ${how}` });
  });
  // A child that dies while it is given its message says so by its exit.
  child.send(message, () => {});

  const timer = setTimeout(() => overLimit("time"), limits.milliseconds);
  const look = setInterval(() => {
    if (residentMegabytes(child.pid) > limits.megabytes) overLimit("memory");
  }, LOOK_EVERY_MS);
  return promise.finally(() => {
    clearTimeout(timer);
    clearInterval(look);
    child.removeAllListeners().on("error", () => {});
    child.kill("SIGKILL");
  });
}

/** Resident memory by Linux's account; 0 elsewhere, where the limit of the heap alone must do. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Where Lambda and Windows keep libraries that Node is linked to. */
function environmentOfChild(): Record<string, string> {
  const { LD_LIBRARY_PATH, SystemRoot } = process.env;
  return {
    ...(LD_LIBRARY_PATH !== undefined && { LD_LIBRARY_PATH }),
    ...(SystemRoot !== undefined && { SystemRoot }),
  };
}

function isLastWords(said: unknown): said is LastWords {
  return typeof said === "object" && said !== null && "lastWords" in said;
}
