/** What does whoever calls a function by hand get? Lambda as far as an admin needs it: a call that is waited for. */
import type { Json } from "./json.ts";
import type { LocalFunction } from "./local-function.ts";
import { jsonReply, type Reply, type Service, type ServiceRequest } from "./service.ts";

/** `POST /2015-03-31/functions/<name>/invocations`, and nothing else. */
export class FunctionService implements Service {
  readonly #functions: readonly LocalFunction[];

  constructor(functions: readonly LocalFunction[]) {
    this.#functions = functions;
  }

  operation({ path }: ServiceRequest): string {
    return path.endsWith("/invocations") ? "Invoke" : path;
  }

  async actions(): Promise<readonly string[]> {
    return ["lambda:InvokeFunction"];
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const [, name] = /\/functions\/([^/]+)\/invocations$/.exec(request.path) ?? [];
    if (name === undefined)
      return this.refusal(400, "UnsupportedOperation", `${request.path} is not supported locally`);
    const found = this.#functions.find(({ declared }) => declared.name === decodeURIComponent(name));
    if (found === undefined) return this.refusal(404, "ResourceNotFoundException", `no function ${name}`);
    const outcome = await found.invoke(JSON.parse((await request.body()).toString()) as Json);
    if (outcome.ok) return jsonReply(200, (outcome.result ?? {}) as object);
    return { ...jsonReply(200, outcome.failure), headers: { "x-amz-function-error": "Unhandled" } };
  }

  refusal(status: number, code: string, message: string): Reply {
    return { ...jsonReply(status, { message }), headers: { "x-amzn-errortype": code } };
  }
}
