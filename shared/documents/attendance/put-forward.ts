/** Whom do an agency's signs put forward as its head, and does the law count that person as one? */
import { type Person, personIn } from "../names/named-person.ts";
import { isWhollyMasked } from "../names/person-name.ts";
import { isTitle } from "../names/posts.ts";
import type { FlatText } from "../text/flat-text.ts";
import type { Organ } from "./speech/organs.ts";
import { verdictOf } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";

/** The signs that say one thing. */
export type Of<Says extends Sign["says"]> = Extract<Sign, { says: Says }>;

/** What the law says of somebody put forward; `untitled` where no title is given anywhere. */
export type Standing = "head" | "review" | "untitled" | "staff";

/** The better standing is believed: whoever else a list puts forward doesn't unmake a head. */
const BEST_FIRST: readonly Standing[] = ["head", "review", "untitled", "staff"];

/** Somebody whom a sign puts forward. */
export interface PutForward {
  readonly sign: Of<"present">;
  readonly person?: Person;
  readonly standing: Standing;
}

/** Everyone whom the signs put forward, the best first. */
export function putForward(flat: FlatText, organ: Organ, present: readonly Of<"present">[]): PutForward[] {
  const all = present.map((sign): PutForward => {
    const person = sign.person && withTitle(flat, sign.person);
    const standing = (person && verdictOf(person, organ.name)) ?? "untitled";
    return { sign, ...(person === undefined ? {} : { person }), standing };
  });
  // A sentence that only says 到庭 adds nothing where another names the person.
  const named = all.some(({ person }) => person?.title !== undefined)
    ? all.filter(({ person }) => person !== undefined)
    : all;
  return BEST_FIRST.flatMap((standing) => named.filter((one) => one.standing === standing));
}

/** A title behind a name: 周强，男，系该局副局长. */
const BEHIND_NAME = /^[，（：、](?:男，|女，)?((?:系|任|现任|该)?[\p{Script=Han}、]{2,24})/u;
/** What a title is no longer part of. */
const BEFORE_TITLE = /^.*(?:负责人|被告|由|的|及|和)/u;
/** A name said again and again is looked up so often and no more. */
const MOST_PLACES = 50;

/** A name without a title where it is said: the title may stand beside the name elsewhere. */
function withTitle(flat: FlatText, person: Person): Person {
  const isToldMore = person.title === undefined || /^分管(?:负责人|领导)$/u.test(person.title);
  if (!isToldMore || isWhollyMasked(person.name)) return person;
  const { text } = flat;
  let at = text.indexOf(person.name);
  for (let places = 0; at !== -1 && places < MOST_PLACES; places++) {
    const title = titleBehind(text, at + person.name.length) ?? titleBefore(text, at, person.name);
    if (title !== undefined) return { ...person, title };
    at = text.indexOf(person.name, at + 1);
  }
  return person;
}

function titleBehind(text: string, at: number): string | undefined {
  const behind = BEHIND_NAME.exec(text.slice(at, at + 32))?.[1];
  const title = behind?.split(/(?:出庭|到庭|参加|，)/u)[0] ?? "";
  return isTitle(title) ? title : undefined;
}

function titleBefore(text: string, at: number, name: string): string | undefined {
  const words = /[\p{Script=Han}]{2,20}$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? "";
  const title = words.replace(BEFORE_TITLE, "");
  if (!isTitle(title) || /(?:负责人|代理人|出庭领导|应诉领导|首长)$/u.test(title)) return undefined;
  return personIn(`${title}${name}`)?.title === undefined ? undefined : title;
}
