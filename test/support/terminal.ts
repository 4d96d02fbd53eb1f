/** Programs as a person starts them: at a terminal that can be typed into, or with their output going to a file. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { vi } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
/** Python's own module makes a terminal of what it runs, and hands over what is typed and printed. */
const TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

/** Why there is no terminal to be had here; undefined where there is one. */
export function noTerminal(): string | undefined {
  const { status } = spawnSync("python3", ["-c", "import os, pty; os.waitstatus_to_exitcode"]);
  return status === 0 ? undefined : "skipped: there is no terminal to try, which needs python3 from 3.9 on";
}

/** A running program. */
export interface Session {
  /** What it has printed so far, without colours and with every change of a status line as a line. */
  text(): string;
  type(keys: string): void;
  signal(name: NodeJS.Signals): void;
  /** Waits until it has printed something of the kind; throws what it printed where that takes too long. */
  until(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>;
  /** Every process that it has started and that runs now. */
  descendants(): readonly number[];
  /** Its exit code, once it has ended. */
  ended(): Promise<number | null>;
}

/** Starts a program of this project; `terminal` puts it at one. */
export function startSession(
  args: readonly string[],
  { terminal, environment }: { readonly terminal: boolean; readonly environment: Record<string, string> },
): Session {
  const command = [process.execPath, ...args];
  const [program = "", ...rest] = terminal ? ["python3", "-c", TERMINAL, ...command] : command;
  const child = spawn(program, rest, { cwd: ROOT, env: { PATH: process.env.PATH, ...environment } });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const exit = once(child, "close").then(([code]): number | null => code);
  const text = () => readable(printed);
  return {
    text,
    type: (keys) => void child.stdin.write(keys),
    signal: (name) => void child.kill(name),
    until: (pattern, timeout = 120_000) =>
      vi.waitFor(
        () => {
          const found = pattern.exec(text());
          if (found !== null) return found;
          throw new Error(`${pattern} is not in:\n${text()}`);
        },
        { timeout, interval: 100 },
      ),
    descendants: () => descendantsOf(child),
    ended: () => exit,
  };
}

function readable(printed: string): string {
  return (
    printed
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own
      .replace(/\r?\u001b\[2K/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own
      .replace(/\u001b\[[\d;]*m/g, "")
      .replaceAll("\r\n", "\n")
  );
}

/** Which of some processes don't end with whoever started them; those that do may take a moment to hear of it. */
export async function leftRunning(pids: readonly number[]): Promise<readonly number[]> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline && pids.some(isRunning)) await setTimeout(50);
  return pids.filter(isRunning);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function descendantsOf({ pid }: ChildProcess): readonly number[] {
  const { stdout } = spawnSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" });
  const all = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    all.flatMap(([child = 0, its]) => (its === parent ? [child, ...below(child)] : []));
  return pid === undefined ? [] : below(pid);
}
