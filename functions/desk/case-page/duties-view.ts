/** Every period of a case (时限和报送): where the duty stands, until when, and how that was counted. */
import { html } from "hono/html";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import { hearingsForgotten } from "../../../shared/domain/case-file/forgotten.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { caseDutyStanding, dutyStanding } from "../../../shared/domain/obligations/duty-standing.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { deadlineFact } from "../../../shared/letters/wording/deadline-wording.ts";
import { standingWords } from "../../../shared/letters/wording/duty-wording.ts";
import { periodName } from "../../../shared/letters/wording/history-wording.ts";
import type { Markup } from "../frame/page.ts";

/** Those of these respondents. */
export function dutiesView(
  file: CaseFile,
  names: readonly string[],
  history: readonly RecordedEvent[],
  today: CivilDate,
): Markup {
  const duties = file.deadlines.filter(({ respondent }) => names.includes(respondent));
  const beside = file.duties.filter(({ respondent }) => names.includes(respondent));
  const lines = [
    ...beside.map((duty) => ({ duty, standing: caseDutyStanding(duty, today) })),
    ...duties.map((duty) => ({ duty, standing: dutyStanding(file, duty, history, today) })),
  ];
  if (lines.length === 0) return html``;
  return html`<section aria-labelledby="duties"><h2 id="duties">时限和报送</h2><dl>${lines.map(
    ({ duty, standing }) => {
      const { kind, respondent, deadline } = duty;
      const { label, value, notes = [] } = deadlineFact(periodName(kind), deadline);
      const late = standing.state === "overdue" ? html` class="late"` : "";
      return html`<div><dt>${label}</dt><dd><strong${late}>${standingWords(kind, standing)}</strong><small>${respondent}；时限：${value}</small>${notes.map((note) => html`<small>${note}</small>`)}</dd></div>`;
    },
  )}</dl>${
    hearingsForgotten(file).size === 0
      ? ""
      : html`<p class="note">更早的开庭已改期，其已取消的时限见办理经过。</p>`
  }</section>`;
}
