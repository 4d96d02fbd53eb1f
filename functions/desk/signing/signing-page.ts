/** The page on which a bulletin is signed: state, figures and what they stand on, words, previews, signature, history. */
import { html } from "hono/html";
import type { ComposedEdition } from "../../../shared/casework/bulletin/compose-edition.ts";
import { leavesAt } from "../../../shared/domain/signing/decide.ts";
import type { Signing, SigningEvent } from "../../../shared/domain/signing/signing.ts";
import { keyFigures } from "../../../shared/domain/statistics/key-figures.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { addDays, civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedChange } from "../../../shared/letters/bulletin/tables/changes.ts";
import { bulletinName, demands, hasAnnex } from "../../../shared/letters/bulletin/wording.ts";
import {
  printedDate,
  printedMoment,
  printedMonth,
  printedPeriod,
} from "../../../shared/letters/frame/dates.ts";
import {
  actorField,
  dateField,
  type Filled,
  problemSummary,
  textArea,
  textField,
  tick,
} from "../frame/fields.ts";
import { formFrame } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownPage } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { contentFields } from "./content-form.ts";
import { type OpenSigning, ofSigning } from "./open-signing.ts";
import type { Standing } from "./standing.ts";

export interface SigningShown {
  readonly composed: ComposedEdition;
  readonly stands: Standing;
  readonly filled: Filled;
  readonly status: ShownPage["status"];
}

export function signingPage(ports: DeskPorts, opened: OpenSigning, shown: SigningShown): ShownPage {
  const { signing, visit } = opened;
  const { composed, stands, filled, status } = shown;
  const editable = signing.state !== "waiting" && signing.state !== "issuing";
  return {
    status,
    title: `通报签发：${nameOf(signing)}`,
    wide: true,
    body: html`${problemSummary(filled)}${otherPeriods(opened)}
<section id="latest" tabindex="-1">${stateView(opened)}${composed.rows.length === 0 ? html`<p class="late">这一期没有开庭审理的案件记录，不能签发。</p>` : ""}</section>
<h2>数据</h2>${figuresView(composed)}${basisView(composed)}${courtsView(stands)}${changesView(composed)}
<h2>预览</h2><p>按已保存的内容生成，与签发后发出的一致；修改后请先保存再预览。</p>
<nav aria-label="预览"><ul>${previews(composed).map(
      ([part, label]) =>
        html`<li><a href="${placeOf(visit, { part, query: ofSigning(signing) })}">${label}</a></li>`,
    )}</ul></nav>
${editable ? signForm(ports, opened, shown) : ""}${signing.state === "open" || signing.state === "deferred" ? deferForm(ports, signing, filled) : ""}
${signing.state === "waiting" ? takeBackForm(ports, signing, filled) : ""}
<h2>经过</h2>${historyView(signing.events)}`,
  };
}

/** 2026年9月行政应诉月通报. */
function nameOf({ period, month }: Pick<Signing, "period" | "month">): string {
  const of = periodOf(period, month);
  return `${printedPeriod(of)}${bulletinName({ jurisdiction: "", period: of })}`;
}

const STATES: Readonly<Record<Signing["state"], string>> = {
  open: "待签发",
  deferred: "已推迟",
  waiting: "已签发，待发出",
  issuing: "正在印发",
  issued: "已印发",
};

/** Others that can be opened from here, the newest first. */
function otherPeriods({ visit, others }: OpenSigning): Markup {
  const listed = others
    .toSorted((one, other) => (one.month > other.month ? -1 : 1))
    .filter(({ state, correction }, index) => state !== "issued" || correction !== undefined || index < 6);
  if (listed.length === 0) return html``;
  return html`<nav aria-label="其他通报"><ul>${listed.map(
    (one) =>
      html`<li><a href="${placeOf(visit, { query: ofSigning(one) })}">${nameOf(one)}（${one.correction === undefined ? STATES[one.state] : "建议更正"}）</a></li>`,
  )}</ul></nav>`;
}

