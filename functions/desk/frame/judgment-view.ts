/** The judgment of a case on pages (裁判与履行): served when, in effect since when, what it orders, and what of that is done. */
import { html } from "hono/html";
import {
  boundBy,
  enforcementsOn,
  judgedCase,
  partiesOf,
  proposedActs,
  serviceOf,
  standingOf,
} from "../../../shared/domain/case-file/judgment.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { choiceOf, performanceOf } from "../../../shared/domain/judgment/judgment-matter.ts";
import type { OrderedAct } from "../../../shared/domain/judgment/ordered-act.ts";
import type { Calendar } from "../../../shared/domain/time/calendar.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { fact, type LabelledFact } from "../../../shared/letters/frame/letter.ts";
import {
  actWords,
  choiceName,
  rulingName,
  standingWords,
} from "../../../shared/letters/wording/judgment/judgment-wording.ts";
import { factList } from "./case-view.ts";
import type { Markup } from "./page.ts";

/** On which day the page is looked at, and by which calendar its periods are counted. */
export interface Shown {
  readonly today: CivilDate;
  readonly calendar: Calendar;
}

/** How it stands, as facts; none while there is no judgment. */
function judgmentFacts(file: CaseFile, { today, calendar }: Shown): readonly (LabelledFact | undefined)[] {
  const judged = judgedCase(file);
  const standing = standingOf(file, today, calendar);
  if (judged === undefined || standing === undefined) return [];
  const { form, issuedOn } = judged.given;
  const served = partiesOf(file).map((party) => {
    const service = serviceOf(file, party);
    return `${party}：${service === undefined ? "未知" : printedDate(service.on)}`;
  });
  return [
    fact("裁判", `${rulingName(form)}${issuedOn === undefined ? "" : `（${printedDate(issuedOn)}）`}`),
    fact("送达", served.join("\n")),
    fact("效力", standingWords(standing)),
  ];
}

/** An act with the words of the judgment, until when, and whether it is done. */
function actView(file: CaseFile, act: OrderedAct, names: readonly string[], { today }: Shown): Markup {
  const isConfirmed = file.judgment?.orders !== undefined;
  return html`<div><dt>第${act.item}项</dt><dd>${actWords(act)}${isConfirmed ? "" : "（待核定）"}<small>判项原文：${act.words}</small>${boundBy(
    file,
    act,
  )
    .filter((name) => names.includes(name))
    .map((name) => performedLine(file, act, name, today))}</dd></div>`;
}

function performedLine(file: CaseFile, { item }: OrderedAct, respondent: string, today: CivilDate): Markup {
  const done = file.judgment && performanceOf(file.judgment, { item, respondent });
  const duty = file.duties.find(
    (one) => one.kind === "performance" && one.respondent === respondent && one.subject === String(item),
  );
  if (done !== undefined)
    return html`<small>${respondent}：已于${printedDate(done.on)}履行（${done.source === "court" ? "人民法院登记" : "单位填报"}）</small>`;
  const isLate = duty !== undefined && duty.status === "open" && duty.deadline.due < today;
  const until = duty === undefined ? "" : `，应于${printedDate(duty.deadline.due)}前履行`;
  return html`<small${isLate ? html` class="late"` : ""}>${respondent}：${isLate ? "逾期未履行" : "未履行"}${until}</small>`;
}

/** The section of a page; empty while there is no judgment. `names`: the respondents whose side is shown. */
export function judgmentView(
  file: CaseFile,
  names: readonly string[],
  shown: Shown,
  withChoices = true,
): Markup {
  const facts = judgmentFacts(file, shown);
  const { judgment } = file;
  if (judgment === undefined || facts.length === 0) return html``;
  // Whether an agency means to appeal is not the court's to know beforehand.
  const choices = (withChoices ? names : []).flatMap((name) => {
    const choice = choiceOf(judgment, name);
    if (choice === undefined) return [];
    const { approval } = choice;
    const answer = approval === undefined ? "" : approval.approved ? "，已同意" : "，已退回";
    return [fact("上诉决定", `${name}：${choiceName(choice.choice)}（${choice.leader}批准${answer}）`)];
  });
  const enforced = [...new Set(names.flatMap((name) => enforcementsOn(judgment, name)))].map(
    ({ number, due }) =>
      fact("强制执行", `${number}${due === undefined ? "" : `，限${printedDate(due)}前履行`}`),
  );
  const acts = proposedActs(file);
  return html`${factList(...facts, ...choices, ...enforced)}${
    acts.length === 0 ? "" : html`<dl>${acts.map((act) => actView(file, act, names, shown))}</dl>`
  }`;
}
