import { judgeHead } from "../domain/head.ts";
import { conductSigns } from "./attendance/conduct.ts";
import { headsNamed } from "./attendance/named-heads.ts";
import { type Organ, organsOf } from "./attendance/organs.ts";
import { rosterSigns } from "./attendance/roster.ts";
import type { Sign } from "./attendance/signs.ts";
import { statementSigns } from "./attendance/statements.ts";
import { ownTitle, postAlone } from "./attendance/title.ts";
import { type Utterance, utterancesOf } from "./attendance/utterances.ts";
import type { AttendanceFacts, Attended, Fact } from "./facts.ts";
import { type FlatText, spanOf } from "./flat-text.ts";
import type { Parties } from "./parties.ts";
import { isTitle, type Person, personIn } from "./person-name.ts";

/** The parties' pleas and the findings on the merits: what they say of 负责人 is about other days than the hearing's. */
const PLEAS_BEGIN =
  /(?:原告|上诉人|被告|被上诉人|第三人)[^。：]{0,30}(?:诉称|辩称|述称|上诉称|答辩称)|经审理查明|(?:原审|一审)法院(?:经(?:开庭)?审理)?(?:认定|查明|认为|判决)/u;
const PLEAS_END = /本院认为|本院经审查|综上/u;

/**
 * Who appeared for each agency sued, from a record or a judgment. Only what the court or the agency says at the hearing
 * counts; signs that contradict each other, and titles that leave it open, are `review`.
 */
export function findAttendance(
  flat: FlatText,
  parties: Parties,
  isJudgment: boolean,
  author?: string,
): AttendanceFacts[] {
  const organs = organsOf(flat, parties, author);
  if (organs.length === 0) return [];
  const all = utterancesOf(flat, organs, parties);
  const heard = isJudgment ? withoutPleas(flat, all) : all;
  const storyFrom = isJudgment ? (PLEAS_BEGIN.exec(flat.text)?.index ?? flat.text.length) : flat.text.length;
  const listed = rosterSigns(flat, organs, parties, storyFrom, isJudgment);
  const context = { flat, organs, parties, isJudgment, heads: headsNamed(listed) };
  const signs = [...listed, ...statementSigns(context, heard), ...conductSigns(context, heard)];
  const rows: AttendanceFacts[] = [];
  for (const [index, organ] of organs.entries()) {
    const own = signs.filter((sign) => sign.organ === index || sign.organ === "all");
    const stray =
      organs.length > 1
        ? signs.find(
            ({ organ: whose, says }) =>
              whose === "unclear" && (says === "present" || says === "absent" || says === "deemed-absent"),
          )
        : undefined;
    const row = weigh(flat, organ, own, parties.respondents[index], stray);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

function withoutPleas(flat: FlatText, utterances: readonly Utterance[]): Utterance[] {
  const begin = PLEAS_BEGIN.exec(flat.text)?.index ?? flat.text.length;
  const end = flat.text.slice(begin).search(PLEAS_END);
  return utterances.filter(({ start }) => start < begin || (end !== -1 && start >= begin + end));
}

type Of<Says extends Sign["says"]> = Extract<Sign, { says: Says }>;

function weigh(
  flat: FlatText,
  organ: Organ,
  signs: readonly Sign[],
  named: Fact<string> | undefined,
  stray: Sign | undefined,
): AttendanceFacts | undefined {
  const said = <Says extends Sign["says"]>(what: Says) =>
    signs.filter((sign): sign is Of<Says> => sign.says === what);
  const fact = <T>(value: T, { confidence, rule, start, end }: Sign): Fact<T> => ({
    value,
    confidence,
    rule,
    text: spanOf(flat, start, end),
  });
  const papers = signs.findLast(
    (sign) => sign.says === "papers-defective" || sign.says === "papers-in-order",
  );
  const decision = decide(flat, organ, said, papers?.says === "papers-defective", stray);
  if (decision === undefined) return undefined;
  const { attended, sign, person } = decision;
  const [left] = said("left-early");
  const [refused] = said("refused");
  const [spoke] = said("spoke");
  const reason =
    attended === true
      ? undefined
      : (said("reason").find(({ rule }) => person === undefined || rule !== "why-the-leader-is-absent") ??
        said("absent").find((absent) => absent.reason !== undefined));
  const agents = said("agent");
  const title = person?.title === undefined ? undefined : postAlone(person.title, organ.name);
  return {
    organ: named ?? { value: organ.name, confidence: 0.9, rule: "agency-sued", text: organ.name },
    headAttended: { ...fact(attended, sign), confidence: decision.confidence },
    ...(person === undefined ? {} : { headName: fact(person.name, decision.personSign ?? sign) }),
    ...(title === undefined ? {} : { headTitle: fact(title, decision.personSign ?? sign) }),
    ...(reason?.reason === undefined ? {} : { absenceReason: fact(reason.reason, reason) }),
    ...(left === undefined || attended === false ? {} : { leftEarly: fact(true as const, left) }),
    ...(refused === undefined ? {} : { refusedToExplain: fact(true as const, refused) }),
    ...(papers === undefined
      ? {}
      : {
          identityPapers: fact(
            papers.says === "papers-defective" ? ("defective" as const) : ("in-order" as const),
            papers,
          ),
        }),
    ...(spoke === undefined ? {} : { spoke: fact(true as const, spoke) }),
    ...(agents[0] === undefined
      ? {}
      : {
          staffAppeared: fact(
            agents.some(({ is }) => is === "staff"),
            agents[0],
          ),
        }),
    ...(attended === false && agents[0] !== undefined && agents.every(({ is }) => is === "lawyer")
      ? { lawyerOnly: fact(true as const, agents[0]) }
      : {}),
  };
}

interface Decision {
  readonly attended: Attended;
  readonly confidence: number;
  readonly sign: Sign;
  readonly person?: Person;
  readonly personSign?: Sign;
}

/** The court's finding first, then what names a head, then what says there was none, then who else is listed. */
function decide(
  flat: FlatText,
  organ: Organ,
  said: <Says extends Sign["says"]>(what: Says) => Of<Says>[],
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
