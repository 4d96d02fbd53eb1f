/** What a function writes into its log, as Lambda's JSON format and the metric filters see it. */
import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { lambda } from "../../shared/runtime/lambda.ts";

afterEach(() => void vi.restoreAllMocks());

/** The lines of an invocation, put into Lambda's frame as its runtime does where one thing is printed. */
async function linesOf(handler: (event: never, context: never) => Promise<unknown>) {
  const lines: string[] = [];
  const print = (message: unknown) => void lines.push(JSON.stringify({ level: "INFO", message }));
  vi.spyOn(console, "info").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
  const outcome = await handler({} as never, {} as never).catch((fault: Error) => fault.name);
  return { outcome, lines: lines.map((line) => JSON.parse(line)) };
}

describe("a function's log", () => {
  it("has its counts where a metric filter finds them: $.message.unreached", async () => {
    const handler = lambda(z.object({}), (_, log) => async () => log.info("swept", { unreached: 2 }));
    const { lines } = await linesOf(handler as never);
    expect(lines).toEqual([{ level: "INFO", message: { message: "swept", unreached: 2 } }]);
  });

  it("names the fault of an invocation that fails, its text cut short", async () => {
    const handler = lambda(z.object({}), () => async () => {
      throw new TypeError("x".repeat(500));
    });
    const { outcome, lines } = await linesOf(handler as never);
    expect(outcome).toBe("TypeError");
    expect(lines[0].message).toEqual({
      message: "invocation failed",
      fault: "TypeError",
      detail: "x".repeat(160),
    });
  });
});
