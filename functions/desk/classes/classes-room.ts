/** 案件分类 of one case: its bureau, or an agency that is sued in it, sees what holds and why, and corrects it; shown beforehand, taken back afterwards. */
import { html } from "hono/html";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { sendForm } from "../by-hand/send-form.ts";
import { actorField, type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, refused } from "../frame/form.ts";
import { formFrame } from "../frame/form-frame.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { doneNote } from "../frame/undo-link.ts";
import { CORRECT_CLASSES } from "./classes-form.ts";
import { classesTable } from "./classes-view.ts";
import { type ClassesLink, type OpenClasses, openClasses } from "./open-classes.ts";

export const classesRoom: Room<ClassesLink> = {
  about: ({ caseNumber }) => `${caseNumber}案件分类`,
  subject: ({ caseNumber }) => ({ of: "case", caseNumber }),

  async show(ports, link, visit) {
    const open = await openClasses(ports, link);
    if ("type" in open) return refusalPage(open);
    return page(ports, open, visit, { form: CORRECT_CLASSES.defaults?.(open) ?? {}, problems: [] }, 200);
  },

  async submit(ports, link, form, visit) {
    const open = await openClasses(ports, link);
    return "type" in open ? refusalPage(open) : submit(ports, open, visit, form);
  },
};

async function submit(ports: DeskPorts, open: OpenClasses, visit: Visit, sent: Form): Promise<Answer> {
  const acted = await sendForm(ports, open, CORRECT_CLASSES, sent);
  switch (acted.outcome) {
    case "done":
      return { status: 303, to: placeOf(visit, { query: { done: acted.form } }) };
    case "confirm":
      return acted.page;
    case "incomplete":
      return page(ports, open, visit, { form: sent, problems: acted.problems }, 422);
    case "back":
      return page(ports, open, visit, { form: sent, problems: [] }, 200);
    case "refused":
      return page(ports, open, visit, { form: sent, problems: [refused(acted.refusal)] }, 409);
    default:
      return acted satisfies never;
  }
}

async function page(
  ports: DeskPorts,
  open: OpenClasses,
  visit: Visit,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const { title, button, fields } = CORRECT_CLASSES;
  const body = html`${fields(open, filled, civilDateAt(ports.now()))}${actorField(filled, "更正人")}`;
  return {
    status,
    title: "案件分类",
    body: html`${problemSummary(filled)}${await doneNote(ports, visit, open.file, open.organisation.id, "更正")}<p>${open.link.caseNumber}</p>
<section id="latest" tabindex="-1">${classesTable(open.file)}</section>
<h2>${title}</h2><p class="hint">系统推定的，核对后保存即为确认。“未知”也可以选：不清楚的不要猜。更正后，统计按更正的计算，推定不再采用。</p>
${formFrame(ports, undefined, body, button, filled.form.form)}`,
  };
}
