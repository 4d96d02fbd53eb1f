/** What does an agency or a court get back in writing of what it handed in, and who gets none? */
import { describe, expect, it } from "vitest";
import { basisOf, type DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { receiptLadder } from "../../../shared/domain/obligations/receipt-ladder.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { at, eventsOf, given, POLICE, record, respondent, summons } from "../../support/case-builders.ts";

const COUNTY = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, COUNTY], thirdParties: [] } };
const waiting = given(summons(BOTH));
const heard = given(summons(BOTH), record({ ...BOTH, at: at("09-24", "17:00"), attendance: [] }));

/** What a respondent's receipts say, with whom each is for and until when it is of use. */
function receipts(file: CaseFile, of = POLICE) {
  return receiptLadder(file, of).flatMap(({ key, limit, notices }) =>
    notices(civilDateAt(at("09-28"))).map(({ audience, content }) => ({
      key,
      limit,
      to: audience.part === "respondent" ? audience.role : audience.part,
      ...(content.kind === "receipt" && { filed: content.filed, sitting: content.hearing?.date }),
    })),
  );
}
const keysOf = (file: CaseFile, of = POLICE) => receipts(file, of).map(({ key }) => key);

function acted(
  file: CaseFile,
  said: { readonly type: string; readonly at: Instant } & Record<string, unknown>,
): CaseFile {
  const whole = { by: "李明", respondent: POLICE.name, basis: basisOf(file, POLICE.name), ...said };
  return evolveAll(file, eventsOf(file, whole as unknown as DeskCommand)) ?? file;
}
const HEAD = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" } as const;
const PROOF = { name: "公函.pdf", sha256: "proof-1", bytes: 9 };
const reported = acted(waiting, {
  type: "submit-report",
  at: at("09-09"),
  report: { proposal: "请求驳回。", head: HEAD, others: [], proofs: [PROOF] },
});

describe("whoever reports", () => {
  it("reads what was reported, by whom and when, with the names of the papers, until the hearing begins", () => {
    expect(receipts(reported)).toEqual([
      {
        key: `receipt:report:1:${POLICE.name}`,
        limit: at("09-24", "09:00"),
        to: "legal-section",
        filed: {
          type: "report",
          revision: 1,
          proposal: "请求驳回。",
          head: expect.objectContaining(HEAD),
          others: [],
          by: "李明",
          at: at("09-09"),
          proofs: ["公函.pdf"],
        },
        sitting: "2026-09-24",
      },
    ]);
    // Afterwards it does no harm.
    const after = evolveAll(reported, eventsOf(reported, record({ ...BOTH, attendance: [] }))) ?? reported;
    expect(receipts(after)).toMatchObject([{ limit: undefined, sitting: "2026-09-24" }]);
  });

  it("is the only one who reads it", () => expect(receipts(reported, COUNTY)).toEqual([]));
});