function stateView({ signing, visit }: OpenSigning): Markup {
  const { state, due, deferred, leaves, issued, signature, correction } = signing;
  switch (state) {
    case "open":
      return html`<p><strong>${STATES[state]}</strong>：应于${printedDate(due)}签发。签发之前，系统不向任何单位发送。</p>`;
    case "deferred":
      return html`<p><strong>${STATES[state]}</strong>：推迟到${deferred === undefined ? "" : printedDate(deferred.until)}（${deferred?.reason}）。</p>`;
    case "waiting":
      return html`<p class="done"><strong>已签发</strong>：${signature?.by}签发，将于${leaves === undefined ? "" : printedMoment(leaves)}发出；此前可以撤回。</p>`;
    case "issuing":
      return html`<p class="done"><strong>正在印发</strong>：${signature?.by}已签发，系统正在生成并发送，请过几分钟刷新本页。</p>`;
    case "issued":
      return html`<p class="done"><strong>已印发第${issued?.version}版</strong>：${issued === undefined ? "" : printedMoment(issued.at)}${signature?.by ? `，${signature.by}签发` : ""}。</p>
<nav aria-label="已印发文件"><ul>${ISSUED.map(
        ([file, label]) =>
          html`<li><a href="${placeOf(visit, { part: "issued", query: { ...ofSigning(signing), file } })}">${label}</a></li>`,
      )}</ul></nav>
${correction === undefined ? "" : html`<p class="late">印发后有${correction.changes}项开庭或者出庭情况发生变化，是否更正请确定；系统不自动重新印发。</p>`}`;
    default:
      return state satisfies never;
  }
}

const ISSUED = [
  ["bulletin.docx", "已印发公文（DOCX）"],
  ["bulletin.xlsx", "已印发附表（XLSX）"],
  ["bulletin.html", "已印发网页"],
] as const;

function previews({ edition, figures }: ComposedEdition): readonly (readonly [string, string])[] {
  return [
    ["paper", "公文（DOCX）"],
    ["workbook", "附表（XLSX）"],
    ["page", "网页"],
    ["mail", "邮件"],
    ...(hasAnnex(edition, figures) ? ([["annex", "本局内部附表（XLSX）"]] as const) : []),
  ];
}

function figuresView({ figures, edition }: ComposedEdition): Markup {
  const key = keyFigures(figures, edition);
  const line = (name: string, heard: number, present: number, rate: string) => [
    name,
    String(heard),
    String(present),
    rate,
  ];
  return html`${dataTable({
    caption: "单位：件",
    columns: ["类别", "开庭", "负责人出庭", "案件出庭率"],
    rows: [
      line("合计", key.heard, key.present, key.rate),
      line("其中涉企", key.enterpriseHeard, key.enterprisePresent, key.enterpriseRate),
    ],
    empty: "",
  })}
<p>负责人未出庭${key.absent}件（${key.pairs.absent}个单位次）；出庭情况待核实${key.unknown}件（${key.pairs.unknown}个单位次）。</p>`;
}

/** What is still open in these figures. */
function basisView({ figures, rows }: ComposedEdition): Markup {
  const { unknown, differences } = figures;
  const unranked = rows.filter(({ present, rank }) => present === true && rank === undefined).length;
  const open = [
    ["各方记载不一致", differences.length],
    ["是否出庭不明", unknown.attendance.length],
    ["未说明由哪一被告负责人出庭", unknown.coRespondents.length],
    ["是否开庭不明", unknown.hearing.length],
    ["出庭负责人职级不明", unranked],
  ] as const;
  const told = open.filter(([, count]) => count > 0);
  return told.length === 0
    ? html`<p>没有待核实的事项。</p>`
    : html`<p class="soon">尚待核实（单位次）：${told.map(([what, count]) => `${what}${count}`).join("，")}。</p>`;
}

const SOURCES = {
  "hearing-record": "庭审笔录",
  judgment: "裁判文书",
  "court-ledger": "台账",
  filing: "备案",
  settled: "核对结果",
} as const;

function courtsView({ courts }: Standing): Markup {
  return dataTable({
    caption: "台账报送和统计依据（单位次）",
    columns: ["人民法院", "台账", "本期", "统计依据"],
    rows: courts.map(({ court, sent, missing, pairs, from }) => [
      court,
      missing.length > 0
        ? html`<strong class="late">未报送（${missing.map(printedMonth).join("、")}）</strong>`
        : sent > 0
          ? "已报送"
          : "未要求",
      String(pairs),
      (Object.keys(SOURCES) as (keyof typeof SOURCES)[])
        .flatMap((source) => (from[source] === undefined ? [] : [`${SOURCES[source]}${from[source]}`]))
        .join("，") || "—",
    ]),
    empty: "名录中没有人民法院。",
  });
}

