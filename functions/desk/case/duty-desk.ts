/**
 * 答辩、举证、上诉决定、履行 …: what the page of one duty beside the sittings shows to whoever answers for it, whatever its kind; which form
 * it has is said in duty-desks.ts.
 */
import { html } from "hono/html";
import { type CaseDuty, sameDuty } from "../../../shared/domain/duties/case-duty.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { caseDutyStanding } from "../../../shared/domain/obligations/duty-standing.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { DutyKind } from "../../../shared/domain/time/deadline.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { dutyWords, lateWords } from "../../../shared/letters/wording/case-duty-wording.ts";
import { deadlineFact } from "../../../shared/letters/wording/deadline-wording.ts";
import { standingWords } from "../../../shared/letters/wording/duty-wording.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";

export type DutyLink = Link<"duty">;

/** The duty a link is for; undefined where the case has none such. */
function dutyBehind({ file, link }: OpenCase<DutyLink>): CaseDuty | undefined {
  return file.duties.find((one) => sameDuty(one, { ...link, kind: link.duty }));
}

/** Why a duty can't be done; undefined where it is open, or was met and may be corrected. */
export function dutyRefused(open: OpenCase<DutyLink>): DeskRefusal | undefined {
  const duty = dutyBehind(open);
  if (duty === undefined) return { type: "not-owed" };
  return duty.status === "cancelled" ? { type: "duty-over" } : undefined;
}

/** The case, the duty with its counting, where it stands, and what follows from lateness. */
export function dutyShownView(open: OpenCase<DutyLink>, now: Instant): Markup {
  const { file, link } = open;
  const duty = dutyBehind(open);
  if (duty === undefined) return caseView(file, undefined);
  const { kind, deadline } = duty;
  const { name, todo } = dutyWords(kind);
  return html`${caseView(file, undefined, undefined, [
    fact("办理单位", link.respondent),
    fact("事项", name, [todo]),
    deadlineFact("期限", deadline),
    fact("目前", standingWords(kind, caseDutyStanding(duty, civilDateAt(now)))),
  ])}${lateWords(kind).map((words) => html`<p class="note">${words}</p>`)}`;
}

/** The page of a kind without a form: what is owed, and that its bureau registers what was done. */
export function plainDesk(kind: DutyKind): TaskDesk<DutyLink> {
  const { name, done } = dutyWords(kind);
  return {
    title: name,
    done: `${name}已登记`,
    button: "",
    refusal: (open) => dutyRefused(open) ?? { type: "duty-by-bureau" },
    shown: dutyShownView,
    given: () => ({}),
    fields: () => html`<p>${done}</p>`,
    command: () => undefined,
  };
}
