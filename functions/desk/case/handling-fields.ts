/** The further fields of a case handling form (案件办理单): none must be filled in; each begins with what the case says. */
import { html } from "hono/html";
import {
  HANDLING_KEYS,
  type HandlingDetails,
  type HandlingKey,
} from "../../../shared/domain/handling/handling-details.ts";
import { handlingKeyName } from "../../../shared/letters/papers/handling-wording.ts";
import { type Filled, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

/** Texts of several lines; the others are one. */
const LONG: ReadonlySet<HandlingKey> = new Set(["claims", "opinion"]);
const MOST = { line: 100, text: 1_000 } as const;

const HINTS: { readonly [Key in HandlingKey]?: string } = {
  number: "例如：临司诉〔2026〕12号。",
  urgency: "例如：特急、加急。",
  secrecy: "涉密案件不得在本系统办理。",
  actTitle: "例如：房屋征收补偿决定。",
  review: "例如：复议维持，临政复决字〔2026〕8号；未经复议的写明。",
  asked: "有行政赔偿、行政协议或者一并审查规范性文件的写明。",
  defenceDue: "系统按收到应诉通知书、起诉状的日期计算，请核对。",
  head: "姓名、职务，例如：周岚，副市长。",
  opinion: "司法局内部审核的意见，与政府领导审批分开。",
};

/** Their fields, in groups as on the form. */
export function handlingFields(filled: Filled): Markup {
  return html`<h3>其他栏目（可不填）</h3><p class="hint">系统按文书和规则草拟，请核对；不知道的留空，打印后可以手写。</p>
${HANDLING_KEYS.map((key) => fieldOf(filled, key))}`;
}

function fieldOf(filled: Filled, key: HandlingKey): Markup {
  const hint = HINTS[key];
  const field = { name: nameOf(key), label: handlingKeyName(key), ...(hint !== undefined && { hint }) };
  return LONG.has(key) ? textArea(filled, { ...field, rows: 3 }) : textField(filled, field);
}

/** What the form begins with. */
export function handlingForm(details: HandlingDetails = {}): Form {
  return Object.fromEntries(
    HANDLING_KEYS.flatMap((key) => {
      const value = details[key];
      return value === undefined ? [] : [[nameOf(key), value]];
    }),
  );
}

/** What was filled in; undefined where nothing was. */
export function readHandling(reader: FormReader): HandlingDetails | undefined {
  const said = HANDLING_KEYS.flatMap((key) => {
    const most = LONG.has(key) ? MOST.text : MOST.line;
    const value = reader.optionalText(nameOf(key), handlingKeyName(key), most);
    return value === undefined || value === "" ? [] : [[key, value] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** The names of fields, apart from those of the form they stand in. */
function nameOf(key: HandlingKey): string {
  return `handling-${key}`;
}
