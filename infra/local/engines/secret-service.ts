/** What is the value of a secret, for functions that ask Secrets Manager? */
import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { DeclaredSecret } from "./declared.ts";
import { jsonReply, type Reply, type Service, type ServiceRequest, targetOperation } from "./service.ts";

const Asked = z.object({ SecretId: z.string(), SecretString: z.string().optional() });

/** The value Secrets Manager would make of a declared secret. */
export function generated({ template, randomKey, length }: DeclaredSecret): string {
  const random = randomBytes(length).toString("hex").slice(0, length);
  return JSON.stringify({ ...JSON.parse(template), [randomKey]: random });
}

/** Secrets Manager: the values that the start was given, `secretsmanager:<id or ARN>`, and what is put in their place. */
export class SecretService implements Service {
  readonly #values: Map<string, { readonly text: string; readonly since: number }>;
  readonly #now: () => number;

  constructor(values: Readonly<Record<string, string>>, now: () => number) {
    this.#now = now;
    const since = now();
    this.#values = new Map(Object.entries(values).map(([id, text]) => [id, { text, since }]));
  }

  operation(request: ServiceRequest): string {
    return targetOperation(request);
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const operation = this.operation(request);
    if (operation !== "GetSecretValue" && operation !== "PutSecretValue")
      return this.refusal(400, "InvalidRequestException", `${operation} is not supported locally`);
    const { SecretId, SecretString } = Asked.parse(JSON.parse((await request.body()).toString()));
    const id = `secretsmanager:${SecretId}`;
    const value = this.#values.get(id);
    if (value === undefined) {
      return this.refusal(400, "ResourceNotFoundException", `no value was given for the secret ${SecretId}`);
    }
    const named = { ARN: SecretId, Name: SecretId, VersionStages: ["AWSCURRENT"] };
    if (operation === "GetSecretValue")
      return jsonReply(200, { ...named, SecretString: value.text, CreatedDate: value.since / 1000 });
    this.#values.set(id, { text: SecretString ?? "", since: this.#now() });
    return jsonReply(200, named);
  }

  refusal(status: number, code: string, message: string): Reply {
    return jsonReply(status, { __type: code, message });
  }
}
