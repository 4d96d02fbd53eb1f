/** What happened at the desk's door that somebody may have to look into: who tried to come in, and what was refused? Without names, addresses of mail or tokens. */

export type AccessEvent =
  /** A link to sign in was asked for; whether it was sent says nothing here, as it says nothing to who asks. */
  | { readonly event: "sign-in asked"; readonly outcome: "asked" | "too-often" }
  | { readonly event: "signed in"; readonly by: "mail" | "identity-provider" }
  | {
      readonly event: "sign-in refused";
      readonly by: "mail" | "identity-provider";
      /** The link was used before, nobody has the mailbox any more, or the provider vouched for nobody. */
      readonly why: "used" | "unknown" | "not-vouched-for";
    }
  | { readonly event: "signed out"; readonly ended: "this" | "all" }
  /** A link that nobody signed, or that belongs to another session. */
  | { readonly event: "link refused"; readonly why: "forged" | "not-this-session" }
  /** A workspace of which somebody has no seat, or a form that comes from elsewhere. */
  | { readonly event: "workspace refused"; readonly why: "no-seat" | "foreign-form" };
