/**
 * September 2026 in Linyi, in memory: the sample files through the real use cases, the clock by the hour. What
 * people get is asserted as they see it: who, when, what.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { config } from "../../infra/config.ts";
import { DIRECTORY, END, MONTH, START } from "../../infra/local/city/scenario.ts";
import { attendanceOf } from "../../shared/domain/case-file/attendance.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { mayBeGathered } from "../../shared/domain/notices/agency-digest.ts";
import type { Notice } from "../../shared/domain/notices/notice.ts";
import { statistics } from "../../shared/domain/statistics/statistics.ts";
import { civilDateAt, clockTimeAt, type Month } from "../../shared/domain/time/time.ts";
import { newsWords } from "../../shared/letters/wording/digest-wording.ts";
import { historyLine } from "../../shared/letters/wording/history-wording.ts";
import { RULES } from "../support/case-builders.ts";
import { inOfficeHours, memoryCity } from "../support/memory-city.ts";

const city = memoryCity(START, undefined, { ...RULES, policy: config.policy });
const outcomes = new Map<string, string>();

beforeAll(async () => {
  await city.upload(DIRECTORY);
  for (const one of MONTH) {
    await city.until(one.at);
    if ("file" in one) outcomes.set(one.file, await city.upload(one));
    else await city.act(one);
  }
  await city.until(END);
});

/** Mails to an address, as `09-01 09:12 kind`. */
const mailsTo = (address: string, kind?: string) =>
  city.sent
    .filter(
      ({ notice }) =>
        notice.recipient.address === address && (kind === undefined || notice.content.kind === kind),
    )
    .map(({ at, notice }) => `${civilDateAt(at).slice(5)} ${clockTimeAt(at)} ${notice.content.kind}`);

/** A receipt is of one act: what is filed again after it was taken back has another. */
const whenFiled = ({ content }: Notice) =>
  content.kind === "receipt" && "at" in content.filed ? content.filed.at : "";

const fileOf = (number: string) => city.table.cases.get(caseNumber(number))?.file;

describe("what became of each file", () => {
  it("court papers are read, whatever their format and order", () => {
    const unread = [...outcomes]
      .filter(([, outcome]) => outcome !== "read")
      .map(([file, outcome]) => `${file}: ${outcome}`);
    expect(unread).toEqual([
      "0910-兰山-民事传票.txt: rejected",
      "0914-河东-传票-损坏.pdf: rejected",
      "0914-河东-空文件.txt: rejected",
    ]);
  });

  it("a rejected file is answered to its court, in office hours", () => {
    expect(mailsTo("clerk@lanshan-court.example.org", "document-rejected")).toEqual([
      "09-10 14:15 document-rejected",
    ]);
    expect(mailsTo("clerk@hedong-court.example.org", "document-rejected")).toHaveLength(2);
  });
});

describe("in whose name", () => {
  it("letters of a county's matters go in the name of its bureau, the city's in the city's, and nobody signs a letter to oneself", () => {
    const signers = new Map<string, Set<string>>();
    for (const { notice } of city.sent) {
      if (!("respondent" in notice.content)) continue;
      const { respondent } = notice.content;
      const file = fileOf(notice.content.case.caseNumber);
      const at = file?.respondents.find(({ name }) => name === respondent)?.identity?.jurisdiction ?? "";
      const to = notice.recipient.organisationName.endsWith("司法局") ? "司法局" : "";
      const key = `${at}${to}`;
      signers.set(key, (signers.get(key) ?? new Set()).add(notice.signer?.name ?? "系统"));
    }
    expect(Object.fromEntries([...signers].map(([at, names]) => [at, [...names]]))).toEqual({
      兰山区: ["兰山区司法局"],
      河东区: ["河东区司法局"],
      沂南县: ["沂南县司法局"],
      市本级: ["临沂市司法局"],
      兰山区司法局: ["系统"],
      河东区司法局: ["系统"],
      沂南县司法局: ["系统"],
      市本级司法局: ["系统"],
    });
  });
});

