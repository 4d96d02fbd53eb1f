import { describe, expect, it } from "vitest";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { noticeNumber } from "../../shared/domain/notices/notice-number.ts";
import { civilDate, clockTime } from "../../shared/domain/time/time.ts";
import { composeMail } from "../../shared/letters/compose.ts";
import { AGENCY, CASE, HEARING, MOVED, noticeOf, RESPONDENT, SAMPLES, SENDER } from "./sample-notices.ts";

const mailOf = (name: keyof typeof SAMPLES) => {
  const notice = SAMPLES[name];
  if (notice === undefined) throw new Error(`no sample ${name}`);
  return composeMail(notice, SENDER);
};

describe("every mail", () => {
  it.each(Object.keys(SAMPLES))(
    "%s: shows sender, number, reader, date and that it is no service",
    (name) => {
      const notice = SAMPLES[name as keyof typeof SAMPLES] ?? expect.fail();
      const { text, subject, to, date } = composeMail(notice, SENDER);
      expect(text.startsWith(`临沂市司法局\n${noticeNumber(notice)}\n`)).toBe(true);
      expect(text).toContain(`\n${notice.recipient.organisationName}（${notice.recipient.name}）：\n`);
      expect(text).toContain("临沂市司法局\n　　　　　　　　2026年9月18日\n");
      expect(text).toContain("本邮件是工作提醒，不是法律文书的送达");
      expect(text).toMatch(/^▶ /m);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\d{4}-\d{2}-\d{2}/);
      expect(subject).toMatch(/^【[^】]+】/);
      expect([...subject].length).toBeLessThanOrEqual(100);
      expect(to).toBe(notice.recipient);
      expect(date).toBe(notice.createdAt);
      if ("case" in notice.content) {
        const { caseNumber: number } = notice.content.case;
        expect(subject).toContain(`】${number} `);
        expect(text).toContain(`案号：${number}\n`);
      }
    },
  );

  it("is the same for the same notice", () => {
    for (const notice of Object.values(SAMPLES)) {
      expect(composeMail(notice, SENDER)).toEqual(composeMail(structuredClone(notice), SENDER));
    }
  });
});

describe("a question to a court", () => {
  it("about another court's case names that court and how to confirm it", () => {
    const { subject, text } = mailOf("document-question.elsewhere");
    expect(subject).toBe("【请核对】传票内容待核对：传票.docx");
    expect(text).toContain("按案号属于沂南县人民法院，不是");
    expect(text).toContain("确应由贵院上传的，也可以不重新上传，告知司法局");
  });

  it("about a bureau's copy asks for the paper, and says that nothing was concluded", () => {
    const { subject, text } = mailOf("document-question.copy");
    expect(subject).toBe("【请上传】司法局收到裁判文书复制件：判决书.pdf");
    expect(text).toContain("▶ 请办：将该文书上传至贵院的上传目录\n");
    expect(text).toContain("系统没有据此登记");
    expect(text).not.toContain("bureaus/");
  });
});

