/** 败诉案件报告: the agency says how and why it lost, where the fault lies, what is mended and by when. */
import { html } from "hono/html";
import { lossReportRefusal } from "../../../shared/domain/case-file/decisions/loss-decisions.ts";
import { lossReport } from "../../../shared/domain/case-file/losses.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { LOSS_CAUSES, LOSS_KINDS, type LossKind } from "../../../shared/domain/loss/loss-report.ts";
import { addDays, civilDateAt } from "../../../shared/domain/time/time.ts";
import { causeExplained, lossKindName } from "../../../shared/letters/registers/loss-wording.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { actorField, dateField, type Filled, select, textArea, textField, tick } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import { lossReportView } from "../frame/loss-view.ts";
import type { Markup } from "../frame/page.ts";
import { type DutyLink, dutyShownView } from "./duty-desk.ts";

/** Mending takes no longer than a year. */
const MOST_DAYS = 366;

export const lossDesk: TaskDesk<DutyLink> = {
  title: "败诉案件报告",
  done: "败诉案件报告已提交",
  button: "提交报告",
  draft: {
    form: "loss-report",
    sitting: ({ file, link }) => (lossReport(file, link.respondent)?.revision ?? 0) + 1,
  },

  refusal: ({ file, link }, now, rules) => lossReportRefusal(file, link.respondent, now, rules),

  shown(open, now) {
    const report = lossReport(open.file, open.link.respondent);
    return html`${dutyShownView(open, now)}${report === undefined ? "" : lossReportView(report)}`;
  },

  given({ file, link }) {
    const report = lossReport(file, link.respondent);
    if (report === undefined) return { kind: kindRead(file) ?? "" };
    const { kind, causes, explanation, responsible, mending, mendBy } = report;
    return {
      kind,
      ...Object.fromEntries(causes.map((cause) => [fieldOf(cause), "yes"])),
      explanation,
      responsible,
      mending,
      mendBy,
    };
  },

  fields: (_, filled, now) => html`<h2>填写报告</h2>
${select(filled, { name: "kind", label: "败诉类型", required: true, options: LOSS_KINDS.map((kind) => [kind, lossKindName(kind)] as const) })}
${causesField(filled)}
${textArea(filled, { name: "explanation", label: "原因说明", required: true, rows: 5, hint: "写明裁判认定的问题及其形成的经过。" })}
${textField(filled, { name: "responsible", label: "责任环节、岗位", required: true, hint: "例如：行政处罚审核岗，法制审核环节。写岗位，不写个人姓名。" })}
${textArea(filled, { name: "mending", label: "整改措施", required: true, rows: 5, hint: "已采取的和将采取的措施，包括同类案件的清理。" })}
${dateField(filled, { name: "mendBy", label: "整改时限", required: true, max: addDays(civilDateAt(now), MOST_DAYS) })}
${actorField(filled)}`,

  command(_, form, reader, ports) {
    const kind = reader.choice("kind", "败诉类型", LOSS_KINDS);
    const causes = readCauses(form, reader);
    const explanation = reader.text("explanation", "原因说明", 2_000);
    const responsible = reader.text("responsible", "责任环节、岗位", 100);
    const mending = reader.text("mending", "整改措施", 2_000);
    const today = civilDateAt(ports.now());
    const mendBy = reader.date("mendBy", "整改时限", addDays(today, -MOST_DAYS), addDays(today, MOST_DAYS));
    if (kind === undefined || mendBy === undefined) return undefined;
    return { type: "report-loss", loss: { kind, causes, explanation, responsible, mending, mendBy } };
  },
};

function fieldOf(cause: string): string {
  return `cause-${cause}`;
}

/** Several may be ticked; each is a field of its own. */
function causesField(filled: Filled): Markup {
  return html`<fieldset class="field"><legend>败诉原因 <span class="must">必填</span></legend><p class="hint">可以多选。</p>${LOSS_CAUSES.map((cause) => tick(filled, { name: fieldOf(cause), label: causeExplained(cause) }))}</fieldset>`;
}

function readCauses(form: Form, reader: FormReader) {
  const causes = LOSS_CAUSES.filter((cause) => form[fieldOf(cause)] === "yes");
  if (causes.length === 0) reader.problem(fieldOf(LOSS_CAUSES[0]), "请至少选择一项败诉原因。");
  return causes;
}

/** What the judgment's words say of the kind, to begin with. */
function kindRead({ judgment }: CaseFile): LossKind | undefined {
  const acts = judgment?.given?.ordered.map(({ act }) => act) ?? [];
  if (acts.includes("redo")) return "annulled";
  if (acts.includes("pay")) return "pay";
  return acts.length > 0 ? "ordered" : undefined;
}
