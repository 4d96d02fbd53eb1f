/** Is everything that can be new a whole sentence for the bureau? */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { DigestNews } from "../../../shared/domain/notices/digest.ts";
import { civilDate, clockTime, type Month, type Year } from "../../../shared/domain/time/time.ts";
import { newsWords } from "../../../shared/letters/wording/digest-wording.ts";
import { CASE, FILING, HEARING, RESPONDENT } from "../sample-notices.ts";

const respondent = "沂南县公安局";
const day = civilDate("2026-09-24");
const hearing = { date: day, time: clockTime("09:00"), place: "第五审判庭" };
const ledger = { court: "沂南县人民法院", month: "2026-08" as Month, cases: 12 };
const nothing = { opened: 0, withdrawn: 0, unusable: 0, doubtful: 0 };

/** Something of each kind; the compiler asks for those to come. */
const NEWS: { readonly [Type in DigestNews["type"]]: readonly (readonly [object, string])[] } = {
  "case-opened": [
    [
      { court: ledger.court, respondents: [respondent, "沂南县人民政府"] },
      "新收案件，沂南县人民法院，被告沂南县公安局、沂南县人民政府。",
    ],
  ],
  "hearing-set": [
    [{ hearing, respondents: [respondent] }, "定于2026年9月24日 9:00 第五审判庭开庭，被告沂南县公安局。"],
    [{ hearing: { date: day }, respondents: [respondent] }, "定于2026年9月24日开庭，被告沂南县公安局。"],
  ],
  "taken-back": [
    [
      { respondent, act: "report", by: "李明", office: "own" },
      "沂南县公安局三日报告已由办理单位撤回（李明），因它发出的函件已发函更正。",
    ],
  ],
  "handling-form-proposed": [
    [{ respondent: "临沂市人民政府" }, "临沂市人民政府办公室已对案件办理单提出拟办意见，待领导审批。"],
  ],
  "objection-kept": [[{ respondent: "临沂市人民政府" }, "临沂市人民政府答复指派异议：维持原指派。"]],
  "principal-owed": [
    [
      { respondent, reasons: ["court", "first-of-year"] },
      "沂南县公安局应由正职出庭（人民法院通知主要负责人出庭；本单位年度第一件行政诉讼案件）。",
    ],
  ],
  "principal-absence-answered": [
    [{ respondent, approved: true }, "沂南县公安局正职不出庭的说明，上级领导已同意。"],
    [{ respondent, approved: false }, "沂南县公安局正职不出庭的说明，上级领导不同意，正职应当出庭。"],
  ],
  "appearance-unsettled": [
    [
      { hearing: { date: day }, respondents: [respondent, "沂南县人民政府"], words: [] },
      "2026年9月24日即将开庭，共同被告由哪家单位负责人出庭尚无单位说明，已告知法院，请联系各单位。",
    ],
    [
      {
        hearing: { date: day },
        respondents: [respondent, "沂南县人民政府"],
        words: [{ saidBy: "沂南县人民政府", by: "agreed", respondents: [respondent] }],
      },
      "2026年9月24日即将开庭，共同被告由哪家单位负责人出庭说法不一致或者没有说全（沂南县人民政府：经协商由沂南县公安局负责人出庭），已告知法院，请联系各单位。",
    ],
  ],
  "hearing-changed": [[{ hearing }, "开庭时间、地点变更为2026年9月24日 9:00 第五审判庭。"]],
  "hearing-postponed": [[{}, "原定开庭取消或延期。"]],
  "hearing-held": [[{ date: day }, "已于2026年9月24日开庭。"]],
  attendance: [
    [
      { respondent, headAttended: true, headName: "龙涛", headTitle: "副局长", differs: false },
      "沂南县公安局负责人副局长龙涛出庭应诉。",
    ],
    [
      { respondent, headAttended: false, absenceReason: "出差", differs: true },
      "沂南县公安局负责人未出庭，理由：出差。与其他来源记载不一致，已发函双方核对。",
    ],
    [{ respondent, headAttended: false, differs: false }, "沂南县公安局负责人未出庭。"],
    [
      { respondent, headAttended: "review", headTitle: "主任", differs: false },
      "沂南县公安局出庭人员主任是否属于负责人待人工认定。",
    ],
  ],
  "difference-answered": [
    [{ respondent, side: "agency" }, "沂南县公安局的出庭记载，该单位已答复核对意见。"],
    [{ respondent, side: "court" }, "沂南县公安局的出庭记载，法院已答复核对意见。"],
  ],
  "difference-settled": [
    [{ respondent, settledBy: "bureau" }, "沂南县公安局的出庭记载已核对完毕（司法局认定）。"],
  ],
  "appeal-filed": [[{}, "收到上诉状。"]],
  "appeal-linked": [[{ appeal: caseNumber("（2026）鲁13行终5号") }, "二审案号（2026）鲁13行终5号。"]],
  "case-closed": [[{}, "已结案。"]],
  "case-halted": [
    [{ result: "suspended" }, "中止诉讼，尚未结案。"],
    [{ result: "transferred" }, "移送其他法院，尚未结案。"],
  ],
  "action-withdrawn": [[{ respondent }, "原告撤回对沂南县公安局的起诉，本案对其余被告继续审理。"]],
  "deadline-met": [
    [{ respondent, kind: "report", on: day }, "沂南县公安局三日报告已于2026年9月24日登记。"],
    [{ respondent, kind: "filing", on: day }, "沂南县公安局二日备案已于2026年9月24日登记。"],
  ],
  "deadline-recomputed": [[{ respondent, due: day }, "沂南县公安局的期限重新计算为2026年9月24日。"]],
  "report-returned": [[{ respondent }, "沂南县公安局的报告已退回，待重新报告。"]],
  "appearance-notice": [
    [{}, "收到出庭通知书。"],
    [
      { late: { hearing, clearDays: 3, verdict: "tight" } },
      "收到出庭通知书，距2026年9月24日 9:00 第五审判庭开庭仅3个整日，时间紧。",
    ],
    [
      { late: { hearing: { date: day }, clearDays: 1, verdict: "violation" } },
      "收到出庭通知书，距2026年9月24日开庭仅1个整日，不足开庭三日前送达的要求（法释〔2020〕3号第五条），请与法院核实。",
    ],
  ],
  "appearance-arranged": [
    [{ by: "agreed", respondents: ["沂南县公安局"] }, "法院文书载明，经协商由沂南县公安局负责人出庭。"],
    [
      { by: "court", respondents: ["沂南县公安局", "沂南县水利局"] },
      "法院文书载明，人民法院确定由沂南县公安局、沂南县水利局负责人出庭。",
    ],
  ],
  "court-note": [[{}, "法院发来庭前提示，已转发。"]],
  "court-paper": [
    [{ kind: "response-notice" }, "收到应诉通知书，尚未定开庭时间。"],
    [{ kind: "complaint" }, "收到起诉状，尚未定开庭时间。"],
    [{ kind: "judicial-suggestion" }, "收到法院的司法建议书，已附在本案，请研究办理。"],
    [{ kind: "service-receipt" }, "收到送达回证。"],
    [{ kind: "enforcement-notice" }, "收到人民法院的执行通知书，请立即督促履行。"],
  ],
  "appeal-chosen": [
    [
      { respondent, choice: "accept", leader: "王建国，局长" },
      "沂南县公安局报送上诉决定：服判，不上诉（王建国，局长批准）。",
    ],
  ],
  "judgment-effective": [
    [{ respondent, on: day }, "裁判自2026年9月24日起生效，沂南县公安局有应当履行的事项的，核定后按期督促。"],
  ],
  "order-performed": [
    [{ respondent, item: 1, on: day, source: "agency" }, "沂南县公安局已于2026年9月24日履行判项第1项。"],
    [
      { respondent, item: 2, on: day, source: "court" },
      "人民法院登记沂南县公安局已于2026年9月24日履行判项第2项。",
    ],
  ],
  "performance-refused": [[{ respondent, item: 1 }, "人民法院认为沂南县公安局尚未履行判项第1项，请督促。"]],
  "higher-ruled": [
    [
      { number: caseNumber("（2026）鲁13行终5号"), result: "upheld" },
      "上级法院（2026）鲁13行终5号维持原裁判。",
    ],
  ],
  "handling-form-submitted": [
    [
      { respondent: "临沂市人民政府", agency: "临沂市公安局" },
      "案件办理单已报临沂市人民政府审批，拟指派临沂市公安局出庭应诉。",
    ],
  ],
  "handling-form-returned": [[{ respondent: "临沂市人民政府" }, "临沂市人民政府退回了案件办理单。"]],
  "designation-made": [
    [{ respondent: "临沂市人民政府", agency: "临沂市公安局" }, "临沂市人民政府指派临沂市公安局出庭应诉。"],
  ],
  "ledger-received": [
    [{ ...ledger, ...nothing }, "收到沂南县人民法院2026年8月台账，12件。"],
    [
      { ...ledger, opened: 3, withdrawn: 2, unusable: 1, doubtful: 4 },
      "收到沂南县人民法院2026年8月台账，12件，其中3件此前未收到文书，前一版列有而本次未列的2件已不再计入，1行不能使用，4处有疑问，已请法院核对。",
    ],
  ],
  "observations-behind": [
    [
      { jurisdiction: "沂南县", year: "2026" as Year, held: 1, atLeast: 2 },
      "沂南县2026年已旁听庭审1次，截至目前应完成2次，请督促。",
    ],
  ],
  "urging-announced": [
    [
      { respondent, kind: "report", sitting: 1, due: day, letterOn: civilDate("2026-09-28"), hearing: day },
      "沂南县公安局三日报告应于2026年9月24日前报送，至今未登记收到；不作处理的，2026年9月28日（星期一）发督办函。",
    ],
    [
      { respondent, kind: "filing", sitting: 1, due: day, letterOn: day, hearing: day, heldUntil: day },
      "沂南县公安局二日备案应于2026年9月24日前报送，至今未登记收到，暂缓督办至2026年9月24日期满；不作处理的，2026年9月24日（星期四）发督办函。",
    ],
    [
      { respondent, kind: "performance", due: day, letterOn: day },
      "沂南县公安局履行生效裁判应于2026年9月24日前完成，至今未登记完成；不作处理的，2026年9月24日（星期四）发督办函。",
    ],
    [
      { respondent, kind: "report", sitting: 1, due: day, hearing: day },
      "沂南县公安局三日报告应于2026年9月24日前报送，至今未登记收到；2026年9月24日（星期四）开庭，按期督办已来不及，请电话督促，或者今日发函。",
    ],
  ],
  urged: [
    [
      { respondent, kind: "report", sitting: 1, due: day, copy: "confirm" },
      "已向沂南县公安局发督办函（三日报告应于2026年9月24日前报送）。需要抄送其上级机关的，请确认。",
    ],
    [
      { respondent, kind: "report", sitting: 1, due: day, copy: { afterWorkingDays: 2 } },
      "已向沂南县公安局发督办函（三日报告应于2026年9月24日前报送）。2个工作日后仍未办理的，抄送其上级机关；不抄送的，请注明。",
    ],
    [
      { respondent, kind: "filing", sitting: 1, due: day, copy: "automatic" },
      "已向沂南县公安局发督办函（二日备案应于2026年9月24日前报送）。同时抄送其上级机关。",
    ],
    [
      { respondent, kind: "defence", due: day, copy: "automatic" },
      "已向沂南县公安局发督办函（答辩应于2026年9月24日前完成）。同时抄送其上级机关。",
    ],
  ],
  "urging-copied": [
    [{ respondent, kind: "report", sitting: 1 }, "沂南县公安局三日报告的督办函已抄送其上级机关。"],
  ],
  "defence-drafted": [[{ respondent }, "沂南县公安局已报送拟提交法院的答辩状、证据，请审阅。"]],
  "extension-asked": [[{ respondent }, "沂南县公安局申请延期提供证据，已转人民法院。"]],
  "duty-moved": [
    [
      { respondent, kind: "evidence", due: civilDate("2026-10-23"), why: "extended" },
      "沂南县公安局举证期限经准许延长至2026年10月23日。",
    ],
    [
      { respondent, kind: "defence", due: civilDate("2026-10-09"), why: "calendar" },
      "沂南县公安局答辩期限按节假日安排重新计算为2026年10月9日。",
    ],
  ],
  "suggestion-received": [
    [
      { court: "沂水县人民法院", to: "沂水县人民政府", toCheck: false },
      "收到沂水县人民法院致沂水县人民政府的司法建议书，已通知该单位办理。",
    ],
    [
      { court: "沂水县人民法院", to: "沂水县纪委监委", toCheck: true },
      "收到沂水县人民法院致沂水县纪委监委的司法建议书，主送单位或者建议内容需要核对，核对前不通知该单位，请在工作台账办理。",
    ],
  ],
  "suggestion-replied": [
    [
      { to: "沂水县人民政府", adoption: "partly" },
      "沂水县人民政府已对司法建议复函（部分采纳），已转人民法院。",
    ],
  ],
  "suggestion-announced": [
    [
      { agency: "沂水县人民政府", due: civilDate("2026-10-12"), letterOn: civilDate("2026-10-15") },
      "沂水县人民政府的司法建议复函应于2026年10月12日前报送，至今未收到；2026年10月15日（星期四）发督办函。不需督办的，请在此前联系该单位复函。",
    ],
  ],
  "topic-proposed": [
    [
      { court: "沂南县人民法院", text: "庭审笔录写明负责人职务" },
      "沂南县人民法院提出联席会议议题：庭审笔录写明负责人职务。请在工作台账中答复是否列入。",
    ],
  ],
  "point-overdue": [
    [
      { text: "核对笔录和台账", due: civilDate("2026-09-30"), owner: "沂南县公安局" },
      "联席会议议定事项逾期（2026年9月30日到期，责任单位沂南县公安局）：核对笔录和台账。",
    ],
    [
      { text: "核对笔录和台账", due: civilDate("2026-09-30") },
      "联席会议议定事项逾期（2026年9月30日到期）：核对笔录和台账。",
    ],
  ],
  "promise-overdue": [
    [
      { unit: "沂南县公安局", text: "明确分管负责人", due: civilDate("2026-11-16") },
      "沂南县公安局约谈承诺事项逾期（2026年11月16日到期）：明确分管负责人。",
    ],
  ],
  "observation-to-record": [
    [
      { observed: "（2026）鲁1321行初23号", date: civilDate("2026-09-24") },
      "2026年9月24日安排旁听的（2026）鲁1321行初23号一案，请在工作台账中登记参加情况。",
    ],
  ],
  "correction-announced": [
    [
      {
        agency: "沂南县公安局",
        due: civilDate("2026-10-12"),
        letterOn: civilDate("2026-10-15"),
      },
      "沂南县公安局的整改答复应于2026年10月12日前报送，至今未收到；2026年10月15日（星期四）发督办函。不需督办的，请在此前联系该单位答复，或者在工作台账中将该建议作废。",
    ],
  ],
  "file-registered": [
    [
      {
        file: "传票.pdf",
        kind: "summons",
        cases: ["（2026）鲁1302行初45号"],
        told: ["临沂市兰山区自然资源局"],
        unknown: ["兰山区某局"],
      },
      "传票.pdf：传票，（2026）鲁1302行初45号，已登记，已通知临沂市兰山区自然资源局；兰山区某局不在名录中，待司法局核对后通知。",
    ],
    [
      { file: "报告.docx", kind: "court-report", cases: [], told: [], unknown: [] },
      "报告.docx：台账报告，已登记。",
    ],
  ],
  "file-in-review": [
    [{ file: "扫描件.pdf", kind: "other" }, "扫描件.pdf：文书，内容待司法局复核，复核后登记。"],
  ],
  "file-rejected": [[{ file: "空文件.txt" }, "空文件.txt：不能使用，原因和办法见退件通知。"]],
  "file-known": [[{ file: "传票(1).pdf" }, "传票(1).pdf：与此前上传的文件相同，不再登记。"]],
  letter: [
    [
      {
        letter: {
          kind: "filing-due",
          case: CASE,
          respondent: RESPONDENT,
          deadline: FILING,
          hearing: HEARING,
        },
      },
      "山东沂河源建材有限公司诉临沂市兰山区自然资源局行政处罚一案已于2026年9月24日开庭，出庭备案应于2026年9月28日（星期一）前（含当日）报送，尚未登记收到。",
    ],
    [
      {
        letter: {
          kind: "hearing-reminder",
          case: CASE,
          respondent: RESPONDENT,
          hearing: HEARING,
          daysLeft: 3,
          reportOpen: false,
        },
      },
      "山东沂河源建材有限公司诉临沂市兰山区自然资源局行政处罚一案，3日后开庭：2026年9月24日（星期四）9:00，临沂市兰山区人民法院第三审判庭。请落实出庭安排、备齐身份证明等材料。",
    ],
  ],
  "as-written": [[{ text: "原定开庭取消或延期。" }, "原定开庭取消或延期。"]],
};

describe("what is new", () => {
  it.each(
    Object.entries(NEWS).flatMap(([type, cases]) =>
      cases.map(([data, words]) => [type, words, { type, ...data } as DigestNews] as const),
    ),
  )("%s: %s", (_, words, news) => expect(newsWords(news)).toBe(words));
});
