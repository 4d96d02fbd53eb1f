/** 班子成员 on a form, a row for each post, for the organisation itself and for its bureau; and as a table. */

import { html } from "hono/html";
import { type HeadRank, judgeHead } from "../../../shared/domain/court/head.ts";
import type { HeadPolicy } from "../../../shared/domain/court/head-policy.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { isInPost, type Leader, lineOfLeader } from "../../../shared/domain/organisations/leaders.ts";
import { addDays, type CivilDate, civilDate } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { postDoubtWords, rankName } from "../../../shared/letters/wording/head-wording.ts";
import { dateField, type Filled, select, textField } from "./fields.ts";
import type { Form, FormReader } from "./form.ts";
import type { Markup } from "./page.ts";
import { dataTable } from "./table.ts";

/** Posts of one organisation, with those of before; a form has two places more than are filled in. */
const MOST_LEADERS = 30;
const SPARE = 2;
const RANKS: readonly HeadRank[] = ["principal", "deputy", "in-charge"];
const PARTS = ["name", "post", "rank", "field", "from", "to"] as const;
type Part = (typeof PARTS)[number];

const PLACES = Array.from({ length: MOST_LEADERS }, (_, index) => index);

function fieldOf(index: number, part: Part): string {
  return `l${index + 1}-${part}`;
}

/** The values a form begins with. */
export function leadersForm(leaders: readonly Leader[] = []): Form {
  return Object.fromEntries(
    leaders.flatMap((one, index) => PARTS.map((part) => [fieldOf(index, part), one[part] ?? ""])),
  );
}

/** The rows, those that are empty last. */
export function leaderFields(filled: Filled): Markup {
  const last = PLACES.findLast((index) => !isEmpty(filled.form, index)) ?? -1;
  return html`<p>有人到任的，在空行填写；离任的，填写离任日期，不要清空（此前的庭审仍按原职务认定）；填错的，清空该行。职务与备案、报告中写法一致，例如：党委副书记、副局长。</p>
${PLACES.slice(0, Math.min(MOST_LEADERS, last + 1 + SPARE)).map((index) => leaderRow(filled, index))}`;
}

function leaderRow(filled: Filled, index: number): Markup {
  const label = (words: string) => `第${index + 1}位${words}`;
  const given = (part: Part) => ({ name: fieldOf(index, part) });
  return html`<fieldset class="field"><legend>第${index + 1}位</legend><div class="filters">
${textField(filled, { ...given("name"), label: label("姓名") })}
${textField(filled, { ...given("post"), label: label("职务") })}
${select(filled, { ...given("rank"), label: label("职级"), none: "由职务推定", options: RANKS.map((rank) => [rank, rankName(rank)] as const) })}
${textField(filled, { ...given("field"), label: label("分管领域") })}
${dateField(filled, { ...given("from"), label: label("到任日期") })}
${dateField(filled, { ...given("to"), label: label("离任日期") })}</div></fieldset>`;
}

function isEmpty(form: Form, index: number): boolean {
  return PARTS.every((part) => (form[fieldOf(index, part)] ?? "") === "");
}

/** The rows that say anything, with what is wrong left with the reader. `agency`: whose leaders they are. */
export function leadersRead(
  reader: FormReader,
  form: Form,
  agency: Pick<Organisation, "name" | "kind" | "level">,
  { today, heads }: { readonly today: CivilDate; readonly heads: HeadPolicy },
): readonly Leader[] {
  const seen = new Set<string>();
  return PLACES.filter((index) => !isEmpty(form, index)).flatMap((index) => {
    const words = (what: string) => `第${index + 1}位的${what}`;
    const field = (part: Part) => fieldOf(index, part);
    const name = reader.text(field("name"), words("姓名"), 30);
    const post = reader.text(field("post"), words("职务"), 60);
    const rank = post === "" ? undefined : rankRead(reader, form, { agency, post, index, heads });
    const charge = reader.optionalText(field("field"), words("分管领域"), 60);
    const [from, to] = (["from", "to"] as const).map((part) =>
      (form[field(part)] ?? "") === ""
        ? undefined
        : reader.date(
            field(part),
            words(part === "from" ? "到任日期" : "离任日期"),
            civilDate("1980-01-01"),
            addDays(today, 366),
          ),
    );
    if (from !== undefined && to !== undefined && to < from)
      reader.problem(field("to"), `${words("离任日期")}早于到任日期，请核对。`);
    if (name === "" || rank === undefined) return [];
    const leader: Leader = { name, post, rank, ...defined({ field: charge, from, to }) };
    const line = lineOfLeader(leader);
    if (seen.has(line)) reader.problem(field("name"), `第${index + 1}位与前面一行完全相同，请清空一行。`);
    seen.add(line);
    return [leader];
  });
}

/** By the rules a report is read by: a post that is no head's is none here, and a rank must fit its post. */
function rankRead(
  reader: FormReader,
  form: Form,
  {
    agency: { name: agency, kind, level },
    post,
    index,
    heads,
  }: {
    readonly agency: Pick<Organisation, "name" | "kind" | "level">;
    readonly post: string;
    readonly index: number;
    readonly heads: HeadPolicy;
  },
): HeadRank | undefined {
  const holder = { agency, kind: kind === "government" ? kind : "agency", level } as const;
  const judged = judgeHead({ ...holder, title: post }, heads);
  const given = RANKS.find((one) => one === form[fieldOf(index, "rank")]);
  switch (judged.verdict) {
    case "staff":
      reader.problem(
        fieldOf(index, "post"),
        `${postDoubtWords(judged.because)}，不列入班子成员；写有多个职务的，请写全。`,
      );
      return undefined;
    case "head":
      if (given !== undefined && given !== judged.rank && given !== "in-charge") {
        reader.problem(
          fieldOf(index, "rank"),
          `“${post}”是${rankName(judged.rank)}，请核对第${index + 1}位的职级。`,
        );
        return undefined;
      }
      return given ?? judged.rank;
    case "review":
      if (given === undefined)
        reader.problem(fieldOf(index, "rank"), `第${index + 1}位的职级不能由“${post}”推定，请选择。`);
      return given;
    default:
      return judged satisfies never;
  }
}

/** The entry with another list. */
export function withLeaders(entry: Organisation, leaders: readonly Leader[]): Organisation {
  const { leaders: _, ...rest } = entry;
  return leaders.length === 0 ? rest : { ...rest, leaders };
}

/** All on the list; who has left, or is yet to come, is called so. */
export function leadersTable(leaders: readonly Leader[] = [], today: CivilDate): Markup {
  return dataTable({
    caption: "姓名、职务和分管领域",
    columns: ["姓名", "职务", "分管领域", "任职"],
    rows: leaders.map((one) => {
      const { name, post, rank, field = "", from, to } = one;
      const since = from === undefined ? "" : `${printedDate(from)}起`;
      const until = to === undefined ? "" : `至${printedDate(to)}`;
      const state = isInPost(one, today) ? "" : to !== undefined && to < today ? "已离任" : "尚未到任";
      return [
        name,
        html`${post}<small>${rankName(rank)}</small>`,
        field,
        html`${since}${until}${state === "" ? "" : html`<small>${state}</small>`}`,
      ];
    }),
    empty: "还没有登记班子成员。",
  });
}
