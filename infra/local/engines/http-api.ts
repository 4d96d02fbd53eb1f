/** How a browser's request becomes the event a function gets from API Gateway, and its result the answer. */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { CloudClock } from "./clock.ts";
import type { LocalFunction } from "./local-function.ts";
import type { Reply, Service, ServiceRequest } from "./service.ts";

/** What a function returns to API Gateway, payload format 2.0. */
const Answer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(""),
  isBase64Encoded: z.boolean().default(false),
});

/** Larger bodies are refused, as API Gateway does. */
const MOST_BYTES = 10 * 1024 * 1024;

/** API Gateway's HTTP API before one function: every request becomes an event, its result the answer. */
export class HttpApi implements Service {
  readonly #fn: LocalFunction;
  readonly #clock: CloudClock;

  constructor(fn: LocalFunction, clock: CloudClock) {
    this.#fn = fn;
    this.#clock = clock;
  }

  operation({ method }: ServiceRequest): string {
    return method;
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const outcome = await this.#fn.invoke(await this.#event(request));
    const answer = outcome.ok ? Answer.safeParse(outcome.result).data : undefined;
    if (answer === undefined) return this.refusal(500, "InternalServerError", "Internal Server Error");
    const { statusCode, headers, cookies, body, isBase64Encoded } = answer;
    const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
    const given = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    return {
      status: statusCode,
      headers: { ...Object.fromEntries(given), ...(cookies.length > 0 && { "set-cookie": cookies }) },
      body: request.method === "HEAD" ? "" : bytes,
    };
  }

  refusal(status: number, _code: string, message: string): Reply {
    return { status, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) };
  }

  /** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
  async #event(request: ServiceRequest) {
    const body = await request.body(MOST_BYTES);
    // Cookies are given apart.
    const headers = Object.keys(request.headers)
      .filter((name) => name !== "cookie")
      .map((name) => [name, request.header(name) ?? ""]);
    const cookies = request.header("cookie")?.split("; ");
    const millis = this.#clock.milliseconds();
    return {
      version: "2.0",
      routeKey: "$default",
      rawPath: request.path,
      rawQueryString: request.query.toString(),
      headers: Object.fromEntries(headers),
      ...(cookies !== undefined && { cookies }),
      requestContext: {
        accountId: "anonymous",
        apiId: "local",
        domainName: request.header("host") ?? "127.0.0.1",
        domainPrefix: "local",
        requestId: randomUUID(),
        routeKey: "$default",
        stage: "$default",
        time: new Date(millis).toISOString(),
        timeEpoch: millis,
        http: {
          method: request.method,
          path: request.path,
          protocol: "HTTP/1.1",
          sourceIp: "127.0.0.1",
          userAgent: request.header("user-agent") ?? "",
        },
      },
      ...(body.length > 0 && { body: body.toString("base64") }),
      isBase64Encoded: body.length > 0,
    };
  }
}
