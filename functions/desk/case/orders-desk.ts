/**
 * 核定履行事项: each act a judgment seems to order stands beside its words, to be left, put right or struck out by the agency's legal section
 * or the bureau; an act that wasn't read is added. Nothing is chased before.
 */
import { html } from "hono/html";
import { ordersRefusal } from "../../../shared/domain/case-file/decisions/judgment-desk-decisions.ts";
import { proposedActs } from "../../../shared/domain/case-file/judgment.ts";
import { type CaseFile, stillSued } from "../../../shared/domain/case-file/state.ts";
import {
  ACTS_ORDERED,
  type ActKindOrdered,
  type OrderedAct,
  type OrderTerm,
  type OrderUnit,
} from "../../../shared/domain/judgment/ordered-act.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { addDays, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { actOrderedName } from "../../../shared/letters/wording/judgment/judgment-wording.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView } from "../frame/case-view.ts";
import { actorField, type Filled, select, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

/** No page sends more of them, whatever it was made of. */
const MOST_ACTS = 100;
type Period = Extract<OrderTerm, { type: "period" }>;
type PeriodUnit = `${Period["from"]}-${OrderUnit}`;
type Unit = PeriodUnit | "day" | "none";
const UNIT_NAMES: Readonly<Record<Unit, string>> = {
  "effect-days": "自生效之日起的天数",
  "effect-working-days": "自生效之日起的工作日数",
  "effect-months": "自生效之日起的月数",
  "service-days": "自送达之日起的天数",
  "service-working-days": "自送达之日起的工作日数",
  "service-months": "自送达之日起的月数",
  day: "写明的日期",
  none: "裁判未写明期限，不计算",
};
const UNITS = Object.keys(UNIT_NAMES) as readonly Unit[];
/** What a period of each is, less its count. */
const PERIODS: Readonly<Record<PeriodUnit, Pick<Period, "from" | "unit">>> = {
  "effect-days": { from: "effect", unit: "days" },
  "effect-working-days": { from: "effect", unit: "working-days" },
  "effect-months": { from: "effect", unit: "months" },
  "service-days": { from: "service", unit: "days" },
  "service-working-days": { from: "service", unit: "working-days" },
  "service-months": { from: "service", unit: "months" },
};
const DO_NOTHING = "nothing";
const FURTHEST = 3650;
/** Between names of several who must do one thing. */
const AND = "、";

export const ordersDesk: TaskDesk<Link<"orders">> = {
  title: "核定履行事项",
  done: "履行事项已核定",
  button: "核定",

  refusal: ({ file }) => ordersRefusal(file),

  shown: ({ file }) => caseView(file, undefined),

  given: ({ file }) => givenForm(proposedActs(file)),

  fields({ file }, filled) {
    const acts = proposedActs(file);
    return html`<h2>逐项核定</h2>
<p>下列事项由系统从裁判文书读出。请对照每项上方的判项原文，改正读错的，不是履行义务的选“不需要履行”，漏读的填在最后一项。核定后按期限提醒和督办。</p>
${[...acts, undefined].map((act, index) => actFields(file, filled, act, index + 1))}
${actorField(filled, "核定人")}`;
  },

  command({ file, link }, form, reader, ports) {
    const acts = readActs(file, form, reader, ports.now());
    if (reader.problems.length > 0) return undefined;
    const respondents = stillSued(file).map(({ identity }) => identity?.organisation);
    const isAgencys = respondents.includes(link.recipient);
    return { type: "confirm-orders", acts, office: isAgencys ? "agency" : "bureau" };
  },
};

function givenForm(acts: readonly OrderedAct[]): Form {
  return Object.fromEntries(
    acts.flatMap((act, index) => {
      const n = index + 1;
      return Object.entries({
        [`act${n}`]: act.act,
        [`words${n}`]: act.words,
        [`who${n}`]: act.respondents.join(AND),
        [`unit${n}`]: unitOf(act.term),
        [`count${n}`]:
          act.term === undefined ? "" : act.term.type === "day" ? act.term.day : String(act.term.count),
        [`yuan${n}`]: act.yuan === undefined ? "" : String(act.yuan),
      });
    }),
  );
}

function unitOf(term: OrderTerm | undefined): Unit {
  if (term === undefined) return "none";
  if (term.type === "day") return "day";
  return `${term.from}-${term.unit}`;
}

function actFields(file: CaseFile, filled: Filled, act: OrderedAct | undefined, n: number): Markup {
  const who = whoMay(file, act);
  return html`<fieldset class="field"><legend>${act === undefined ? "补充一项（没有的跳过）" : `第${n}项`}</legend>
${act === undefined ? textArea(filled, { name: `words${n}`, label: "判项原文", rows: 2 }) : html`<blockquote>${act.words}</blockquote><input type="hidden" name="words${n}" value="${act.words}"><input type="hidden" name="item${n}" value="${act.item}">`}
${select(filled, {
  name: `act${n}`,
  label: "履行内容",
  options: [
    ...ACTS_ORDERED.map((kind) => [kind, actOrderedName(kind)] as const),
    [DO_NOTHING, "不需要履行"] as const,
  ],
})}
${who.length > 1 ? select(filled, { name: `who${n}`, label: "履行单位", none: "各被告", options: who.map((names) => [names, names] as const) }) : ""}
${select(filled, { name: `unit${n}`, label: "期限怎样计算", options: UNITS.map((unit) => [unit, UNIT_NAMES[unit]] as const) })}
${textField(filled, { name: `count${n}`, label: "天数、月数或者日期", hint: "例如：60；写明日期的，例如：2026年12月31日。" })}
${textField(filled, { name: `yuan${n}`, label: "金额（元）", hint: "不是给付金钱的不填。" })}</fieldset>`;
}

/** Each of those sued; and those together whom the judgment names together. */
function whoMay(file: CaseFile, act: OrderedAct | undefined): readonly string[] {
  const sued = stillSued(file).map(({ name }) => name);
  const together = sued.filter((name) => act?.respondents.includes(name));
  return together.length > 1 && together.length < sued.length ? [...sued, together.join(AND)] : sued;
}

/**
 * What the form says is ordered. An act keeps its number, whichever before it are struck out: by it what was filed of it is
 * found. One that is added takes a number that none ever had.
 */
function readActs(file: CaseFile, form: Form, reader: FormReader, now: Instant): readonly OrderedAct[] {
  const acts: OrderedAct[] = [];
  const known = proposedActs(file);
  let newest = Math.max(0, ...numbersGiven(file));
  for (let n = 1; n <= MOST_ACTS && form[`act${n}`] !== undefined; n++) {
    const kind = form[`act${n}`] ?? "";
    const words = form[`words${n}`] ?? "";
    if (kind === DO_NOTHING || (kind === "" && words === "")) continue;
    const act = reader.choice<ActKindOrdered>(`act${n}`, `第${n}项的履行内容`, ACTS_ORDERED);
    const said = reader.text(`words${n}`, `第${n}项的判项原文`, 1_000);
    const term = readTerm(n, reader, now);
    const yuan = readSum(n, form, reader);
    const who = stillSued(file).map(({ name }) => name);
    if (act === undefined || term === undefined) continue;
    const before = known.find(({ item }) => String(item) === form[`item${n}`]);
    if (before === undefined) newest += 1;
    // Where one alone is sued, nobody is asked who.
    const chosen = form[`who${n}`]?.split(AND) ?? before?.respondents ?? [];
    acts.push({
      item: before?.item ?? newest,
      act,
      words: said,
      respondents: who.filter((name) => chosen.includes(name)),
      ...(term !== "none" && { term }),
      ...(yuan !== undefined && { yuan }),
    });
  }
  return acts;
}

/** The numbers of acts that were read, confirmed, or done. */
function numbersGiven({ judgment }: CaseFile): readonly number[] {
  const acts = [...(judgment?.given?.ordered ?? []), ...(judgment?.orders?.acts ?? [])];
  return [...acts, ...(judgment?.performances ?? [])].map(({ item }) => item);
}

function readTerm(n: number, reader: FormReader, now: Instant): OrderTerm | "none" | undefined {
  const unit = reader.choice(`unit${n}`, `第${n}项的期限`, UNITS);
  if (unit === undefined || unit === "none") return unit;
  const today = civilDateAt(now);
  if (unit === "day") {
    const day = reader.date(
      `count${n}`,
      `第${n}项的日期`,
      addDays(today, -FURTHEST),
      addDays(today, FURTHEST),
    );
    return day && { type: "day", day };
  }
  const text = reader.text(`count${n}`, `第${n}项的天数`, 10);
  if (text === "") return undefined;
  if (!/^[1-9]\d{0,2}$/.test(text)) {
    reader.problem(`count${n}`, `第${n}项的天数请填写1至999的整数。`);
    return undefined;
  }
  return { type: "period", count: Number(text), ...PERIODS[unit] };
}

function readSum(n: number, form: Form, reader: FormReader): number | undefined {
  const text = (form[`yuan${n}`] ?? "").replace(/[,，\s元]/gu, "");
  if (text === "") return undefined;
  const sum = Number(text);
  if (Number.isFinite(sum) && sum > 0) return Math.round(sum * 100) / 100;
  reader.problem(`yuan${n}`, `第${n}项的金额请填写数字，例如：86400.50。`);
  return undefined;
}
