/** 年度考核 of one unit, by that unit: it sees its lines, and may object while the period runs. */
import { html } from "hono/html";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Assessment } from "../../../shared/domain/programme/entry.ts";
import { awaitsAnswer } from "../../../shared/domain/programme/waiting.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { assessmentView } from "../entries/assessment-view.ts";
import { entryBehind, refBehind } from "../entries/entry-behind.ts";
import { actOnEntry } from "../entries/write-entry.ts";
import { actorField, type Filled, problemSummary, textArea } from "../frame/fields.ts";
import { FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf, wasSent } from "../frame/form-frame.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { DeskPorts, Room, ShownPage } from "../frame/room.ts";

type AssessmentLink = Link<"assessment">;

export const assessmentRoom: Room<AssessmentLink> = {
  about: () => "年度考核",
  subject: ({ jurisdiction, year }) => ({ of: "programme", jurisdiction, year }),

  async show(ports, link) {
    const entry = await openAssessment(ports, link);
    return entry === undefined
      ? refusalPage({ type: "not-theirs" })
      : assessmentPage(ports, entry, { form: {}, problems: [] }, 200);
  },

  async submit(ports, link, form) {
    const entry = await openAssessment(ports, link);
    if (entry === undefined) return refusalPage({ type: "not-theirs" });
    if (wasSent(entry, form)) return { status: 303 };
    const reader = new FormReader(form);
    const text = reader.text("text", "异议内容", 2000);
    const by = reader.text("by", "您的姓名", 30);
    formIdOf(reader, form);
    if (reader.problems.length > 0)
      return assessmentPage(ports, entry, { form, problems: reader.problems }, 422);
    const refusal = await actOnEntry(ports, refBehind(link, "assessment"), {
      type: "object",
      text,
      at: ports.now(),
      by,
      cause: `link:${link.nonce}`,
      form: sendingOf(form),
      revision: Number(form.revision),
    });
    if (refusal === undefined) return { status: 303 };
    const problems = [refused(refusal)];
    return assessmentPage(ports, (await openAssessment(ports, link)) ?? entry, { form, problems }, 409);
  },
};

async function openAssessment(ports: DeskPorts, link: AssessmentLink): Promise<Assessment | undefined> {
  const entry = await entryBehind(ports, link, "assessment");
  return entry?.unit.organisation === link.recipient ? entry : undefined;
}

function assessmentPage(
  ports: DeskPorts,
  entry: Assessment,
  filled: Filled,
  status: 200 | 409 | 422,
): ShownPage {
  const open = entry.final === undefined && civilDateAt(ports.now()) <= entry.objectUntil;
  const fields = html`<h2>提出异议</h2>
${textArea(filled, { name: "text", label: "异议内容", rows: 6, hint: "写明对哪一项有异议，涉及的案号和依据。" })}
${actorField(filled, "提出人")}`;
  return {
    status,
    title: `${entry.year}年行政应诉考核`,
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">${assessmentView(entry)}</section>
${open && !awaitsAnswer(entry) ? formFrame(ports, entry.revision, fields, "提交异议", filled.form.form) : ""}`,
  };
}