describe("the court that sends files", () => {
  it("hears once a working day what became of each, besides what comes back at once", () => {
    const receipts = city.sent.flatMap(({ at, notice: { recipient, content } }) =>
      content.kind === "files-receipt" ? [{ at, to: recipient.organisationName, lines: content.lines }] : [],
    );
    const mornings = receipts.map(({ at, to }) => `${to} ${civilDateAt(at)}`);
    expect(new Set(mornings).size).toBe(mornings.length);
    const said = receipts
      .filter(({ to }) => to === "临沂市河东区人民法院")
      .map(({ at, lines }) => `${civilDateAt(at)}: ${lines.map(({ news }) => newsWords(news)).join(" ")}`);
    expect(said).toEqual([
      "2026-09-08: 0907-河东-传票-行初45.txt：传票，（2026）鲁1312行初45号，已登记，已通知临沂市自然资源和规划局河东分局、河东区人民政府。",
      "2026-09-09: 0908-河东-判决书-行初9.txt：裁判文书，（2026）鲁1312行初9号，已登记。 0908-河东-送达回证-行初9.txt：送达回证，（2026）鲁1312行初9号，已登记。",
      "2026-09-14: 0911-河东-传票-行初52.txt：传票，（2026）鲁1312行初52号，已登记；临沂市河东区水务和河湖保障中心不在名录中，待司法局核对后通知。",
      // Of the 14th both files came back at once: there is nothing to add.
      "2026-09-23: 0922-河东-庭审笔录-行初45.txt：庭审笔录，（2026）鲁1312行初45号，已登记。",
      "2026-10-09: 1008-河东-庭审笔录-行初52.txt：庭审笔录，（2026）鲁1312行初52号，已登记；临沂市河东区水务和河湖保障中心不在名录中，待司法局核对后通知。",
    ]);
  });
});

describe("the agency that does everything in time", () => {
  it("hears of the hearing, what its bureau says to its report, is reminded twice, and asked to file", () => {
    expect(mailsTo("fazhi@lanshan-market.example.org").filter((mail) => !mail.includes("bulletin"))).toEqual([
      "09-01 09:12 hearing-notice",
      "09-03 09:00 report-due",
      "09-03 16:10 receipt",
      "09-04 09:20 report-returned",
      "09-04 15:30 receipt",
      "09-07 09:00 supervision",
      // Three days before is a Saturday: the Friday.
      "09-11 09:00 hearing-reminder",
      "09-14 09:00 hearing-reminder",
      "09-16 09:00 filing-due",
      "09-16 09:20 receipt",
      // A name was misspelt: taken back, and filed again by a link that was asked for.
      "09-16 09:50 taken-back",
      "09-16 10:00 desk-link",
      "09-16 10:10 receipt",
    ]);
  });

  it("has its report, its bureau's remarks and its filing in the case, and nothing is owed any more", () => {
    const file = fileOf("（2026）鲁1302行初101号");
    expect(file?.reports).toMatchObject([{ revision: 2, supervision: [{ by: "徐琳" }] }]);
    expect(file?.filings).toMatchObject([
      { by: "周敏", result: "judgment-later", staff: [{ name: "周敏", title: "法规科科长" }] },
    ]);
    expect(file?.takenBack).toMatchObject([{ act: "filing", by: "周敏", office: "own" }]);
    expect(file?.deadlines.filter(({ status }) => status === "open")).toEqual([]);
  });
});

