/** Who the head is, or why no head is there: the same questions before the hearing and after it. */

import { html } from "hono/html";
import { designationOf } from "../../../shared/domain/case-file/designation.ts";
import type { PostConcern } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AbsenceGround } from "../../../shared/domain/court/absence-ground.ts";
import type { HeadBasis, HeadRank } from "../../../shared/domain/court/head.ts";
import { postDoubtWords, rankName } from "../../../shared/letters/wording/head-wording.ts";
import { LEGAL_BASIS } from "../../../shared/letters/wording/legal-basis.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";
import { type Filled, select, textArea, textField } from "./fields.ts";
import type { Form, FormReader } from "./form.ts";
import type { HeadJudge } from "./head-judge.ts";
import type { Markup } from "./page.ts";

const RANKS: readonly HeadRank[] = ["principal", "deputy", "in-charge"];
const GROUNDS: readonly AbsenceGround[] = ["force-majeure", "accident", "irreplaceable-duty", "other"];

/** The agency designated for a respondent (出庭指派), whose own heads are not the respondent's. */
export function designatedFor(file: CaseFile, respondent: string): string | undefined {
  return designationOf(file, respondent)?.agency.name;
}

/** Name, post and rank of the head. */
export function headFields(filled: Filled, designated?: string): Markup {
  return html`${textField(filled, { name: "headName", label: "负责人姓名", required: true })}
${textField(filled, {
  name: "headTitle",
  label: "负责人职务",
  required: true,
  hint:
    designated === undefined
      ? `写全称，例如：党委副书记、副局长。内设科室的科长、内设大队的大队长、法制员等不是负责人（${LEGAL_BASIS.heads}）。`
      : `写全称，例如：副市长、副县长。${designated}的局长、主任等是相应的工作人员，不是被诉政府的负责人（${LEGAL_BASIS.heads}）。`,
})}
${select(filled, {
  name: "headRank",
  label: "职级",
  required: true,
  options: RANKS.map((rank) => [rank, RANK_TEXTS[rank]] as const),
})}`;
}

const RANK_TEXTS: Readonly<Record<HeadRank, string>> = {
  principal: `${rankName("principal")}负责人`,
  deputy: `${rankName("deputy")}负责人`,
  "in-charge": "其他参与分管的负责人",
};

/** What proves such a reason, and who has it. */
export const REASON_PROOFS = `上传盖章或者签名的证明材料（${LEGAL_BASIS.proof}），审理本案的人民法院可以查看；材料仍须提交人民法院审查。`;

/** Why no head is there. */
export function absenceFields(
  filled: Filled,
  proofs = "盖章或者签名的证明材料在本页上传，并提交人民法院。",
): Markup {
  return html`${select(filled, {
    name: "ground",
    label: "不能出庭的理由",
    required: true,
    hint: `${LEGAL_BASIS.grounds}；是否成立由人民法院审查。`,
    options: GROUNDS.map((ground) => [ground, groundName(ground)] as const),
  })}
${textArea(filled, {
  name: "explanation",
  label: "具体情况",
  required: true,
  rows: 3,
  hint: `写明事由、时间。${proofs}`,
})}`;
}

/** What the fields about a head are called in a question. */
export const HEAD_FIELDS = {
  headName: "负责人姓名",
  headTitle: "负责人职务",
  headRank: "负责人职级",
} as const;

/** What those about an absence are called. */
export const ABSENCE_FIELDS = { ground: "不能出庭的理由", explanation: "具体情况" } as const;

/** A head whose post may count. `concern` where somebody should check it. */
export interface HeadRead {
  readonly name: string;
  readonly title: string;
  readonly rank: HeadRank;
  readonly concern?: PostConcern;
  /** By what he counts where the general rule leaves his post open. */
  readonly countedBy?: HeadBasis;
}

/** The fields as a head was given before. */
export function headForm({ name, title, rank }: HeadRead): Form {
  return { headName: name, headTitle: title, headRank: rank };
}

/** Whose head it is said to be; `designated`: the agency that answers for it. */
interface HeadOf {
  readonly agency: string;
  readonly designated: string | undefined;
  readonly judge: HeadJudge;
}

/** Reads who the head is; a post that surely doesn't count is a problem that says why. `otherwise`: what to do then. */
export function readHead(
  reader: FormReader,
  { agency, designated, judge }: HeadOf,
  otherwise: string,
): HeadRead | undefined {
  const name = reader.text("headName", "负责人姓名", 30);
  const title = reader.text("headTitle", "负责人职务", 60);
  const rank = reader.choice("headRank", "职级", RANKS);
  if (name === "" || title === "" || rank === undefined) return undefined;
  const judged = judge({ agency, name, title });
  if (judged.verdict === "staff") {
    reader.problem("headTitle", `${postDoubtWords(judged.because)}，出庭不算负责人出庭。${otherwise}`);
    return undefined;
  }
  if (judged.verdict === "review") {
    const theirs =
      designated !== undefined && judge({ agency: designated, name: undefined, title }).verdict === "head";
    const concern: PostConcern = theirs
      ? { type: "designated-post", post: title, designated, agency }
      : judged.because;
    return { name, title, rank, concern };
  }
  // 分管 and 副职 overlap: a deputy is often the one in charge.
  if (judged.rank !== rank && rank !== "in-charge") {
    reader.problem("headRank", `“${title}”是${rankName(judged.rank)}，请核对职级。`);
    return undefined;
  }
  return { name, title, rank, ...(judged.by !== undefined && { countedBy: judged.by }) };
}

/** Reads why no head is there. */
export function readAbsence(
  reader: FormReader,
): { readonly ground: AbsenceGround; readonly explanation: string } | undefined {
  const ground = reader.choice("ground", "不能出庭的理由", GROUNDS);
  const explanation = reader.text("explanation", "具体情况", 500);
  return ground === undefined ? undefined : { ground, explanation };
}
