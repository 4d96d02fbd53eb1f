/** The command line as an admin runs it, in a process of its own, against a city on the local cloud. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { City } from "../../infra/local/city/city.ts";
import { SERVICES } from "../../infra/local/wiring/services.ts";

/** What it printed: a line of JSON each. */
export async function yingsuOn({ cloud }: City, ...args: readonly string[]) {
  const endpoints = Object.entries(SERVICES).map(([service, variable]) => [
    `AWS_ENDPOINT_URL_${variable}`,
    cloud.endpoints[service as keyof typeof SERVICES],
  ]);
  const child = spawn(process.execPath, ["infra/cli/cli.ts", ...args], {
    env: {
      ...process.env,
      ...Object.fromEntries(endpoints),
      AWS_REGION: cloud.declared.region,
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
    },
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { exitCode: await exit, lines: lines.map((line) => JSON.parse(line)), stderr };
}