describe("a hearing notice", () => {
  it("tells the legal section what to report by when, how that day was found, and what to bring", () => {
    const { subject, text } = mailOf("hearing-notice");
    expect(subject).toBe("【开庭提醒】（2026）鲁1302行初45号 9月24日9:00开庭，请于9月20日前报告");
    expect(text).toContain("▶ 时限：2026年9月20日（星期日）前（含当日）报告\n");
    expect(text).toContain("▶ 开庭：2026年9月24日（星期四）9:00，临沂市兰山区人民法院第三审判庭\n");
    expect(text).toContain("2026年9月17日收到传票，自2026年9月18日起算");
    expect(text).toContain("2026年9月20日为周日，调休上班。");
    for (const paper of ["负责人身份证明：", "授权委托书：", "居民身份证：", "答辩状"])
      expect(text).toContain(paper);
    expect(text).toContain("不得仅委托律师出庭（行诉解释第一百二十八条）");
  });

  it("tells the head to appear with a sealed paper, and what to do if he can't", () => {
    const { subject, text } = mailOf("hearing-notice.head");
    expect(subject).toBe("【请出庭应诉】（2026）鲁1302行初45号 9月24日9:00开庭，请负责人出庭");
    expect(text).toContain("▶ 请办：出庭应诉，庭前提交盖章的身份证明\n");
    expect(text).toContain("加盖本机关印章。不符合要求又未补正的，视为未出庭");
    expect(text).toContain("法释〔2020〕3号第八条");
    expect(text).not.toContain("时限");
  });

  it("says that a deadline is provisional while the year's holidays are unknown", () => {
    const { text } = mailOf("hearing-notice.provisional");
    expect(text).toContain("▶ 时限：2027年2月8日（星期一，暂定）前（含当日）报告\n");
  });

  it("asks for the head alone where the report is in", () => {
    const { subject, text } = composeMail(
      noticeOf({
        kind: "hearing-notice",
        case: CASE,
        respondent: RESPONDENT,
        hearing: HEARING,
        audience: "legal-section",
      }),
      SENDER,
    );
    expect(subject).toBe("【开庭提醒】（2026）鲁1302行初45号 9月24日9:00开庭，请安排负责人出庭");
    expect(text).not.toContain("报告时限");
  });

  it("points to the summons where hour and place are not known", () => {
    const { time: _, place: __, ...dayOnly } = HEARING;
    const { subject, text } = composeMail(
      noticeOf({
        kind: "hearing-notice",
        case: CASE,
        respondent: RESPONDENT,
        hearing: dayOnly,
        audience: "head",
      }),
      SENDER,
    );
    expect(subject).toContain("9月24日开庭");
    expect(text).toContain("开庭时间：2026年9月24日（星期四），具体时间以传票为准\n开庭地点：以传票为准\n");
  });

  it("calls the parties of a second instance by their roles in the first", () => {
    const { text } = composeMail(
      noticeOf({
        kind: "hearing-notice",
        case: { ...CASE, caseNumber: caseNumber("（2026）鲁13行终8号") },
        respondent: RESPONDENT,
        hearing: HEARING,
        audience: "legal-section",
      }),
      SENDER,
    );
    expect(text).toContain("一审原告：山东沂河源建材有限公司\n一审被告：临沂市兰山区自然资源局\n");
    expect(text).not.toContain("起诉状副本");
  });
});

describe("an urgent hearing", () => {
  it("tells the agency the hour before which it reports, and the bureau whom to telephone", () => {
    const { subject, text } = mailOf("hearing-notice.urgent");
    expect(subject).toBe("【紧急】（2026）鲁1302行初45号 9月24日9:00开庭，请于9月24日9:00开庭前报告");
    expect(text).toContain("▶ 时限：2026年9月24日（星期四）9:00开庭前报告\n");
    expect(text).toContain("负责人身份证明书（.docx 文件）");
    const task = mailOf("urgent-hearing");
    expect(task.subject).toContain("请即电话告知");
    expect(task.text).toContain("▶ 联系人：丁一 0539-1234567\n");
  });
});

describe("the first word about a sitting nobody told of", () => {
  it("asks by a day that lies ahead, says why, and knows of no delay", () => {
    const { subject, text } = mailOf("filing-asked");
    expect(subject).toBe("【出庭备案】（2026）鲁1302行初45号 请于10月14日前备案出庭情况");
    expect(text).toContain("此前没有向贵单位发过提醒");
    expect(text).toContain("2026年10月12日首次告知，办理时间延至2026年10月14日");
    expect(text).not.toMatch(/逾期|督办|尚未/);
  });

  it("asks for a confirmation alone where the record says that the head was there", () => {
    const { subject, text } = mailOf("filing-asked.answered");
    expect(subject).toContain("请于10月14日前确认出庭情况");
    expect(text).toContain("程砚秋");
    expect(text).not.toContain("备案内容");
  });
});

describe("the first word about a sitting that only a ledger tells of", () => {
  it("says so, and repeats the ledger's word", () => {
    const { text } = mailOf("filing-asked.ledger");
    expect(text).toContain("系统根据法院报送的台账登记了本案");
    expect(text).toMatch(/法院台账记载.*未出庭/u);
    expect(text).not.toMatch(/逾期|督办|尚未/u);
  });
});

describe("a reminder of a hearing", () => {
  it("the last one goes to the head in person, and to a government that designated an agency", () => {
    expect(mailOf("hearing-reminder.head").subject).toBe(
      "【请出庭应诉】（2026）鲁1302行初45号 明天开庭（9月24日9:00）",
    );
    expect(mailOf("hearing-reminder.government").text).toContain(
      "落实临沂市兰山区自然资源局出庭应诉的负责人",
    );
  });

  it("says how near it is and that the report is missing", () => {
    const { subject, text } = mailOf("hearing-reminder");
    expect(subject).toContain("明天开庭（9月24日9:00），请于开庭前报告");
    expect(text).toContain("▶ 开庭：明天：2026年9月24日（星期四）9:00");
    const later = composeMail(
      noticeOf({
        kind: "hearing-reminder",
        case: CASE,
        respondent: RESPONDENT,
        hearing: HEARING,
        daysLeft: 3,
        reportOpen: false,
      }),
      SENDER,
    );
    expect(later.subject).toContain("还有3天开庭（9月24日9:00），请确认负责人到庭");
    expect(later.text).not.toContain("三日报告尚未收到");
  });
});

