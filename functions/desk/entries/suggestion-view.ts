/** A court's proposal (司法建议) as pages show it: what it says, until when, what was replied. */
import { html } from "hono/html";
import type { Suggestion } from "../../../shared/domain/programme/entry.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { replyDeadline } from "../../../shared/domain/suggestion/reply-deadline.ts";
import { suggestionState } from "../../../shared/domain/suggestion/suggestion.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import {
  adoptionName,
  sortName,
  suggestionDoubtName,
  suggestionStateName,
  termName,
} from "../../../shared/letters/registers/suggestion-wording.ts";
import { deadlineFact } from "../../../shared/letters/wording/deadline-wording.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";

/** Where it stands, and whether its reply is late. */
export function suggestionStateView(
  suggestion: Suggestion,
  today: CivilDate,
  { calendar }: Pick<Rules, "calendar">,
): Markup {
  if (suggestion.withdrawn !== undefined) return html`已作废`;
  const state = suggestionState(suggestion);
  const name = suggestionStateName(state);
  if (state === "to-check") return html`<span class="late">${name}</span>`;
  const isLate = state === "awaiting-reply" && replyDeadline(suggestion, calendar).due < today;
  return isLate ? html`<span class="late">${name}（已逾期）</span>` : html`${name}`;
}

/** All that is known of it. */
export function suggestionView(
  suggestion: Suggestion,
  today: CivilDate,
  rules: Pick<Rules, "calendar">,
): Markup {
  const { number, court, issuedOn, receivedOn, to, sort, caseNumbers, advice, reply, doubts } = suggestion;
  const { value, notes = [] } = deadlineFact("复函时限", replyDeadline(suggestion, rules.calendar));
  return html`<p>${suggestionStateView(suggestion, today, rules)}</p>${
    doubts.length === 0
      ? ""
      : html`<div class="note"><p><strong>需要核对，核对前不通知主送单位。</strong></p><ul>${doubts.map((one) => html`<li>${suggestionDoubtName(one)}</li>`)}</ul></div>`
  }${factList(
    fact("文号", number),
    fact("人民法院", court.name),
    fact("日期", issuedOn && printedDate(issuedOn)),
    fact("收到日期", printedDate(receivedOn)),
    fact("主送单位", to.name),
    fact("类别", sortName(sort)),
    fact("所涉案件", caseNumbers.join("、")),
    fact(
      "建议内容",
      advice.map((one, index) => (advice.length === 1 ? one : `${index + 1}. ${one}`)).join("\n"),
    ),
    fact("复函时限", value, [
      reply.written
        ? `司法建议书载明：${termName(reply.term)}`
        : "司法建议书没有载明期限，按本市工作机制计算",
      ...notes,
    ]),
    ...(suggestion.copies ?? []).map(({ at, by }) =>
      fact("抄送上级", `${by}确认抄送督办函`, [printedMoment(at)]),
    ),
  )}${suggestion.answers.map(
    (one) =>
      html`<h2>复函${one.takenBack === undefined ? "" : "（已撤回）"}</h2>${factList(
        fact("采纳情况", adoptionName(one.adoption)),
        fact("办理情况", one.text, [`${one.by}，${printedMoment(one.at)}`]),
        fact("理由", one.reason),
        one.takenBack &&
          fact("撤回理由", one.takenBack.reason, [`${one.takenBack.by}，${printedMoment(one.takenBack.at)}`]),
      )}`,
  )}`;
}