describe("the agency that does nothing", () => {
  it("is urged the day after its bureau was informed, its superior once the bureau said so, and never twice for the same", () => {
    const mails = mailsTo("fazhi@lanshan-enforcement.example.org").filter(
      (mail) => !mail.includes("bulletin"),
    );
    expect(mails).toEqual([
      "09-01 10:05 hearing-notice",
      "09-03 09:00 report-due",
      "09-08 09:00 report-overdue",
      "09-14 09:00 hearing-reminder",
      "09-16 09:00 hearing-reminder",
      "09-18 09:00 filing-due",
      // Its filing differs from the record; on the make-up working Sunday it is asked again.
      // What came on paper its bureau has registered.
      "09-18 16:00 receipt",
      "09-18 16:00 attendance-difference",
      "09-20 09:00 attendance-difference",
      "09-22 09:00 difference-settled",
      // The court's proposal of the 25th, and the receipt for its reply.
      "09-28 09:00 suggestion-received",
      "09-29 10:40 suggestion-receipt",
    ]);
    expect(mailsTo("fawu@lanshan-government.example.org", "report-overdue")).toEqual([
      "09-08 09:20 report-overdue",
    ]);
  });

  it("counts as absent by the record; its own filing said otherwise, until it gave in to the court", () => {
    expect(mailsTo("fazhi@lanshan-enforcement.example.org", "attendance-difference")).toEqual([
      "09-18 16:00 attendance-difference",
      "09-20 09:00 attendance-difference",
    ]);
    expect(mailsTo("clerk@lanshan-court.example.org", "difference-settled")).toHaveLength(1);
    const file = fileOf("（2026）鲁1302行初102号");
    expect(file && attendanceOf(file, "兰山区综合行政执法局")).toMatchObject({
      present: false,
      difference: false,
    });
  });
});

describe("督办", () => {
  it("is in the digest of the morning before, and in that of its own day", () => {
    const lines = city.sent.flatMap(({ at, notice: { recipient, content } }) =>
      content.kind === "digest" && recipient.address === "yingsu@lanshan-justice.example.org"
        ? content.lines.flatMap(({ news, caseNumber }) =>
            caseNumber === "（2026）鲁1302行初102号" && news.type.startsWith("urg")
              ? [`${civilDateAt(at).slice(5)} ${news.type}`]
              : [],
          )
        : [],
    );
    expect(lines).toEqual(["09-07 urging-announced", "09-08 urged", "09-09 urging-copied"]);
  });

  it("that a bureau has put off comes when the time is over", () => {
    expect(mailsTo("fazhi@yinan-police.example.org", "report-overdue")).toEqual([
      "09-17 09:00 report-overdue",
    ]);
  });

  it("reaches no superior without a person's word", () => {
    const copies = city.sent.flatMap(({ notice: { content } }) =>
      "copy" in content && content.copy && content.kind.endsWith("overdue") && "case" in content
        ? [content.case.caseNumber]
        : [],
    );
    expect(copies).toEqual(["（2026）鲁1302行初102号"]);
  });
});

describe("the postponed hearing", () => {
  it("is called off and set anew in one letter, with a calendar file for each", () => {
    const [changed] = city.sent.filter(({ notice }) => notice.content.kind === "hearing-changed");
    expect(changed?.notice.content).toMatchObject({
      cancelled: { date: "2026-09-24" },
      hearing: { date: "2026-09-29", time: "09:30" },
    });
  });

  it("sends no reminder for the day that was called off", () => {
    const after = city.sent.filter(
      ({ at, notice }) => civilDateAt(at) >= "2026-09-22" && notice.content.kind === "hearing-reminder",
    );
    expect(after.map(({ notice }) => notice.content)).not.toContainEqual(
      expect.objectContaining({
        case: expect.objectContaining({ caseNumber: "（2026）鲁1321行初23号" }),
        hearing: expect.objectContaining({ date: "2026-09-24" }),
      }),
    );
  });
});

