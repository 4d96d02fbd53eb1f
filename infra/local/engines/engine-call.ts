/** How is an engine in a process of its own called? Over connections that stay open. */
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";

const agent = new Agent({ keepAlive: true });

/** What an engine answered. */
export interface EngineAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly body: Buffer;
}

/**
 * Posts to an engine. By `node:http`, as the cloud of a test calls its table tens of thousands of times, and `fetch` takes three times the
 * processor time.
 */
export async function callEngine(
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): Promise<EngineAnswer> {
  const length = Buffer.byteLength(body);
  const asked = request(endpoint, {
    agent,
    method: "POST",
    headers: { ...headers, "content-length": length },
  });
  // The answer's own reading tells of one that comes later.
  asked.on("error", () => {}).end(body);
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return {
    status: response.statusCode ?? 0,
    header: (name) => response.headers[name]?.toString(),
    body: await buffer(response),
  };
}