/** What a further version would change. */
function changesView({ edition: { changes } }: ComposedEdition): Markup {
  if (changes === undefined) return html``;
  return html`<h3>与已印发第${changes.against}版相比</h3>${dataTable({
    caption: `变化${changes.rows.length}项`,
    columns: ["案号", "行政机关", "变化"],
    rows: changes.rows.map((row) => [row.caseNumber, row.agency, printedChange(row)]),
    empty: "统计数据没有变化。",
  })}`;
}

function signForm(
  ports: DeskPorts,
  { signing }: OpenSigning,
  { composed: { figures }, stands, filled }: SigningShown,
): Markup {
  const now = ports.now();
  const again = signing.state === "issued";
  const leaves = leavesAt(signing, now, ports.rules);
  const when =
    leaves > now ? `法院报送台账的期限未过，签发后于${printedMoment(leaves)}发出` : "签发后立即生成并发送";
  const fields = html`${contentFields(filled, demands(figures), stands.units)}
<h2>${again ? "更正并重新印发" : "签发"}</h2>
${again ? textField(filled, { name: "reason", label: "更正内容", hint: "写明更正了什么，印在新版通报的开头；只保存文字的，不填。" }) : ""}
${actorField(filled, again ? "签发人" : "经办人、签发人")}
${tick(filled, { name: "checked", label: "已核对数据和预览，同意印发（只保存的，不勾选）" })}
<p>${when}，发送给上面勾选的单位；本局同时收到${again ? "新版" : "一份"}和内部附表。</p>
<button type="submit" name="do" value="save" class="second">保存</button>`;
  return formFrame(
    ports,
    signing.revision,
    fields,
    again ? "更正并重新印发" : "签发",
    filled.form.form,
    "sign",
  );
}

function deferForm(ports: DeskPorts, signing: Signing, filled: Filled): Markup {
  const today = civilDateAt(ports.now());
  const fields = html`<h2>推迟</h2>
${dateField(filled, { name: "until", label: "推迟到", min: addDays(today, 1) })}
${textArea(filled, { name: "why", label: "推迟原因", rows: 2 })}
${deferrer(filled)}`;
  return formFrame(ports, signing.revision, fields, "推迟", undefined, "defer");
}

/** The other form of the page asks for a name too: ids may not repeat. */
function deferrer(filled: Filled): Markup {
  return html`<div class="field"><label for="deferrer">经办人（姓名）</label>
<input id="deferrer" name="by" type="text" maxlength="100" autocomplete="name" value="${filled.form.by ?? ""}"></div>`;
}

function takeBackForm(ports: DeskPorts, signing: Signing, filled: Filled): Markup {
  return formFrame(
    ports,
    signing.revision,
    html`<h2>撤回签发</h2>${actorField(filled, "经办人")}`,
    "撤回签发",
    filled.form.form,
    "take-back",
  );
}

function historyView(events: readonly SigningEvent[]): Markup {
  return html`<ol>${events.map(
    (event) => html`<li>${printedMoment(event.at)}　${eventWords(event)}</li>`,
  )}</ol>`;
}

function eventWords({ type, by, reason, until, version, cause }: SigningEvent): string {
  const who = by === "" ? "" : `${by}`;
  switch (type) {
    case "opened":
      return "转入待签发";
    case "saved":
      return `${who}保存文字和编号`;
    case "deferred":
      return `${who}推迟到${until === undefined ? "" : printedDate(until)}：${reason}`;
    case "signed":
      if (cause === "policy") return "按部署设置自动签发";
      return reason === undefined ? `${who}签发` : `${who}更正并重新签发：${reason}`;
    case "taken-back":
      return cause === "no-rows" ? "没有可以印发的记录，退回待签发" : `${who}撤回签发`;
    case "issued":
      return `印发第${version}版`;
    case "correction-proposed":
      return `发现印发后有${reason}项变化，建议更正`;
    default:
      return type satisfies never;
  }
}
