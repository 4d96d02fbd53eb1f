/** V7: how long is somebody signed in, and how does it end? */
import { at, by, entry, open, type Requirement } from "./requirement.ts";

const DOOR = "test/functions/desk/front-door.test.ts";
const LINKS = "test/functions/desk/safety.test.ts";
const WORKSPACES = "test/functions/desk/workspace-safety.test.ts";
const ADMIN = "test/functions/desk/admin-workspace.test.ts";

export const SESSIONS: readonly Requirement[] = [
  entry(
    "7.1.1",
    2,
    "How long sessions last is written down",
    at(
      "shared/domain/policy.ts",
      "sessionHours and sessionIdleMinutes: a working day at most and two hours without use, chosen by the deployment.",
    ),
  ),
  entry(
    "7.1.2",
    2,
    "How many sessions one may have is written down",
    at(
      "shared/casework/access/sign-in.ts",
      "Any number, each by a link of its own; an admin sees and ends them.",
    ),
  ),
  entry(
    "7.1.3",
    2,
    "Systems that begin sessions together are written down",
    at(
      "functions/desk/front-door/identity-provider.ts",
      "The provider begins a session of the desk's own, which ends by the desk's time.",
    ),
  ),
  entry(
    "7.2.1",
    1,
    "Sessions are checked at the server",
    by(WORKSPACES, "that we didn't give opens nothing, and isn't taken over at sign-in: %.30s"),
  ),
  entry(
    "7.2.2",
    1,
    "Sessions have tokens made for them",
    by(DOOR, "gives a new session and never one the browser came with"),
  ),
  entry(
    "7.2.3",
    1,
    "Tokens are random, unique, of 128 bits at least",
    at("shared/links/session-cookie.ts", "256 bits of the system's random source."),
    by(DOOR, "gives a new session and never one the browser came with"),
  ),
  entry(
    "7.2.4",
    1,
    "Signing in makes a new token and ends the one before",
    by(DOOR, "gives a new session and never one the browser came with"),
    by(DOOR, "ends the session the browser had before"),
  ),
  entry(
    "7.3.1",
    2,
    "A session ends when it isn't used",
    by(DOOR, "ends when nobody has used it for two hours, and not while somebody does"),
  ),
  entry("7.3.2", 2, "A session ends after a longest time", by(DOOR, "ends after the working day")),
  entry(
    "7.4.1",
    1,
    "What has ended opens nothing more",
    by(DOOR, "ends when one signs out, for what was open in it too"),
    by(WORKSPACES, "and its rooms are closed after %s"),
  ),
  entry(
    "7.4.2",
    1,
    "Who leaves is out at once",
    by(DOOR, "ends for whoever is taken out of the directory, at the next page"),
    by(WORKSPACES, "and its rooms are closed after %s"),
  ),
  entry(
    "7.4.3",
    2,
    "After a change of a factor the other sessions can be ended",
    by(DOOR, "ends for whoever is taken out of the directory, at the next page"),
  ),
  entry(
    "7.4.4",
    2,
    "Every page has a way to sign out",
    by(DOOR, "ends when one signs out, for what was open in it too"),
  ),
  entry(
    "7.4.5",
    2,
    "Admins can end sessions",
    by(ADMIN, "is found by address and ended, one session or all of an address, noted with who did it"),
    at(
      "functions/desk/workspaces/admin/sessions-page.ts",
      "One session, or all of a mailbox; each end is noted with who did it.",
    ),
  ),
  entry(
    "7.5.1",
    2,
    "Changing what signing in rests on asks for it anew",
    open(
      "An agency changes its contacts without signing in again; the former address and the courts are told, and its bureau takes it back.",
    ),
  ),
  entry(
    "7.5.2",
    2,
    "People see and end their own sessions",
    by(WORKSPACES, "of a sign-in is another than the one before, which goes on until its own end"),
    open(
      "One's own sessions are ended all at once, by a button on every page (退出所有设备); only an admin sees them as a list.",
    ),
  ),
  entry(
    "7.6.1",
    2,
    "Sessions of desk and provider end as written",
    by(DOOR, "ends after the working day"),
    open("The desk doesn't hear of a sign-out at the provider."),
  ),
  entry(
    "7.6.2",
    2,
    "No session begins without a person's act",
    at(
      "functions/desk/front-door/front-door.ts",
      "Who holds a mailbox ticks and presses; who comes from the provider has followed the link to it.",
    ),
    by(LINKS, "whose forms a program sends as they stand, each of their buttons pressed, does nothing"),
  ),
];
