/**
 * What holds each requirement of OWASP ASVS 5.0, chapters V6 to V10, levels 1 and 2, for the desk? In our own short words; the
 * standard's text is what counts. A test by its file and title, a place in the code with why, why it is none of ours, or that it is open.
 */

/** What holds a requirement. */
type Hold =
  | { readonly test: string; readonly title: string }
  | { readonly code: string; readonly why: string }
  | { readonly notOurs: string }
  | { readonly open: string };

export interface Requirement {
  /** As the standard numbers it: chapter, section, requirement. */
  readonly number: string;
  readonly level: 1 | 2;
  readonly about: string;
  readonly holds: readonly Hold[];
}

const DOOR = "test/functions/desk/front-door.test.ts";
const PROVIDER = "test/functions/desk/identity-provider.test.ts";
const LINKS = "test/functions/desk/safety.test.ts";
const WORKSPACES = "test/functions/desk/workspace-safety.test.ts";
const TOKENS = "test/links/token.test.ts";
const ADMIN = "test/functions/desk/admin-workspace.test.ts";

const by = (test: string, title: string): Hold => ({ test, title });
const at = (code: string, why: string): Hold => ({ code, why });
const no = (notOurs: string): Hold => ({ notOurs });
const open = (words: string): Hold => ({ open: words });

const NO_PASSWORDS = no(
  "There are no passwords: who signs in opens a link in the registered mailbox, or comes from the identity provider.",
);
const NO_SERVER = no(
  "The desk is a client of one identity provider; it is no authorization server and no OpenID provider.",
);
const NO_RESOURCE = no("The desk takes no access token from anybody: it is no resource server.");

const entry = (number: string, level: 1 | 2, about: string, ...holds: readonly Hold[]): Requirement => ({
  number,
  level,
  about,
  holds,
});

