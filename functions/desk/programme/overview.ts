/** 工作台账 of a year: how far each jurisdiction has come, and what it recorded. */

import { html } from "hono/html";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Policy } from "../../../shared/domain/policy.ts";
import { isOverdue } from "../../../shared/domain/programme/decide.ts";
import {
  type Assessment,
  type Correction,
  correctionState,
  type Interview,
  type InterviewSession,
  interviewState,
  type Meeting,
  type MeetingPack,
  type Observation,
  type Plan,
  type ProgrammeEntry,
  peopleOf,
  type Topic,
  type Training,
} from "../../../shared/domain/programme/entry.ts";
import { meetingsHeld, observationsHeld } from "../../../shared/domain/programme/plan-ladder.ts";
import { awaitsAnswer, type WaitingFor, waitingForBureau } from "../../../shared/domain/programme/waiting.ts";
import type { CivilDate, Year } from "../../../shared/domain/time/time.ts";
import { halfName, printedDate, printedMonths } from "../../../shared/letters/frame/dates.ts";
import {
  interviewReasonWords,
  programmeKindName,
} from "../../../shared/letters/wording/programme-wording.ts";
import { correctionStateView } from "../entries/entry-view.ts";
import { INTERVIEW_STATES } from "../entries/interview-view.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { LOSSES_PART } from "./losses-page.ts";
import { entryPlace } from "./programme-visit.ts";
import { SUGGESTIONS_PART } from "./suggestions-page.ts";
import { yearNav } from "./year-nav.ts";
import { RETURN_PART } from "./yearly-return-page.ts";

/** What a jurisdiction recorded in the year. */
export interface Recorded {
  readonly jurisdiction: string;
  readonly entries: readonly ProgrammeEntry[];
}

export interface Overview {
  readonly visit: Visit;
  readonly year: Year;
  readonly years: readonly Year[];
  /** Entries of the bureau's own that wait for it, of this year and the last. */
  readonly waiting: readonly ProgrammeEntry[];
  /** Its own entries of both years, among which they wait. */
  readonly around: readonly ProgrammeEntry[];
  readonly today: CivilDate;
  readonly policy: Policy["programme"];
  /** Whose entries are listed. */
  readonly shown: Recorded;
  /** Whoever this bureau sees, itself first. */
  readonly all: readonly Recorded[];
  /** It is the bureau's own: it may record. */
  readonly own: boolean;
}

/** The page's body. */
export function overviewView(overview: Overview): Markup {
  const { visit, year, years, shown, own } = overview;
  const of = (query: Readonly<Record<string, string>>) =>
    placeOf(visit, { query: { year, of: shown.jurisdiction, ...query } });
  return html`${yearNav(years, year, (one) => of({ year: one }))}
<nav aria-label="专项台账"><ul><li><a href="${placeOf(visit, { part: SUGGESTIONS_PART, query: { year } })}">司法建议台账</a></li><li><a href="${placeOf(visit, { part: LOSSES_PART, query: { year } })}">败诉案件台账</a></li><li><a href="${placeOf(visit, { part: RETURN_PART })}">统计年报</a></li></ul></nav>
${waitingView(overview)}${progressView(overview, of)}
<h2>${shown.jurisdiction}${year}年登记情况</h2>
${
  own
    ? html`<nav aria-label="登记"><ul>${(["observation", "training", "correction", "meeting"] as const).map(
        (kind) =>
          html`<li><a href="${placeOf(visit, { part: kind })}">${kind === "correction" ? "提出" : "登记"}${programmeKindName(kind)}</a></li>`,
      )}<li><a href="${placeOf(visit, { part: "plan" })}">安排旁听庭审</a></li><li><a href="${placeOf(visit, { part: "session" })}">召集约谈会</a></li></ul></nav>`
    : html`<p>${shown.jurisdiction}的台账由该县区司法局登记，这里只供查看。</p>`
}
<nav aria-label="查看"><ul><li><a href="${placeOf(visit, { part: "coverage", query: { of: shown.jurisdiction, year } })}">旁听、培训覆盖情况</a></li></ul></nav>
${LISTS.map((list) => list(overview))}`;
}

const WAITING: Readonly<Record<WaitingFor, string>> = {
  "suggestion-to-check": "待核对",
  "answer-to-judge": "答复待审核",
  "interview-to-confirm": "约谈待确认",
  "interview-to-record": "约谈情况待登记",
  "interview-to-follow-up": "待回访",
  "objection-to-answer": "异议待答复",
  "pack-to-confirm": "材料待确认",
  "session-to-record": "约谈会情况待登记",
  "promise-overdue": "承诺事项逾期",
  "topic-to-answer": "议题待答复",
  "point-overdue": "议定事项逾期",
  "observation-to-record": "旁听情况待登记",
};

