/** A judgment on its way to being performed, in words: served, to be appealed or not, in effect, what it orders, done or not (裁判与履行). */
import type { JudgmentStanding } from "../../../domain/judgment/effect.ts";
import type { HigherRuling, JudgmentEvent, LowerResult } from "../../../domain/judgment/judgment-matter.ts";
import type {
  ActKindOrdered,
  OrderedAct,
  OrderTerm,
  OrderUnit,
  RulingForm,
} from "../../../domain/judgment/ordered-act.ts";
import { printedDate } from "../../frame/dates.ts";

/** 判决书 … */
export function rulingName(form: RulingForm): string {
  return { judgment: "判决书", ruling: "裁定书", mediation: "调解书" }[form];
}

const ACTS: Readonly<Record<ActKindOrdered, string>> = {
  redo: "重新作出行政行为",
  pay: "赔偿、补偿、给付",
  disclose: "公开政府信息",
  remedy: "采取补救措施",
  perform: "履行法定职责等",
};

export function actOrderedName(act: ActKindOrdered): string {
  return ACTS[act];
}

function unitName(unit: OrderUnit): string {
  return { days: "日", "working-days": "个工作日", months: "个月" }[unit];
}

/** 自裁判生效之日起六十日内; where the judgment sets no time, that. */
function termWords(term: OrderTerm | undefined): string {
  if (term === undefined) return "裁判未写明期限";
  if (term.type === "day") return `${printedDate(term.day)}前`;
  return `自裁判${term.from === "effect" ? "生效" : "送达"}之日起${term.count}${unitName(term.unit)}内`;
}

/** An act in a line: what, how much, until when. */
export function actWords({ act, yuan, term }: OrderedAct): string {
  const sum = yuan === undefined ? "" : `${yuan}元`;
  return `${actOrderedName(act)}${sum}（${termWords(term)}）`;
}

const GROUNDS: Readonly<Record<Extract<JudgmentStanding, { state: "effective" }>["ground"], string>> = {
  "period-over": "上诉期届满，无人上诉",
  upheld: "二审维持原判",
  "appeal-withdrawn": "上诉已撤回",
  "second-instance": "二审裁判",
  "not-appealable": "裁定不得上诉",
  mediation: "调解书已签收",
  "court-says": "人民法院告知",
};

/** How it stands, in a sentence. */
export function standingWords(standing: JudgmentStanding): string {
  switch (standing.state) {
    case "service-unknown":
      return `尚不知道何时生效：${standing.parties.join("、")}的送达日期待补。`;
    case "appealable":
      return `在上诉期内，至${printedDate(standing.until.due)}届满${standing.until.provisional ? "（次年放假通知公布后可能变动）" : ""}。`;
    case "appealed":
      return "已有当事人上诉，一审裁判未生效。";
    case "replaced":
      return standing.by === "remanded"
        ? "已发回重审，本裁判不再履行。"
        : "已被上级法院改判，按新的裁判履行。";
    case "effective":
      return `${printedDate(standing.on)}起生效（${GROUNDS[standing.ground]}）${standing.provisional ? "，次年放假通知公布后可能变动" : ""}${standing.stayed ? "；法院已中止执行" : ""}。`;
    default:
      return standing satisfies never;
  }
}

const RESULTS: Readonly<Record<LowerResult, string>> = {
  upheld: "维持原裁判",
  changed: "改判或者撤销原裁判",
  remanded: "发回重审或者指令审理",
  "appeal-withdrawn": "准许撤回上诉",
  "retrial-ordered": "裁定再审",
};

/** 维持原裁判 … */
export function lowerResultName(result: LowerResult): string {
  return RESULTS[result];
}

function rulingWords({ number, result, effectiveOn, stays }: HigherRuling): string {
  const since = effectiveOn === undefined ? "" : `，${printedDate(effectiveOn)}起生效`;
  return `${number}${RESULTS[result]}${since}${stays === true ? "，再审期间中止原裁判的执行" : ""}。`;
}

/** 上诉, 服判. */
export function choiceName(choice: "appeal" | "accept"): string {
  return choice === "appeal" ? "提起上诉" : "服判，不上诉";
}

const SOURCES = { receipt: "送达回证", court: "人民法院", agency: "本单位", bureau: "司法局" } as const;

/** What happened to a judgment, in a sentence. */
export function judgmentEventWords(event: JudgmentEvent): string {
  switch (event.type) {
    case "judgment-given":
      return `登记${rulingName(event.judgment.form)}${event.judgment.ordered.length === 0 ? "" : `，读出履行事项${event.judgment.ordered.length}项，待核定`}。`;
    case "judgment-served":
      return `${rulingName(event.service.form)}于${printedDate(event.service.on)}送达${event.service.party}（${SOURCES[event.service.source]}）。`;
    case "appeal-chosen":
      return `${event.choice.respondent}决定${choiceName(event.choice.choice)}（${event.choice.leader}批准）：${event.choice.reason}`;
    case "appeal-approved":
      return `${event.approval.approved ? "同意" : "退回"}${event.respondent}的上诉决定${event.approval.text === "" ? "" : `：${event.approval.text}`}。`;
    case "judgment-appealed":
      return `${event.by.join("、")}提起上诉。`;
    case "higher-ruled":
      return rulingWords(event.ruling);
    case "judgment-effective":
      return `登记裁判自${printedDate(event.effect.on)}起生效（${SOURCES[event.effect.source]}告知）。`;
    case "orders-confirmed":
      return event.orders.acts.length === 0
        ? "核定本裁判没有需要履行的事项。"
        : `核定履行事项${event.orders.acts.length}项：${event.orders.acts.map(actWords).join("；")}。`;
    case "order-performed":
      return `${event.performance.source === "court" ? "人民法院登记" : ""}${event.performance.respondent}于${printedDate(event.performance.on)}履行第${event.performance.item}项${event.performance.what === "" ? "。" : `：${event.performance.what}`}`;
    case "performance-refused":
      return `人民法院认为${event.respondent}第${event.item}项尚未履行：${event.text}`;
    case "enforcement-begun":
      return `收到执行通知书${event.enforcement.number}${event.enforcement.due === undefined ? "" : `，限${printedDate(event.enforcement.due)}前履行`}。`;
    case "enforcement-stayed":
      return event.stay.stayed
        ? `法院中止执行（${printedDate(event.stay.on)}）。`
        : `法院恢复执行（${printedDate(event.stay.on)}）。`;
    default:
      return event satisfies never;
  }
}

/** The person such an event names. */
export function judgmentEventBy(event: JudgmentEvent): string | undefined {
  switch (event.type) {
    case "judgment-served":
      return event.service.by;
    case "appeal-chosen":
      return event.choice.by;
    case "appeal-approved":
      return event.approval.by;
    case "judgment-effective":
      return event.effect.by;
    case "orders-confirmed":
      return event.orders.by;
    case "order-performed":
      return event.performance.by;
    case "performance-refused":
      return event.by;
    case "enforcement-stayed":
      return event.stay.by;
    default:
      return undefined;
  }
}
