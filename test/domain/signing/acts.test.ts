/** 签发, act by act: what a person may do in which state, what is kept of it, and which numbers are taken. */
import { describe, expect, it } from "vitest";
import {
  correctionProposed,
  decideSigning,
  handedOver,
  issuedAs,
  leavesAt,
  type SigningCommand,
  signedByPolicy,
  withoutContents,
} from "../../../shared/domain/signing/decide.ts";
import type { Signing, SigningState } from "../../../shared/domain/signing/signing.ts";
import { signingDays } from "../../../shared/domain/signing/signing-ladder.ts";
import { type BulletinContent, PLAIN_CONTENT } from "../../../shared/domain/statistics/bulletin-content.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";

const [AUGUST, SEPTEMBER] = ["2026-08", "2026-09"] as Month[] as [Month, Month];
const signing = (facts: Partial<Signing> = {}, month = SEPTEMBER): Signing => ({
  ...{ jurisdiction: "3713", period: "month", month, version: 1, revision: 0, state: "open" },
  ...signingDays(periodOf(facts.period ?? "month", facts.month ?? month), RULES),
  ...{ content: PLAIN_CONTENT, reminded: [], events: [] },
  ...facts,
});
const LATER = at("10-08", "09:30");
const act = (facts: Partial<Parameters<typeof decideSigning>[2]> = {}) => ({
  ...{ by: "王科长", at: LATER, cause: "link-1", form: "form-1", revision: 0 },
  ...facts,
});
const content = (facts: Partial<BulletinContent> = {}): BulletinContent => ({ ...PLAIN_CONTENT, ...facts });
const SIGN: SigningCommand = { type: "sign", content: content({ issue: 9 }) };
const DEFER: SigningCommand = { type: "defer", until: civilDate("2026-10-15"), reason: "等待台账" };
const SAVE: SigningCommand = { type: "save", content: content({ issue: 3 }) };
const BACK: SigningCommand = { type: "take-back" };

/** The state it leads to, or why not. */
function outcome(before: Signing, command: SigningCommand, others: readonly Signing[] = [], facts = {}) {
  const decided = decideSigning(before, command, act(facts), others, RULES);
  return decided.accepted ? decided.signing.state : decided.refusal.type;
}
function done(before: Signing, command: SigningCommand, facts = {}): Signing {
  const decided = decideSigning(before, command, act(facts), [], RULES);
  return decided.accepted ? decided.signing : expect.fail(decided.refusal.type);
}

describe("what may be done", () => {
  const SIGNED = { signature: { number: 1, by: "王科长", at: LATER }, leaves: at("10-08", "08:30") };
  const states: Readonly<Record<SigningState, Partial<Signing>>> = {
    open: {},
    deferred: { deferred: { until: civilDate("2026-10-15"), reason: "等待台账" } },
    waiting: SIGNED,
    issuing: SIGNED,
    issued: { ...SIGNED, issued: { version: 1, at: LATER } },
  };
  it.each<[SigningState, string, string, string, string]>([
    // state, save, defer, sign, take back
    ["open", "open", "deferred", "issuing", "nothing-to-take-back"],
    ["deferred", "deferred", "deferred", "issuing", "nothing-to-take-back"],
    ["waiting", "bulletin-signed", "bulletin-signed", "bulletin-signed", "open"],
    ["issuing", "bulletin-issuing", "bulletin-issuing", "bulletin-issuing", "bulletin-issuing"],
    ["issued", "issued", "bulletin-issued", "issuing", "nothing-to-take-back"],
  ])("%s: saving → %s, deferring → %s, signing → %s, taking back → %s", (state, ...expected) => {
    const before = signing({ state, ...states[state] });
    expect([SAVE, DEFER, SIGN, BACK].map((command) => outcome(before, command))).toEqual(expected);
  });

  it("not on a state that has changed since the form was opened", () => {
    expect(outcome(signing({ revision: 2 }), SIGN)).toBe("signing-changed");
    expect(outcome(signing({ revision: 2 }), SIGN, [], { revision: 2 })).toBe("issuing");
  });
});

