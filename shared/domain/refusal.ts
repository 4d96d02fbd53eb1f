/**
 * Refusals: what the system expects to go wrong, as values. Each has two sentences in Chinese for the person
 * who must act: why, and what to do. A fault of ours is thrown instead and never becomes a mail.
 */
import type { CaseNumber } from "./court/case-number.ts";
import type { CivilDate } from "./time/time.ts";

/** A document that can't be used: it goes back to its court (退件). */
export type Rejection =
  | { readonly type: "empty" }
  | { readonly type: "too-large"; readonly megabytes: number }
  | { readonly type: "encrypted" }
  | { readonly type: "broken"; readonly format: string }
  | { readonly type: "no-text-layer" }
  | { readonly type: "unsupported-format"; readonly format: string }
  | { readonly type: "suspicious"; readonly detail: string }
  | { readonly type: "not-administrative"; readonly number: string | undefined }
  | { readonly type: "unrecognised" }
  | { readonly type: "not-a-case-document"; readonly name: string }
  | { readonly type: "no-case-number" }
  | { readonly type: "bad-directory"; readonly problems: readonly string[] }
  | { readonly type: "bad-receipt"; readonly problem: string }
  /** A person of the bureau looked at it (人工复核) and sends it back. */
  | { readonly type: "sent-back"; readonly reason: string }
  /** An agency's folder takes its own filings and explanations, and nothing of a court's. */
  | { readonly type: "not-from-agency"; readonly name: string }
  /** A report whose figures don't add up. */
  | { readonly type: "figures-contradict" }
  | { readonly type: "not-its-own"; readonly agency: string; readonly read: string }
  | { readonly type: "unknown-folder"; readonly folder: string };

/** A document that a person must look at (人工复核) before anything is changed. */
export type Doubt =
  | { readonly type: "uncertain-facts"; readonly labels: readonly string[] }
  | { readonly type: "no-hearing-date" }
  | { readonly type: "no-respondent" }
  | { readonly type: "attendance-unclear"; readonly respondent: string; readonly title: string | undefined }
  | {
      readonly type: "parties-differ";
      readonly caseNumber: CaseNumber;
      readonly known: readonly string[];
      readonly read: readonly string[];
    }
  | {
      readonly type: "hearing-conflict";
      readonly caseNumber: CaseNumber;
      readonly known: string;
      readonly read: string;
    }
  | { readonly type: "case-closed"; readonly caseNumber: CaseNumber }
  /** An agency's paper on a case no court has told of. */
  | { readonly type: "case-unknown"; readonly caseNumber: CaseNumber }
  /** A filing on a day on which the case was not heard, as far as is known. */
  | {
      readonly type: "no-such-sitting";
      readonly caseNumber: CaseNumber;
      readonly read: CivilDate;
      readonly known: readonly CivilDate[];
    };

/** What can't be done at the desk (办理页面) as things stand. */
export interface DeskRefusal {
  readonly type: /** Somebody else changed what the form was filled in for. */
    | "changed-meanwhile"
    | "case-gone"
    | "not-theirs"
    | "no-hearing-set"
    | "hearing-begun"
    | "not-heard-yet"
    | "no-report"
    | "report-returned-already"
    /** 出庭指派 */
    | "not-government"
    | "designation-too-late"
    | "nothing-to-approve"
    | "designation-withdrawn"
    | "nothing-to-review"
    /** The sources of a sitting agree by now, or it has been settled. */
    | "no-difference"
    /** What was chosen leaves open whether a head was there. */
    | "not-decided"
    /** Somebody else changed an entry of the programme. */
    | "entry-changed"
    | "entry-gone"
    | "entry-withdrawn"
    | "other-year"
    | "answered-already"
    | "correction-closed"
    | "nothing-to-judge"
    /** Somebody took the next step of an interview (约谈) meanwhile. */
    | "interview-moved-on"
    | "assessment-final"
    | "objection-open"
    | "objection-late";
}

