/** What does a judgment, a ruling or a mediation paper say (判决书, 裁定书, 调解书)? Its order, the hearing and who came. */
import { instanceOf } from "../../domain/court/case-number.ts";
import type { Result } from "../../domain/court/outcome.ts";
import type { RulingForm } from "../../domain/judgment/ordered-act.ts";
import { findAttendance } from "../attendance/attendance.ts";
import { whoAppears } from "../attendance/shared-head.ts";
import { findMoments } from "../moments/dates.ts";
import { lastHeldSitting } from "../moments/held-sitting.ts";
import { orderFacts } from "../orders/order.ts";
import { rulingOf } from "../orders/ruling.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { numeralOf } from "../text/numerals.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** The court's account of the procedure ends where the parties' pleas begin; a hearing mentioned later was another court's. */
const PLEAS = /诉称|辩称|述称|经审理查明|原审法院|一审法院(?:认定|查明|认为|经)|本院认为|判决如下/u;
const ON_PAPER = /(?:依法)?(?:(?:不|未|无需|无须|不需要?|没有|不再)(?:经)?开庭|书面审理|径行(?:判决|裁定))/u;
const HEARD = /(?<!不)开庭(?:进行(?:了)?)?审理(?!之?前)|到庭参加诉讼/u;
const STAYS = /再审期间，?中止原(?:判决|裁定|审判决)[^。；]{0,10}执行/u;
/** Who came may be said so far into the pleas. */
const INTO_PLEAS = 200;

/** Reads a judgment, ruling or mediation paper (判决书, 裁定书, 调解书). */
export function readJudgment({ flat, parties, year, facts }: CasePaper): ReadDocument {
  const end = PLEAS.exec(flat.text)?.index ?? flat.text.length;
  const hearing = lastHeldSitting(flat, findMoments(flat, year), end);
  const onPaper = said(flat, ON_PAPER, CONFIDENCE.stated, "decided-on-paper");
  const wasHeard =
    hearing !== undefined || (onPaper === undefined && HEARD.test(flat.text.slice(0, end + INTO_PLEAS)));
  const order = facts.administrative.value ? orderFacts(flat, parties) : undefined;
  const appears = whoAppears(flat, parties);
  const withdrawn =
    order?.isWithdrawn === true && !wasHeard ? { ...order.outcome, value: true as const } : undefined;
  return {
    ...facts,
    attendance: wasHeard && facts.administrative.value ? findAttendance(flat, parties, "judgment") : [],
    ...(appears === undefined ? {} : { whoAppears: appears }),
    ...(hearing === undefined ? {} : { hearing }),
    ...(onPaper === undefined || hearing !== undefined ? {} : { onPaper }),
    ...(order === undefined ? {} : { outcome: order.outcome, ...ruledIn(order.outcome, facts) }),
    ...(order?.withdrawnAgainst === undefined ? {} : { withdrawnAgainst: order.withdrawnAgainst }),
    ...(withdrawn === undefined ? {} : { withdrawnBeforeHearing: withdrawn }),
    ...rulingFacts(flat, facts),
    ...(order === undefined || order.ordered.length === 0 ? {} : { ordered: order.ordered }),
    ...(order?.heldAgainst === undefined || order.heldAgainst.length === 0
      ? {}
      : { heldAgainst: order.heldAgainst }),
    ...stayed(flat, facts),
    ...(order?.onLower === undefined || !isHigher(facts) ? {} : { onLower: order.onLower }),
  };
}

/** As sure as the outcome is. */
function ruledIn(
  outcome: Fact<Result>,
  { caseNumbers: [number] }: Pick<ReadDocument, "caseNumbers">,
): Pick<ReadDocument, "ruling"> {
  const instance = number === undefined ? "first" : instanceOf(number.value);
  const value = rulingOf(outcome.text, { instance, result: outcome.value });
  return value === undefined ? {} : { ruling: { ...outcome, value } };
}

/** Whether the paper is one of a second instance or of a retrial. */
function isHigher({ caseNumbers: [number] }: ReadDocument): boolean {
  return number !== undefined && ["second", "retrial"].includes(instanceOf(number.value));
}

const FORM = ruleTable<ReadDocument, RulingForm>("form-of-a-ruling", ({ title = "" }) => title, [
  { name: "ruling", of: /裁定书?$/u, says: "ruling", example: "行政裁定书" },
  { name: "mediation-paper", of: /调解书?$/u, says: "mediation", example: "行政调解书" },
  { name: "judgment", of: /判决书?$/u, says: "judgment", example: "行政判决书" },
]);
const APPEAL_WITHIN =
  /如(?:果)?不服本(?:判决|裁定)[^。]{0,40}?([\d一二三十]{1,3}|十五)日(?:之|以)?内[^。]{0,60}上诉/u;

/** Which paper it is, and within how many days its own words let somebody appeal. */
function rulingFacts(flat: FlatText, facts: ReadDocument): Pick<ReadDocument, "rulingForm" | "appealDays"> {
  const ruled = FORM.decide(facts);
  const within = APPEAL_WITHIN.exec(flat.text);
  const said = within?.[1] ?? "";
  const days = said === "" ? 0 : numeralOf(said);
  return {
    ...(ruled === undefined
      ? {}
      : {
          rulingForm: {
            value: ruled.verdict,
            confidence: CONFIDENCE.stated,
            rule: `form-${ruled.rule}`,
            text: facts.title ?? "",
          },
        }),
    ...(within === null || days === 0
      ? {}
      : {
          appealDays: {
            value: days,
            confidence: CONFIDENCE.stated,
            rule: "days-to-appeal",
            text: spanOf(flat, within.index, within.index + within[0].length),
          },
        }),
  };
}

/** 再审期间，中止原判决的执行. */
function stayed(flat: FlatText, { title = "" }: ReadDocument): Pick<ReadDocument, "stays"> {
  const fact = said(flat, STAYS, CONFIDENCE.inferred, "enforcement-stayed-during-retrial");
  return fact === undefined || /判决书?$/u.test(title) ? {} : { stays: fact };
}

function said(flat: FlatText, words: RegExp, confidence: Confidence, rule: string): Fact<true> | undefined {
  const found = words.exec(flat.text);
  if (found === null) return undefined;
  return { value: true, confidence, rule, text: spanOf(flat, found.index, found.index + found[0].length) };
}
