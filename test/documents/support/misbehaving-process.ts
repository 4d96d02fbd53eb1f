/** A process that does what a hostile document might make its reader do. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { READY } from "../../../shared/documents/bounded/child-process.ts";

const MISDEEDS: Readonly<Record<string, () => unknown>> = {
  answer: () => "well",
  throw: () => {
    setTimeout(() => {
      throw new Error("nobody catches this");
    });
  },
  exit: () => process.exit(3),
  "run for ever": () => {
    while (true);
  },
  "say nothing": () => undefined,
  "fill the heap": () => {
    const kept: number[][] = [];
    while (true) kept.push(Array.from({ length: 10_000 }, (_, index) => index + 0.5));
  },
  "fill buffers": () => {
    const kept: Buffer[] = [];
    while (true) kept.push(Buffer.alloc(1_000_000, 1));
  },
  write: () => codeOf(() => writeFileSync(join(tmpdir(), "yingsu-escaped"), "")),
  "read elsewhere": () => codeOf(() => readFileSync("/etc/passwd")),
  "start a program": () => codeOf(() => execFileSync("true")),
  "tell its environment": () => Object.keys(process.env).join(" "),
};

process.on("uncaughtException", ({ message }) =>
  process.send?.({ lastWords: message }, () => process.exit(1)),
);
process.on("message", ({ misdeed }: { misdeed: string }) => {
  const said = MISDEEDS[misdeed]?.();
  if (said !== undefined) process.send?.(said);
});
process.send?.(READY);

function codeOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}
