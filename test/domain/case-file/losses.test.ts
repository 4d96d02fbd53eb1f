/** Since when is a case lost, and where does each agency's report on it (败诉案件报告) stand? */
import { describe, expect, it } from "vitest";
import {
  isLost,
  losersOf,
  lossDeadline,
  lossEffect,
  lostCases,
  lostOn,
  mayHaveLost,
} from "../../../shared/domain/case-file/losses.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, POLICE, RULES } from "../../support/case-builders.ts";
import { ALL, GIVEN, heard, heardBoth, lost, PAPER, TRAFFIC } from "../../support/judged-cases.ts";

const DAY = civilDate("2026-11-10");
const names = (respondents: readonly { readonly name: string }[]) => respondents.map(({ name }) => name);
const against = (...heldAgainst: readonly string[]) => ({ given: { ...GIVEN, heldAgainst } });
const report = (name: string, verdict?: object) =>
  ({
    losses: [
      {
        respondent: name,
        revision: 1,
        at: at("11-09"),
        kind: "annulled",
        causes: ["facts"],
        mendBy: "2026-12-31",
        ...(verdict && { verdict }),
      },
    ],
  }) as object;
/** Served on all, so that it holds from Saturday 2026-10-31. */
const effective = (matter: object = {}, file = heard, changes: object = {}) =>
  lost({ services: ALL, ...matter }, file, changes);
const states = (file: CaseFile) =>
  lostCases(file, at("11-10"), RULES).map(({ respondent, state }) => `${respondent} ${state}`);

describe("a case is lost", () => {
  it("when it ended so, and not where it is none or goes on", () => {
    expect(isLost(lost())).toBe(true);
    expect(isLost({ ...lost(), void: true })).toBe(false);
    expect(isLost({ ...lost(), state: "heard" } as CaseFile)).toBe(false);
  });

  it("since its judgment holds, or by the word on that where the judgment hasn't come", () => {
    expect(lossEffect(effective(), DAY, RULES.calendar)).toEqual({ on: "2026-10-31", provisional: false });
    expect(lossEffect(effective(), civilDate("2026-10-30"), RULES.calendar)).toBeUndefined();
    expect(lossEffect(effective({}, heard, { outcome: "won" }), DAY, RULES.calendar)).toBeUndefined();
    const word = { given: undefined, effect: { on: civilDate("2026-11-02") } } as object;
    expect(lossEffect(lost(word), DAY, RULES.calendar)).toEqual({ on: "2026-11-02", provisional: false });
    expect(lossEffect(lost({ given: undefined } as object), DAY, RULES.calendar)).toBeUndefined();
  });

  it.each<[string, CaseFile, string | undefined]>([
    ["of the judgment", lost(), "2026-10-09"],
    [
      "that a source states, where the judgment has none",
      lost({ given: undefined } as object, heard, {
        ledgers: [{ month: "2026-10", classes: { closedOn: "2026-10-07" } }],
      }),
      "2026-10-07",
    ],
    ["on which its paper came", lost({ given: undefined } as object), "2026-10-12"],
    [
      "on which its newest paper came",
      lost({ given: undefined } as object, heard, {
        documents: [
          PAPER,
          { ...PAPER, receivedAt: at("10-14") },
          { ...PAPER, kind: "appeal", receivedAt: at("10-28") },
        ],
      }),
      "2026-10-14",
    ],
    [
      "of its last sitting",
      lost({ given: undefined } as object, heard, {
        documents: [],
        pastHearings: [...heard.pastHearings, { ...heard.pastHearings[0], ordinal: 2, date: "2026-09-30" }],
      }),
      "2026-09-30",
    ],
  ])("on the day %s", (_, file, day) => {
    expect(lostOn(file)).toBe(day);
  });
});

describe("of several sued", () => {
  it("those lost against whom it speaks, and who reported that they did", () => {
    expect(names(losersOf(lost(against(POLICE.name), heardBoth)))).toEqual([POLICE.name]);
    expect(names(losersOf(lost(against(POLICE.name), heardBoth, report(TRAFFIC.name))))).toEqual([
      POLICE.name,
      TRAFFIC.name,
    ]);
    expect(names(losersOf(lost({}, heardBoth, report(TRAFFIC.name))))).toEqual([TRAFFIC.name]);
  });

  it("any may have lost while nobody can say who did: nothing is owed", () => {
    const unclear = lost({}, heardBoth);
    expect(losersOf(unclear)).toEqual([]);
    expect(names(mayHaveLost(unclear))).toEqual([POLICE.name, TRAFFIC.name]);
    expect(states(effective({}, heardBoth))).toEqual([`${POLICE.name} unclear`, `${TRAFFIC.name} unclear`]);
    expect(mayHaveLost(heardBoth)).toEqual([]);
    expect(mayHaveLost(lost({}, heardBoth, { outcome: "won" }))).toEqual([]);
  });
});

describe("a report on a lost case", () => {
  const verdict = (accepted: boolean) => ({ accepted, at: at("11-10"), by: "王芳", text: "" });
  it.each<[string, CaseFile, string]>([
    ["isn't owed before the judgment holds", lost(), "not-effective"],
    ["is owed once it holds", effective(), "owed"],
    ["has come", effective({}, heard, report(POLICE.name)), "reported"],
    ["was accepted", effective({}, heard, report(POLICE.name, verdict(true))), "accepted"],
    ["was returned", effective({}, heard, report(POLICE.name, verdict(false))), "returned"],
  ])("%s", (_, file, state) => {
    expect(states(file)).toEqual([`${POLICE.name} ${state}`]);
  });

  it("is each loser's own, by its own last day", () => {
    const both = effective(
      { ...against(POLICE.name, TRAFFIC.name), services: [...ALL, { ...ALL[0], party: TRAFFIC.name }] },
      heardBoth,
      report(TRAFFIC.name),
    );
    expect(states(both)).toEqual([`${POLICE.name} owed`, `${TRAFFIC.name} reported`]);
    expect(lossDeadline(both, POLICE.name, DAY, RULES)?.due).toBe("2026-11-30");
    expect(lossDeadline(both, "陈建", DAY, RULES)).toBeUndefined();
    expect(lossDeadline(lost(), POLICE.name, DAY, RULES)).toBeUndefined();
    const one = effective(
      { ...against(TRAFFIC.name), services: [...ALL, { ...ALL[0], party: TRAFFIC.name }] },
      heardBoth,
    );
    expect(lossDeadline(one, POLICE.name, DAY, RULES)).toBeUndefined();
    expect(states(one)).toEqual([`${TRAFFIC.name} owed`]);
  });
});
