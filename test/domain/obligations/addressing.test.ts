import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { noticeNumber } from "../../../shared/domain/notices/notice-number.ts";
import { type Addressee, address, type Dispatch } from "../../../shared/domain/obligations/addressing.ts";
import { addresseeOf, type Involved } from "../../../shared/domain/obligations/involved.ts";
import { issue } from "../../../shared/domain/obligations/issue.ts";
import { type Audience, summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type {
  Contact,
  Organisation,
  OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { at, given, POLICE, RULES, summons } from "../../support/case-builders.ts";

const organisation = (
  id: string,
  contacts: readonly Contact[],
  kind: Organisation["kind"] = "agency",
): Organisation => ({
  id: id as OrganisationId,
  kind,
  name: id,
  aliases: [],
  level: "county",
  jurisdiction: "沂南县",
  contacts,
  verified: true,
});
const legal: Contact = { role: "legal-section", name: "方圆", email: "fazhi@police.example.org" };
const head: Contact = { role: "head", name: "龙涛", email: "head@police.example.org" };
const duty: Contact = { role: "duty", name: "行政应诉科", email: "yingsu@justice.example.org" };
const clerk: Contact = { role: "clerk", name: "马超", email: "clerk@court.example.org" };
const BUREAU = organisation("bureau", [duty], "bureau");
const CITY = organisation("city-bureau", [{ ...duty, email: "yingsu@city.example.org" }], "bureau");
const COURT = organisation("court", [clerk], "court");
const GOVERNMENT = organisation("government", [{ ...legal, email: "fawu@gov.example.org" }], "government");

const FILE = given(summons());
/** The organisations around 沂南县公安局, which has these contacts. */
function around(
  contacts: readonly Contact[],
  { superior, ...changes }: Partial<Involved> & { readonly superior?: Organisation } = {},
): Involved {
  const sued = organisation("police", contacts);
  const { bureau = BUREAU } = changes;
  return {
    respondents: new Map([[POLICE.name, { sued, organisation: sued, superior, bureau }]]),
    designated: new Map(),
    bureau,
    court: COURT,
    ...changes,
  };
}
const dispatch: Dispatch = {
  subject: { of: "case", caseNumber: caseNumber("（2026）鲁1321行初23号") },
  now: at("09-08"),
  rules: RULES,
};
const content = { kind: "unknown-agency", case: summaryOf(FILE), name: "" } as const;
const respondent = { part: "respondent", name: POLICE.name, role: "legal-section" } as const;
const itsHead = { part: "respondent", name: POLICE.name, role: "head" } as const;
const superior = { part: "superior", name: POLICE.name } as const;
const court = { part: "court" } as const;

/** What becomes of one obligation with these readers. */
function issued(involved: Involved, audiences: readonly Audience[], told = {}) {
  const parts = audiences.map((audience) => ({
    part: audience.part === "respondent" ? audience.role : audience.part,
    to: addresseeOf(audience, involved, FILE),
    copy: audience === superior || audience === itsHead,
    content,
  }));
  const { notices, keys, owedStill, unreached } = issue([{ key: "k", parts }], told, dispatch);
  const mails = notices.map((one) => `${one.content.kind} ${one.recipient.address}`);
  return { mails, keys, owedStill: [...owedStill], unreached: unreached.map(({ name }) => name) };
}

describe("a notice", () => {
  it("goes to the legal section, its copy to the head, and is noted once", () => {
    expect(issued(around([legal, head]), [respondent, itsHead])).toEqual({
      mails: ["unknown-agency fazhi@police.example.org", "unknown-agency head@police.example.org"],
      keys: ["k"],
      owedStill: [],
      unreached: [],
    });
  });

  it("never goes to an office in place of its head", () => {
    expect(issued(around([legal]), [respondent, itsHead])).toEqual({
      mails: ["unknown-agency fazhi@police.example.org"],
      keys: ["k"],
      owedStill: [],
      unreached: [],
    });
  });

  it("goes to the head alone, once, where an agency has no other address", () => {
    expect(issued(around([head]), [respondent, itsHead]).mails).toEqual([
      "unknown-agency head@police.example.org",
    ]);
  });

  it.each([
    ["none", []],
    ["a dead one", [{ ...legal, undeliverable: true }]],
  ])(
    "that finds no address but %s is a task for the bureau, stays owed, and its copies wait",
    (_, contacts) => {
      expect(issued(around(contacts, { superior: GOVERNMENT }), [respondent, superior])).toEqual({
        mails: ["address-failed yingsu@justice.example.org"],
        keys: ["no-address:police"],
        owedStill: ["k"],
        unreached: ["police"],
      });
    },
  );

  it("tried again asks nobody twice, and once the address is there goes with its copies", () => {
    const told = { "no-address:police": at("09-08") };
    expect(issued(around([], { superior: GOVERNMENT }), [respondent, superior], told)).toEqual({
      mails: [],
      keys: [],
      owedStill: ["k"],
      unreached: ["police"],
    });
    expect(issued(around([legal], { superior: GOVERNMENT }), [respondent, superior], told)).toEqual({
      mails: ["unknown-agency fazhi@police.example.org", "unknown-agency fawu@gov.example.org"],
      keys: ["k"],
      owedStill: [],
      unreached: [],
    });
  });

  it("to two sides reaches the one it can, and only the other later", () => {
    const first = issued(around([]), [respondent, court]);
    expect(first).toEqual({
      mails: ["address-failed yingsu@justice.example.org", "unknown-agency clerk@court.example.org"],
      keys: ["k|court", "no-address:police"],
      owedStill: ["k"],
      unreached: ["police"],
    });
    const told = Object.fromEntries(first.keys.map((key) => [key, at("09-08")]));
    expect(issued(around([legal]), [respondent, court], told)).toEqual({
      mails: ["unknown-agency fazhi@police.example.org"],
      keys: ["k"],
      owedStill: [],
      unreached: [],
    });
  });

  it("is a task of the municipal bureau where the own one can't be reached, and stays owed where none can", () => {
    const deaf = organisation("bureau", [], "bureau");
    const above = around([], { bureau: deaf, cityBureau: CITY });
    expect(issued(above, [respondent]).mails).toEqual(["address-failed yingsu@city.example.org"]);
    expect(issued(around([], { bureau: deaf }), [respondent])).toEqual({
      mails: [],
      keys: [],
      owedStill: ["k"],
      unreached: ["police"],
    });
  });

  it("to somebody the directory doesn't have is a task as well; without a superior nobody is copied", () => {
    const unlisted: Involved = { ...around([legal]), court: undefined };
    expect(issued(unlisted, [court])).toMatchObject({
      mails: ["address-failed yingsu@justice.example.org"],
      unreached: [FILE.court],
    });
    expect(issued(around([legal]), [superior])).toEqual({
      mails: [],
      keys: ["k"],
      owedStill: [],
      unreached: [],
    });
  });

  it("decided again is the same notice", () => {
    const to: Addressee = { organisation: BUREAU, name: "", reader: "handling", bureaus: [] };
    const [one] = address("k", to, content, dispatch).notices;
    const [other] = address("k", to, content, dispatch).notices;
    expect(one?.id).toBe(other?.id);
    expect(one && noticeNumber(one)).toMatch(/^应诉核名〔2026〕[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });
});
