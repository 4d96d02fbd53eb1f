/** How a stack is started on this machine, and how nothing is left running when it ends or fails to start. */
import type { Cloud, CloudOptions } from "./services.ts";
import { wireCloud } from "./wired-cloud.ts";

/**
 * Starts what a stack declares on local engines. Everything listens on 127.0.0.1 only. Stops by itself when the
 * process gets SIGINT, SIGTERM or SIGHUP. Throws, leaving nothing behind, where something can't be run.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const closing: (() => unknown)[] = [];
  const stop = async () => {
    for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // Afterwards the signal does what it would have done without us.
    const onSignal = () => void stop().finally(() => process.kill(process.pid, signal));
    process.once(signal, onSignal);
    closing.push(() => process.removeListener(signal, onSignal));
  }
  try {
    return { ...(await wireCloud(options, closing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
