/** What agency and court have let each other know before the hearing (庭前双向沟通), as pages show it. */
import { html } from "hono/html";
import { isFor, notesFor, obstaclesOf } from "../../../shared/domain/case-file/before-hearing.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factList } from "../frame/case-view.ts";
import { obstacleFacts } from "../frame/obstacle-view.ts";
import type { Markup } from "../frame/page.ts";

/** The court's notices and notes, and obstacles the agency reported; nothing where there is neither. */
export function beforeHearingView(file: CaseFile, respondent: string): Markup {
  const notices = file.documents.filter(
    ({ kind, addressedTo }) => kind === "appearance-notice" && isFor(addressedTo, respondent),
  );
  const notes = notesFor(file, respondent);
  const obstacles = obstaclesOf(file, respondent);
  if (notices.length + notes.length + obstacles.length === 0) return html``;
  return html`<h2>庭前沟通</h2>${factList(
    ...notices.map(({ receivedAt }) =>
      fact("出庭通知", `法院已通知负责人出庭`, [`${printedMoment(receivedAt)}收到`]),
    ),
    ...notes.map(({ text, at }) => fact("法院提示", text, [`${printedMoment(at)}收到`])),
    ...obstacles.flatMap(obstacleFacts),
  )}`;
}
