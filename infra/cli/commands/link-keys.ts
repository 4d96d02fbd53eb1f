/**
 * `yingsu link-keys [add NAME | use NAME | remove NAME] --secret ARN [--apply]`: the keys that sign links in mails. A new one is added,
 * takes five minutes to be known to running functions, and is then used; the one before is kept while its links last. Removing a
 * key revokes all links it signed. The values are made here and never shown. Without `--apply` it only says what would be so.
 */
import { randomBytes } from "node:crypto";
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { secrets } from "../../../shared/adapters/clients/secrets.ts";
import { KEPT_MINUTES, keysIn } from "../../../shared/adapters/link-keys.ts";
import { addMinutes, type Instant, instant } from "../../../shared/domain/time/time.ts";
import { KEY_NAME, type LinkKeys } from "../../../shared/links/link-keys.ts";
import { BadInput, type CommandResult, explaining } from "./bad-input.ts";
import { needed, typedOptions } from "./typed-options.ts";

const USAGE = `Usage: link-keys [add NAME | use NAME | remove NAME] --secret ARN [--apply]
       link-keys use NAME --secret ARN --at-once --apply   (links that are made meanwhile don't open for five minutes)`;

/** What is done to the keys. */
interface Act {
  readonly does: string;
  readonly name: string;
  /** Doesn't wait until running functions know the key. */
  readonly atOnce?: boolean;
}

/** Runs the command. Exits 0 with a line for each key; 2 where it is typed wrongly or can't be done. */
export async function linkKeysCommand(args: readonly string[], now: Instant): Promise<CommandResult> {
  return explaining(USAGE, async () => {
    const { values, on, words } = typedOptions(args, ["secret"], ["apply", "at-once"]);
    const arn = needed(values.secret, "secret", "the ARN of LinkKeys");
    const client = secrets();
    const { keys, changedAt } = await read(client, arn);
    const [does, name = "", ...more] = words;
    if (more.length > 0) throw new BadInput(`Too many words: "${more.join(" ")}".`);
    const act = does === undefined ? undefined : { does, name, atOnce: on.has("at-once") };
    const after = act === undefined ? keys : changed(keys, act, changedAt, now);
    if (act !== undefined && on.has("apply")) await write(client, arn, after);
    return {
      exitCode: 0,
      stdout: Object.keys(after.keys)
        .map((one) => `${JSON.stringify({ key: one, signs: one === after.current })}\n`)
        .join(""),
      stderr: act === undefined || on.has("apply") ? "" : "nothing was done; --apply does it\n",
    };
  });
}

/** The keys after it. @throws BadInput with what stands in its way */
export function changed(
  { current, keys }: LinkKeys,
  { does, name, atOnce = false }: Act,
  changedAt: Instant,
  now: Instant,
): LinkKeys {
  const there = Object.hasOwn(keys, name);
  switch (does) {
    case "add":
      if (!KEY_NAME.test(name) || name === "current")
        throw new BadInput(`"${name}" is no name of a key: letters, digits, - and _, at most 40.`);
      if (there) throw new BadInput(`There is a key "${name}" already.`);
      return { current, keys: { ...keys, [name]: randomBytes(48).toString("base64url") } };
    case "use": {
      if (!there) throw new BadInput(`There is no key "${name}": add it first.`);
      const known = addMinutes(changedAt, KEPT_MINUTES);
      if (now < known && !atOnce)
        throw new BadInput(`Running functions know what was changed at ${changedAt} only after ${known}.`);
      return { current: name, keys };
    }
    case "remove": {
      if (!there) throw new BadInput(`There is no key "${name}".`);
      if (name === current) throw new BadInput(`"${name}" signs: use another one first.`);
      const { [name]: _, ...left } = keys;
      return { current, keys: left };
    }
    default:
      throw new BadInput(`"${does}" is nothing that is done to keys.`);
  }
}

async function read(client: SecretsManagerClient, SecretId: string) {
  const { SecretString = "", CreatedDate } = await client.send(new GetSecretValueCommand({ SecretId }));
  const keys = keysIn(SecretString);
  if (keys === undefined) throw new BadInput(`${SecretId} holds no keys of links.`);
  return { keys, changedAt: instant(CreatedDate ?? new Date(0)) };
}

async function write(client: SecretsManagerClient, SecretId: string, { current, keys }: LinkKeys) {
  const SecretString = JSON.stringify({ current, ...keys });
  await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
}
