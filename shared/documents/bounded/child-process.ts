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

/** A process that is given messages, one after the other. */
export interface Child {
  /**
   * Its answer to a message, for which it has at most so long and so much memory; however else that ends, the process is
   * gone. Throws where it could not be started.
   */
  ask(message: object, limits: Limits): Promise<ChildEnd>;
  /** By what the system keeps account of it; none where it could not be started. */
  readonly pid: number | undefined;
  /** Its resident memory by Linux's account; 0 elsewhere. */
  megabytes(): number;
  /** Ends it, whatever it is doing. */
  end(): void;
}

/** How a process for what can't be trusted is started. */
export interface ChildProcess {
  readonly script: URL;
  /** All of the disk it may read. */
  readonly folder: URL;
  /** What is linked into the folder from elsewhere. */
  readonly linked?: readonly string[];
  /** The most memory that any of its messages may take. */
  readonly megabytes: number;
}

/**
 * Starts a process that is gone once it is told so or misbehaves, whatever it is doing. Worker threads don't do: their
 * limits don't count buffers, and a parser that never yields can't be aborted. It has no credentials: of the environment
 * it gets what Node needs to start.
 */
export function startChild({ script, folder, linked = [], megabytes }: ChildProcess): Child {
  const file = fileURLToPath(script);
  const child = fork(file, [], {
    execPath: process.execPath,
    execArgv: [
      `--max-old-space-size=${Math.round(megabytes * 0.75)}`,
      "--permission",
      `--allow-fs-read=${fileURLToPath(folder)}*`,
      ...linked.map((path) => `--allow-fs-read=${path}/*`),
    ],
    env: environmentOfChild(),
    cwd: dirname(file),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let ready = false;
  let asked: PromiseWithResolvers<ChildEnd> | undefined;
  const settle = (end: ChildEnd) => asked?.resolve(end);
  // While it is asked nothing it keeps nobody awake.
  const mind = (does: "ref" | "unref") => {
    child[does]();
    child.channel?.[does]();
  };
  // What it says or how it ends while it is asked nothing is found out by whoever asks next.
  let gone: ChildEnd | Error | undefined;

  child.on("message", (said: unknown) => {
    if (said === READY) ready = true;
    else if (isLastWords(said)) settle({ ended: "crashed", detail: said.lastWords });
    else settle({ ended: "answered", answer: said });
  });
  child.on("error", (fault) => {
    gone ??= fault;
    asked?.reject(fault);
  });
  child.once("exit", (code, signal) => {
    gone ??= endOf(ready, code, signal);
    if (gone instanceof Error) asked?.reject(gone);
    else settle(gone);
  });
  const end = () => {
    child.removeAllListeners().on("error", () => {});
    child.kill("SIGKILL");
  };
  return {
    pid: child.pid,
    async ask(message, limits) {
      if (gone instanceof Error) throw gone;
      if (gone !== undefined) return gone;
      mind("ref");
      const current = Promise.withResolvers<ChildEnd>();
      asked = current;
      const overLimit = (what: "time" | "memory") => current.resolve({ ended: "over-limit", what });
      // A child that dies while it is given its message says so by its exit.
      child.send(message, () => {});
      const timer = setTimeout(() => overLimit("time"), limits.milliseconds);
      const look = setInterval(() => {
        if (residentMegabytes(child.pid) > limits.megabytes) overLimit("memory");
      }, LOOK_EVERY_MS);
      let answered = false;
      try {
        const ended = await current.promise;
        answered = ended.ended === "answered";
        return ended;
      } finally {
        clearTimeout(timer);
        clearInterval(look);
        asked = undefined;
        if (answered) mind("unref");
        else end();
      }
    },
    megabytes: () => residentMegabytes(child.pid),
    end,
  };
}

/** What a child's exit says of what it was given; a fault of ours where it never began. */
function endOf(ready: boolean, code: number | null, signal: string | null): ChildEnd | Error {
  const how = signal ?? `exit code ${code}`;
  if (!ready) return new Error(`the process for a document did not start: ${how}`);
  // Node aborts when its heap is full; the system kills when the machine's memory is.
  if (signal === "SIGABRT" || signal === "SIGKILL" || code === 134)
    return { ended: "over-limit", what: "memory" };
  return { ended: "crashed", detail: `its reader ended with ${how}` };
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
