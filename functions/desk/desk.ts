/**
 * The desk (办理页面): what the people who get the mails do next, without an account. GET shows and never changes; POST
 * does what a person typed or chose, once per link.
 */
import { type Context, Hono } from "hono";
import type { LambdaEvent } from "hono/aws-lambda";
import { bodyLimit } from "hono/body-limit";
import { cachedDirectory } from "../../shared/casework/cached-directory.ts";
import { answerHeaders, type Env } from "./answer-headers.ts";
import { type Form, formOf } from "./frame/form.ts";
import { page } from "./frame/page.ts";
import { faultPage, notFoundPage, tooLargePage } from "./frame/plain-pages.ts";
import type {
  Answer,
  DeskPorts,
  ShownFeed,
  ShownFile,
  ShownPage,
  ShownPicture,
  Visit,
} from "./frame/room.ts";
import { FRONT_DOOR } from "./front-door/addresses.ts";
import { keepSession, keepUnderWay, sessionIn, underWayIn } from "./front-door/session-cookie.ts";
import { show, submit } from "./rooms.ts";
import { UPLOAD_SCRIPT } from "./workspaces/hand-in/upload-script.ts";

/** A form has some thousand characters; larger bodies come from no form of ours. */
const MOST_BYTES = 64 * 1024;

/** The application: one address a link. */
export function desk(ports: DeskPorts): Hono<Env> {
  const app = new Hono<Env>();
  const framed = (c: Context<Env>, shown: ShownPage, status: ShownPage["status"] | 500 = shown.status) => {
    if (shown.refreshSeconds !== undefined) c.header("Refresh", String(shown.refreshSeconds));
    return c.html(
      page({
        ...shown,
        office: shown.office ?? { name: ports.senderName, ask: { name: ports.senderName } },
        icpFiling: ports.icpFiling,
        root: rootOf(c.req.path),
        styleNonce: c.get("secureHeadersNonce") ?? "",
      }),
      status,
    );
  };
  const respond = (c: Context<Env>, answer: Answer) => {
    if ("file" in answer) return download(c, answer.file);
    if ("feed" in answer) return feed(c, answer.feed);
    if ("picture" in answer) return picture(c, answer.picture);
    if ("data" in answer) return c.json(answer.data, answer.status);
    if ("body" in answer) return framed(c, answer);
    if ("location" in answer) return c.redirect(answer.location, answer.status);
    if (answer.cookie !== undefined) keepSession(c, ports, answer.cookie);
    if (answer.underWay !== undefined) keepUnderWay(c, ports, answer.underWay);
    // Signed out: nor is anything left that pages had the browser keep for a while.
    if (answer.cookie === "") c.header("Clear-Site-Data", '"cache"');
    // Relative, so that it holds whatever stands before the desk's address; escaped, so that nothing leads elsewhere.
    const here = encodeURIComponent(c.req.param("part") ?? c.req.param("token") ?? "");
    return c.body(null, 303, { Location: answer.to ?? here });
  };

  answerHeaders(app, ports);

  app.get("/upload.js", (c) =>
    c.body(UPLOAD_SCRIPT, 200, {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    }),
  );
  for (const { method, path, answer } of FRONT_DOOR) {
    app.on(
      method,
      path,
      bodyLimit({ maxSize: MOST_BYTES, onError: (c) => framed(c as Context<Env>, tooLargePage) }),
      async (c) => {
        const form = method === "POST" ? await formIn(c) : {};
        return respond(c, await answer(ports, visitOf(c, ports), form, c.req.param()));
      },
    );
  }

  // What a mail program takes for a part of the link: a bracket, a full stop, a slash behind it.
  app.get("/:token/*", (c, next) => {
    const place = tidied(c.req.path);
    return place === undefined ? next() : c.redirect(place, 302);
  });
  app.get("/:token", (c, next) => {
    const place = tidied(c.req.path);
    return place === undefined ? next() : c.redirect(place, 302);
  });
  for (const path of ["/:token", "/:token/:part"] as const) {
    app.get(path, async (c) => {
      // One page speaks of the same organisations in many places.
      const once = { ...ports, directory: cachedDirectory(ports.directory) };
      return respond(c, await show(once, c.req.param("token"), visitOf(c, ports)));
    });
    app.post(
      path,
      bodyLimit({ maxSize: MOST_BYTES, onError: (c) => framed(c as Context<Env>, tooLargePage) }),
      async (c) => {
        const form = await formIn(c);
        return respond(c, await submit(ports, c.req.param("token"), form, visitOf(c, ports)));
      },
    );
  }
  app.notFound((c) => framed(c, notFoundPage));
  app.onError((fault, c) => {
    ports.failed(fault);
    return framed(c, faultPage, 500);
  });
  return app;
}

