/**
 * The desk (办理页面): what the people who get the mails do next, without an account. GET shows and never changes; POST
 * does what a person typed or chose, once per link.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { NONCE, type SecureHeadersVariables, secureHeaders } from "hono/secure-headers";
import type { Rules } from "../../shared/domain/case-file/decide.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { LinkKeys } from "../../shared/links/token.ts";
import type { Directory, Outbox, Records } from "../../shared/ports.ts";
import { formOf } from "./form.ts";
import { openLink } from "./opening.ts";
import { type Markup, page } from "./page.ts";
import { faultPage, notFoundPage, tooLargePage } from "./plain-pages.ts";
import { show, submit } from "./tasks.ts";

export interface DeskPorts {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly keys: () => Promise<LinkKeys>;
  readonly senderName: string;
  readonly rules: Rules;
  readonly now: () => Instant;
  /** A fault of ours that a person saw an apology for. */
  readonly failed: (fault: Error) => void;
}

/** One answer: a page, or back to the link's own page after something was done. */
export type Answer =
  | { readonly status: 200 | 404 | 409 | 410 | 422; readonly title: string; readonly body: Markup }
  | { readonly status: 303 };

/** A form has some thousand characters; larger bodies come from no form of ours. */
const MOST_BYTES = 64 * 1024;

type Env = { Variables: SecureHeadersVariables };

/** The application: one address a link. */
export function desk(ports: DeskPorts): Hono<Env> {
  const app = new Hono<Env>();
  const answered = (answer: Exclude<Answer, { status: 303 }>, styleNonce = "") =>
    page({ ...answer, senderName: ports.senderName, styleNonce });

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [NONCE],
        imgSrc: ["data:"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "no-referrer",
      xFrameOptions: "DENY",
      crossOriginResourcePolicy: "same-origin",
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
    c.header("X-Robots-Tag", "noindex, nofollow");
  });

  app.get("/:token", async (c) => {
    const answer = await show(ports, await openLink(ports, c.req.param("token")));
    return c.html(answered(answer, c.get("secureHeadersNonce")), answer.status);
  });
  app.post(
    "/:token",
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => c.html(answered(tooLargePage, c.get("secureHeadersNonce")), 422),
    }),
    async (c) => {
      const token = c.req.param("token");
      const form = formOf(await c.req.parseBody());
      const answer = await submit(ports, await openLink(ports, token), form);
      // Relative, so that it holds whatever stands before the desk's address.
      if (answer.status === 303) return c.body(null, 303, { Location: token });
      return c.html(answered(answer, c.get("secureHeadersNonce")), answer.status);
    },
  );
  app.notFound((c) => c.html(answered(notFoundPage, c.get("secureHeadersNonce")), 404));
  app.onError((fault, c) => {
    ports.failed(fault);
    return c.html(answered(faultPage, c.get("secureHeadersNonce")), 500);
  });
  return app;
}