describe("an obstacle", () => {
  it("goes to the court, whose answer reaches agency, head and bureau before the hearing, and is in the history", async () => {
    expect(mailsTo("clerk@yinan-court.example.org", "obstacle-reported")).toEqual([
      "09-23 15:00 obstacle-reported",
    ]);
    for (const reader of ["fazhi@yinan-police", "head@yinan-police", "yingsu@yinan-justice"])
      expect(mailsTo(`${reader}.example.org`, "obstacle-answered")).toEqual([
        "09-24 09:30 obstacle-answered",
      ]);
    expect(mailsTo("clerk@yinan-court.example.org", "receipt")).toEqual(["09-24 09:30 receipt"]);
    const history = await city.records.history(caseNumber("（2026）鲁1321行初23号"));
    expect(history.map(({ event }) => historyLine({ at: START, cause: "", event }).what)).toContain(
      "法院答复沂南县公安局的出庭障碍：不准许，负责人应当出庭。会议期间可以由分管副局长出庭应诉。",
    );
  });
});

describe("the municipal government's case", () => {
  it("goes from the bureau's form by the government's approval to the agency that answers for it", () => {
    expect(mailsTo("yingsu@linyi-justice.example.org", "case-handling-form")).toEqual([
      "09-07 09:05 case-handling-form",
    ]);
    expect(mailsTo("fawu@linyi-government.example.org", "handling-form-submitted")).toHaveLength(1);
    expect(mailsTo("fazhi@linyi-land.example.org", "designation-order")).toEqual([
      "09-08 11:00 designation-order",
    ]);
    // Its office proposes who is to appear; its leader approves by the link that was passed on to him.
    expect(mailsTo("fawu@linyi-government.example.org", "approval-requested")).toEqual([
      "09-08 09:40 approval-requested",
    ]);
    expect(fileOf("（2026）鲁13行初12号")?.handlingForms).toMatchObject([
      {
        opinion: { by: "赵启明", head: { name: "周岚", title: "副市长" } },
        answer: { approved: true, by: "周岚" },
      },
    ]);
    expect(mailsTo("fazhi@linyi-land.example.org", "court-note")).toEqual(["09-18 09:00 court-note"]);
    const file = fileOf("（2026）鲁13行初12号");
    expect(file?.deadlines.map(({ kind, status }) => `${kind} ${status}`).toSorted()).toEqual([
      "filing met",
      "report met",
    ]);
    expect(file?.attendance).toMatchObject([{ source: "hearing-record" }, { source: "filing" }]);
  });
});

describe("an agency nobody knows", () => {
  it("is a task for the district's bureau the next working morning and each one until the hearing, and nobody else is told", () => {
    const mails = city.sent.filter(({ notice }) => notice.content.kind === "unknown-agency");
    // Sunday the 20th is worked; the 25th to the 27th are the Mid-Autumn Festival.
    const days = [14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 28, 29];
    expect(mails.map(({ at, notice }) => [civilDateAt(at), notice.recipient.address])).toEqual(
      days.map((day) => [`2026-09-${day}`, "yingsu@hedong-justice.example.org"]),
    );
    expect(
      city.sent.filter(
        ({ notice }) =>
          JSON.stringify(notice.content).includes("水务和河湖保障中心") &&
          notice.content.kind.startsWith("hearing"),
      ),
    ).toEqual([]);
  });
});

describe("a case that was lost", () => {
  it("is reported, and its bureau makes a proposal for correction of the report", () => {
    const file = fileOf("（2026）鲁1312行初9号");
    // Served last on 14 August: the fifteenth day after it is Saturday the 29th, so until Monday the 31st; it holds since 1 September.
    expect(file?.duties).toMatchObject([
      { kind: "loss-report", startsOn: "2026-09-01", deadline: { due: "2026-10-08" }, status: "met" },
    ]);
    expect(file?.losses).toMatchObject([{ causes: ["procedure"], verdict: { accepted: true } }]);
    expect(mailsTo("yingsu@hedong-justice.example.org", "loss-reported")).toHaveLength(1);
    const correction = city.sent.find(
      ({ notice }) =>
        notice.recipient.address === "fazhi@hedong-land.example.org" &&
        notice.content.kind === "correction-proposed",
    );
    expect(correction?.notice.content).toMatchObject({
      correction: { caseNumber: "（2026）鲁1312行初9号", proposal: expect.stringContaining("审核清单") },
    });
  });
});

