/** The government's own sign-in (统一身份认证), by OpenID Connect: who says that somebody holds a mailbox. */

/** What a sign-in under way must remember: kept in the browser that began it, and good for some minutes. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** An identity provider. */
export interface IdentityProvider {
  /** What people call it. */
  readonly name: string;
  /** Nobody signs in but by it. */
  readonly only?: true;
  /** Where the browser goes to sign in, and what it must bring back. */
  begin(): Promise<{ readonly location: string; readonly underWay: SignInUnderWay }>;
  /** Whose mailbox the provider vouches for; undefined where it vouches for none, or not for this browser. */
  finish(
    query: Readonly<Record<string, string>>,
    underWay: SignInUnderWay,
  ): Promise<{ readonly mailbox: string } | undefined>;
}
