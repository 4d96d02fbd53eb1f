/** Whose head appears where several are sued (法释〔2020〕3号 §3): asked before the hearing and after it, of several only. */
import { html } from "hono/html";
import type { JointWord } from "../../../shared/domain/case-file/before-hearing.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { excuseName } from "../../../shared/letters/wording/joint-wording.ts";
import { type Filled, radios, select } from "./fields.ts";
import type { Form, FormReader } from "./form.ts";
import type { Markup } from "./page.ts";

const SETTLED_BY = ["agreed", "court"] as const;
const OPEN = "open";

/** Whether there is anything to settle. */
export function isSeveral({ respondents }: Pick<CaseFile, "respondents">): boolean {
  return respondents.length > 1;
}

/** By whom it was settled, and whose head it is; nothing where one agency is sued alone. */
export function jointFields({ respondents }: CaseFile, filled: Filled): Markup {
  if (!isSeveral({ respondents })) return html``;
  return html`<h3>共同被告由哪家单位负责人出庭</h3>
${radios(filled, {
  name: "jointBy",
  label: "由谁确定",
  required: true,
  hint: "共同被告可以协商确定由其中一方的负责人出庭，也可以由人民法院确定（法释〔2020〕3号第三条）。确定由其他被告负责人出庭的，本单位应当委派工作人员出庭。",
  options: [...SETTLED_BY.map((by) => [by, excuseName(by)] as const), [OPEN, "未定"] as const],
})}
${select(filled, {
  name: "jointFor",
  label: "由哪家单位负责人出庭",
  options: respondents.map(({ name }) => [name, name] as const),
  none: "未定的不选",
})}`;
}

/** What was chosen; `open`: nothing is settled, or one agency is sued alone. Undefined: the reader found problems. */
export function readJoint({ respondents }: CaseFile, reader: FormReader): JointWord | "open" | undefined {
  if (!isSeveral({ respondents })) return "open";
  const by = reader.choice("jointBy", "由谁确定出庭单位，没有确定的选“未定”", [...SETTLED_BY, OPEN]);
  if (by === undefined || by === OPEN) return by;
  const respondent = reader.choice(
    "jointFor",
    "由哪家单位负责人出庭",
    respondents.map(({ name }) => name),
  );
  return respondent === undefined ? undefined : { by, respondent };
}

/** The fields as they were given before. */
export function jointForm(file: CaseFile, joint: JointWord | undefined): Form {
  if (!isSeveral(file)) return {};
  return joint === undefined ? { jointBy: OPEN } : { jointBy: joint.by, jointFor: joint.respondent };
}
