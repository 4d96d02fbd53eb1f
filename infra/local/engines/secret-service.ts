/** What is the value of a secret, for functions that ask Secrets Manager? */
import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { DeclaredSecret } from "./declared.ts";
import { jsonReply, type Reply, type Service, type ServiceRequest, targetOperation } from "./service.ts";

const GetSecretValue = z.object({ SecretId: z.string() });

/** The value Secrets Manager would make of a declared secret. */
export function generated({ template, randomKey, length }: DeclaredSecret): string {
  const random = randomBytes(length).toString("hex").slice(0, length);
  return JSON.stringify({ ...JSON.parse(template), [randomKey]: random });
}

/** Secrets Manager, read only: the values that the start was given, `secretsmanager:<id or ARN>`. */
export class SecretService implements Service {
  readonly #values: Readonly<Record<string, string>>;

  constructor(values: Readonly<Record<string, string>>) {
    this.#values = values;
  }

  operation(request: ServiceRequest): string {
    return targetOperation(request);
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    if (this.operation(request) !== "GetSecretValue") {
      return this.refusal(
        400,
        "InvalidRequestException",
        `${this.operation(request)} is not supported locally`,
      );
    }
    const { SecretId } = GetSecretValue.parse(JSON.parse((await request.body()).toString()));
    const value = this.#values[`secretsmanager:${SecretId}`];
    if (value === undefined) {
      return this.refusal(400, "ResourceNotFoundException", `no value was given for the secret ${SecretId}`);
    }
    return jsonReply(200, {
      ARN: SecretId,
      Name: SecretId,
      SecretString: value,
      VersionStages: ["AWSCURRENT"],
    });
  }

  refusal(status: number, code: string, message: string): Reply {
    return jsonReply(status, { __type: code, message });
  }
}
