/** Which rules of the stack an event matches, and so where it goes: EventBridge's default bus. */
import { randomUUID } from "node:crypto";
import type { Declared, DeclaredRule } from "./declared.ts";
import { type Json, type JsonObject, parseJson } from "./json.ts";
import { matches } from "./pattern.ts";

/** What a service reports to EventBridge; the bus adds the rest. */
export interface Occurrence {
  /** `aws.s3`, `aws.ses` */
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: JsonObject;
}

/** Where rules send what matches: a queue or a function, by its ARN. */
export type Deliver = (targetArn: string, event: Json) => void;

/** The default event bus of EventBridge with the rules of the stack. */
export class EventBus {
  readonly #rules: readonly DeclaredRule[];
  readonly #origin: { readonly account: string; readonly region: string };
  readonly #timestamp: () => string;
  readonly #deliver: Deliver;

  /** Throws where a rule's pattern has an operator that can't be matched here. */
  constructor(
    { rules, account, region }: Pick<Declared, "rules" | "account" | "region">,
    timestamp: () => string,
    deliver: Deliver,
  ) {
    this.#rules = rules;
    this.#origin = { account, region };
    this.#timestamp = timestamp;
    this.#deliver = deliver;
  }

  /** Delivers to the targets of every rule that matches, once each. */
  put({ source, detailType, resources, detail }: Occurrence): void {
    const event: JsonObject = {
      version: "0",
      id: randomUUID(),
      "detail-type": detailType,
      source,
      account: this.#origin.account,
      time: this.#timestamp(),
      region: this.#origin.region,
      resources,
      detail,
    };
    for (const { pattern, targets } of this.#rules) {
      if (!matches(pattern, event)) continue;
      for (const { arn, input } of targets)
        this.#deliver(arn, input === undefined ? event : (parseJson(input) ?? null));
    }
  }
}
