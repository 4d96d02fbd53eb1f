/** A document that can't be used (退件), in words: why, and what its court should do now. */
import type { Rejection } from "../../domain/refusal.ts";
import { type Explained, type Words, worded } from "../frame/worded.ts";
import { paperNamed } from "../wording/document-wording.ts";
import { explainDirectoryProblem } from "./directory-problems.ts";

/** Why a document could not be used and what to do now. */
export function explainRejection(rejection: Rejection): Explained {
  return worded(REJECTIONS, rejection);
}

/** Pictures as phones and screens make them that are not read. */
const PICTURES: ReadonlySet<string> = new Set(["HEIC", "WEBP", "GIF", "BMP"]);

const SIGNS: Readonly<Record<Extract<Rejection, { type: "suspicious" }>["sign"], string>> = {
  bomb: "解压后体积异常",
  macro: "含有宏",
  "takes-too-long": "读取所需的时间超过上限",
  "takes-too-much-memory": "读取所需的内存超过上限",
};

/** Of a file that may be nothing but large. */
const EXHAUSTING: ReadonlySet<string> = new Set(["takes-too-long", "takes-too-much-memory"]);

const REJECTIONS: Words<Rejection, Explained> = {
  empty: { why: "文件是空的，没有任何内容。", todo: "请检查原文件后重新上传。" },
  "too-large": ({ megabytes }) => ({
    why: `文件超过了 ${megabytes} MB 的上限。`,
    todo: "请分拆后上传，或只上传传票、笔录等需要的部分。",
  }),
  "too-many-pages": ({ pages, limit }) => ({
    why: `文件共 ${pages} 页，超过了 ${limit} 页的上限。`,
    todo: "请分拆后上传，或只上传传票、笔录等需要的部分。",
  }),
  encrypted: { why: "文件设有密码，系统无法打开。", todo: "请取消密码后重新上传。" },
  broken: ({ format }) => ({
    why: `文件已损坏或不完整，不能作为 ${format} 文件打开。`,
    todo: "请在本机确认文件能够打开，然后重新导出并上传。",
  }),
  "no-text-layer": {
    why: "文件中没有可以读取的文字，图像中也没有认出文字。",
    todo: "请打开原文件，用“打印”功能另存为 PDF 后上传；纸质文书请摆正、拍全，按 200 dpi 以上重新扫描，另存为 PDF、JPG 或 TIFF 后上传。",
  },
  "unsupported-format": ({ format }) => ({
    why: `系统目前不能读取这种格式（${format}）。`,
    todo: PICTURES.has(format)
      ? "请把照片转存为 JPG 后重新上传；苹果手机可在“设置—相机—格式”中选“兼容性最佳”后重拍。"
      : "请另存为 PDF 或 DOCX（表格请另存为 XLSX）后重新上传。",
  }),
  suspicious: ({ sign }) =>
    EXHAUSTING.has(sign)
      ? {
          why: `${SIGNS[sign]}，没有读完，其中的内容都没有登记。`,
          todo: "台账等行数很多的表格，请按月份或者被诉行政机关分成几份上传；其他文件请由办案系统重新导出后上传；如仍被退回，请联系管理员。",
        }
      : {
          why: `文件结构异常，为安全起见没有打开（${SIGNS[sign]}）。`,
          todo: "请由办案系统重新导出后上传；如仍被退回，请联系管理员。",
        },
  "case-full": {
    why: "本案当事人、开庭和文书过多，已达系统单个案件的存储上限，本文书没有登记。",
    todo: "文书已经保存，管理员已收到告警；请先以电话等方式告知被诉行政机关和司法局，并请司法局联系管理员。",
  },
  "not-administrative": ({ number }) => ({
    why: `这不是行政案件的文书${number === undefined ? "" : `，案号为${number}`}。`,
    todo: "如系误传，无需处理；如确为行政案件，请核对案号后重新上传。",
  }),
  unrecognised: {
    why: "系统没有认出这是哪一种文书。",
    todo: "请上传传票、出庭通知书、上诉状、庭审笔录或裁判文书；如确属其中一种，请联系管理员。",
  },
  "not-a-case-document": ({ paper }) => ({
    why: `这是${paperNamed(paper)}，不能据以登记案件、开庭或出庭情况。`,
    todo: "请上传传票、出庭通知书、上诉状、庭审笔录、裁判文书，或者行政机关的出庭备案表、情况说明。",
  }),
  "no-case-number": {
    why: "文书中没有找到行政案件的案号。",
    todo: "请确认文书已填写完整案号，例如（2026）鲁1302行初45号，然后重新上传。",
  },
  "bad-directory": ({ problems }) => ({
    why: `名录有 ${problems.length} 处错误，没有载入：${problems.map(explainDirectoryProblem).join("")}`,
    todo: "请改正后重新上传整个名录。",
  }),
  "sent-back": ({ reason }) => ({ why: `司法局人工复核后退回：${reason}`, todo: "请更正后重新上传。" }),
  "not-from-agency": ({ paper }) => ({
    why: `这是${paperNamed(paper)}，不能由行政机关登记。`,
    todo: "行政机关的目录只接收本单位的出庭备案表和情况说明；传票、笔录等由法院上传。",
  }),
  "figures-contradict": {
    why: "报告中的数字互相矛盾：出庭件数、未出庭件数与开庭件数或者出庭率对不上。",
    todo: "请核对后重新上传；逐案统计以台账（每案一行）为准。",
  },
  "not-its-own": ({ agency, read }) => ({
    why: `文件写的单位是“${read}”，不是${agency}。`,
    todo: "请只上传本单位的备案表和情况说明；单位名称有误的，请改正后重新上传。",
  }),
  "unknown-folder": ({ folder }) => ({
    why: `目录“${folder}”不属于名录中的任何法院、司法局或行政机关。`,
    todo: "请在名录中登记该单位；登记后，系统次日早上自动处理这份文件，无需重新上传。目录有误的，请在正确的目录重新上传。",
  }),
  "as-written": ({ why, todo }) => ({ why, todo }),
};
