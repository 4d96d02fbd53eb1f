/** V8 and V9: who may do and see what, and what is a link worth? */
import { at, by, entry, no, type Requirement } from "./requirement.ts";

const LINKS = "test/functions/desk/safety.test.ts";
const WORKSPACES = "test/functions/desk/workspace-safety.test.ts";
const TOKENS = "test/links/token.test.ts";
const ADMIN = "test/functions/desk/admin-workspace.test.ts";

export const AUTHORISATION: readonly Requirement[] = [
  entry(
    "8.1.1",
    1,
    "Rules say who may do and see what",
    at("shared/domain/access/seat.ts", "Who sits where, by the directory."),
    at("functions/desk/front-door/workspaces.ts", "Which workspace each role has."),
    at("functions/desk/rooms.ts", "Which room each link opens, and to whom."),
  ),
  entry(
    "8.1.2",
    2,
    "Rules say who may read and write which field",
    at(
      "functions/desk/directory/directory-room.ts",
      "Whose entry a bureau changes; what an agency changes of its own.",
    ),
  ),
  entry(
    "8.2.1",
    1,
    "Only who may gets to a function",
    by(WORKSPACES, "is there for nobody else: neither without a session, nor for anyone who sits elsewhere"),
    by(ADMIN, "isn't there for %s"),
  ),
  entry(
    "8.2.2",
    1,
    "Only who may gets to an object, whatever key is given",
    by(LINKS, "in another organisation's hands shows nothing of what it is about"),
    by(WORKSPACES, "shows nothing of another county, whatever its addresses carry"),
    by(
      "test/functions/desk/originals.test.ts",
      "of another case, or of none, are not there, whoever guesses the hash",
    ),
    by("test/functions/desk/search.test.ts", "finds nothing for anybody else"),
  ),
  entry(
    "8.2.3",
    2,
    "Only who may gets to a field",
    by(
      "test/functions/desk/directory.test.ts",
      "is another bureau's to change: its agencies, and courts and governments but for the city's",
    ),
  ),
  entry(
    "8.3.1",
    1,
    "Rules are kept at the server",
    by(LINKS, "in another organisation's hands, or about another case, acts on nothing and says why"),
  ),
  entry(
    "8.4.1",
    2,
    "One organisation's acts never touch another's",
    by(LINKS, "in another organisation's hands, or about another case, acts on nothing and says why"),
    by(
      "test/infra/permissions.test.ts",
      "lets a court put objects into its own folder over TLS, and nothing else",
    ),
  ),
  entry(
    "9.1.1",
    1,
    "Tokens are believed after their signature is checked",
    by(TOKENS, "is forged with any character changed"),
  ),
  entry(
    "9.1.2",
    1,
    "Only known algorithms sign",
    at("shared/links/token.ts", "HMAC-SHA256 alone; a token doesn't say by what it is checked."),
  ),
  entry(
    "9.1.3",
    1,
    "Keys come from a known place",
    by(
      TOKENS,
      "is forged when another link's words stand under this one's signature, or another key vouches",
    ),
    by(TOKENS, "of the old key holds until that key is taken out"),
  ),
  entry(
    "9.2.1",
    1,
    "A token is good within its time",
    by(TOKENS, "is genuine but worthless from the moment it expires"),
    by(
      LINKS,
      "that has expired acts on nothing but the offer of another, which goes to the registered address",
    ),
  ),
  entry(
    "9.2.2",
    2,
    "A token is good for what it was made for",
    at("functions/desk/rooms.ts", "Its task, which is signed, names its room."),
    by(LINKS, "made at a workspace opens for its session alone: not for none, nor for another's"),
  ),
  entry(
    "9.2.3",
    2,
    "A token is good at the service it was made for",
    at("functions/desk/rooms.ts", "The desk alone reads links, with keys of this deployment."),
  ),
  entry(
    "9.2.4",
    2,
    "Keys that sign for several services say for which",
    no("One service reads what the keys sign."),
  ),
];
