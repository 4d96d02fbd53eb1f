/** Is everything that a ledger's row can have wrong one sentence for its court? */
import { describe, expect, it } from "vitest";
import type { RowProblem } from "../../../shared/domain/case-file/ledger/row-problem.ts";
import { rowProblemWords } from "../../../shared/letters/refusals/row-problems.ts";

/** One or more of each kind; the compiler asks for those to come. */
const PROBLEMS: { readonly [Type in RowProblem["type"]]: readonly (readonly [object, string])[] } = {
  "unread-parts": [[{ parts: [{ kind: "drawing", name: "形状1" }] }, expect.stringMatching(/形状1.*。$/u)]],
  "open-quote": [
    [{ parted: true }, "这一行的引号没有闭合，已按逗号分栏，请核对。"],
    [{ parted: false }, "这一行的引号没有闭合，各栏无法分清，没有计入。"],
  ],
  "no-case-number": [[{}, "缺少案号。"]],
  "not-a-case-number": [
    [{ written: "待定", foreign: false }, "案号“待定”无法识别。"],
    [{ written: "（2026）鲁13民初1号", foreign: true }, "“（2026）鲁13民初1号”不是行政诉讼案号。"],
  ],
  "foreign-number-beside": [[{ written: "民初1号" }, "案号栏另有非行政诉讼案号，未计入：民初1号"]],
  "no-respondent": [[{}, "缺少被告（行政机关）。"]],
  "day-as-number": [
    [{ written: "8.1" }, "开庭日期“8.1”无法分清：该栏是数字，末尾的0不显示。请改为日期或文本格式。"],
  ],
  unreadable: [
    [{ column: "hearing", written: "?" }, "开庭时间“?”无法识别。"],
    [{ column: "heard", written: "?" }, "是否开庭“?”无法识别。"],
    [{ column: "attended", written: "?" }, "出庭情况“?”无法识别。"],
    [{ column: "enterprise", written: "?" }, "是否涉企“?”无法识别。"],
  ],
  "marked-both-ways": [[{}, "出庭与未出庭同时注明，出庭情况按不明处理。"]],
  "absent-with-head": [
    [{ written: "张三 局长" }, "注明未出庭，但出庭负责人栏为“张三 局长”，出庭情况按不明处理。"],
  ],
  "one-mark-for-several": [
    [{ whose: "clear" }, "一行有几个被告，其他被告的负责人是否出庭不明。"],
    [{ whose: "unclear" }, "一行有几个被告，无法分清是谁的负责人出庭。"],
  ],
  "post-in-doubt": [
    [
      { because: { type: "staff-post", post: "科员" }, countsAs: "absent" },
      "“科员”系工作人员，不是负责人，按负责人未出庭计，请核对。",
    ],
    [
      { because: { type: "party-post", post: "党组成员" }, countsAs: "unknown" },
      "“党组成员”是党内职务，是否行政负责人需核对，出庭情况按不明处理。",
    ],
  ],
  "enterprise-by-name": [
    [
      { stated: false, because: { type: "enterprise", name: "某某公司", kind: "company" } },
      "台账注明不涉企，但“某某公司”是公司，请核对。",
    ],
    [
      { stated: true, because: { type: "no-enterprise", name: "某某学校", kind: "school" } },
      "台账注明涉企，但“某某学校”是学校，不是企业，请核对。",
    ],
  ],
  refused: [[{ doubt: { type: "no-respondent" } }, "没有读出被告行政机关。请对照原文核实。"]],
  "case-full": [[{}, "本案已达系统单个案件的存储上限，此行未计入，请联系管理员。"]],
  "other-courts-case": [
    [{ court: "沂南县人民法院" }, "按案号是沂南县人民法院的案件，由该院报送，未计入，请核对案号。"],
    [{}, "按案号不是贵院的案件，未计入，请核对案号。"],
  ],
  "not-in-directory": [[{ name: "某局" }, "名录中没有“某局”，已按所填名称计入，请核对全称。"]],
  stranger: [[{ name: "某局" }, "“某局”不是本案已登记的被告，名录中也没有，未计入，请核对名称。"]],
  "no-day": [[{}, "已开庭但没有开庭日期，未计入任何月份。"]],
  "no-year": [[{}, "开庭日期没有年份，也不在台账所属月份，未计入任何月份。"]],
  "no-month": [[{}, "没有开庭日期，所属月份不明，未计入。"]],
  "enterprise-differs": [[{ stated: true }, "台账注明涉企，但由卷内原告名称看不涉企，请核对。"]],
  planned: [
    [
      { day: "2026-10-27" },
      "开庭日期2026年10月27日在台账上传时尚未到，未按已开庭统计；该案尚无传票的，请上传传票。",
    ],
    [
      { day: "2026-10-27", known: { date: "2026-10-20", time: "09:00" } },
      "开庭日期2026年10月27日在台账上传时尚未到，未按已开庭统计；系统登记的开庭时间是2026年10月20日 9:00，改期的请上传传票或者改期通知。",
    ],
  ],
  "before-the-case": [[{ day: "2025-09-24" }, "开庭日期2025年9月24日早于案号的年份，未计入，请核对年份。"]],
  "not-the-day-set": [
    [
      { day: "2026-09-25", known: { date: "2026-09-24" } },
      "开庭日期2026年9月25日与系统登记的2026年9月24日不同，也没有收到改期的通知，未计入，请核对；确已改期的，请上传庭审笔录或者改期通知。",
    ],
  ],
  "as-written": [[{ text: "缺少案号。" }, "缺少案号。"]],
};

describe("a row's problem", () => {
  it.each(
    Object.entries(PROBLEMS).flatMap(([type, cases]) =>
      cases.map(([data, words]) => [type, words, { type, ...data } as RowProblem] as const),
    ),
  )("%s: %s", (_, words, problem) => expect(rowProblemWords(problem)).toEqual(words));

  it("that many rows have is told once, with their number", () => {
    expect(rowProblemWords({ type: "no-respondent" }, 10)).toBe("缺少被告（行政机关）。（共10行）");
  });
});
