/** An HTTP server that notes what a client sends and answers what a test wants: the far end of an AWS API. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface WireRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `hang up`: the connection ends without an answer. */
export type WireAnswer = { readonly status: number; readonly body: string } | "hang up";

export interface Wire {
  readonly endpoint: string;
  readonly requests: readonly WireRequest[];
  answer: WireAnswer | ((request: WireRequest) => WireAnswer);
  stop(): Promise<void>;
}

export async function startWire(answer: Wire["answer"]): Promise<Wire> {
  const requests: WireRequest[] = [];
  const wire = { requests, answer };
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
    const heard = { headers: request.headers, body };
    requests.push(heard);
    const said = typeof wire.answer === "function" ? wire.answer(heard) : wire.answer;
    if (said === "hang up") return void request.socket.destroy();
    response.writeHead(said.status).end(said.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(wire, {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
}
