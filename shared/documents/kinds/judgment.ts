import { findAttendance } from "../attendance/attendance.ts";
import { findMoments } from "../moments/dates.ts";
import { lastHeldSitting } from "../moments/held-sitting.ts";
import type { Fact, Outcome } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** The court's account of the procedure ends where the parties' pleas begin; a hearing told of later was another court's. */
const PLEAS = /诉称|辩称|述称|经审理查明|原审法院|一审法院(?:认定|查明|认为|经)|本院认为|判决如下/u;
const ON_PAPER = /(?:依法)?(?:(?:不|未|无需|无须|不需要?|没有|不再)(?:经)?开庭|书面审理|径行(?:判决|裁定))/u;

/** Reads a judgment, ruling or mediation paper (判决书, 裁定书, 调解书). */
export function readJudgment({ flat, parties, year, facts }: CasePaper): ReadDocument {
  const end = PLEAS.exec(flat.text)?.index ?? flat.text.length;
  const hearing = lastHeldSitting(flat, findMoments(flat, year), end);
  const paper = ON_PAPER.exec(flat.text);
  const wasHeard =
    hearing !== undefined ||
    (paper === null &&
      /(?<!不)开庭(?:进行(?:了)?)?审理(?!之?前)|到庭参加诉讼/u.test(flat.text.slice(0, end + 200)));
  const outcome = outcomeOf(flat);
  const settled =
    /(?:达成|自行|已经?)[^。]{0,10}(?:和解|调解)|调解协议|实质(?:性)?化解|争议[^。]{0,8}化解/u.exec(
      flat.text,
    );
  const withdrawn =
    outcome?.value === "withdrawn" && !wasHeard ? { ...outcome, value: true as const } : undefined;
  return {
    ...facts,
    attendance: wasHeard && facts.administrative.value ? findAttendance(flat, parties, true) : [],
    ...(hearing === undefined ? {} : { hearing }),
    ...(paper === null || hearing !== undefined
      ? {}
      : {
          onPaper: {
            value: true as const,
            confidence: 0.9,
            rule: "decided-on-paper",
            text: spanOf(flat, paper.index, paper.index + paper[0].length),
          },
        }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(withdrawn === undefined ? {} : { withdrawnBeforeHearing: withdrawn }),
    ...(settled === null
      ? {}
      : {
          settled: {
            value: true as const,
            confidence: 0.8,
            rule: "dispute-settled",
            text: spanOf(flat, settled.index, settled.index + settled[0].length),
          },
        }),
  };
}

const OUTCOMES: readonly (readonly [Outcome, RegExp])[] = [
  ["withdrawn", /准(?:许|予)[^。；]{0,40}撤(?:回(?:起诉|上诉)?|诉)|按(?:自动)?撤(?:回起诉|诉|回上诉)处理/u],
  ["plaintiff-lost", /驳回[^。；]{0,40}(?:诉讼请求|再审申请)|驳回上诉，维持原判|驳回[^。；]{0,20}上诉/u],
  [
    "plaintiff-won",
    /(?:撤销|确认)[^。；]{0,80}(?:违法|无效|号|决定|行为)|责令[^。；]{0,60}(?:履行|重新作出|作出)|判令/u,
  ],
  ["dismissed", /驳回[^。；]{0,40}起诉|不予立案/u],
];

function outcomeOf(flat: FlatText): Fact<Outcome> | undefined {
  const order = /(?:判决|裁定)如下|达成如下协议/u.exec(flat.text);
  if (order === null) return undefined;
  if (order[0] === "达成如下协议")
    return { value: "settled", confidence: 0.85, rule: "mediated", text: order[0] };
  const from = order.index + order[0].length;
  const ruling = flat.text.slice(from, from + 400);
  for (const [value, pattern] of OUTCOMES) {
    const match = pattern.exec(ruling);
    if (match !== null)
      return {
        value,
        confidence: 0.85,
        rule: "order-of-the-court",
        text: spanOf(flat, from + match.index, from + match.index + match[0].length),
      };
  }
  return undefined;
}