/** Why it can't be done, and what to do instead. */
export function explainDeskRefusal(refusal: DeskRefusal): { readonly why: string; readonly todo: string } {
  switch (refusal.type) {
    case "changed-meanwhile":
      return {
        why: "您填写期间，本案的开庭安排或者已报内容有了变化，您的内容没有保存。",
        todo: "请核对页面上的最新情况，确认填写内容仍然适用后再次提交。",
      };
    case "case-gone":
      return { why: "系统中没有这一案件。", todo: "请核对邮件中的案号，或者联系同级司法局。" };
    case "not-theirs":
      return {
        why: "本案登记的单位已经变更，这个链接不再属于本单位。",
        todo: "请使用最近一封邮件中的链接；没有收到的，请联系同级司法局核对名录。",
      };
    case "no-hearing-set":
      return {
        why: "本案目前没有已定的开庭，不需要报告。",
        todo: "开庭时间确定后，系统会另行发函，请使用新函中的链接。",
      };
    case "hearing-begun":
      return {
        why: "本案已经开庭，庭前报告不能再补。",
        todo: "请按出庭备案的邮件报送出庭情况；有需要说明的，请联系同级司法局。",
      };
    case "not-heard-yet":
      return {
        why: "本案没有待备案的开庭。",
        todo: "请在开庭之后填报；延期开庭的，以新的开庭时间为准。",
      };
    case "no-report":
      return { why: "这一单位还没有报告。", todo: "收到报告后，系统会另行通知。" };
    case "report-returned-already":
      return { why: "这份报告已经退回，正在等待重新报告。", todo: "请在收到新的报告后办理。" };
    case "not-government":
      return {
        why: "本案被告不是人民政府，不需要指派出庭单位。",
        todo: "请按三日报告程序办理；名录有误的，请联系管理员更正。",
      };
    case "designation-too-late":
      return {
        why: "本案已经开庭或者办结，不能再办理出庭指派。",
        todo: "收到上诉状或者新的传票后，系统会另行发送案件办理单。",
      };
    case "nothing-to-approve":
      return {
        why: "目前没有待审批的案件办理单。",
        todo: "司法局报送新的案件办理单后，系统会另行发函，请使用新函中的链接。",
      };
    case "designation-withdrawn":
      return {
        why: "本案已改为指派其他单位出庭应诉，对贵单位的指派已经撤销。",
        todo: "请停止办理，把已准备的材料移交新的单位；有疑问的，请联系同级司法局。",
      };
    case "no-difference":
      return {
        why: "各方记载已经一致，或者已经核对完毕，不需要再核对。",
        todo: "结果见下；认为仍有错误的，请联系同级司法局。",
      };
    case "not-decided":
      return {
        why: "所选的记载没有说明负责人是否出庭，不能据以认定。",
        todo: "请选择其他记载，或者选择“据实填写”。",
      };
    case "nothing-to-review":
      return {
        why: "这份文件已经处理完毕，不需要复核。",
        todo: "如处理有误，请联系管理员，或者请法院重新上传。",
      };
    case "entry-changed":
      return {
        why: "您填写期间，这条记录已由他人更新，您的内容没有保存。",
        todo: "请核对页面上的最新内容，确认仍需提交的，再次提交。",
      };
    case "entry-gone":
      return { why: "台账中没有这条记录。", todo: "请回到工作台账，从列表中打开。" };
    case "entry-withdrawn":
      return { why: "这条记录已经作废。", todo: "需要登记的，请在工作台账中另行登记。" };
    case "other-year":
      return {
        why: "更正后的日期属于另一年度，不能改入另一年度的台账。",
        todo: "请将这条记录作废，再按正确的日期另行登记。",
      };
    case "answered-already":
      return {
        why: "这项整改已经答复，正在等待司法局审核。",
        todo: "审核结果会另行通知；需要补充的，请联系司法局退回后再报。",
      };
    case "correction-closed":
      return { why: "这项整改已经认可并办结。", todo: "无需再办；如有疑问，请联系司法局。" };
    case "assessment-final":
      return { why: "本年度考核结果已经定稿。", todo: "如确有错误，请直接联系司法局。" };
    case "objection-open":
      return {
        why: "贵单位的异议正在处理，暂不能再提。",
        todo: "收到答复后仍有异议的，可在期限内再次提出。",
      };
    case "objection-late":
      return { why: "异议期限已过。", todo: "如确有错误，请直接联系司法局。" };
    case "interview-moved-on":
      return { why: "这项约谈已经办到下一步，您的内容没有保存。", todo: "请核对页面上的最新情况。" };
    case "nothing-to-judge":
      return { why: "这项整改目前没有待审核的答复。", todo: "收到答复后，系统会另行通知。" };
    default:
      return refusal.type satisfies never;
  }
}

/** Pictures as phones and screens make them that are not read. */
const PICTURES: ReadonlySet<string> = new Set(["HEIC", "WEBP", "GIF", "BMP"]);