/**
 * Where a link leads that has something behind it which is none of its characters; undefined where it is as we wrote it.
 * Relative, so that it holds whatever stands before the desk's address.
 */
function tidied(path: string): string | undefined {
  const [token = "", ...parts] = path.slice(1).split("/");
  const [clean = ""] = /^(?:[\w-]|\.(?=[\w-]))+/.exec(token) ?? [];
  const isTidy = token === clean && parts.at(-1) !== "" && parts.length < 2;
  if (isTidy || clean === "") return undefined;
  // The part likewise; another page of the link is one of ours.
  const [part = ""] = /^[\w.-]*/.exec(parts[0] ?? "") ?? [];
  const to = part === "" ? clean : `${clean}/${part}`;
  return `${"../".repeat(parts.length)}${to}`;
}

function visitOf(c: Context<Env>, ports: DeskPorts): Visit {
  let session: ReturnType<Visit["session"]> | undefined;
  return {
    token: c.req.param("token") ?? "",
    part: c.req.param("part"),
    query: c.req.query(),
    root: rootOf(c.req.path),
    client: clientOf(c),
    underWay: underWayIn(c, ports),
    session: () => {
      session ??= sessionIn(c, ports);
      return session;
    },
  };
}

/** From a page to the desk's own address: relative, so that it holds whatever stands before it. */
function rootOf(path: string): string {
  return "../".repeat(path.split("/").length - 2) || "./";
}

/** What was sent; a body that can't be read as a form has no fields. */
async function formIn(c: Context<Env>): Promise<Form> {
  try {
    return formOf(await c.req.parseBody());
  } catch (fault) {
    // One that is too large is answered elsewhere.
    if (fault instanceof TypeError) return {};
    throw fault;
  }
}

/** The network address a request comes from, as API Gateway saw it. */
function clientOf({ env }: Context<Env>): string {
  const event = (env as { readonly event?: LambdaEvent } | undefined)?.event;
  const context = event?.requestContext as { readonly http?: { readonly sourceIp?: string } } | undefined;
  return context?.http?.sourceIp ?? "unknown";
}

/** Not sent again to whoever has it. */
async function feed(c: Context<Env>, { contentType, text, maxAgeSeconds }: ShownFeed["feed"]) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const etag = `"${Buffer.from(hash).toString("base64url").slice(0, 27)}"`;
  const headers = { ETag: etag, "Cache-Control": `private, max-age=${maxAgeSeconds}` };
  const had = (c.req.header("If-None-Match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (had.includes(etag) || had.includes("*")) return c.body(null, 304, headers);
  return c.body(text, 200, { ...headers, "Content-Type": contentType });
}

/** Fetched once while somebody works on the page: a picture never changes, but the right to see it ends. */
function picture(c: Context<Env>, { contentType, bytes }: ShownPicture["picture"]) {
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": contentType,
    "Content-Disposition": "inline",
    "Cache-Control": "private, max-age=900",
  });
}

function download(c: Context<Env>, { name, contentType, bytes }: ShownFile["file"]) {
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": contentType,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
