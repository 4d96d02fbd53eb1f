/** The keys links are signed with, from Secrets Manager. */
import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";
import { KEY_NAME, type LinkKeys } from "../links/link-keys.ts";

/**
 * `{"current": "second", "first": "…", "second": "…"}`: every other name is a key. Flat, because so Secrets Manager
 * itself can make the first one and no person ever sees it.
 */
const Keys = z.pipe(
  z.catchall(z.object({ current: z.string() }), z.string().check(z.minLength(32))).check(
    // A token names its key: what it couldn't be read by would make every link a forged one.
    z.refine((keys) => Object.keys(keys).every((name) => KEY_NAME.test(name))),
  ),
  z.transform(({ current, ...keys }): LinkKeys => ({ current, keys })),
);

/** The secret is not a set of keys with a current one. Says nothing of what it is. */
class UnusableKeys extends Error {
  override readonly name = "UnusableKeys";
  constructor(arn: string) {
    super(
      `${arn} is not a JSON object with "current" and the keys it names (letters, digits, - and _, at most 40), of 32 characters or more`,
    );
  }
}

/** So long a running function keeps what it has read. */
export const KEPT_MINUTES = 5;

/** Reads the keys when they are first needed, and again after `keepMs`, so that a new one is noticed. */
export function linkKeys(
  client: SecretsManagerClient,
  arn: string,
  keepMs = KEPT_MINUTES * 60_000,
): () => Promise<LinkKeys> {
  let kept: { readonly keys: LinkKeys; readonly until: number } | undefined;
  return async () => {
    if (kept !== undefined && performance.now() < kept.until) return kept.keys;
    const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    const keys = keysIn(SecretString);
    if (keys === undefined) throw new UnusableKeys(arn);
    kept = { keys, until: performance.now() + keepMs };
    return keys;
  };
}

/** The keys in the text of the secret; undefined where it holds none, or not the current one. */
export function keysIn(text: string): LinkKeys | undefined {
  try {
    const keys = z.safeParse(Keys, JSON.parse(text)).data;
    return keys !== undefined && Object.hasOwn(keys.keys, keys.current) ? keys : undefined;
  } catch {
    return undefined;
  }
}
