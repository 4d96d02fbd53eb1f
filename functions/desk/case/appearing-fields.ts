/** 出庭负责人: which of the government's leaders is to appear, as its approval names him. */
import { html } from "hono/html";
import type { Person } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { postDoubtWords } from "../../../shared/letters/wording/head-wording.ts";
import { type Filled, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { HeadJudge } from "../frame/head-judge.ts";
import type { Markup } from "../frame/page.ts";

/** Name and post. */
export function appearingFields(filled: Filled, government: string, hint = ""): Markup {
  return html`${textField(filled, { name: "appearsName", label: "出庭负责人姓名", ...(hint !== "" && { hint }) })}
${textField(filled, { name: "appearsTitle", label: "出庭负责人职务", hint: `${government}的正职、副职或者其他参与分管的负责人，例如：副市长、副县长。` })}`;
}

/** The fields as somebody was named before. */
export function appearingForm(head: Person | undefined): Form {
  return head === undefined ? {} : { appearsName: head.name, appearsTitle: head.title };
}

/** Who is named; a post that surely is none of the government's heads is a problem that says why. */
export function readAppearing(reader: FormReader, government: string, judge: HeadJudge): Person | undefined {
  const name = reader.text("appearsName", "出庭负责人姓名", 30);
  const title = reader.text("appearsTitle", "出庭负责人职务", 60);
  if (name === "" || title === "") return undefined;
  const judged = judge({ agency: government, name, title });
  if (judged.verdict === "staff") {
    reader.problem("appearsTitle", `${postDoubtWords(judged.because)}，出庭不算负责人出庭，请另定负责人。`);
    return undefined;
  }
  return { name, title };
}

/** The day on which whoever is named should be a head: the hearing's, where one is set. */
export function dayOf(file: CaseFile): CivilDate | undefined {
  return file.state === "awaiting-hearing" ? file.hearing.date : undefined;
}