describe("a changed hearing", () => {
  it("names the new day, voids the old one and gives the new deadline", () => {
    const { subject, text } = mailOf("hearing-changed");
    expect(subject).toBe(
      "【开庭改期】（2026）鲁1302行初45号 原9月24日改为10月15日14:30开庭，请于10月8日前报告",
    );
    expect(text).toContain("▶ 改为：2026年10月15日（星期四）14:30至16:00，临沂市兰山区人民法院第一审判庭\n");
    expect(text).toContain("▶ 作废：原定2026年9月24日（星期四）9:00");
    expect(text).toContain("2026年10月1日为周四，节假日安排放假，顺延至2026年10月8日");
  });

  it("says what changed where the day stays", () => {
    expect(mailOf("hearing-changed.hour").subject).toContain("9月24日开庭时间改为10:30，请调整出庭安排");
    const room = composeMail(
      noticeOf({
        kind: "hearing-changed",
        case: CASE,
        respondent: RESPONDENT,
        cancelled: HEARING,
        hearing: { ...HEARING, place: "第五审判庭", sequence: 1 },
      }),
      SENDER,
    );
    expect(room.subject).toContain("9月24日开庭地点改为第五审判庭");
  });

  it("keeps a hearing put off apart from a case that is over", () => {
    const open = mailOf("hearing-changed.no-date");
    expect(open.subject).toContain("【延期开庭】（2026）鲁1302行初45号 9月24日9:00不开庭，新的时间待定");
    expect(open.text).toContain("新的开庭日确定后重新计算");
    const closed = mailOf("hearing-changed.closed");
    expect(closed.subject).toContain("【开庭取消】（2026）鲁1302行初45号 9月24日9:00不再开庭，案件已结");
    expect(closed.text).not.toContain("新的开庭");
    expect(closed.text).not.toContain("延期");
    const released = mailOf("hearing-changed.no-longer-sued");
    expect(released.subject).toContain(`【无须出庭】（2026）鲁1302行初45号 原告已撤回对${RESPONDENT}的起诉`);
    expect(released.text).toContain("原定开庭不变");
  });
});

describe("letters about deadlines", () => {
  it.each([
    ["report-due", "请于9月20日前报告应诉意见", "▶ 时限：2026年9月20日（星期日）前（含当日）\n"],
    ["report-overdue", "三日报告逾期1日，请立即补报", "▶ 时限：已逾期1日，请于收到本函当日补报\n"],
    ["filing-due", "请于9月28日前备案出庭情况", "▶ 时限：2026年9月28日（星期一）前（含当日）\n"],
    ["filing-overdue", "出庭备案逾期3日，请立即补报", "▶ 时限：已逾期3日，请于收到本函当日补报\n"],
    ["duty-overdue", "答辩、举证逾期1日，请立即办理", "▶ 请办：立即向人民法院提交答辩状、作出"],
    ["ledger-due", "2026年8月行政案件台账请于9月3日前报送", "▶ 时限：2026年9月3日（星期四）前（含当日）\n"],
    [
      "ledger-due.over",
      "2026年8月行政案件台账逾期2日，请立即报送",
      "▶ 时限：应于2026年9月3日（星期四）前报送，已逾期2日",
    ],
  ] as const)("%s", (name, subject, limit) => {
    const mail = mailOf(name);
    expect(mail.subject).toContain(subject);
    expect(mail.text).toContain(limit);
  });

  it("asks for no report of what isn't reported", () => {
    for (const name of ["duty-overdue", "duty-overdue.copy"] as const) {
      const { subject, text } = mailOf(name);
      expect(subject + text, name).not.toMatch(/补报|补办|报送/u);
    }
    expect(mailOf("duty-overdue.copy").text).toContain(`▶ 请办：督促${RESPONDENT}立即向人民法院提交答辩状`);
  });

  it("says of a reply that it isn't registered, not that there is none", () => {
    const { subject, text } = mailOf("suggestion-due");
    expect(subject).toContain("尚未登记收到");
    expect(text).toContain("已经直接函复人民法院的");
  });

  it("an online hearing's number stays in the calendar of the letter that asks for its principal", () => {
    const of = SAMPLES["principal-notice"] ?? expect.fail();
    const content = { ...of.content, meeting: { meeting: "832456091" } } as typeof of.content;
    const mail = composeMail({ ...of, content }, SENDER);
    expect(mail.text).toContain("832456091");
    expect(mail.calendar?.content.replace(/\r\n /gu, "")).toContain("会议号832456091");
  });

  it.each(["report-overdue.copy", "filing-overdue.copy"] as const)(
    "%s says that it is a copy and for what",
    (name) => {
      const { subject, text } = mailOf(name);
      expect(subject).toContain("【督办抄送】");
      expect(subject).toContain(`${RESPONDENT}`);
      expect(text).toContain(`▶ 请办：督促${RESPONDENT}立即补报`);
      expect(text).toMatch(/现抄送贵单位，请作为其上级机关督促办理；贵单位无须(?:报告|备案)。/);
      expect(text).not.toContain("收到本函当日");
    },
  );
});

