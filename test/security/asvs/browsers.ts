/** V3 and V4: what are browsers told to do with our answers, and to keep from others? */
import { at, by, entry, no, type Requirement } from "./requirement.ts";

const ANSWERS = "test/functions/desk/answers.test.ts";
const LINKS = "test/functions/desk/safety.test.ts";
const WORKSPACES = "test/functions/desk/workspace-safety.test.ts";
const DOOR = "test/functions/desk/front-door.test.ts";
const COOKIE = by(DOOR, "sets a cookie that no script reads and no other site sends");
/** On each kind of answer, errors among them. */
const HEADERS = by(ANSWERS, "keys that can't be read");
const SOCKETS = no("No WebSocket.");
const GRAPHQL = no("No GraphQL.");

export const BROWSERS: readonly Requirement[] = [
  entry(
    "3.2.1",
    1,
    "No answer is taken for what it isn't",
    HEADERS,
    by(
      "test/functions/desk/originals.test.ts",
      "are listed on the page behind the agency's link, and given in the version that was read",
    ),
    at(
      "shared/adapters/signed-address.ts",
      "Files of others come from S3's own host, as attachments whatever they were stored as.",
    ),
  ),
  entry(
    "3.2.2",
    1,
    "Text is shown as text",
    at(
      "functions/desk/workspaces/hand-in/upload-script.ts",
      "The only script puts words on the page by textContent.",
    ),
    by(
      "test/functions/desk/court-workspace.test.ts",
      "that mean harm are answered, and nothing else comes of them: %s",
    ),
  ),
  entry("3.3.1", 1, "Cookies are Secure, by attribute and name", COOKIE),
  entry("3.3.2", 2, "Cookies say to whom other sites may send them", COOKIE),
  entry("3.3.3", 2, "Cookies are the host's own", COOKIE),
  entry("3.3.4", 2, "No script reads a session", COOKIE),
  entry("3.4.1", 1, "HTTPS alone, remembered for a year at least, below it too", HEADERS),
  entry(
    "3.4.2",
    1,
    "Other sites read nothing",
    HEADERS,
    by(
      "test/infra/desk-address.test.ts",
      "puts a proxy's address into the links, and takes files from pages under it",
    ),
  ),
  entry("3.4.3", 2, "A policy says what a page may run and load", HEADERS),
  entry("3.4.4", 2, "No browser guesses a type", HEADERS),
  entry("3.4.5", 2, "No address is told to others", HEADERS),
  entry("3.4.6", 2, "No page is framed", HEADERS),
  entry(
    "3.5.1",
    1,
    "Another site's form does nothing",
    by(WORKSPACES, "takes no form without this session's own token: none, a forged one, another session's"),
    by(DOOR, "does nothing without its session's own token"),
    by(LINKS, "made at a workspace opens for its session alone: not for none, nor for another's"),
  ),
  entry(
    "3.5.2",
    1,
    "Nothing relies on a preflight",
    by(WORKSPACES, "takes no form without this session's own token: none, a forged one, another session's"),
  ),
  entry(
    "3.5.3",
    1,
    "Looking changes nothing",
    by(LINKS, "looked at by GET and HEAD, with whatever behind it, changes nothing"),
    by(WORKSPACES, "looked at changes nothing, by GET or HEAD, and knows no other method"),
  ),
  entry(
    "3.5.4",
    2,
    "Applications have hosts of their own",
    at("infra/constructs/desk-host.ts", "The desk's own host; files of others come from S3's."),
    at(
      "infra/README.md",
      "Behind a proxy of its own an admin may share a host: the cookie then has the desk's path, and no __Host- name.",
    ),
  ),
  entry("3.5.5", 2, "Messages between windows are checked", no("No page listens to any.")),
  entry(
    "3.7.1",
    2,
    "No technique that browsers have given up",
    no("HTML, and one script without which everything can be done."),
  ),
  entry(
    "3.7.2",
    2,
    "Nobody is led elsewhere",
    by(ANSWERS, "with %s behind its address"),
    by(ANSWERS, "after a form that did its work, with %s behind its address"),
  ),
  entry("4.1.1", 1, "Answers say what they are, with their coding", HEADERS),
  entry(
    "4.1.2",
    2,
    "Nobody is led from HTTP to HTTPS unseen",
    at("infra/constructs/desk.ts", "The API takes HTTPS alone; there is nothing to be led from."),
  ),
  entry(
    "4.1.3",
    2,
    "No header of a visitor's counts for one of a proxy's",
    by(
      "test/functions/desk/access-events.test.ts",
      "from which network address, and nothing by which a person or a link is known",
    ),
    at("functions/desk/desk.ts", "The visitor's address is what API Gateway saw; no header is asked."),
  ),
  entry(
    "4.2.1",
    2,
    "Requests have clear bounds",
    no("API Gateway takes HTTP apart; functions get one event a request."),
  ),
  entry("4.3.1", 2, "GraphQL: queries without end", GRAPHQL),
  entry("4.3.2", 2, "GraphQL: introspection", GRAPHQL),
  entry("4.4.1", 1, "WebSocket: TLS", SOCKETS),
  entry("4.4.2", 2, "WebSocket: origin", SOCKETS),
  entry("4.4.3", 2, "WebSocket: tokens", SOCKETS),
  entry("4.4.4", 2, "WebSocket: where tokens come from", SOCKETS),
];
