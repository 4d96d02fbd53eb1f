/** Laws of signing (签发): whatever is done in whatever order, nothing leaves without a signature, or before the courts' time is over. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correctionProposed,
  decideSigning,
  handedOver,
  issuedAs,
  type SigningCommand,
} from "../../shared/domain/signing/decide.ts";
import { nextNumbers } from "../../shared/domain/signing/numbers.ts";
import type { Signing } from "../../shared/domain/signing/signing.ts";
import {
  nextSigningAction,
  signingDays,
  signingReminderOwed,
} from "../../shared/domain/signing/signing-ladder.ts";
import { PLAIN_CONTENT } from "../../shared/domain/statistics/bulletin-content.ts";
import { periodOf } from "../../shared/domain/time/period.ts";
import { addMinutes, civilDate, civilDateAt, type Month } from "../../shared/domain/time/time.ts";
import { at, RULES } from "../support/case-builders.ts";

const SEPTEMBER = "2026-09" as Month;

function opened(period: Signing["period"] = "month", month = SEPTEMBER): Signing {
  return {
    jurisdiction: "3713",
    period,
    month,
    version: 1,
    revision: 0,
    state: "open",
    ...signingDays(periodOf(period, month), RULES),
    content: PLAIN_CONTENT,
    reminded: [],
    events: [],
  };
}

const commands: fc.Arbitrary<SigningCommand> = fc.oneof(
  fc.constant({ type: "save", content: PLAIN_CONTENT } as const),
  fc.constant({ type: "sign", content: PLAIN_CONTENT } as const),
  fc.constant({ type: "take-back" } as const),
  fc
    .integer({ min: 10, max: 28 })
    .map((day) => ({ type: "defer", until: civilDate(`2026-10-${day}`), reason: "等待台账" }) as const),
);

describe("the days", () => {
  it("begin after the courts' deadline, roll over the holiday, and differ by kind", () => {
    expect(signingDays(periodOf("month", SEPTEMBER), RULES)).toEqual({
      leavesFrom: at("10-04", "00:00"),
      due: "2026-10-08",
    });
    expect(signingDays(periodOf("quarter", SEPTEMBER), RULES).due).toBe("2026-10-12");
  });
});

describe("whatever is done in whatever order", () => {
  it("nothing leaves without a signature that nobody took back, nor before the courts' time is over", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(commands, fc.nat(600)), { maxLength: 25 }), (acts) => {
        let signing = opened();
        let now = at("10-01", "09:00");
        let versions = 0;
        for (const [index, [command, minutes]] of acts.entries()) {
          now = addMinutes(now, minutes);
          const { revision, leaves } = signing;
          if (signing.state === "waiting" && leaves !== undefined && leaves <= now)
            signing = handedOver(signing, now);
          const act = { by: "王科长", at: now, cause: "test", form: String(index), revision };
          const decided = decideSigning(signing, command, act, [], RULES);
          if (decided.accepted) signing = decided.signing;
          if (signing.state === "issuing") {
            expect(now >= signing.leavesFrom).toBe(true);
            versions += 1;
            signing = issuedAs(signing, versions, now);
          }
          const told = signing.events
            .map(({ type }) => type)
            .filter((type) => /signed|taken-back|issued/.test(type));
          // Each version has its own signature, right before it, and none of them was taken back.
          expect(told.join(" ")).toMatch(/^(signed (taken-back|issued) ?)*(signed)?$/);
          expect(signing.issued === undefined ? 0 : signing.issued.version).toBe(versions);
        }
      }),
    );
  });

  it("the same form twice is one act", () => {
    const act = { by: "王科长", at: at("10-04", "09:00"), cause: "test", form: "f", revision: 0 };
    const once = decideSigning(opened(), { type: "sign", content: PLAIN_CONTENT }, act, [], RULES);
    if (!once.accepted) return expect.fail("refused");
    const twice = decideSigning(once.signing, { type: "sign", content: PLAIN_CONTENT }, act, [], RULES);
    expect(twice).toEqual(once);
  });

  it("while nobody signs there is always a next look, on a working day, and one reminder a day at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 40 }), (minutes) => {
        const now = addMinutes(at("10-01", "09:00"), minutes);
        const signing = opened();
        const on = signingReminderOwed(signing, now, RULES);
        if (on !== undefined) {
          expect(RULES.calendar.isWorkingDay(on).working).toBe(true);
          expect(signingReminderOwed({ ...signing, reminded: [on] }, now, RULES)).toBeUndefined();
        }
        const next = nextSigningAction({ ...signing, reminded: [civilDateAt(now)] }, now, RULES);
        expect(next !== undefined && next > now).toBe(true);
      }),
    );
  });
});

describe("numbers", () => {
  const signed = (issue: number, document: string, month: Month): Signing => ({
    ...opened("month", month),
    content: { ...PLAIN_CONTENT, issue, document },
    signature: { number: 1, by: "王科长", at: at("10-04", "09:00") },
  });

  it("count on through the year, begin anew with it, and are used once", () => {
    const others = [signed(8, "临司通〔2026〕12号", "2026-08" as Month)];
    expect(nextNumbers(opened(), others)).toEqual({ issue: 9, document: "临司通〔2026〕13号" });
    expect(nextNumbers(opened("month", "2026-12" as Month), others)).toEqual({
      issue: 1,
      document: "临司通〔2027〕1号",
    });
    expect(nextNumbers(opened(), [])).toEqual({ issue: 1 });
    const act = { by: "王科长", at: at("10-04", "09:00"), cause: "test", form: "f", revision: 0 };
    const content = { ...PLAIN_CONTENT, issue: 8 };
    expect(decideSigning(opened(), { type: "sign", content }, act, others, RULES)).toEqual({
      accepted: false,
      refusal: { type: "issue-number-taken" },
    });
  });
});

it("a correction is only proposed: it takes a signature to leave", () => {
  const issued = issuedAs({ ...opened(), state: "issuing" }, 1, at("10-04", "09:00"));
  const proposed = correctionProposed(issued, 2, at("11-03", "10:00"));
  expect([proposed.state, proposed.correction?.changes]).toEqual(["issued", 2]);
  expect(correctionProposed(proposed, 2, at("12-03", "10:00"))).toBe(proposed);
});
