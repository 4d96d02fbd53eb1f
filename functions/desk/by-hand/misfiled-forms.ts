/** 合并误登案号, 移出误登的被告、开庭: what was put to the wrong case comes to the right one. */
import { html } from "hono/html";
import type { CasesAtWork } from "../../../shared/casework/cases-at-work.ts";
import { involvedIn } from "../../../shared/casework/involved.ts";
import type { Command } from "../../../shared/domain/case-file/decisions/decide.ts";
import { type MovedPart, partOf } from "../../../shared/domain/case-file/decisions/misfiled-part.ts";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { isBureausCase } from "../frame/case-bureaus.ts";
import { type Filled, radios, textArea, textField } from "../frame/fields.ts";
import type { Markup } from "../frame/page.ts";
import type { Doing, HandForm, Work } from "./hand-form.ts";
import type { OpenOffice } from "./open-office.ts";

export const MERGE_CASE: HandForm = {
  title: "合并误登案号",
  what: "案号识别、录入有误，同一案件登记成两个案号的（人民法院决定合并审理的，不在此办理）。",
  button: "合并",
  refusal: notVoid,
  fields: (_, filled) =>
    html`${otherField(filled, "正确的案号", "本案号将撤销，经过保留；正确案号的案件补上所缺的当事人、文书、开庭和报备。")}
${reasonField(filled, "合并的原因")}`,
  read(open, _, reader) {
    const other = reader.caseNumber("other");
    const reason = reader.text("reason", "合并的原因", 200);
    if (other === undefined) return undefined;
    const { file, bureau } = open;
    return async (cases, doing, ports) => {
      const right = await cases.file(other);
      if (right === undefined) return { type: "case-gone" };
      const refusal = await otherRefusal(right, file, bureau, ports);
      if (refusal !== undefined) return refusal;
      const how = { ...doing, reason };
      return (
        (await decided(cases, file.caseNumber, { type: "merge-away", ...how, other })) ??
        decided(cases, other, {
          type: "take-over",
          ...how,
          act: "merger",
          onto: other,
          other: file.caseNumber,
          from: file,
        })
      );
    };
  },
};

export const SPLIT_CASE: HandForm = {
  title: "移出误登的被告、开庭",
  what: "一个被告或者一次开庭属于另一案件，误登在本案的。",
  button: "移出",
  refusal: notVoid,
  fields: ({ file }, filled) => html`${radios(filled, {
    name: "what",
    label: "移出的是",
    options: partsOf(file).map(({ value, text }) => [value, text] as const),
  })}
${otherField(filled, "移入的案号", "移出被告的，系统中没有这一案号时按本案信息新登记；移出开庭的，应是已登记的案件。")}
${reasonField(filled, "移出的原因")}`,
  read(open, _, reader) {
    const { file, bureau } = open;
    const parts = partsOf(file);
    const chosen = reader.choice(
      "what",
      "移出的是哪一项",
      parts.map(({ value }) => value),
    );
    const part = parts.find(({ value }) => value === chosen);
    const other = reader.caseNumber("other");
    const reason = reader.text("reason", "移出的原因", 200);
    if (part === undefined || other === undefined) return undefined;
    return async (cases, doing, ports) => {
      const target = await cases.file(other);
      const refusal =
        other === file.caseNumber
          ? ({ type: "same-case" } as const)
          : target && (await otherRefusal(target, file, bureau, ports));
      if (refusal !== undefined) return refusal;
      const how = { ...doing, reason };
      const { what } = part;
      return (
        (await decided(cases, file.caseNumber, { type: "move-away", ...how, what, other })) ??
        decided(cases, other, {
          type: "take-over",
          ...how,
          act: "split",
          onto: other,
          other: file.caseNumber,
          from: partOf(file, what),
        })
      );
    };
  },
};

function notVoid({ file }: OpenOffice): DeskRefusal | undefined {
  return file.void === true ? { type: "case-void" } : undefined;
}

function otherField(filled: Filled, label: string, hint: string): Markup {
  return textField(filled, { name: "other", label, hint });
}

function reasonField(filled: Filled, label: string): Markup {
  return textArea(filled, { name: "reason", label, rows: 2, hint: "会写入更正函和两个案件的办理经过。" });
}

/** What of a case can be moved, by the value of its choice. */
function partsOf(
  file: CaseFile,
): readonly { readonly value: string; readonly text: string; readonly what: MovedPart }[] {
  const set = file.state === "awaiting-hearing" ? [file.hearing] : [];
  return [
    ...file.respondents.map(({ name }) => ({
      value: `respondent:${name}`,
      text: `被告：${name}`,
      what: { respondent: name },
    })),
    ...[...sittings(file), ...set].map(({ ordinal, date }) => ({
      value: `hearing:${ordinal}`,
      text: `开庭：${printedDate(date)}`,
      what: { hearing: ordinal },
    })),
  ];
}

/** Why another case can't be changed along with this one. */
async function otherRefusal(
  other: CaseFile,
  file: CaseFile,
  bureau: Organisation,
  { directory }: Parameters<Work>[2],
): Promise<DeskRefusal | undefined> {
  if (other.caseNumber === file.caseNumber) return { type: "same-case" };
  return isBureausCase(bureau, await involvedIn(other, directory)) ? undefined : { type: "others-case" };
}

async function decided(
  cases: CasesAtWork,
  caseNumber: CaseNumber,
  command: Command & Pick<Doing, "cause">,
): Promise<DeskRefusal | undefined> {
  const decision = await cases.decide(caseNumber, command);
  return decision.accepted ? undefined : (decision.refusal as DeskRefusal);
}