describe("what is kept", () => {
  it("each act with who did it, when, by which link, and one revision more", () => {
    const before = signing({
      revision: 4,
      events: [{ type: "opened", at: at("10-01"), by: "", cause: "sweep" }],
    });
    const after = done(before, DEFER, { revision: 4 });
    expect(after).toMatchObject({ revision: 5, form: "form-1", deferred: { until: "2026-10-15" } });
    expect(after.events).toEqual([
      ...before.events,
      { type: "deferred", at: LATER, by: "王科长", cause: "link-1", until: "2026-10-15", reason: "等待台账" },
    ]);
  });

  it("the reason of a correction, in its signature and its event; a first signature has none", () => {
    const first = done(signing(), SIGN);
    expect(first.signature).toEqual({ number: 1, by: "王科长", at: LATER });
    expect(first.events).toEqual([{ type: "signed", at: LATER, by: "王科长", cause: "link-1" }]);
    const reason = "更正兰山区一案";
    const issued = issuedAs(first, 1, LATER);
    const second = done(issued, { ...SIGN, reason } as SigningCommand, { revision: 1, form: "form-2" });
    expect(second.signature).toEqual({ number: 2, by: "王科长", at: LATER, reason });
    expect(second.events.at(-1)).toMatchObject({ type: "signed", reason });
  });

  it("a signature that was taken back counts, so that the next is never taken for it", () => {
    const early = { at: at("10-02", "09:00") };
    const waiting = done(signing(), SIGN, early);
    const open = done(waiting, BACK, { ...early, form: "form-2", revision: 1 });
    expect([open.state, open.signature, open.leaves]).toEqual(["open", undefined, undefined]);
    expect(open.events.map(({ type }) => type)).toEqual(["signed", "taken-back"]);
    expect(done(open, SIGN, { ...early, form: "form-3", revision: 2 }).signature?.number).toBe(2);
  });

  it("what leaves is noted with its version", () => {
    const issued = issuedAs(done(signing(), SIGN), 3, LATER);
    expect(issued).toMatchObject({ state: "issued", issued: { version: 3, at: LATER } });
    expect(issued.events.at(-1)).toEqual({ type: "issued", at: LATER, by: "", cause: "issue", version: 3 });
  });

  it("one whose rows are gone by its hour is open again, without a signature", () => {
    const waiting = done(signing(), SIGN, { at: at("10-02", "09:00") });
    const open = withoutContents(waiting, LATER);
    expect([open.state, open.signature, open.leaves]).toEqual(["open", undefined, undefined]);
    expect(open.events.map(({ type, cause }) => `${type} ${cause}`)).toEqual([
      "signed link-1",
      "taken-back no-rows",
    ]);
  });

  it("where the policy stands for a signature the event says so", () => {
    const others = [
      signing({ content: content({ issue: 8 }), signature: { number: 1, by: "", at: LATER } }, AUGUST),
    ];
    const signed = signedByPolicy(signing(), others, LATER);
    expect(signed).toMatchObject({ state: "issuing", leaves: LATER, signature: { number: 1, by: "" } });
    expect(signed.content.issue).toBe(9);
    expect(signed.events).toEqual([{ type: "signed", at: LATER, by: "", cause: "policy" }]);
  });

  it("rows that became known otherwise propose a correction of what was issued, and of nothing else", () => {
    const issued = issuedAs(done(signing(), SIGN), 1, LATER);
    const proposed = correctionProposed(issued, 2, LATER);
    expect(proposed.correction).toEqual({ noticedAt: LATER, changes: 2 });
    expect(proposed.events.at(-1)).toMatchObject({
      type: "correction-proposed",
      cause: "look-back",
      reason: "2",
    });
    expect(proposed.events).toHaveLength(issued.events.length + 1);
    expect(correctionProposed(proposed, 2, LATER)).toBe(proposed);
    expect(correctionProposed(proposed, 3, LATER).correction?.changes).toBe(3);
    const open = signing();
    expect(correctionProposed(open, 2, LATER)).toBe(open);
    expect(done(proposed, SIGN, { revision: 1, form: "form-2" }).correction).toBeUndefined();
  });
});

describe("when it leaves", () => {
  const { leavesFrom } = signing();
  it("at once where the courts' time is over, else when offices open on the first working day after it", () => {
    const opening = at("10-08", "08:30");
    expect(leavesAt({ leavesFrom }, leavesFrom, RULES)).toBe(leavesFrom);
    expect(leavesAt({ leavesFrom }, LATER, RULES)).toBe(LATER);
    expect(leavesAt({ leavesFrom }, at("10-03", "23:59"), RULES)).toBe(opening);
    expect(done(signing(), SIGN, { at: at("10-03", "23:59") })).toMatchObject({
      state: "waiting",
      leaves: opening,
    });
    expect(handedOver(done(signing(), SIGN, { at: at("10-03") }), opening)).toMatchObject({
      state: "issuing",
      leaves: opening,
    });
  });
});

describe("a number that is taken", () => {
  const other = (facts: Partial<Signing>, taken: Partial<BulletinContent>) =>
    signing(
      { content: content(taken), signature: { number: 1, by: "王科长", at: LATER }, ...facts },
      facts.month ?? AUGUST,
    );
  const withNumbers = (given: Partial<BulletinContent>): SigningCommand => ({
    type: "sign",
    content: content(given),
  });
  const DOCUMENT = "临司通〔2026〕9号";
  it.each<[string, Signing, Partial<BulletinContent>, string]>([
    [
      "期号 of another month's bulletin of the year",
      other({}, { issue: 9 }),
      { issue: 9 },
      "issue-number-taken",
    ],
    ["another 期号", other({}, { issue: 8 }), { issue: 9 }, "issuing"],
    ["文号 of another one", other({}, { document: DOCUMENT }), { document: DOCUMENT }, "issue-number-taken"],
    ["another 文号", other({}, { document: "临司通〔2026〕8号" }), { document: DOCUMENT }, "issuing"],
    ["none at all", other({}, {}), {}, "issuing"],
    [
      "期号 of last year's",
      other({ leavesFrom: at("10-04", "00:00").replace("2026", "2025") as never }, { issue: 9 }),
      { issue: 9 },
      "issuing",
    ],
    ["the same bulletin's own", other({ month: SEPTEMBER }, { issue: 9 }), { issue: 9 }, "issuing"],
    [
      "the quarter's that ends with the same month",
      other({ month: SEPTEMBER, period: "quarter" }, { issue: 9 }),
      { issue: 9 },
      "issue-number-taken",
    ],
    [
      "one that nobody has signed",
      { ...other({}, { issue: 9 }), signature: undefined } as never,
      { issue: 9 },
      "issuing",
    ],
  ])("%s", (_, taken, given, expected) => {
    expect(outcome(signing(), withNumbers(given), [taken])).toBe(expected);
  });
});
