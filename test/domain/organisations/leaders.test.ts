/** 班子成员: who leads on a day, and what of a list has changed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Leader,
  leaderOfLine,
  leadersOn,
  lineOfLeader,
} from "../../../shared/domain/organisations/leaders.ts";
import { changedFields } from "../../../shared/domain/organisations/organisation-change.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { changedFact } from "../../../shared/letters/wording/organisation-wording.ts";
import { anAgency } from "../../support/stored-things.ts";

const deputy: Leader = { name: "周岩", post: "副局长", rank: "deputy" };
const chief: Leader = { name: "王强", post: "局长", rank: "principal" };

describe("who leads on a day", () => {
  it("holds the post from the first day to the last, both included; principals come first", () => {
    const [from, to] = [civilDate("2026-03-01"), civilDate("2026-09-20")];
    const list = [{ ...deputy, from, to }, chief];
    const names = (day: string) => leadersOn(list, civilDate(day)).map(({ name }) => name);
    expect(names("2026-02-28")).toEqual(["王强"]);
    expect(names("2026-03-01")).toEqual(["王强", "周岩"]);
    expect(names("2026-09-20")).toEqual(["王强", "周岩"]);
    expect(names("2026-09-21")).toEqual(["王强"]);
    expect(leadersOn(undefined, from)).toEqual([]);
  });
});

describe("a change of the list", () => {
  it("names those alone who are otherwise", () => {
    const before = anAgency({ leaders: [chief, deputy] });
    const to = civilDate("2026-09-20");
    const after = anAgency({ leaders: [{ ...deputy, to }, chief] });
    const [changed, ...others] = changedFields(before, after);
    expect(others).toEqual([]);
    expect(changed && changedFact(changed)).toEqual({
      label: "班子成员",
      value: "周岩，副局长（副职），2026年9月20日离任",
      notes: ["变更前：周岩，副局长（副职）"],
    });
  });

  it("another order is none", () => {
    const before = anAgency({ leaders: [chief, deputy] });
    expect(changedFields(before, anAgency({ leaders: [deputy, chief] }))).toEqual([]);
  });

  it("a leader is what his line says, whatever it holds", () => {
    const text = fc.stringMatching(/^[一-龥]{1,9}$/u);
    const day = fc
      .date({ min: new Date("1980-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
      .map((date) => civilDate(date.toISOString().slice(0, 10)));
    const leader = fc.record(
      {
        name: text,
        post: text,
        rank: fc.constantFrom("principal", "deputy", "in-charge"),
        field: text,
        from: day,
        to: day,
      },
      { requiredKeys: ["name", "post", "rank"] },
    );
    fc.assert(
      fc.property(leader, (one) => {
        expect(leaderOfLine(lineOfLeader(one))).toEqual(one);
      }),
    );
  });
});
