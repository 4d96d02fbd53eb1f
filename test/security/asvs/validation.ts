/** V2: does what somebody sends make sense, in its order and within limits? */
import { at, by, entry, type Requirement } from "./requirement.ts";

const LINKS = "test/functions/desk/safety.test.ts";
const WORKSPACES = "test/functions/desk/workspace-safety.test.ts";
const DOOR = "test/functions/desk/front-door.test.ts";
const HANDLE = "test/casework/handle.test.ts";

export const VALIDATION: readonly Requirement[] = [
  entry(
    "2.1.1",
    1,
    "It is written down what each item must look like",
    at("functions/desk/frame/typed.ts", "Days, hours, addresses and numbers as people write them."),
    at("shared/domain/court/case-number.ts", "Case numbers (案号)."),
  ),
  entry(
    "2.1.2",
    2,
    "It is written down which items must fit each other",
    at(
      "shared/README.md",
      "Which decision asks what: days of a hearing, a judgment and its service, who came, in shared/domain/case-file/decisions.",
    ),
  ),
  entry(
    "2.1.3",
    2,
    "Limits are written down, for each and for all",
    at("shared/domain/policy.ts", "What a deployment may choose."),
    at("shared/domain/access/sign-in-limits.ts", "Tries to sign in."),
    at("shared/documents/bounded/limits.ts", "Time and memory of a document."),
  ),
  entry(
    "2.2.1",
    1,
    "Input is held against what is expected of it",
    by("test/functions/desk/frame/typed.test.ts", "is not read in %j"),
    by(LINKS, "sent %s does nothing and doesn't fail"),
    by(WORKSPACES, "sent %s does nothing and doesn't fail"),
  ),
  entry(
    "2.2.2",
    1,
    "That happens at the server",
    by(LINKS, "whose forms a program sends as they stand, each of their buttons pressed, does nothing"),
  ),
  entry(
    "2.2.3",
    2,
    "Items that belong together are held against each other",
    by("test/functions/desk/forms.test.ts", "the other way round: a reason under 负责人出庭"),
  ),
  entry(
    "2.3.1",
    1,
    "Steps come in their order, none left out",
    by(LINKS, "that has been used does nothing again"),
    by(LINKS, "in another organisation's hands, or about another case, acts on nothing and says why"),
    by(WORKSPACES, "has forms that do no more the second time"),
  ),
  entry(
    "2.3.2",
    2,
    "Limits hold",
    by(DOOR, "stops after a few tries, for known and unknown addresses alike, and begins again later"),
    by(
      "test/functions/desk/fresh-link.test.ts",
      "is replaced once a day, however often that is asked, and on the next day again",
    ),
  ),
  entry(
    "2.3.3",
    2,
    "A decision is written whole or not at all",
    by(HANDLE, "that is refused writes nothing"),
    by(
      "test/adapters/case-table/commit.test.ts",
      "whose case has changed meanwhile is a conflict, whatever else is there already",
    ),
    by(
      "test/adapters/case-table/in-parts.test.ts",
      "that comes second writes nothing: neither its case nor what is shown of it",
    ),
  ),
  entry(
    "2.3.4",
    2,
    "Nothing is given twice to two who ask at once",
    by(HANDLE, "that somebody else used while it was decided is used, not done twice"),
    by(
      "test/functions/desk/review.test.ts",
      "is settled by the first, and the second hears that there is nothing left to settle",
    ),
  ),
  entry(
    "2.4.1",
    2,
    "Programs can't ask for too much",
    by("test/infra/stack.test.ts", "has a desk behind an HTTP API, throttled, its log without paths"),
    by(DOOR, "lets nobody ask for a hundred addresses from one place"),
    by("test/functions/desk/fresh-link.test.ts", "isn't replaced by a program that only presses the button"),
  ),
];