describe("second instance", () => {
  it("knows the first, stands alone, and the appeal opens the first", () => {
    expect(fileOf("（2026）鲁13行终66号")).toMatchObject({
      originCaseNumber: "（2026）鲁1302行初88号",
      state: "heard",
    });
    expect(fileOf("（2026）鲁1302行初88号")).toMatchObject({
      appeals: ["（2026）鲁13行终66号"],
      court: "临沂市兰山区人民法院",
    });
  });
});

describe("everybody's patience", () => {
  it("nobody gets the same mail twice", () => {
    const mails = city.sent.map(
      ({ notice, subject }) =>
        `${notice.recipient.address} ${civilDateAt(notice.createdAt)} ${subject} ${whenFiled(notice)}`,
    );
    expect(mails.filter((mail, index) => mails.indexOf(mail) !== index)).toEqual([]);
  });

  it("mails leave in office hours, but for what the 3rd of October won't wait for", () => {
    const late = city.sent.filter(({ at }) => !inOfficeHours(at)).map(({ notice }) => notice.content.kind);
    expect([...new Set(late)].toSorted()).toEqual(["bulletin", "ledger-due"]);
  });

  it("bureaus get one digest a day at most", () => {
    const digests = city.sent
      .filter(({ notice }) => notice.content.kind === "digest")
      .map(({ at, notice }) => `${notice.recipient.address} ${civilDateAt(at)}`);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it("agencies get one mail of the day at most, and what may wait for it in no second letter of that day", () => {
    const gathered = city.sent.flatMap(({ at, notice: { recipient, content } }) =>
      content.kind === "agency-digest" || (mayBeGathered(content) && !recipient.address.startsWith("clerk@"))
        ? [
            `${recipient.address} ${civilDateAt(at)} ${"case" in content ? content.case.caseNumber : ""} ${content.kind}`,
          ]
        : [],
    );
    expect(gathered.length).toBeGreaterThan(0);
    expect(gathered.filter((one, index) => gathered.indexOf(one) !== index)).toEqual([]);
  });

  it("a court whose ledger has come in is not reminded of it", () => {
    expect(
      mailsTo("clerk@lanshan-court.example.org", "ledger-due").filter((mail) => mail >= "10-01 10:00"),
    ).toEqual([]);
    expect(
      mailsTo("clerk@yinan-court.example.org", "ledger-due").filter((mail) => mail >= "10"),
    ).toHaveLength(2);
  });
});

describe("the month's figures", () => {
  it("count what was heard: eight cases, one head absent, of one of two respondents nobody says whose was to come", async () => {
    const rows = await Array.fromAsync(city.records.monthRows("3713", "2026-09" as Month));
    const figures = statistics(rows, { month: "2026-09" as Month });
    expect(figures).toMatchObject({
      total: { heard: 8, present: 7, absent: 1 },
      first: { heard: 7, present: 6 },
      second: { heard: 1, present: 1 },
      enterprise: { heard: 3, present: 3 },
      agencyLevel: { heard: 9, present: 7, absent: 1, unknown: 1, unstated: 1 },
    });
  });

  it("stand in the bulletin that the bureau signs, and in its correction, and in none before", () => {
    const bulletins = city.sent.filter(
      ({ notice }) => notice.content.kind === "bulletin" && !notice.content.draft,
    );
    expect(new Set(bulletins.map(({ at, subject }) => `${civilDateAt(at)} ${subject}`))).toEqual(
      new Set([
        "2026-10-04 【月通报】临沂市2026年9月 案件出庭率85.71%（6/7件）",
        "2026-10-08 【月通报】临沂市2026年9月（第2版） 案件出庭率87.50%（7/8件）",
      ]),
    );
  });
});
