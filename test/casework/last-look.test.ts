/** A notice that leaves late: is it still to be sent? */
import { describe, expect, it } from "vitest";
import { lastLook } from "../../shared/casework/last-look.ts";
import { basisOf } from "../../shared/domain/case-file/decisions/desk-decisions.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { LedgerDuty } from "../../shared/domain/court-ledger/ledger-duty.ts";
import type { Notice, NoticeState } from "../../shared/domain/notices/notice.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { civilDate, type Instant } from "../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, summons } from "../support/case-builders.ts";
import { aDuty, aNotice, RECIPIENT, SEPTEMBER } from "../support/stored-things.ts";

/** The reminder of the report that is due on the 11th; it should leave when offices open on the 10th. */
const REMINDER = aNotice("report", {
  step: { key: "report:1:-1:沂南县公安局", limit: at("09-12", "00:00") },
  createdAt: at("09-10", "08:30"),
  releaseAt: at("09-10", "08:30"),
});

interface Known {
  readonly file?: CaseFile;
  readonly duty?: LedgerDuty;
  readonly posted?: readonly Notice[];
}

function looked(notice: Notice, now: Instant, known: Known = {}, state: NoticeState = "pending") {
  const ports = {
    records: { caseFile: async () => known.file, duty: async () => known.duty },
    outbox: {
      posted: async () => (known.posted ?? []).map((one) => ({ notice: one, state: "accepted" as const })),
    },
  };
  return lastLook(ports, { notice, state, attempts: 0 }, now, RULES);
}

const open = given(summons());
const reported = given(summons(), {
  type: "submit-report",
  at: at("09-10", "08:00"),
  by: "李明",
  respondent: POLICE.name,
  basis: basisOf(open, POLICE.name),
  report: {
    proposal: "应诉",
    head: { appears: true, name: "龙涛", title: "副局长", rank: "deputy" },
    others: [],
  },
});

describe("a reminder of a case", () => {
  it.each<[string, Instant, CaseFile | undefined, "too-late" | "not-owed" | undefined]>([
    ["leaves while its duty is open", at("09-10", "12:00"), open, undefined],
    ["isn't sent once nobody owes it any more", at("09-10", "12:00"), reported, "not-owed"],
    [
      "that should have left less than an hour ago isn't looked at",
      at("09-10", "09:29"),
      reported,
      undefined,
    ],
    ["is looked at an hour after it should have left", at("09-10", "09:30"), reported, "not-owed"],
    ["leaves of a case that nobody finds", at("09-10", "12:00"), undefined, undefined],
    ["is too late from its limit on", at("09-12", "00:00"), open, "too-late"],
    ["is not too late before", at("09-11", "23:59"), open, undefined],
  ])("%s", async (_, now, file, expected) => {
    expect(await looked(REMINDER, now, file && { file })).toBe(expected);
  });

  it.each<[NoticeState, "too-late" | undefined]>([
    ["held", "too-late"],
    ["pending", "too-late"],
    ["sending", undefined],
    ["accepted", undefined],
    ["failed", undefined],
  ])("that is %s: %s", async (state, expected) => {
    expect(await looked(REMINDER, at("09-20"), { file: open }, state)).toBe(expected);
  });

  it("that no ladder brought about leaves however late it is", async () => {
    expect(await looked(aNotice("an answer"), at("09-20"), { file: reported })).toBeUndefined();
  });
});

describe("a reminder of a ledger", () => {
  const COURT = "yinan-court" as OrganisationId;
  const subject = { of: "ledger", court: COURT, month: SEPTEMBER } as const;
  const content = {
    kind: "ledger-due",
    court: "沂南县人民法院",
    month: SEPTEMBER,
    due: civilDate("2026-10-03"),
    daysOver: 0,
  } as const;
  const recipient = { ...RECIPIENT, organisation: COURT };
  const reminder = (day: string, facts: Partial<Notice> = {}) => {
    const when = at(day);
    return aNotice(day, { subject, content, recipient, createdAt: when, releaseAt: when, ...facts });
  };
  const FIRST = reminder("10-01");
  const NOW = at("10-02", "12:00");

  it("leaves while the ledger is owed, and isn't sent once it has come", async () => {
    expect(await looked(FIRST, NOW, { duty: aDuty() })).toBeUndefined();
    expect(await looked(FIRST, NOW)).toBeUndefined();
    const received = aDuty({ receivedOn: civilDate("2026-10-02") });
    expect(await looked(FIRST, NOW, { duty: received })).toBe("not-owed");
  });

  it.each<[string, Notice, "not-owed" | undefined]>([
    ["a newer one to the same court", reminder("10-02"), "not-owed"],
    ["itself", FIRST, undefined],
    ["an older one", reminder("09-30"), undefined],
    ["a newer one to the bureau", reminder("10-02", { recipient: RECIPIENT }), undefined],
    ["a newer letter of another kind", reminder("10-02", { content: aNotice().content }), undefined],
  ])("beside %s", async (_, other, expected) => {
    expect(await looked(FIRST, NOW, { duty: aDuty(), posted: [other] })).toBe(expected);
  });

  it("says nothing of other letters about the same ledger: they leave", async () => {
    const answer = reminder("10-01", { content: aNotice().content });
    const received = aDuty({ receivedOn: civilDate("2026-10-02") });
    expect(await looked(answer, NOW, { duty: received, posted: [reminder("10-02")] })).toBeUndefined();
  });
});
