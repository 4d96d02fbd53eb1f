/** What does a judgment, a ruling or a mediation paper say (判决书, 裁定书, 调解书)? Its order, the hearing and who came. */
import { findAttendance } from "../attendance/attendance.ts";
import { findMoments } from "../moments/dates.ts";
import { lastHeldSitting } from "../moments/held-sitting.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact, Outcome } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** The court's account of the procedure ends where the parties' pleas begin; a hearing mentioned later was another court's. */
const PLEAS = /诉称|辩称|述称|经审理查明|原审法院|一审法院(?:认定|查明|认为|经)|本院认为|判决如下/u;
const ON_PAPER = /(?:依法)?(?:(?:不|未|无需|无须|不需要?|没有|不再)(?:经)?开庭|书面审理|径行(?:判决|裁定))/u;
const HEARD = /(?<!不)开庭(?:进行(?:了)?)?审理(?!之?前)|到庭参加诉讼/u;
const SETTLED = /(?:达成|自行|已经?)[^。]{0,10}(?:和解|调解)|调解协议|实质(?:性)?化解|争议[^。]{0,8}化解/u;
/** Who came may be said so far into the pleas. */
const INTO_PLEAS = 200;

/** Reads a judgment, ruling or mediation paper (判决书, 裁定书, 调解书). */
export function readJudgment({ flat, parties, year, facts }: CasePaper): ReadDocument {
  const end = PLEAS.exec(flat.text)?.index ?? flat.text.length;
  const hearing = lastHeldSitting(flat, findMoments(flat, year), end);
  const onPaper = said(flat, ON_PAPER, CONFIDENCE.stated, "decided-on-paper");
  const wasHeard =
    hearing !== undefined || (onPaper === undefined && HEARD.test(flat.text.slice(0, end + INTO_PLEAS)));
  const outcome = outcomeOf(flat);
  const settled = said(flat, SETTLED, CONFIDENCE.inferred, "dispute-settled");
  const withdrawn =
    outcome?.value === "withdrawn" && !wasHeard ? { ...outcome, value: true as const } : undefined;
  return {
    ...facts,
    attendance: wasHeard && facts.administrative.value ? findAttendance(flat, parties, true) : [],
    ...(hearing === undefined ? {} : { hearing }),
    ...(onPaper === undefined || hearing !== undefined ? {} : { onPaper }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(withdrawn === undefined ? {} : { withdrawnBeforeHearing: withdrawn }),
    ...(settled === undefined ? {} : { settled }),
  };
}

function said(flat: FlatText, words: RegExp, confidence: Confidence, rule: string): Fact<true> | undefined {
  const found = words.exec(flat.text);
  if (found === null) return undefined;
  return { value: true, confidence, rule, text: spanOf(flat, found.index, found.index + found[0].length) };
}

/** The words that introduce what a court orders, or what the parties agreed before it. */
const ORDER = /(?:判决|裁定)如下|达成如下协议/u;
/** An order says in so many characters how the case ends. */
const LONGEST_ORDER = 400;

const OUTCOMES = ruleTable<string, Outcome>("order-of-a-court", (order) => order, [
  {
    name: "withdrawal-allowed",
    of: /准(?:许|予)[^。；]{0,40}撤(?:回(?:起诉|上诉)?|诉)/u,
    says: "withdrawn",
    example: "准许原告张三撤回起诉",
  },
  {
    name: "taken-for-withdrawn",
    of: /按(?:自动)?撤(?:回起诉|诉|回上诉)处理/u,
    says: "withdrawn",
    example: "本案按撤诉处理",
  },
  {
    name: "claims-dismissed",
    of: /驳回[^。；]{0,40}(?:诉讼请求|再审申请)/u,
    says: "plaintiff-lost",
    example: "驳回原告张三的诉讼请求",
  },
  {
    name: "appeal-dismissed",
    of: /驳回上诉，维持原判|驳回[^。；]{0,20}上诉/u,
    says: "plaintiff-lost",
    example: "驳回上诉，维持原判",
  },
  {
    name: "act-annulled-or-found-illegal",
    of: /(?:撤销|确认)[^。；]{0,80}(?:违法|无效|号|决定|行为)/u,
    says: "plaintiff-won",
    example: "撤销被告作出的行政处罚决定",
  },
  {
    name: "agency-ordered-to-act",
    of: /责令[^。；]{0,60}(?:履行|重新作出|作出)|判令/u,
    says: "plaintiff-won",
    example: "责令被告在六十日内履行法定职责",
  },
  {
    name: "not-admitted",
    of: /驳回[^。；]{0,40}起诉|不予立案/u,
    says: "dismissed",
    example: "驳回原告张三的起诉",
  },
]);

function outcomeOf(flat: FlatText): Fact<Outcome> | undefined {
  const introduced = ORDER.exec(flat.text);
  if (introduced === null) return undefined;
  if (introduced[0] === "达成如下协议")
    return { value: "settled", confidence: CONFIDENCE.inferred, rule: "mediated", text: introduced[0] };
  const from = introduced.index + introduced[0].length;
  const ruled = OUTCOMES.decide(flat.text.slice(from, from + LONGEST_ORDER));
  if (ruled?.words === undefined) return undefined;
  const { verdict: value, rule, words } = ruled;
  const text = spanOf(flat, from + words.index, from + words.index + words[0].length);
  return { value, confidence: CONFIDENCE.inferred, rule, text };
}
