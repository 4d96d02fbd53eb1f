/** V13 to V15: with what rights does it run, what does it keep of whom, and what is it made of? */
import { at, by, entry, no, open, type Requirement } from "./requirement.ts";

const RIGHTS = "test/infra/permissions.test.ts";
const ANSWERS = "test/functions/desk/answers.test.ts";
const LINKS = "test/functions/desk/safety.test.ts";
const LEAST = by(RIGHTS, "names every action and every resource, but for the list of streams");
const STORED = "test/infra/stored-data.test.ts";
const BUNDLE = by(
  "test/infra/constructs/bundle.test.ts",
  "bundles a handler that runs alone: CommonJS inside, late imports read late, folders alongside",
);

export const CONFIGURATION: readonly Requirement[] = [
  entry(
    "13.1.1",
    2,
    "It is written down with whom it talks",
    at(
      "infra/README.md",
      "AWS, a mail relay and an identity provider where the deployment names them, and nobody a user could name.",
    ),
  ),
  entry(
    "13.2.1",
    2,
    "Parts show each other who they are",
    at(
      "infra/constructs/node-function.ts",
      "Each function has a role of its own, with credentials of hours.",
    ),
  ),
  entry(
    "13.2.2",
    2,
    "With no more rights than each needs",
    LEAST,
    by(RIGHTS, "lets nobody but the mailer send mail"),
    by(RIGHTS, "lets the reader of scans know no case"),
  ),
  entry(
    "13.2.3",
    2,
    "With no secrets from the factory",
    by(
      "test/adapters/link-keys.test.ts",
      "refuses no current key, one that is not there, a short one, and says nothing of what is in it",
    ),
  ),
  entry(
    "13.2.4",
    2,
    "With none but those it should",
    LEAST,
    open(
      "Which hosts a function may reach is not limited by the network; a court's file is read by a process without credentials, which could reach the net all the same.",
    ),
  ),
  entry(
    "13.2.5",
    2,
    "The server fetches nothing else",
    by("test/documents/bounded.test.ts", "read elsewhere"),
    open("See 13.2.4."),
  ),
  entry(
    "13.3.1",
    2,
    "Secrets lie in a vault, in no source and no artifact",
    at("infra/constructs/link-keys.ts", "Secrets Manager makes the first itself; nobody sees a value."),
    by("test/infra/link-keys-command.test.ts", "is added with a value of its own, and signs nothing yet"),
  ),
  entry(
    "13.3.2",
    2,
    "Who needs no secret reads none",
    by(RIGHTS, "lets the mailer, which signs links, and the desk, which checks them, read their keys"),
  ),
  entry("13.4.1", 1, "No source control is deployed", BUNDLE),
  entry("13.4.2", 2, "No debugging is deployed", by(ANSWERS, "keys that can't be read")),
  entry(
    "13.4.3",
    2,
    "No folder is listed",
    by(STORED, "keeps every bucket encrypted, private and TLS only"),
    by(RIGHTS, "lets a court put objects into its own folder over TLS, and nothing else"),
  ),
  entry("13.4.4", 2, "No TRACE", no("API Gateway's HTTP APIs have no such method.")),
  entry(
    "13.4.5",
    2,
    "No documentation or measurement is shown to strangers",
    by(ANSWERS, "nothing there"),
    at("functions/desk/front-door/addresses.ts", "All addresses there are, beside links."),
  ),

  entry(
    "14.1.1",
    2,
    "What must be protected is named, by levels",
    at(
      "infra/README.md",
      "What is kept, for whom, how long: six levels. Names of parties and contacts are kept out of logs, calendars and addresses, and papers are shown to whom paper-rights.ts says.",
    ),
  ),
  entry(
    "14.1.2",
    2,
    "What each level demands is written down",
    at("infra/README.md", "By level: where it lies, encrypted by what, who sees it, how long."),
  ),
  entry(
    "14.2.1",
    1,
    "No secret stands in an address",
    at(
      "shared/links/token.ts",
      "Who opens a link from a mail shows it by the address, signed, for one task and a while; a session never stands in one.",
    ),
    by("test/infra/stack.test.ts", "has a desk behind an HTTP API, throttled, its log without paths"),
    open("A link is a secret in an address, as a link by mail can't otherwise be."),
  ),
  entry(
    "14.2.2",
    2,
    "Nothing is kept between server and browser",
    by(LINKS, "answers with pages that are kept nowhere, framed nowhere, tell nobody, and run no script"),
  ),
  entry(
    "14.2.3",
    2,
    "Nothing is told to others",
    by(ANSWERS, "the front door"),
    by("test/letters/frame/layout.test.ts", "is an accessible page that fetches nothing"),
  ),
  entry(
    "14.2.4",
    2,
    "What is protected is protected as written",
    by(STORED, "keeps every version of evidence, locked for the configured time, and records who reads it"),
    by("test/functions/desk/originals.test.ts", "are noted before they are given: who, which, when"),
    by("test/adapters/ses-mailer.test.ts", "is told without addresses"),
  ),
  entry(
    "14.3.1",
    1,
    "Nothing is left in a browser after signing out",
    by(ANSWERS, "leaves nothing in its browser: neither the session nor pages it has kept"),
  ),
  entry(
    "14.3.2",
    2,
    "Browsers keep no page",
    by(LINKS, "answers with pages that are kept nowhere, framed nowhere, tell nobody, and run no script"),
    open(
      "Pictures of a paper that is looked through, and a subscribed calendar, may be kept privately for a quarter of an hour and longer; signing out takes them away.",
    ),
  ),
  entry(
    "14.3.3",
    2,
    "Browsers store nothing but the session",
    at("functions/desk/workspaces/hand-in/upload-script.ts", "The only script there is stores nothing."),
  ),

  entry(
    "15.1.1",
    1,
    "It is written down how soon weak packages are replaced",
    at("infra/README.md", "“Upgrade”: high and critical within a week, all else with the next version."),
  ),
  entry(
    "15.1.2",
    2,
    "There is a list of all packages and where they come from",
    at("package-lock.json", "Every package with its version, registry and hash; npm sbom prints it."),
    by("test/infra/packages.test.ts", "are none that their authors advise against"),
  ),
  entry(
    "15.1.3",
    2,
    "It is written down what takes long, and how that is borne",
    at("shared/documents/bounded/limits.ts", "Reading a document."),
    at("DECISIONS.md", "Editions, large boards, archives and scans are made by jobs and queues."),
  ),
  entry(
    "15.2.1",
    1,
    "No package is older than written",
    open(
      "No test asks a registry for warnings: tests use no network. Versions are pinned, so that nothing is replaced by itself either.",
    ),
  ),
  entry(
    "15.2.2",
    2,
    "What takes long is bounded",
    by("test/documents/bounded.test.ts", "runs for ever: is ended in time and gone"),
    by(
      "test/documents/pattern-growth.test.ts",
      "takes no longer than in proportion, whatever of its example is repeated",
    ),
    by(
      "test/functions/desk/many-cases.test.ts",
      "looks at a thousand cases for a page, says that it stopped, and goes on from there",
    ),
  ),
  entry("15.2.3", 2, "Nothing is deployed that isn't needed", BUNDLE),
  entry(
    "15.3.1",
    1,
    "Answers hold what is shown, not what is kept",
    at(
      "functions/desk/workspaces/hand-in/file-answers.ts",
      "The one answer that is data has fields of its own.",
    ),
    by("test/adapters/case-table/stored.test.ts", "carries the rows and nothing else of a case"),
  ),
  entry(
    "15.3.2",
    2,
    "No redirect of another server is followed",
    at("shared/adapters/oidc-provider.ts", "openid-client follows none."),
  ),
  entry(
    "15.3.3",
    2,
    "No form sets what it doesn't ask",
    by(LINKS, "sent %s does nothing and doesn't fail"),
    by("test/adapters/case-table/items.test.ts", "takes nothing along that its shape doesn't have"),
  ),
  entry(
    "15.3.4",
    2,
    "A visitor's network address is the real one",
    by(
      "test/functions/desk/access-events.test.ts",
      "from which network address, and nothing by which a person or a link is known",
    ),
    open(
      "Behind a proxy of the admin's own (desk.address) all visitors have the proxy's: its limit of sign-ins is one for all.",
    ),
  ),
  entry(
    "15.3.5",
    2,
    "Values are of the type that is expected",
    at("tsconfig.json", "Strict types; what comes from outside is asked for its type."),
    by("test/functions/desk/frame/form.test.ts", "files and fields sent twice are no texts"),
  ),
  entry(
    "15.3.6",
    2,
    "No prototype is polluted",
    by(LINKS, "sent %s does nothing and doesn't fail"),
    at("test/support/hostile-bodies.ts", "Names of the language's own are among what is sent."),
  ),
  entry(
    "15.3.7",
    2,
    "A field sent twice is none",
    by("test/functions/desk/frame/form.test.ts", "files and fields sent twice are no texts"),
  ),
];
