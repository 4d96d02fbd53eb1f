/** V16 and V17: what is written down of what happens, and what does a fault say to whom? */
import { at, by, entry, no, type Requirement } from "./requirement.ts";

const STACK = "test/infra/stack.test.ts";
const ACCESS = "test/functions/desk/access-events.test.ts";
const ANSWERS = "test/functions/desk/answers.test.ts";
const JSON_LINES = by(
  STACK,
  "run Node 24 on arm64, log JSON to a group of their own, and end before their event comes again",
);
const WITHOUT_PATHS = by(STACK, "has a desk behind an HTTP API, throttled, its log without paths");
const OWN_GROUP = by("test/infra/permissions.test.ts", "writes each function's log to its own group only");
const NO_CALLS = no("Sittings over the net are the courts' own; no call runs here.");

export const LOGGING: readonly Requirement[] = [
  entry(
    "16.1.1",
    2,
    "It is written down what is logged, where, for how long",
    at("infra/README.md", "“Alarms” and what follows: which log answers which question."),
    by(
      "test/infra/stored-data.test.ts",
      "keeps logs and access logs, the desk's too, for six months at least",
    ),
  ),
  entry("16.2.1", 2, "A line says when, where, who and what", JSON_LINES, WITHOUT_PATHS),
  entry("16.2.2", 2, "In one time", JSON_LINES),
  entry("16.2.3", 2, "Only where it is written down", OWN_GROUP),
  entry("16.2.4", 2, "In one form", JSON_LINES),
  entry(
    "16.2.5",
    2,
    "Without what must not stand there",
    WITHOUT_PATHS,
    by(ACCESS, "from which network address, and nothing by which a person or a link is known"),
    by("test/adapters/ses-feedback.test.ts", "says why without the address"),
    by("test/adapters/smtp-secret.test.ts", "says which secret is of no use, and nothing of what is in it"),
  ),
  entry(
    "16.3.1",
    2,
    "Each try to sign in is logged",
    by(
      ACCESS,
      "that a link was asked for, of a mailbox that is known as of one that isn't, and when that was too often",
    ),
    by(ACCESS, "that somebody came in, tried to again by the same link, and left"),
    by(ACCESS, "that the provider vouched for nobody"),
  ),
  entry(
    "16.3.2",
    2,
    "What was refused is logged",
    by(ACCESS, "that somebody looked for a workspace that isn't his, or sent a form from elsewhere"),
    by(ACCESS, "that a link was forged, or another session's, looked at or sent"),
  ),
  entry(
    "16.3.3",
    2,
    "Attempts to get round a check are logged",
    by(ACCESS, "that a link was forged, or another session's, looked at or sent"),
    by(STACK, "has the status in the desk's access log, by which it counts whom it turns away"),
  ),
  entry(
    "16.3.4",
    2,
    "Faults are logged",
    by(
      "test/e2e/crashes.test.ts",
      "holds up neither mail nor act, and says so in the words that the alarm counts",
    ),
    by(
      STACK,
      "are told of by mail: each dead letter, each failing function, a late file or mail, a silent sweep",
    ),
  ),
  entry(
    "16.4.1",
    2,
    "Nothing foreign makes a line",
    at("shared/runtime/lambda.ts", "A line is an object, which Lambda writes as JSON."),
  ),
  entry("16.4.2", 2, "Nobody changes a log", OWN_GROUP),
  entry("16.4.3", 2, "Logs lie elsewhere", OWN_GROUP),
  entry(
    "16.5.1",
    2,
    "A fault says nothing of the inside",
    by(ANSWERS, "keys that can't be read"),
    by(ANSWERS, "a table out of reach"),
  ),
  entry(
    "16.5.2",
    2,
    "What is out of reach holds up nothing else",
    by("test/adapters/smtp-mailer.test.ts", "passes where nobody listens"),
    by(
      "test/e2e/crashes.test.ts",
      "holds up neither mail nor act, and says so in the words that the alarm counts",
    ),
  ),
  entry(
    "16.5.3",
    2,
    "A fault lets nobody in and nothing through",
    by(ANSWERS, "sessions out of reach"),
    by(
      "test/casework/handle.test.ts",
      "is given up with a fault that names it where others are faster each time",
    ),
  ),
  ...["17.1.1", "17.2.1", "17.2.2", "17.2.3", "17.2.4", "17.3.1", "17.3.2"].map((number) =>
    entry(number, 2, "WebRTC: relays, media, signalling", NO_CALLS),
  ),
];
