/**
 * {@link IdentityProvider} by OpenID Connect: authorization code with PKCE, state and nonce. The provider's word counts for a mailbox
 * it doesn't call unverified.
 */
import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type * as OpenidClient from "openid-client";
import { defined } from "../domain/defined.ts";
import { mailboxKey } from "../domain/organisations/directory.ts";
import type { IdentityProvider } from "../ports/identity-provider.ts";

/** One provider as an admin registers yingsu with it. */
export interface OidcRegistration {
  /** What people call it. */
  readonly name: string;
  /** Its address, under which `/.well-known/openid-configuration` lies. */
  readonly issuer: string;
  readonly clientId: string;
  /** The claim that has the mailbox; `email` where the provider follows the standard. */
  readonly mailboxClaim: string;
  /** Nobody signs in but by it. */
  readonly only?: true;
  /** Where it sends browsers back to: `<desk>/oidc/callback`. */
  readonly redirect: string;
}

/** What the client proves itself with: the whole text of a secret. */
function clientSecret(client: SecretsManagerClient, arn: string): () => Promise<string> {
  return async () => {
    const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    return SecretString.trim();
  };
}

/** The provider of a deployment whose desk is at an address. */
export function providerFor(
  { secretArn, ...registration }: Omit<OidcRegistration, "redirect"> & { readonly secretArn: string },
  desk: string,
  client: SecretsManagerClient,
): IdentityProvider {
  const redirect = `${desk.replace(/\/$/, "")}/oidc/callback`;
  return oidcProvider({ ...registration, redirect }, clientSecret(client, secretArn));
}

/**
 * A provider; `secret` is what the client proves itself with. What the provider says of itself is asked when somebody first signs in.
 * @internal So that the tests can have a secret of their own.
 */
export function oidcProvider(
  { name, issuer, clientId, mailboxClaim, redirect, only }: OidcRegistration,
  secret: () => Promise<string>,
): IdentityProvider {
  let known: Promise<{ client: typeof OpenidClient; configuration: OpenidClient.Configuration }> | undefined;
  const discovered = async () => {
    // Loaded when it is needed: most deployments, and most requests of the others, do without.
    const client = await import("openid-client");
    const { protocol, hostname } = new URL(issuer);
    // Without TLS only on this machine, where tests run a provider.
    const insecure = protocol === "http:" && hostname === "127.0.0.1" ? [client.allowInsecureRequests] : [];
    const configuration = await client.discovery(new URL(issuer), clientId, await secret(), undefined, {
      // The signature of its word is checked too, although it comes over TLS from itself.
      execute: [client.enableNonRepudiationChecks, ...insecure],
    });
    return { client, configuration };
  };
  const ready = () => {
    known ??= discovered().catch((fault: unknown) => {
      // Asked again by the next who signs in.
      known = undefined;
      throw fault;
    });
    return known;
  };
  return {
    name,
    ...defined({ only }),

    async begin() {
      const { client, configuration } = await ready();
      const verifier = client.randomPKCECodeVerifier();
      const underWay = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const to = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirect,
        scope: "openid email",
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: underWay.state,
        nonce: underWay.nonce,
      });
      return { location: to.href, underWay };
    },

    async finish(query, { verifier, state, nonce }) {
      const { client, configuration } = await ready();
      const back = new URL(redirect);
      for (const [field, value] of Object.entries(query)) back.searchParams.set(field, value);
      try {
        const tokens = await client.authorizationCodeGrant(configuration, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return undefined;
        const said =
          claims[mailboxClaim] === undefined
            ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
            : claims;
        const mailbox = said[mailboxClaim];
        if (typeof mailbox !== "string" || said.email_verified === false) return undefined;
        return { mailbox: mailboxKey(mailbox) };
      } catch (fault) {
        // What browser or provider brought is not what was asked for; a provider that can't be reached is a fault of its own.
        if (fault instanceof client.ClientError || fault instanceof client.AuthorizationResponseError)
          return undefined;
        if (fault instanceof client.ResponseBodyError) return undefined;
        throw fault;
      }
    },
  };
}