/** What somebody must do next stands first. */
function waitingView({ waiting, around, visit, today }: Overview): Markup {
  if (waiting.length === 0) return html``;
  return html`<h2 id="waiting">待办事项</h2>${dataTable({
    caption: `共${waiting.length}项`,
    columns: ["事项", "年度", "待办"],
    rows: waiting.map((entry) => {
      const what = waitingForBureau(entry, today, around);
      return [
        html`<a href="${entryPlace(visit, entry)}">${programmeKindName(entry.kind)}：${nameOf(entry)}</a>`,
        `${entry.year}年`,
        what === undefined ? "" : html`<span class="late">${WAITING[what]}</span>`,
      ];
    }),
    empty: "",
  })}`;
}

/** By what people know an entry: a unit's name, a meeting's half-year. */
function nameOf(entry: ProgrammeEntry): string {
  switch (entry.kind) {
    case "correction":
    case "suggestion":
      return entry.to.name;
    case "interview":
    case "assessment":
      return entry.unit.name;
    case "pack":
      return halfName(entry);
    case "topic":
      return entry.text;
    case "session":
    case "meeting":
      return printedDate(entry.date);
    case "observation":
      return entry.caseNumber;
    default:
      return "";
  }
}

/** One line a jurisdiction: what is behind stands out by words, not by colour alone. */
function progressView({ all, year, today, policy, shown }: Overview, of: (query: { of: string }) => string) {
  const due = (on: string) => today >= `${year}-${on}`;
  const expected = Math.max(
    0,
    ...policy.observations.checkOn.filter(({ on }) => due(on)).map(({ atLeast }) => atLeast),
  );
  return dataTable({
    caption: `${year}年进度（截至${printedDate(today)}）`,
    columns: ["辖区", "旁听庭审", "联席会议", "应诉培训", "整改建议"],
    rows: all.map(({ jurisdiction, entries }) => {
      const held = observationsHeld(entries, today);
      const meets = jurisdiction === CITY_ITSELF || policy.meetings.counties;
      const halves = ([1, 2] as const).map((half) => {
        if (meetingsHeld(entries, half) > 0) return `${half === 1 ? "上" : "下"}半年已召开`;
        const late = policy.meetings.checkOn.some((check) => check.half === half && due(check.on));
        return late ? html`<span class="late">${half === 1 ? "上" : "下"}半年未召开</span>` : "";
      });
      const live = entries.filter(({ withdrawn }) => withdrawn === undefined);
      const trainings = live.filter((one) => one.kind === "training");
      const corrections = live.filter((one) => one.kind === "correction");
      const open = corrections.filter((one) => correctionState(one) !== "accepted");
      const late = open.filter((one) => isOverdue(one, today)).length;
      return [
        jurisdiction === shown.jurisdiction
          ? html`${jurisdiction}`
          : html`<a href="${of({ of: jurisdiction })}">${jurisdiction}</a>`,
        html`${held}次，全年不少于${policy.observations.perYear}次${held < expected ? html`<small class="late">落后：应完成${expected}次</small>` : ""}`,
        meets ? html`${halves[0]} ${halves[1]}` : "不要求",
        `${trainings.length}次${trainings.length === 0 ? "" : `，${trainings.reduce((sum, one) => sum + peopleOf(one.participants), 0)}人`}`,
        html`${corrections.length}项，未办结${open.length}项${late === 0 ? "" : html`<small class="late">逾期${late}项</small>`}`,
      ];
    }),
    empty: "没有辖区。",
  });
}

