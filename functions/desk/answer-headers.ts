/** What does every answer of the desk forbid a browser? Whatever no page of ours does, an error's too. */
import type { Hono } from "hono";
import { defaultIsContentTypeBinary } from "hono/aws-lambda";
import { NONCE, type SecureHeadersVariables, secureHeaders } from "hono/secure-headers";
import type { DeskPorts } from "./frame/room.ts";

/** Where files are handed in. */
const UPLOAD_PAGE = /^\/at\/[^/]+\/files$/;

/** In a policy: no address but the desk's own, which stands beside it. */
const NO_OTHER = "'self'";

/** Two years: browsers remember it from the first page on. */
const HTTPS_ONLY = `max-age=${2 * 365 * 24 * 60 * 60}; includeSubDomains`;

/** Whether API Gateway gets an answer of this type as bytes: as text a CSV would lose its byte order mark, without which Excel takes Chinese for another encoding. */
export function goesAsBytes(contentType: string): boolean {
  return contentType.startsWith("text/csv") || defaultIsContentTypeBinary(contentType);
}

/** What is known of a request before its page is made. */
export type Env = {
  Variables: SecureHeadersVariables & {
    readonly dropboxOrigin: string;
    readonly inboxOrigin: string;
    readonly fault?: unknown;
  };
};
type ContentSecurityPolicy = NonNullable<
  NonNullable<Parameters<typeof secureHeaders>[0]>["contentSecurityPolicy"]
>;

/** Puts headers on all that an application answers: it goes before all addresses. */
export function answerHeaders(app: Hono<Env>, ports: Pick<DeskPorts, "dropbox" | "handIn">): void {
  // What fails here is answered below, with all headers: they forbid what they can't name.
  app.use(async (c, next) => {
    const [dropbox, inbox] = await Promise.allSettled([
      ports.dropbox.origin(),
      UPLOAD_PAGE.test(c.req.path) ? ports.handIn.origin() : NO_OTHER,
    ]);
    c.set("dropboxOrigin", dropbox.status === "fulfilled" ? dropbox.value : NO_OTHER);
    c.set("inboxOrigin", inbox.status === "fulfilled" ? inbox.value : NO_OTHER);
    c.set("fault", [dropbox, inbox].find((one) => one.status === "rejected")?.reason);
    await next();
  });
  const headers = (more: Pick<ContentSecurityPolicy, "scriptSrc" | "connectSrc">) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [NONCE],
        // The pages of a document that is checked, which are parts of the link's own address.
        imgSrc: ["'self'", "data:"],
        // Proofs go straight to their bucket, and to no other.
        formAction: ["'self'", (c) => c.get("dropboxOrigin")],
        // Browsers take it from the default; whoever audits a page looks for it.
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...more,
      },
      strictTransportSecurity: HTTPS_ONLY,
      referrerPolicy: "no-referrer",
      xFrameOptions: "DENY",
      crossOriginResourcePolicy: "same-origin",
    });
  const plainly = headers({});
  // The one page with a script, which is a file of ours and sends files to the inbox alone.
  const uploading = headers({ scriptSrc: ["'self'"], connectSrc: ["'self'", (c) => c.get("inboxOrigin")] });
  app.use((c, next) => (UPLOAD_PAGE.test(c.req.path) ? uploading : plainly)(c, next));
  app.use(async (c, next) => {
    await next();
    // A feed and a picture have said how long they may be kept.
    if (c.res.headers.get("Cache-Control") === null) c.header("Cache-Control", "no-store");
    c.header("X-Robots-Tag", "noindex, nofollow");
  });
  app.use((c, next) => {
    const fault = c.get("fault");
    if (fault !== undefined) throw fault;
    return next();
  });
}
