/** V10: what is demanded of signing in at an identity provider? */
import { at, by, entry, no, open, type Requirement } from "./requirement.ts";

const PROVIDER = "test/functions/desk/identity-provider.test.ts";
const NO_SERVER = no(
  "The desk is a client of one identity provider; it is no authorization server and no OpenID provider.",
);
const NO_RESOURCE = no("The desk takes no access token from anybody: it is no resource server.");

export const SIGN_IN_ELSEWHERE: readonly Requirement[] = [
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