describe("whoever files who came", () => {
  const filed = acted(heard, {
    type: "submit-filing",
    at: at("09-28"),
    filing: { result: "judgment-later", staff: [] },
    attendance: { headAttended: true, headName: "龙涛", document: "link:1" },
  });

  it("reads it as the file has it from itself, and nothing of another one's", () => {
    expect(receipts(filed)).toMatchObject([
      {
        key: `receipt:filing:1:1:${POLICE.name}`,
        limit: undefined,
        to: "legal-section",
        filed: { type: "filing", revision: 1, facts: { headAttended: true, headName: "龙涛" }, by: "李明" },
        sitting: "2026-09-24",
      },
    ]);
    expect(receipts(filed, COUNTY)).toEqual([]);
    const [statement] = filed.attendance;
    if (statement === undefined) return expect.fail();
    const others = [
      { ...statement, respondent: COUNTY.name, headName: "别的机关" },
      { ...statement, hearingDate: civilDateAt(at("09-01")), headName: "别的庭" },
      { ...statement, source: "hearing-record" as const, headName: "法院的" },
    ];
    expect(receipts({ ...filed, attendance: [...filed.attendance, ...others] })).toMatchObject([
      { filed: { facts: { headName: "龙涛" } } },
    ]);
    // The words of the receipt are the facts alone.
    expect(
      Object.keys((receipts(filed)[0]?.filed as { facts?: object } | undefined)?.facts ?? {}).toSorted(),
    ).toEqual(["headAttended", "headName"]);
  });

  it("on paper or by telephone reads that it was registered; a form has a receipt of its own", () => {
    const met = (file: CaseFile, kind: string, hearing = 1): CaseFile => ({
      ...file,
      deadlines: file.deadlines.map((one) =>
        one.kind === kind && one.respondent === POLICE.name
          ? { ...one, hearing, status: "met" as const }
          : one,
      ),
    });
    expect(receipts(heard)).toEqual([]);
    const statement = filed.attendance.filter(({ source }) => source === "filing");
    expect(receipts({ ...met(heard, "filing"), attendance: statement })).toMatchObject([
      {
        key: `receipt:registered:filing:1:${POLICE.name}`,
        filed: { type: "registered", duty: "filing", facts: { headAttended: true } },
      },
    ]);
    const [report] = receipts({ ...met(waiting, "report"), attendance: statement });
    expect(report?.filed).toEqual({ type: "registered", duty: "report" });
    expect(receipts(met(heard, "filing"), COUNTY)).toEqual([]);
    // The form was for another sitting, or another one's.
    expect(keysOf(met(filed, "filing", 2))).toContain(`receipt:registered:filing:2:${POLICE.name}`);
    const others = { ...filed, filings: filed.filings.map((one) => ({ ...one, respondent: COUNTY.name })) };
    expect(keysOf(others)).toEqual([`receipt:registered:filing:1:${POLICE.name}`]);
    const two = { ...filed, filings: [...filed.filings, { ...filed.filings[0], hearing: 9 } as never] };
    expect(keysOf(two)).not.toContain(`receipt:registered:filing:1:${POLICE.name}`);
  });
});

describe("whoever says which of two words is right", () => {
  const said = (side: "agency" | "court", name = POLICE.name) =>
    ({
      respondent: name,
      sitting: civilDateAt(at("09-24")),
      difference: "d",
      side,
      at: at("09-29"),
      by: "李明",
      source: "other",
      facts: { headAttended: true },
    }) as CaseFile["answers"][number];

  it("reads it: the agency its own, the court its own, about this respondent", () => {
    expect(receipts({ ...heard, answers: [said("agency")] })).toMatchObject([
      { to: "legal-section", filed: { type: "difference-answer", sitting: "2026-09-24", by: "李明" } },
    ]);
    expect(receipts({ ...heard, answers: [said("court")] })).toMatchObject([{ to: "court" }]);
    expect(receipts({ ...heard, answers: [said("agency", COUNTY.name)] })).toEqual([]);
  });
});

describe("whoever reports why a case was lost (败诉案件报告)", () => {
  it("reads that report", () => {
    const loss = { respondent: POLICE.name, revision: 2, by: "李明", at: at("09-29"), causes: ["procedure"] };
    const file = { ...heard, losses: [loss] as unknown as NonNullable<CaseFile["losses"]> };
    expect(receipts(file)).toMatchObject([
      {
        key: `receipt:loss:2:${POLICE.name}`,
        filed: { type: "loss-report", report: { causes: ["procedure"] } },
      },
    ]);
    expect(receipts(file, COUNTY)).toEqual([]);
  });
});

describe("an obstacle", () => {
  const told = acted(waiting, {
    type: "report-obstacle",
    at: at("09-10"),
    ground: "irreplaceable-duty",
    explanation: "防汛。",
  });
  const answered = acted(told, {
    type: "answer-obstacle",
    at: at("09-11"),
    by: "赵敬",
    reportedAt: at("09-10"),
    verdict: "refused",
    reason: "可由其他负责人参加。",
  });

  it("is confirmed to the agency until the hearing, its answer to the court without end", () => {
    expect(receipts(answered)).toMatchObject([
      { to: "legal-section", limit: at("09-24", "09:00"), filed: { type: "obstacle", by: "李明" } },
      { to: "court", limit: undefined, filed: { type: "obstacle-answer", verdict: "refused", by: "赵敬" } },
    ]);
  });
});
