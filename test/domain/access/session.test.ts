/** Until when is somebody signed in (登录会话), and when is it noted that he is there? */
import { describe, expect, it } from "vitest";
import { boundTo, isAlive, isIdle, isToBeNoted } from "../../../shared/domain/access/session.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";

const NOW = at("09-08");
const later = (minutes: number) => addMinutes(NOW, minutes);

describe("a session", () => {
  it("is alive until its end, and not once it was ended", () => {
    const session = { until: later(720) };
    expect([isAlive(session, later(719)), isAlive(session, later(720))]).toEqual([true, false]);
    expect(isAlive({ ...session, endedAt: later(1) }, later(2))).toBe(false);
  });

  it("is idle so many minutes after it was last used, or began", () => {
    const fresh = { startedAt: NOW };
    expect([isIdle(fresh, later(119), 120), isIdle(fresh, later(120), 120)]).toEqual([false, true]);
    const used = { startedAt: NOW, seenAt: later(60) };
    expect([isIdle(used, later(179), 120), isIdle(used, later(180), 120)]).toEqual([false, true]);
  });

  it("is noted as used every five minutes", () => {
    const used = { startedAt: NOW, seenAt: later(60) };
    expect([isToBeNoted(used, later(64)), isToBeNoted(used, later(65))]).toEqual([false, true]);
  });

  it("binds links by the end of what its cookie comes to", () => {
    expect(boundTo({ id: `mailbox.${"x".repeat(30)}${"y".repeat(22)}` })).toBe("y".repeat(22));
  });
});
