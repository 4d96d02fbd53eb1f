/** V11 and V12: by what is something signed, hashed, encrypted, and sent? */
import { at, by, entry, no, open, type Requirement } from "./requirement.ts";

const TOKENS = "test/links/token.test.ts";
const STORED = by("test/infra/stored-data.test.ts", "keeps every bucket encrypted, private and TLS only");
const NO_CIPHER = no(
  "We encrypt nothing ourselves: S3, DynamoDB, SQS and Secrets Manager do, with AES-256 in GCM.",
);
const RELAY = by(
  "test/adapters/smtp-mailer.test.ts",
  "hands nothing over without TLS to a relay that is not on this machine",
);

export const CRYPTOGRAPHY: readonly Requirement[] = [
  entry(
    "11.1.1",
    2,
    "It is written down how keys live",
    at("infra/README.md", "How link keys are added, used and removed."),
    by(
      "test/infra/link-keys-command.test.ts",
      "signs once running functions know it, or at once where links may wait",
    ),
  ),
  entry(
    "11.1.2",
    2,
    "There is a list of keys and algorithms",
    at(
      "test/security/asvs/cryptography.ts",
      "This: keys of links (HMAC-SHA256), hashes of sessions, drop folders and documents (SHA-256), random secrets of 256 bits, the provider's keys, AWS's own.",
    ),
  ),
  entry(
    "11.2.1",
    2,
    "Cryptography is nobody's own",
    at("shared/links/token.ts", "Node's, which is OpenSSL's."),
    at("shared/adapters/oidc-provider.ts", "openid-client."),
  ),
  entry(
    "11.2.2",
    2,
    "Algorithms and keys can be replaced",
    by(TOKENS, "of the old key holds until that key is taken out"),
    at(
      "shared/links/token.ts",
      "A token begins with its version, so that another way of signing can stand beside it.",
    ),
  ),
  entry(
    "11.2.3",
    2,
    "Nothing has less than 128 bits",
    by(
      "test/adapters/link-keys.test.ts",
      "refuses no current key, one that is not there, a short one, and says nothing of what is in it",
    ),
  ),
  entry("11.3.1", 1, "No weak modes of ciphers", NO_CIPHER),
  entry("11.3.2", 1, "Only approved ciphers", NO_CIPHER, STORED),
  entry("11.3.3", 2, "What is encrypted can't be changed unseen", NO_CIPHER),
  entry(
    "11.4.1",
    1,
    "Only approved hashes",
    at(
      "shared/links/session-cookie.ts",
      "SHA-256, here and wherever something is vouched for; shared/domain/notices has a short hash that only names letters.",
    ),
  ),
  entry("11.4.2", 2, "Passwords are hashed slowly", no("There are no passwords.")),
  entry(
    "11.4.3",
    2,
    "Hashes that vouch have 256 bits",
    by(TOKENS, "is forged with any character changed"),
    at("shared/links/token.ts", "HMAC-SHA256, in full."),
  ),
  entry("11.4.4", 2, "Keys made of passwords are stretched", no("No key is made of a password.")),
  entry(
    "11.5.1",
    2,
    "What can't be guessed is random, with 128 bits at least",
    at(
      "functions/desk/handler.ts",
      "256 bits of the system for sessions and their forms; a batch's name has 128. Names of forms are UUIDs, which guard nothing.",
    ),
  ),
  entry(
    "11.6.1",
    2,
    "Public keys are of approved kinds",
    at(
      "shared/adapters/oidc-provider.ts",
      "Signatures of ID tokens are checked by openid-client, which takes no weak ones; we have no such keys ourselves.",
    ),
  ),
  entry(
    "12.1.1",
    1,
    "TLS 1.2 and 1.3 alone",
    by("test/infra/desk-address.test.ts", "stands before the API by its certificate, TLS 1.2 and up"),
    at(
      "shared/adapters/smtp-mailer.ts",
      "TLS 1.2 is the least towards a relay; API Gateway's own address takes no less.",
    ),
  ),
  entry("12.1.2", 2, "Only good cipher suites", no("AWS chooses them by that policy.")),
  entry("12.1.3", 2, "Clients' certificates are checked", no("No client has one.")),
  entry(
    "12.2.1",
    1,
    "Nothing is served without TLS",
    STORED,
    at("infra/constructs/desk.ts", "An HTTP API of API Gateway takes HTTPS alone."),
  ),
  entry(
    "12.2.2",
    1,
    "Certificates are publicly trusted",
    by("test/infra/desk-address.test.ts", "takes a certificate of its own region alone"),
  ),
  entry(
    "12.3.1",
    2,
    "Nothing is sent without TLS",
    RELAY,
    by(
      "test/infra/stack.test.ts",
      "end in a queue, encrypted and TLS only, wherever an event is not waited for",
    ),
  ),
  entry(
    "12.3.2",
    2,
    "Certificates of others are checked",
    at("shared/adapters/smtp-mailer.ts", "As Node does by default, which nothing switches off."),
  ),
  entry(
    "12.3.3",
    2,
    "Within the system too",
    STORED,
    at("shared/adapters/clients/dynamo.ts", "The SDK speaks HTTPS to all services."),
  ),
  entry(
    "12.3.4",
    2,
    "With certificates that are trusted",
    no("AWS's own; none is self-signed."),
    open(
      "A mail relay in a government's network with a certificate of its own authority isn't trusted, and can't be made so by configuration.",
    ),
  ),
];
