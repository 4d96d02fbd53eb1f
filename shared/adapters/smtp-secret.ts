/** User and password of the mail relay, from Secrets Manager. */
import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";
import type { SmtpCredentials } from "./smtp-mailer.ts";

const Credentials = z.object({ user: z.string(), password: z.string() });

/** The secret is not `{"user", "password"}`. Says nothing of what it is. */
class UnusableSecret extends Error {
  override readonly name = "UnusableSecret";
  constructor(arn: string) {
    super(`${arn} is not a JSON object with user and password`);
  }
}

/** Reads the secret when it is first needed, and again after `keepMs`, so that a new password is noticed. */
export function smtpSecret(
  client: SecretsManagerClient,
  arn: string,
  keepMs = 15 * 60_000,
): () => Promise<SmtpCredentials> {
  let kept: { readonly credentials: SmtpCredentials; readonly until: number } | undefined;
  return async () => {
    if (kept !== undefined && performance.now() < kept.until) return kept.credentials;
    const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    const credentials = credentialsIn(SecretString);
    if (credentials === undefined) throw new UnusableSecret(arn);
    kept = { credentials, until: performance.now() + keepMs };
    return credentials;
  };
}

function credentialsIn(text: string): SmtpCredentials | undefined {
  try {
    return z.safeParse(Credentials, JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
