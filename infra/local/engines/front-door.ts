/**
 * How a request on this machine finds its service, and how it is known which function made it, so that permissions
 * and faults can be tied to one.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Activity } from "./activity.ts";
import type { CloudClock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import { type Reply, type Service, ServiceRequest } from "./service.ts";

/** The caller that is no function: tests, the CLI, a person with a browser. */
const OUTSIDE = "outside";

/** A request to a service, and who makes it: a function by its name, or {@link OUTSIDE}. */
export interface ServiceCall {
  readonly caller: string;
  readonly environment: number;
  readonly service: string;
  readonly operation: string;
  /** What of the service it is about, where its address says so: a bucket and a key. */
  readonly path: string;
}

/** What the front door needs of the cloud. */
export interface FrontDoorSurroundings {
  readonly activity: Activity;
  readonly clock: CloudClock;
  readonly faults: Faults;
  kill(functionName: string, environment: number): Promise<void>;
  /** Is told of every call, and then of its answer; of none where the answer is a fault. */
  readonly called?: ((call: ServiceCall) => (answer: Reply | undefined) => void) | undefined;
}

/**
 * The one HTTP address of the local cloud, on 127.0.0.1. People and tests find a service at `/<service>/…`. For
 * functions the path begins with who calls, `/<function>/<environment>/<service>/…`, so that every execution
 * environment has endpoints of its own and a fault can hit exactly one.
 */
export class FrontDoor {
  readonly #server: Server;
  readonly #services = new Map<string, Service>();
  readonly #surroundings: FrontDoorSurroundings;
  /** What each caller has asked for so far, as IAM's actions. */
  readonly used = new Map<string, Set<string>>();

  private constructor(server: Server, surroundings: FrontDoorSurroundings) {
    this.#server = server;
    this.#surroundings = surroundings;
    server.on("request", (request, response) => {
      this.#receive(request, response).catch((error: Error) => response.destroy(error));
    });
  }

  /** Opens it on a free port, or on the one that is wanted; throws where that can't be had. */
  static async open(surroundings: FrontDoorSurroundings, port = 0): Promise<FrontDoor> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return new FrontDoor(server, surroundings);
  }

  /** Puts a service behind the door. */
  serve(name: string, service: Service): void {
    this.#services.set(name, service);
  }

  /** Address of a service for one caller, without a trailing slash. */
  address(service: string, caller = OUTSIDE, environment = 0): string {
    const { port } = this.#server.address() as AddressInfo;
    const own = caller === OUTSIDE ? "" : `/${encodeURIComponent(caller)}/${environment}`;
    return `http://127.0.0.1:${port}${own}/${service}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    // The SDK compares it with its own clock, which tells the cloud's time.
    response.setHeader("date", new Date(this.#surroundings.clock.milliseconds()).toUTCString());
    const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
    const { caller, environment, name, rest } = this.#addressed(pathname);
    const service = this.#services.get(name);
    if (service === undefined) {
      await send(response, { status: 404, body: `no such service: ${pathname}\n` });
      return;
    }
    const request = new ServiceRequest(incoming, rest, searchParams);
    const from = { caller, environment };
    await this.#surroundings.activity.during(`${name} for ${from.caller}`, () =>
      this.#pass(request, response, from, name, service),
    );
  }

  /** Who calls which service, and the rest of the path, with its slash. */
  #addressed(pathname: string): { caller: string; environment: number; name: string; rest: string } {
    const [, first = "", after = ""] = /^\/([^/]*)(\/.*)?$/.exec(pathname) ?? [];
    if (this.#services.has(first))
      return { caller: OUTSIDE, environment: 0, name: first, rest: after || "/" };
    const [, environment = "0", name = "", rest = ""] = /^\/(\d+)\/([^/]+)(\/.*)?$/.exec(after) ?? [];
    return {
      caller: decodeURIComponent(first),
      environment: Number(environment),
      name,
      rest: rest || "/",
    };
  }

  async #pass(
    request: ServiceRequest,
    response: ServerResponse,
    { caller, environment }: { caller: string; environment: number },
    name: string,
    service: Service,
  ): Promise<void> {
    const operation = await service.operation(request);
    const used = this.used.get(caller) ?? new Set();
    this.used.set(caller, used);
    for (const action of (await service.actions?.(request)) ?? [`${name}:${operation}`]) used.add(action);
    const fault = this.#surroundings.faults.meet({ caller, service: name, operation });
    const told = this.#surroundings.called?.({
      caller,
      environment,
      service: name,
      operation,
      path: request.path,
    });
    const done = fault?.when === "before" ? undefined : await answered(service, request);
    told?.(done);
    if (fault === undefined) {
      await send(response, done ?? { status: 500 });
    } else if (typeof fault.mishap === "object") {
      const { status, code, message } = fault.mishap;
      await send(response, service.refusal(status, code, message ?? code));
    } else {
      if (fault.mishap === "kill") await this.#surroundings.kill(caller, environment);
      if (done?.body instanceof Readable) done.body.destroy();
      response.destroy();
    }
    // A body nobody read would hold the connection.
    request.stream.resume();
  }
}

async function answered(service: Service, request: ServiceRequest): Promise<Reply> {
  try {
    return await service.answer(request);
  } catch (error) {
    return service.refusal(
      500,
      "InternalFailure",
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}

async function send(response: ServerResponse, { status, headers = {}, body = "" }: Reply): Promise<void> {
  response.writeHead(status, headers);
  if (!(body instanceof Readable)) {
    response.end(body);
    return;
  }
  // A reader who leaves early is no fault of ours.
  await pipeline(body, response).catch(() => response.destroy());
}
