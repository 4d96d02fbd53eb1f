import type { Parties } from "../parties/parties.ts";
import type { AttendanceFacts, Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { conductSigns } from "./conduct.ts";
import { confirmedAgents } from "./confirmed.ts";
import { decide, type Of } from "./decision.ts";
import { headsNamed } from "./named-heads.ts";
import { type Organ, organsOf } from "./organs.ts";
import { rosterSigns } from "./roster.ts";
import type { Sign } from "./signs.ts";
import { statementSigns } from "./statements.ts";
import { postAlone } from "./title.ts";
import { type Utterance, utterancesOf } from "./utterances.ts";

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
  const signs = [
    ...(isJudgment ? confirmedAgents(listed, heard) : listed),
    ...statementSigns(context, heard),
    ...conductSigns(context, heard),
  ];
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

/** Reasons nobody was asked for; what a field or an answer gives is the better one. */
const IN_PASSING: ReadonlySet<string> = new Set(["leaders-are-elsewhere"]);

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
  const [nobody] = said("nobody");
  const reason =
    attended === true
      ? undefined
      : (said("reason").find(
          ({ rule }) =>
            !IN_PASSING.has(rule) && (person === undefined || rule !== "why-the-leader-is-absent"),
        ) ??
        said("absent").find((absent) => absent.reason !== undefined) ??
        said("reason").find(({ rule }) => IN_PASSING.has(rule)));
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
    ...(attended === false && nobody !== undefined && agents.length === 0
      ? { nobodyCame: fact(true as const, nobody) }
      : {}),
  };
}