const LISTS: readonly ((overview: Overview) => Markup)[] = [
  (overview) =>
    listOf<Observation>(overview, "observation", ["旁听日期", "案号", "法院", "参加"], (one) => [
      printedDate(one.date),
      one.caseNumber,
      one.court,
      one.participants.length === 0
        ? html`<span class="${one.date < overview.today ? "late" : "soon"}">${one.date < overview.today ? "已安排，待登记" : "已安排"}，邀请${one.plan?.invited.length ?? 0}个单位</span>`
        : `${one.participants.length}个单位，${peopleOf(one.participants)}人`,
    ]),
  (overview) =>
    listOf<Training>(overview, "training", ["培训日期", "主题", "参加", "材料"], (one) => [
      printedDate(one.date),
      one.topic,
      `${one.participants.length}个单位，${peopleOf(one.participants)}人`,
      one.papers.length === 0 ? "" : `${one.papers.length}份`,
    ]),
  (overview) =>
    listOf<Correction>(overview, "correction", ["单位", "案件", "存在问题", "答复时限", "状态"], (one) => [
      one.to.name,
      one.caseNumber ?? "",
      one.shortcoming,
      printedDate(one.due),
      correctionStateView(one, overview.today),
    ]),
  (overview) =>
    listOf<Interview>(overview, "interview", ["单位", "统计期间", "事由", "状态"], (one) => [
      one.unit.name,
      printedMonths(one),
      one.reasons.map(interviewReasonWords).join(""),
      INTERVIEW_STATES[interviewState(one)],
    ]),
  (overview) =>
    listOf<InterviewSession>(overview, "session", ["约谈会日期", "地点", "单位", "承诺事项"], (one) => {
      const promises = one.units.flatMap(({ record }) => record?.promises ?? []);
      const kept = promises.filter((promise) => promise.kept !== undefined).length;
      const missing = one.units.filter(({ record }) => record === undefined).length;
      return [
        printedDate(one.date),
        one.place,
        `${one.units.map(({ name }) => name).join("、")}${missing === 0 ? "" : `（${missing}个待登记）`}`,
        promises.length === 0 ? "" : `${promises.length}项，已落实${kept}项`,
      ];
    }),
  (overview) =>
    listOf<Assessment>(overview, "assessment", ["单位", "总分", "名次", "状态"], (one) => {
      const { score, rank } = one.final ?? one.draft;
      return [
        one.unit.name,
        score,
        rank === undefined ? "—" : String(rank),
        awaitsAnswer(one)
          ? html`<span class="late">异议待答复</span>`
          : one.final === undefined
            ? "征求意见"
            : "已定稿",
      ];
    }),
  (overview) =>
    listOf<MeetingPack>(overview, "pack", ["会议", "统计期间", "典型案件", "状态"], (one) => [
      halfName(one),
      printedMonths(one),
      `${one.contents.cases.length}件`,
      one.invitations.length === 0 ? html`<span class="late">待确认</span>` : "已发出邀请",
    ]),
  (overview) =>
    listOf<Meeting>(overview, "meeting", ["会议日期", "地点", "参加", "议定事项"], (one) => [
      printedDate(one.date),
      one.place,
      `${one.participants.length}个单位，${peopleOf(one.participants)}人`,
      `${one.points.length}项，已落实${one.points.filter(({ settled }) => settled !== undefined).length}项`,
    ]),
  (overview) =>
    listOf<Topic>(overview, "topic", ["提出日期", "法院", "议题", "答复"], (one) => [
      printedDate(one.on),
      one.court.name,
      one.text,
      one.answer === undefined
        ? html`<span class="late">待答复</span>`
        : one.answer.accepted
          ? "列入"
          : "不列入",
    ]),
];

function listOf<Entry extends Exclude<ProgrammeEntry, Plan>>(
  { visit, shown, year }: Overview,
  kind: Entry["kind"],
  columns: readonly string[],
  cells: (entry: Entry) => readonly (Markup | string)[],
): Markup {
  const entries = shown.entries
    .filter((one): one is Entry => one.kind === kind)
    .toSorted((one, other) => (dayOf(one) > dayOf(other) ? -1 : 1));
  return html`<h3 id="${kind}">${programmeKindName(kind)}</h3>${dataTable({
    caption: `${shown.jurisdiction}${year}年${programmeKindName(kind)}，共${entries.length}条`,
    columns,
    rows: entries.map((entry) => {
      const [name = "", ...rest] = cells(entry);
      const href = placeOf(visit, {
        part: "entry",
        query: { of: shown.jurisdiction, year, kind, id: entry.id },
      });
      const withdrawn = entry.withdrawn === undefined ? "" : html` <span class="tag">已作废</span>`;
      return [html`<a href="${href}">${name}</a>${withdrawn}`, ...rest];
    }),
    empty: `${year}年还没有登记${programmeKindName(kind)}。`,
  })}`;
}

function dayOf(entry: ProgrammeEntry): string {
  if (entry.kind === "correction") return entry.issuedOn;
  if (entry.kind === "topic") return entry.on;
  return "date" in entry ? entry.date : "";
}
