/** V6: how is it known who somebody is? */
import { at, by, entry, no, open, type Requirement } from "./requirement.ts";

const DOOR = "test/functions/desk/front-door.test.ts";
const PROVIDER = "test/functions/desk/identity-provider.test.ts";
const LINKS = "test/functions/desk/safety.test.ts";
const TOKENS = "test/links/token.test.ts";
const NO_PASSWORDS = no(
  "There are no passwords: who signs in opens a link in the registered mailbox, or comes from the identity provider.",
);

export const AUTHENTICATION: readonly Requirement[] = [
  entry(
    "6.1.1",
    1,
    "It is written down how guessing and flooding are held off, without locking people out",
    at(
      "shared/domain/access/sign-in-limits.ts",
      "The limits and their window; a link already sent goes on working, so nobody is locked out.",
    ),
  ),
  entry("6.1.2", 2, "Words that may not be passwords are listed", NO_PASSWORDS),
  entry(
    "6.1.3",
    2,
    "All ways of signing in are written down with their strength",
    at(
      "functions/desk/front-door/addresses.ts",
      "The table of addresses has the two ways in, by mail and by the identity provider; links of mails act without a session, as functions/desk/rooms.ts says.",
    ),
  ),
  ...["6.2.1", "6.2.2", "6.2.3", "6.2.4", "6.2.5", "6.2.6", "6.2.7", "6.2.8"].map((number) =>
    entry(number, 1, "Passwords: their length, change, choice and entry", NO_PASSWORDS),
  ),
  ...["6.2.9", "6.2.10", "6.2.11", "6.2.12"].map((number) =>
    entry(number, 2, "Passwords: long ones, lasting ones, none that are known", NO_PASSWORDS),
  ),
  entry(
    "6.3.1",
    1,
    "Guessing and flooding are held off as written",
    by(DOOR, "stops after a few tries, for known and unknown addresses alike, and begins again later"),
    by(DOOR, "lets nobody ask for a hundred addresses from one place"),
  ),
  entry(
    "6.3.2",
    1,
    "There are no accounts from the factory",
    by(DOOR, "is an admin's by the deployment's word alone"),
  ),
  entry(
    "6.3.3",
    2,
    "More than one factor is needed",
    by(PROVIDER, "may be the only way in: no link by mail is offered, sent or taken"),
    at(
      "infra/constructs/deployment.ts",
      "A link by mail is one factor. A deployment that needs two says signIn.only, and has its provider ask for them.",
    ),
  ),
  entry(
    "6.3.4",
    2,
    "No way in is undocumented or weaker than the others",
    by(PROVIDER, "is offered, leads there and back, and begins a session of its own"),
    by(PROVIDER, "lets nobody in whom the directory doesn't know"),
    by(PROVIDER, "may be the only way in: no link by mail is offered, sent or taken"),
  ),
  entry(
    "6.4.1",
    1,
    "First secrets are random, short-lived and used once",
    by(DOOR, "takes a link once, and says where another comes from"),
    by(DOOR, "takes no link after a quarter of an hour"),
  ),
  entry("6.4.2", 1, "There are no hints and no secret questions", NO_PASSWORDS),
  entry("6.4.3", 2, "A forgotten password is replaced safely", NO_PASSWORDS),
  entry(
    "6.4.4",
    2,
    "Who has lost a factor is checked as at the beginning",
    by(
      "test/functions/desk/directory.test.ts",
      "takes up a change, tells the unit, its former address and its courts, and keeps who and when",
    ),
  ),
  entry(
    "6.5.1",
    2,
    "A code is good once",
    by(DOOR, "takes a link once, and says where another comes from"),
    by(PROVIDER, "takes a code once"),
  ),
  entry(
    "6.5.2",
    2,
    "Codes that are kept are kept as hashes",
    at(
      "shared/links/session-cookie.ts",
      "Of a session the table has the hash of a secret of 256 bits; a link is kept nowhere, its signature vouches for it.",
    ),
  ),
  entry(
    "6.5.3",
    2,
    "Codes come from a secure random source",
    at(
      "shared/links/token.ts",
      "A link is signed with HMAC-SHA256 by a key that the deployment made at random.",
    ),
  ),
  entry(
    "6.5.4",
    2,
    "Codes have enough entropy",
    by(TOKENS, "is forged with any bit flipped, in the text and in what the text encodes"),
  ),
  entry(
    "6.5.5",
    2,
    "A code by another channel lives ten minutes at most",
    by(DOOR, "takes no link after a quarter of an hour"),
    open("The link lives 15 minutes, which policy can shorten: mails of offices are often delayed."),
  ),
  entry(
    "6.6.1",
    2,
    "Codes by telephone only beside stronger ways",
    no("Nothing is sent by telephone or SMS."),
  ),
  entry(
    "6.6.2",
    2,
    "A code is good for the request it was made for",
    open(
      "A sign-in link opens in any browser, not only in the one that asked: mail is often read elsewhere. It needs a tick and a button, and holds once.",
    ),
  ),
  entry(
    "6.6.3",
    2,
    "Codes can't be tried through",
    by(TOKENS, "is forged whatever it is"),
    by(LINKS, "forged, cut, lengthened, with any bit flipped, or under another's signature, acts on nothing"),
  ),
  entry(
    "6.8.1",
    2,
    "An identity of one provider is none of another",
    no("A deployment has one provider; its word counts for a mailbox that the directory names."),
  ),
  entry(
    "6.8.2",
    2,
    "Signatures of what a provider says are checked",
    at(
      "shared/adapters/oidc-provider.ts",
      "The signature of the ID token is checked with the provider's published keys.",
    ),
    by(PROVIDER, "lets nobody in whose word of the provider was signed by another"),
  ),
  entry("6.8.3", 2, "SAML assertions are used once", no("SAML isn't spoken.")),
  entry(
    "6.8.4",
    2,
    "How and when the provider checked a person is checked",
    open("acr, amr and auth_time are not looked at; the provider decides how it checks people."),
  ),
];
