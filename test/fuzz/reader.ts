/** How are thousands of inputs read fast, and each within the limits of one? By a process that is replaced when it dies or is too slow. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { DOCUMENT_LIMITS } from "../../shared/documents/bounded/limits.ts";
import type { Read } from "./reading-process.ts";

/** `died`: by an error nobody caught, or a signal. */
export type Ended = Read | { readonly ended: "died" | "time" | "memory" };

/** A process for reading; what one input leaves behind in it must not be another's fault, so that doubts are settled in a new one. */
export class Reader {
  #child: ChildProcess | undefined;
  #used = 0;

  /** Reads an input; once more alone where it exceeded a limit or ended the process. */
  async read(bytes: Uint8Array): Promise<Ended> {
    const first = await this.#ask(bytes);
    if (!("ended" in first)) return first;
    this.close();
    const alone = await this.#ask(bytes);
    if ("ended" in alone) this.close();
    return alone;
  }

  close(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
    this.#used = 0;
  }

  async #ask(bytes: Uint8Array): Promise<Ended> {
    // Memory that the engine hasn't given back yet is nobody's.
    if (this.#used++ > 200) this.close();
    const child = this.#child ?? (await started());
    this.#child = child;
    const { promise, resolve } = Promise.withResolvers<Ended>();
    const timer = setTimeout(() => resolve({ ended: "time" }), DOCUMENT_LIMITS.milliseconds);
    child.once("message", (read) => resolve(read as Read));
    child.once("exit", () => resolve({ ended: "died" }));
    child.send({ bytes }, () => {});
    const end = await promise;
    clearTimeout(timer);
    child.removeAllListeners("message").removeAllListeners("exit");
    if (!("ended" in end) && end.megabytes > DOCUMENT_LIMITS.megabytes) {
      // It may be what many others left: alone it is asked again.
      this.close();
      return { ended: "memory" };
    }
    return end;
  }
}

async function started(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("./reading-process.ts", import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${Math.round(DOCUMENT_LIMITS.megabytes * 0.75)}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error("the process that reads did not start")));
  });
  return child.removeAllListeners("exit");
}