/** Why a document could not be used and what its court should do now. */
export function explainRejection(rejection: Rejection): { readonly why: string; readonly todo: string } {
  switch (rejection.type) {
    case "empty":
      return { why: "文件是空的，没有任何内容。", todo: "请检查原文件后重新上传。" };
    case "too-large":
      return {
        why: `文件超过了 ${rejection.megabytes} MB 的上限。`,
        todo: "请分拆后上传，或只上传传票、笔录等需要的部分。",
      };
    case "encrypted":
      return { why: "文件设有密码，系统无法打开。", todo: "请取消密码后重新上传。" };
    case "broken":
      return {
        why: `文件已损坏或不完整，不能作为 ${rejection.format} 文件打开。`,
        todo: "请在本机确认文件能够打开，然后重新导出并上传。",
      };
    case "no-text-layer":
      return {
        why: "文件中没有可以读取的文字，图像中也没有认出文字。",
        todo: "请打开原文件，用“打印”功能另存为 PDF 后上传；纸质文书请摆正、拍全，按 200 dpi 以上重新扫描，另存为 PDF、JPG 或 TIFF 后上传。",
      };
    case "unsupported-format":
      return {
        why: `系统目前不能读取这种格式（${rejection.format}）。`,
        todo: PICTURES.has(rejection.format)
          ? "请把照片转存为 JPG 后重新上传；苹果手机可在“设置—相机—格式”中选“兼容性最佳”后重拍。"
          : "请另存为 PDF 或 DOCX（表格请另存为 XLSX）后重新上传。",
      };
    case "suspicious":
      return {
        why: `文件结构异常，为安全起见没有打开（${rejection.detail}）。`,
        todo: "请由办案系统重新导出后上传；如仍被退回，请联系管理员。",
      };
    case "not-administrative":
      return {
        why: `这不是行政案件的文书${rejection.number === undefined ? "" : `，案号为${rejection.number}`}。`,
        todo: "如系误传，无需处理；如确为行政案件，请核对案号后重新上传。",
      };
    case "unrecognised":
      return {
        why: "系统没有认出这是哪一种文书。",
        todo: "请上传传票、出庭通知书、上诉状、庭审笔录或裁判文书；如确属其中一种，请联系管理员。",
      };
    case "not-a-case-document":
      return {
        why: `这是${rejection.name}，不能据以登记案件、开庭或出庭情况。`,
        todo: "请上传传票、出庭通知书、上诉状、庭审笔录、裁判文书，或者行政机关的出庭备案表、情况说明。",
      };
    case "no-case-number":
      return {
        why: "文书中没有找到行政案件的案号。",
        todo: "请确认文书已填写完整案号，例如（2026）鲁1302行初45号，然后重新上传。",
      };
    case "bad-directory":
      return {
        why: `名录有 ${rejection.problems.length} 处错误，没有载入：${rejection.problems.join("")}`,
        todo: "请改正后重新上传整个名录。",
      };
    case "bad-receipt":
      return { why: `回执没有登记：${rejection.problem}`, todo: "请改正后重新上传。" };
    case "sent-back":
      return { why: `司法局人工复核后退回：${rejection.reason}`, todo: "请更正后重新上传。" };
    case "not-from-agency":
      return {
        why: `这是${rejection.name}，不能由行政机关登记。`,
        todo: "行政机关的目录只接收本单位的出庭备案表和情况说明；传票、笔录等由法院上传。",
      };
    case "figures-contradict":
      return {
        why: "报告中的数字互相矛盾：出庭件数、未出庭件数与开庭件数或者出庭率对不上。",
        todo: "请核对后重新上传；逐案统计以台账（每案一行）为准。",
      };
    case "not-its-own":
      return {
        why: `文件写的单位是“${rejection.read}”，不是${rejection.agency}。`,
        todo: "请只上传本单位的备案表和情况说明；单位名称有误的，请改正后重新上传。",
      };
    case "unknown-folder":
      return {
        why: `目录“${rejection.folder}”不属于名录中的任何法院、司法局或行政机关。`,
        todo: "请核对上传目录，或请管理员先在名录中登记该单位。",
      };
    default:
      return rejection satisfies never;
  }
}

/** What a person has to look at, in one sentence. */
export function explainDoubt(doubt: Doubt): string {
  switch (doubt.type) {
    case "uncertain-facts":
      return `以下内容读取把握不足：${doubt.labels.join("、")}。请对照原文核实。`;
    case "no-hearing-date":
      return "没有读出开庭日期。请对照原文核实。";
    case "no-respondent":
      return "没有读出被告行政机关。请对照原文核实。";
    case "attendance-unclear":
      return doubt.title === undefined
        ? `没有读出${doubt.respondent}负责人是否出庭。请对照原文核实。`
        : `${doubt.respondent}出庭人员的职务为“${doubt.title}”，是否属于负责人需要人工认定。`;
    case "parties-differ":
      return `${doubt.caseNumber}已登记的被告为${doubt.known.join("、")}，本文书写的是${doubt.read.join("、")}，请核实案号是否正确。`;
    case "hearing-conflict":
      return `${doubt.caseNumber}已登记于${doubt.known}开庭，本文书写的是${doubt.read}，且未说明改期，也无法判断先后，请核实以哪一份为准。`;
    case "case-closed":
      return `${doubt.caseNumber}已经结案，却收到新的开庭安排，请核实。`;
    case "case-unknown":
      return `系统中还没有${doubt.caseNumber}这一案件，请核对案号；案号无误的，请在收到法院传票后再登记。`;
    case "no-such-sitting":
      return `${doubt.caseNumber}的备案写的开庭日期是${doubt.read}，${doubt.known.length === 0 ? "系统中该案还没有开庭" : `系统登记的开庭日期是${doubt.known.join("、")}`}，请核实日期。`;
    default:
      return doubt satisfies never;
  }
}
