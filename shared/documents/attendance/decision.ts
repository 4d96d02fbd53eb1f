import { judgeHead } from "../../domain/court/head.ts";
import { type Person, personIn } from "../names/named-person.ts";
import { isTitle } from "../names/posts.ts";
import type { Attended } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import type { Organ } from "./organs.ts";
import type { Sign } from "./signs.ts";
import { ownTitle } from "./title.ts";

export type Of<Says extends Sign["says"]> = Extract<Sign, { says: Says }>;

/** The signs that say one thing. */
export type Said = <Says extends Sign["says"]>(what: Says) => Of<Says>[];

/** Whether a head came, by which sign, and who was put forward. */
export interface Decision {
  readonly attended: Attended;
  readonly confidence: number;
  readonly sign: Sign;
  readonly person?: Person;
  readonly personSign?: Sign;
}

/** The court's finding first, then what names a head, then what says there was none, then who else is listed. */
export function decide(
  flat: FlatText,
  organ: Organ,
  said: Said,
  defective: boolean,
  stray: Sign | undefined,
): Decision | undefined {
  const present = said("present").map((sign) => ({
    sign,
    person: sign.person && withTitle(flat, organ, sign.person),
  }));
  const best = bestPresent(organ, present);
  const person = best?.person ?? said("absent").find((sign) => sign.person !== undefined)?.person;
  const who = {
    ...(person === undefined ? {} : { person }),
    ...(best?.sign === undefined ? {} : { personSign: best.sign }),
  };
  const [shared] = said("shared-head");
  if (
    shared !== undefined &&
    (best === undefined || best.verdict !== "head" || best.sign.start === shared.start)
  )
    return {
      attended: "review",
      confidence: 0.5,
      sign: shared,
      ...who,
      ...(shared.person === undefined ? {} : { person: shared.person, personSign: shared }),
    };
  const [deemed] = said("deemed-absent");
  if (deemed !== undefined) return { attended: false, confidence: deemed.confidence, sign: deemed, ...who };
  const absents = said("absent").filter(
    ({ soFar, end }) => soFar !== true || !present.some(({ sign }) => sign.start >= end),
  );
  const [absent] = absents;
  if (best !== undefined && absent !== undefined) {
    if (best.verdict === "staff")
      return { attended: false, confidence: absent.confidence, sign: absent, ...who };
    // An agency that says its head didn't come says by it that whom it sent is none.
    const own = absents.find(({ by }) => by === "respondent");
    if (best.verdict === "review" && best.sign.by === "respondent" && own !== undefined)
      return { attended: false, confidence: 0.85, sign: own };
    // A list is written beforehand; what court and agency both say at the hearing corrects it.
    const voices = new Set(absents.map(({ by }) => by));
    if (present.every(({ sign }) => sign.by === undefined) && voices.has("court") && voices.has("respondent"))
      return {
        attended: false,
        confidence: 0.85,
        sign: { ...absent, rule: "list-corrected-at-hearing" },
        ...who,
      };
    return { attended: "review", confidence: 0.4, sign: { ...absent, rule: "signs-contradict" }, ...who };
  }
  if (best !== undefined) {
    const { sign, verdict } = best;
    if (defective && verdict !== "staff")
      return { attended: "review", confidence: 0.5, sign: { ...sign, rule: "papers-not-in-order" }, ...who };
    if (verdict === "staff")
      return { attended: false, confidence: 0.88, sign: { ...sign, rule: "title-is-not-a-heads" }, ...who };
    if (verdict === "review")
      return { attended: "review", confidence: 0.5, sign: { ...sign, rule: "title-leaves-it-open" }, ...who };
    if (verdict === "untitled")
      return { attended: true, confidence: Math.min(sign.confidence, 0.7), sign, ...who };
    return { attended: true, confidence: sign.confidence, sign, ...who };
  }
  if (absent !== undefined) return { attended: false, confidence: absent.confidence, sign: absent, ...who };
  const [nobody] = said("nobody");
  if (nobody !== undefined) return { attended: false, confidence: nobody.confidence, sign: nobody };
  if (stray !== undefined)
    return { attended: "review", confidence: 0.4, sign: { ...stray, rule: "head-of-an-agency-not-named" } };
  const agents = said("agent");
  const [agent] = agents;
  const perhaps = said("unread").find((sign) => sign.person !== undefined);
  if (perhaps?.person !== undefined)
    return { attended: "review", confidence: 0.4, sign: perhaps, person: perhaps.person };
  const [why] = said("reason");
  if (agent === undefined && why !== undefined)
    return { attended: "review", confidence: 0.4, sign: { ...why, rule: "leader-absent-others-not-named" } };
  if (agent === undefined && !said("unread").some(({ rule }) => rule !== "line-not-understood"))
    return undefined;
  const open = said("unread")[0] ?? agents.find(({ is }) => is === "unknown") ?? said("blank")[0];
  if (open !== undefined)
    return {
      attended: "review",
      confidence: 0.4,
      sign: { ...open, rule: open.says === "unread" ? open.rule : "nobody-named-as-head" },
    };
  // No one is left on the list who could be a head: every line under the agency's name was understood.
  return (
    agent && { attended: false, confidence: 0.82, sign: { ...agent, rule: "only-staff-and-lawyers-listed" } }
  );
}

type Verdict = "head" | "review" | "untitled" | "staff";
const ORDER: readonly Verdict[] = ["head", "review", "untitled", "staff"];

function bestPresent(
  organ: Organ,
  present: readonly { sign: Of<"present">; person: Person | undefined }[],
): { sign: Of<"present">; person?: Person; verdict: Verdict } | undefined {
  const judged = present.map(({ sign, person }) => ({
    sign,
    ...(person === undefined ? {} : { person }),
    verdict: verdictOf(organ, person),
  }));
  // A sentence that only says 到庭 adds nothing where another names the person.
  const named = judged.some(({ person }) => person?.title !== undefined)
    ? judged.filter(({ person }) => person !== undefined)
    : judged;
  return ORDER.flatMap((verdict) => named.filter((one) => one.verdict === verdict)).toSorted(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict),
  )[0];
}

function verdictOf(organ: Organ, person: Person | undefined): Verdict {
  if (person?.title === undefined) return "untitled";
  return judgeHead({ agency: organ.name, title: ownTitle(person.title, organ.name) }).verdict;
}

/** A name without a title where it is said: the title may stand beside the name elsewhere. */
function withTitle(flat: FlatText, organ: Organ, person: Person): Person {
  if (person.title !== undefined) return person;
  for (let at = flat.text.indexOf(person.name); at !== -1; at = flat.text.indexOf(person.name, at + 1)) {
    const behind = /^(?:，|（|：|、)(?:男，|女，)?((?:系|任|现任|该)?[\p{Script=Han}、]{2,24})/u.exec(
      flat.text.slice(at + person.name.length, at + person.name.length + 32),
    )?.[1];
    if (behind !== undefined) {
      const title = behind.split(/(?:出庭|到庭|参加|，)/u)[0] ?? "";
      if (isTitle(title) && judgeHead({ agency: organ.name, title: ownTitle(title, organ.name) }))
        return { ...person, title };
    }
    const before =
      /[\p{Script=Han}]{2,20}$/u
        .exec(flat.text.slice(Math.max(0, at - 20), at))?.[0]
        .replace(/^.*(?:负责人|被告|由|的|及|和)/u, "") ?? "";
    if (
      isTitle(before) &&
      personIn(`${before}${person.name}`)?.title !== undefined &&
      !/负责人$|代理人$/u.test(before)
    )
      return { ...person, title: before };
  }
  return person;
}