describe("letters about files and the directory", () => {
  it("a rejection says which file, when, why, what to do, and that nothing is lost", () => {
    const { subject, text } = mailOf("document-rejected");
    expect(subject).toContain("【退件】传票（沂河源）20260917.pdf：这不是行政案件的文书");
    expect(text).toContain("文件名：传票（沂河源）20260917.pdf\n收到时间：2026年9月17日 16:42\n");
    expect(text).toContain("▶ 请办：如系误传，无需处理");
    expect(text).toContain("原件已原样保存，不会丢失");
  });

  it("a review shows each fact with its confidence and its words", () => {
    const { text } = mailOf("document-review");
    expect(text).toContain(
      "开庭时间：2026年9月24日 9:00\n　　把握：82%（中）\n　　原文：时间：2026年9月24日上午9时0分至10时30分\n",
    );
    expect(text).toContain("临沂市兰山区自然资源局负责人是否出庭：待认定\n　　把握：55%（低，请重点核对）\n");
    expect(text).toContain("▶ 疑点：临沂市兰山区自然资源局出庭人员的职务为“主任”");
  });

  it("an unknown agency is named, with the hearing nobody was told of", () => {
    const { subject, text } = mailOf("unknown-agency");
    expect(subject).toContain("名录中没有“兰山区国土局”，9月24日9:00开庭，尚未通知");
    expect(text).toContain("核实前请先用电话通知");
  });

  it("an address that is missing altogether is said to be", () => {
    const { text } = composeMail(
      noticeOf({
        kind: "address-failed",
        organisationName: "沂南县公安局",
        address: undefined,
        cause: "no-address",
        about: { type: "subject", subject: { of: "case", caseNumber: CASE.caseNumber } },
      }),
      SENDER,
    );
    expect(text).toContain("原地址：名录中没有\n");
  });
});

describe("bulletin and digest", () => {
  it("the bulletin shows the key figures and names its files", () => {
    const { subject, text } = mailOf("bulletin");
    expect(subject).toBe("【月通报】临沂市2026年8月 案件出庭率89.78%（123/137件）");
    expect(text).toContain(
      "合计：开庭 137，出庭 123，案件出庭率 89.78%\n其中涉企：开庭 41，出庭 41，案件出庭率 100%\n",
    );
    expect(text).toContain("负责人未出庭12件（14个单位次）；出庭情况待核实2件（3个单位次）");
    expect(text).toContain("1. 临沂市行政应诉月通报（2026年8月，第1版）.docx\n");
    expect(mailOf("bulletin.draft").text).toContain("（征求意见稿）（第2版）");
  });

  it("the digest keeps the lines of a case together, oldest first", () => {
    const { text } = mailOf("digest");
    expect(text).toContain(
      "【（2026）鲁1302行初45号】\n\n1. 新收案件，临沂市兰山区人民法院，被告临沂市兰山区自然资源局。（2026年9月17日 16:45）\n2. 定于2026年9月24日 9:00 第三审判庭开庭，被告临沂市兰山区自然资源局。",
    );
  });
});

it("a subject made of what files say stays one short line", () => {
  const mail = composeMail(
    noticeOf(
      {
        kind: "unknown-agency",
        case: { ...CASE, plaintiffs: ["某甲\r\nBcc: x@example.org"] },
        name: `某局\r\nBcc: x@example.org\r\n${"很长".repeat(200)}`,
        hearing: { ...MOVED, date: civilDate("2026-10-15"), time: clockTime("14:30") },
      },
      AGENCY,
    ),
    SENDER,
  );
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect([...mail.subject].length).toBeLessThanOrEqual(100);
  expect(mail.subject).toContain("…”，10月15日14:30开庭，尚未通知");
});
