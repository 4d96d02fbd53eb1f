/** 督办 of one duty as its bureau sees it: where it stands, what the agency was told and when, what was decided. */
import { html } from "hono/html";
import { isDutyKind } from "../../../shared/domain/duties/duty-rules.ts";
import { workingDayFrom } from "../../../shared/domain/notices/frame/working-hours.ts";
import { matterOf, openRound, urgedRound } from "../../../shared/domain/obligations/urging.ts";
import { copyAfter, letterAfter } from "../../../shared/domain/obligations/urging-ladder.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { type CivilDate, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { sameUrged, type UrgedDuty } from "../../../shared/domain/urging/urging-decision.ts";
import { dateWithWeekday, printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { dutyWords } from "../../../shared/letters/wording/case-duty-wording.ts";
import { deadlineFact } from "../../../shared/letters/wording/deadline-wording.ts";
import { noticeName, periodName, urgingWords } from "../../../shared/letters/wording/history-wording.ts";
import { caseView, factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { type Deed, deedRefusal, type OpenUrging } from "./open-urging.ts";

/** The case, how the time was counted, and all that led here. */
export function urgingView(open: OpenUrging): Markup {
  const { file, duty, running } = open;
  const { deadline, status } = running.duty;
  return html`${caseView(file, running.hearing, undefined, [
    fact("被督办单位", duty.respondent),
    fact("督办事项", periodName(duty.kind), dutyNote(duty)),
    deadlineFact(status === "open" ? "应报时限" : "时限", deadline),
  ])}
${toldView(open)}${decidedView(open)}`;
}

/** What is owed beside the sittings is done elsewhere than with the bureau. */
function dutyNote({ kind }: UrgedDuty): readonly string[] {
  return isDutyKind(kind) ? [dutyWords(kind).todo] : [];
}

/** When the next letter would leave; undefined where none is to. */
export function letterDay({ urging }: OpenUrging, rules: Rules): Instant | undefined {
  const round = openRound(urging);
  if (round === undefined || urging.hold !== undefined) return undefined;
  return round.releasedAt ?? (round.announcedAt && letterAfter(round.announcedAt, rules));
}

/** Where it stands, in a sentence. */
export function standingView(open: OpenUrging, rules: Rules, now: Instant): Markup {
  const { urging, running, duty } = open;
  const what = `${duty.respondent}${periodName(duty.kind)}`;
  if (running.duty.status === "met") return html`<p class="done">${what}已登记收到，不再督办。</p>`;
  if (running.duty.status === "cancelled") return html`<p class="done">${what}不再需要报送，不再督办。</p>`;
  const { hold } = urging;
  const { hearing } = running;
  const isBefore = (day: CivilDate) => duty.kind !== "report" || hearing === undefined || day < hearing.date;
  if (hold !== undefined) {
    const then = isBefore(workingDayFrom(hold.until, 1, rules.calendar))
      ? "当日（休息日的，下一工作日）在每日摘要中再次列出"
      : "开庭前不再督办";
    return html`<p class="done">已暂缓督办至${printedDate(hold.until)}（${hold.by}，${printedMoment(hold.at)}），${then}。</p>`;
  }
  const sent = urgedRound(urging);
  const day = letterDay(open, rules);
  const isLate = day !== undefined && !isBefore(civilDateAt(day));
  return html`${sent?.sentAt === undefined ? "" : html`<p class="done">督办函已于${printedMoment(sent.sentAt)}发出。${copyStanding(open, rules)}</p>`}
${day === undefined ? "" : isLate ? html`<p class="note"><strong>开庭在前，按期督办已来不及。</strong>请电话督促，或者立即发函。</p>` : openRound(urging)?.releasedAt !== undefined ? html`<p class="done">已决定立即发出督办函；非工作时间的，在下一工作时间发出。</p>` : html`<p class="note">不作处理的，${dateWithWeekday(civilDateAt(day))}${day <= now ? "" : "上班时"}发出督办函。</p>`}
${sent === undefined && day === undefined ? html`<p>目前没有待发的督办函。</p>` : ""}`;
}

function copyStanding({ urging }: OpenUrging, rules: Rules): string {
  const round = urgedRound(urging);
  if (round?.sentAt === undefined) return "";
  if (round.copiedAt !== undefined) return `已于${printedMoment(round.copiedAt)}抄送上级机关。`;
  if (round.copy?.decision === "copy-declined") return `${round.copy.by}决定不抄送上级机关。`;
  if (round.copy !== undefined) return `${round.copy.by}已确认抄送上级机关，即将发出。`;
  const after = copyAfter(round.sentAt, rules);
  return after === undefined
    ? "尚未抄送上级机关，经确认才抄送。"
    : `仍未办理的，${dateWithWeekday(civilDateAt(after))}抄送上级机关。`;
}

/** What the agency has been sent about this duty, so that nobody is urged who was never asked. */
function toldView({ file, duty }: OpenUrging): Markup {
  const { kind, hearing, respondent } = duty;
  const matter = matterOf(file, duty);
  const about = new RegExp(`^(?:hearing|reminder|${kind}|designated?)[:\\d]*:?${hearing}[.:#]`);
  const told = Object.entries(file.sent)
    .filter(
      ([key]) =>
        (isDutyKind(kind)
          ? key.startsWith(`${matter}:`)
          : about.test(key) || key.startsWith(`${kind}:${hearing}`)) && key.endsWith(`:${respondent}`),
    )
    .toSorted(([, one], [, other]) => (one < other ? -1 : 1));
  return html`<h2>已经告知</h2>${
    told.length === 0
      ? html`<p>没有记录。</p>`
      : factList(
          ...told.map(([key, at]) =>
            fact(printedDate(civilDateAt(at)), noticeName(key), [printedMoment(at)]),
          ),
        )
  }`;
}

/** What people of the bureau have decided about it. */
function decidedView({ file, duty }: OpenUrging): Markup {
  const own = file.urgings.filter((one) => sameUrged(one, duty));
  if (own.length === 0) return html``;
  return html`<h2>办理经过</h2>${factList(
    ...own.map((one) => fact(one.by, urgingWords(one), [printedMoment(one.at)])),
  )}`;
}

const DEEDS: readonly (readonly [Deed, string, string])[] = [
  ["hold", "暂缓", "定一个日期，写明原因；到期当日再次列入每日摘要。"],
  ["received", "登记已收到", "电话、纸质等方式已经收到的，登记后不再督办。"],
  ["send", "立即发函", "不等到下一工作日。"],
  ["copy", "抄送上级", "把已发出的督办函抄送其上级机关，或者注明不抄送。"],
];

/** What can be done now, each on a page of its own. */
export function deedsView(open: OpenUrging, visit: Visit, now: Instant): Markup {
  const possible = DEEDS.filter(([deed]) => deedRefusal(open, deed, now) === undefined);
  if (possible.length === 0) return html``;
  return html`<h2>可以办理</h2><ul>${possible.map(
    ([deed, name, what]) => html`<li><a href="${placeOf(visit, { part: deed })}">${name}</a>：${what}</li>`,
  )}</ul>`;
}