export const ASVS: readonly Requirement[] = [
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
    open(
      "A link by mail is one factor. A deployment that needs two signs in by the identity provider, but the link by mail can't be turned off.",
    ),
  ),
  entry(
    "6.3.4",
    2,
    "No way in is undocumented or weaker than the others",
    by(PROVIDER, "is offered, leads there and back, and begins a session of its own"),
    by(PROVIDER, "lets nobody in whom the directory doesn't know"),
    open("The strength of the two ways differs, see 6.3.3."),
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
    by(PROVIDER, "is offered, leads there and back, and begins a session of its own"),
  ),
  entry("6.8.3", 2, "SAML assertions are used once", no("SAML isn't spoken.")),
  entry(
    "6.8.4",
    2,
    "How and when the provider checked a person is checked",
    open("acr, amr and auth_time are not looked at; the provider decides how it checks people."),
  ),
  entry(
    "7.1.1",
    2,
    "How long sessions last is written down",
    at(
      "shared/domain/policy.ts",
      "sessionHours: a working day at most, chosen by the deployment; there is no end by inactivity, see 7.3.1.",
    ),
  ),
  entry(
    "7.1.2",
    2,
    "How many sessions one may have is written down",
    at(
      "shared/casework/access/sign-in.ts",
      "Any number, each by a link of its own; an admin sees and ends them.",
    ),
  ),
  entry(
    "7.1.3",
    2,
    "Systems that begin sessions together are written down",
    at(
      "functions/desk/front-door/identity-provider.ts",
      "The provider begins a session of the desk's own, which ends by the desk's time.",
    ),
  ),
  entry(
    "7.2.1",
    1,
    "Sessions are checked at the server",
    by(WORKSPACES, "that we didn't give opens nothing, and isn't taken over at sign-in: %.30s"),
  ),
  entry(
    "7.2.2",
    1,
    "Sessions have tokens made for them",
    by(DOOR, "gives a new session and never one the browser came with"),
  ),
  entry(
    "7.2.3",
    1,
    "Tokens are random, unique, of 128 bits at least",
    at("shared/links/session-cookie.ts", "256 bits of the system's random source."),
    by(DOOR, "gives a new session and never one the browser came with"),
  ),
  entry(
    "7.2.4",
    1,
    "Signing in makes a new token and ends the one before",
    by(DOOR, "gives a new session and never one the browser came with"),
    by(DOOR, "ends the session the browser had before"),
  ),
  entry(
    "7.3.1",
    2,
    "A session ends when it isn't used",
    open("It ends after the working day or by signing out, not by inactivity."),
  ),
  entry("7.3.2", 2, "A session ends after a longest time", by(DOOR, "ends after the working day")),
  entry(
    "7.4.1",
    1,
    "What has ended opens nothing more",
    by(DOOR, "ends when one signs out, for what was open in it too"),
    by(WORKSPACES, "and its rooms are closed after %s"),
  ),
  entry(
    "7.4.2",
    1,
    "Who leaves is out at once",
    by(DOOR, "ends for whoever is taken out of the directory, at the next page"),
    by(WORKSPACES, "and its rooms are closed after %s"),
  ),
  entry(
    "7.4.3",
    2,
    "After a change of a factor the other sessions can be ended",
    by(DOOR, "ends for whoever is taken out of the directory, at the next page"),
  ),
  entry(
    "7.4.4",
    2,
    "Every page has a way to sign out",
    by(DOOR, "ends when one signs out, for what was open in it too"),
  ),
  entry(
    "7.4.5",
    2,
    "Admins can end sessions",
    by(ADMIN, "is found by address and ended, one session or all of an address, noted with who did it"),
    at(
      "functions/desk/workspaces/admin/sessions-page.ts",
      "One session, or all of a mailbox; each end is noted with who did it.",
    ),
  ),
  entry(
    "7.5.1",
    2,
    "Changing what signing in rests on asks for it anew",
    open(
      "An agency changes its contacts without signing in again; the former address and the courts are told, and its bureau takes it back.",
    ),
  ),
  entry(
    "7.5.2",
    2,
    "People see and end their own sessions",
    by(WORKSPACES, "of a sign-in is another than the one before, which goes on until its own end"),
    open(
      "Only an admin sees the list; the desk ends all of one's own on request, but no page has a button for it yet.",
    ),
  ),
  entry(
    "7.6.1",
    2,
    "Sessions of desk and provider end as written",
    by(DOOR, "ends after the working day"),
    open("The desk doesn't hear of a sign-out at the provider."),
  ),
  entry(
    "7.6.2",
    2,
    "No session begins without a person's act",
    at(
      "functions/desk/front-door/front-door.ts",
      "Who holds a mailbox ticks and presses; who comes from the provider has followed the link to it.",
    ),
    by(LINKS, "whose forms a program sends as they stand, each of their buttons pressed, does nothing"),
  ),
  entry(
    "8.1.1",
    1,
    "Rules say who may do and see what",
    at("shared/domain/access/seat.ts", "Who sits where, by the directory."),
    at("functions/desk/front-door/workspaces.ts", "Which workspace each role has."),
    at("functions/desk/rooms.ts", "Which room each link opens, and to whom."),
  ),
  entry(
    "8.1.2",
    2,
    "Rules say who may read and write which field",
    at(
      "functions/desk/directory/directory-room.ts",
      "Whose entry a bureau changes; what an agency changes of its own.",
    ),
  ),
  entry(
    "8.2.1",
    1,
    "Only who may gets to a function",
    by(WORKSPACES, "is there for nobody else: neither without a session, nor for anyone who sits elsewhere"),
    by(ADMIN, "isn't there for %s"),
  ),
  entry(
    "8.2.2",
    1,
    "Only who may gets to an object, whatever key is given",
    by(LINKS, "in another organisation's hands shows nothing of what it is about"),
    by(WORKSPACES, "shows nothing of another county, whatever its addresses carry"),
    by(
      "test/functions/desk/originals.test.ts",
      "of another case, or of none, are not there, whoever guesses the hash",
    ),
    by("test/functions/desk/search.test.ts", "finds nothing for anybody else"),
  ),
  entry(
    "8.2.3",
    2,
    "Only who may gets to a field",
    by(
      "test/functions/desk/directory.test.ts",
      "is another bureau's to change: its agencies, and courts and governments but for the city's",
    ),
  ),
  entry(
    "8.3.1",
    1,
    "Rules are kept at the server",
    by(LINKS, "in another organisation's hands, or about another case, acts on nothing and says why"),
  ),
  entry(
    "8.4.1",
    2,
    "One organisation's acts never touch another's",
    by(LINKS, "in another organisation's hands, or about another case, acts on nothing and says why"),
    by(
      "test/infra/permissions.test.ts",
      "lets a court put objects into its own folder over TLS, and nothing else",
    ),
  ),
  entry(
    "9.1.1",
    1,
    "Tokens are believed after their signature is checked",
    by(TOKENS, "is forged with any character changed"),
  ),
  entry(
    "9.1.2",
    1,
    "Only known algorithms sign",
    at("shared/links/token.ts", "HMAC-SHA256 alone; a token doesn't say by what it is checked."),
  ),
  entry(
    "9.1.3",
    1,
    "Keys come from a known place",
    by(
      TOKENS,
      "is forged when another link's words stand under this one's signature, or another key vouches",
    ),
    by(TOKENS, "of the old key holds until that key is taken out"),
  ),
  entry(
    "9.2.1",
    1,
    "A token is good within its time",
    by(TOKENS, "is genuine but worthless from the moment it expires"),
    by(
      LINKS,
      "that has expired acts on nothing but the offer of another, which goes to the registered address",
    ),
  ),
  entry(
    "9.2.2",
    2,
    "A token is good for what it was made for",
    at("functions/desk/rooms.ts", "Its task, which is signed, names its room."),
    by(LINKS, "made at a workspace opens for its session alone: not for none, nor for another's"),
  ),
  entry(
    "9.2.3",
    2,
    "A token is good at the service it was made for",
    at("functions/desk/rooms.ts", "The desk alone reads links, with keys of this deployment."),
  ),
  entry(
    "9.2.4",
    2,
    "Keys that sign for several services say for which",
    no("One service reads what the keys sign."),
  ),
  entry(
    "10.1.1",
    2,
    "Tokens go only where they are needed",
    at(
      "shared/adapters/oidc-provider.ts",
      "The provider's tokens stay in the function that fetched them, and are kept nowhere.",
    ),
  ),
  entry(
    "10.1.2",
    2,
    "What comes back belongs to this browser's own attempt",
    by(PROVIDER, "asks for a code bound to this very attempt: PKCE, state and nonce"),
    by(PROVIDER, "lets nobody in with %s"),
  ),
  entry(
    "10.2.1",
    2,
    "Nobody can make a browser finish another's sign-in",
    by(PROVIDER, "lets nobody in with %s"),
  ),
  entry(
    "10.2.2",
    2,
    "Several providers can't be mixed up",
    no("There is one provider; an answer with another issuer is refused all the same."),
  ),
  ...["10.3.1", "10.3.2", "10.3.3", "10.3.4"].map((number) =>
    entry(number, 2, "What a resource server checks of access tokens", NO_RESOURCE),
  ),
  ...["10.4.1", "10.4.2", "10.4.3", "10.4.4", "10.4.5"].map((number) =>
    entry(number, 1, "What an authorization server checks of codes, grants and redirects", NO_SERVER),
  ),
  ...["10.4.6", "10.4.7", "10.4.8", "10.4.9", "10.4.10", "10.4.11"].map((number) =>
    entry(number, 2, "What an authorization server demands of clients and tokens", NO_SERVER),
  ),
  entry(
    "10.5.1",
    2,
    "An ID token is good once",
    by(PROVIDER, "asks for a code bound to this very attempt: PKCE, state and nonce"),
    by(PROVIDER, "takes a code once"),
  ),
  entry(
    "10.5.2",
    2,
    "A person is known by what is never given to another",
    open(
      "By the mailbox, not by sub: the directory knows mailboxes. A mailbox that passes to a successor passes with its seat, which is meant.",
    ),
  ),
  entry(
    "10.5.3",
    2,
    "A provider can't pass for another by its metadata",
    at("shared/adapters/oidc-provider.ts", "The library refuses metadata of another issuer than was asked."),
    by(PROVIDER, "lets nobody in with %s"),
  ),
  entry(
    "10.5.4",
    2,
    "An ID token was made for this client",
    at("shared/adapters/oidc-provider.ts", "The library demands our client id as its audience."),
  ),
  entry(
    "10.5.5",
    2,
    "A sign-out sent by the provider is checked",
    no("Sign-out by the back channel isn't taken, see 7.6.1."),
  ),
  ...["10.6.1", "10.6.2"].map((number) => entry(number, 2, "What an OpenID provider allows", NO_SERVER)),
  ...["10.7.1", "10.7.2", "10.7.3"].map((number) =>
    entry(number, 2, "How an authorization server asks people's consent", NO_SERVER),
  ),
];
