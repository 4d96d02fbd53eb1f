/**
 * How calls to DynamoDB reach the engine, which IAM actions they would need, and how a change is noticed for the
 * stream.
 */
import { callEngine } from "./engine-call.ts";
import { jsonReply, type Reply, type Service, type ServiceRequest, targetOperation } from "./service.ts";

const WRITES = /^(Put|Update|Delete|BatchWrite|TransactWrite|Execute|BatchExecute)/;

/** DynamoDB: passes calls on to the engine and reports when an item may have changed. */
export class DynamoService implements Service {
  readonly #endpoint: string;
  readonly #changed: () => void;
  readonly #counted: boolean;

  /** `changed` is called before the writer gets its answer. `counted`: answers say what the call cost, table and indexes apart. */
  constructor(endpoint: string, changed: () => void, counted = false) {
    this.#endpoint = endpoint;
    this.#changed = changed;
    this.#counted = counted;
  }

  operation(request: ServiceRequest): string {
    return targetOperation(request);
  }

  /** A transaction needs the permission of each of its parts, and none of its own. */
  async actions(request: ServiceRequest): Promise<readonly string[]> {
    const operation = targetOperation(request);
    if (operation !== "TransactWriteItems") return [`dynamodb:${operation}`];
    const { TransactItems: items }: { TransactItems: readonly object[] } = JSON.parse(
      String(await request.body()),
    );
    const parts = items.flatMap((item) => Object.keys(item));
    return [...new Set(parts)].map(
      (part) => `dynamodb:${part === "ConditionCheck" ? "ConditionCheckItem" : `${part}Item`}`,
    );
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const operation = targetOperation(request);
    const headers = ["content-type", "x-amz-target", "x-amz-date", "authorization"].map((name) => [
      name,
      request.header(name) ?? "",
    ]);
    const body = await request.body();
    const answer = await callEngine(
      this.#endpoint,
      Object.fromEntries(headers),
      this.#counted ? counting(body) : body,
    );
    if (WRITES.test(operation)) this.#changed();
    const answered = ["content-type", "x-amz-crc32", "x-amzn-requestid"].flatMap((name) => {
      const value = answer.header(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return { status: answer.status, headers: Object.fromEntries(answered), body: answer.body };
  }

  refusal(status: number, code: string, message: string): Reply {
    return jsonReply(status, { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message });
  }
}

/** The same call, asking what it costs. */
function counting(body: Buffer): string {
  return JSON.stringify({ ...JSON.parse(String(body)), ReturnConsumedCapacity: "INDEXES" });
}
