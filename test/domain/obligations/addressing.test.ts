import { describe, expect, it } from "vitest";
import { addOnce } from "../../../shared/casework/add-once.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { NoticeContent } from "../../../shared/domain/notices/notice-kinds.ts";
import { noticeNumber } from "../../../shared/domain/notices/notice-number.ts";
import {
  type Addressee,
  address,
  type Dispatch,
  formerId,
  joined,
  notice,
} from "../../../shared/domain/obligations/addressing.ts";
import { addresseeOf, type Involved } from "../../../shared/domain/obligations/involved.ts";
import { issue } from "../../../shared/domain/obligations/issue.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { Audience } from "../../../shared/domain/organisations/audience.ts";
import type {
  Contact,
  Organisation,
  OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { contactFor } from "../../../shared/domain/organisations/mail-reader.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, summons } from "../../support/case-builders.ts";
import { memoryOutbox } from "../../support/memory/memory-outbox.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";

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

  it("that waits for a superior's answer, where the directory has none, is its bureau's task and stays owed", () => {
    const asked = { ...superior, asked: true } as const;
    expect(issued(around([legal]), [asked])).toEqual({
      mails: ["address-failed yingsu@justice.example.org"],
      keys: [`no-address:${POLICE.name}（上级单位）`],
      owedStill: ["k"],
      unreached: [`${POLICE.name}（上级单位）`],
    });
    // A copy is for nobody there.
    expect(issued(around([legal]), [respondent, superior])).toMatchObject({ unreached: [], keys: ["k"] });
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

describe("a mailbox that several share", () => {
  const shared = "office@yinan.example.org";
  const at1 = (email: string): Contact => ({ ...legal, email });
  const to = (organisation: Organisation, reader: Addressee["reader"]): Addressee => ({
    organisation,
    name: organisation.name,
    reader,
    bureaus: [BUREAU],
  });
  const told = (...all: readonly (readonly [Addressee, NoticeContent])[]) =>
    joined(all.map(([whom, what]) => address("k", whom, what, dispatch))).notices;
  const hearing = { ordinal: 1, date: civilDate("2026-09-24"), sequence: 0 };
  const of = { case: summaryOf(FILE), respondent: POLICE.name, hearing };
  const forRole = (audience: "legal-section" | "head"): NoticeContent => ({
    kind: "hearing-notice",
    ...of,
    audience,
  });

  it.each([
    ["as it is", shared],
    ["with other letters in its domain", "office@YINAN.example.ORG"],
  ])("gets what the legal section must do and the head's own letter, %s", (_, other) => {
    const police = organisation("police", [at1(shared), { ...head, email: other }]);
    const letters = told(
      [to(police, "handling"), forRole("legal-section")],
      [to(police, "head"), forRole("head")],
    );
    expect(letters.map((one) => "audience" in one.content && one.content.audience)).toEqual([
      "legal-section",
      "head",
    ]);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(2);
  });

  it("gets one letter where it would say the same to both", () => {
    const police = organisation("police", [at1(shared), { ...head, email: "office@YINAN.example.org" }]);
    const moved: NoticeContent = { kind: "hearing-changed", ...of, cancelled: hearing };
    expect(told([to(police, "handling"), moved], [to(police, "head"), moved])).toHaveLength(1);
  });

  it.each([
    [
      "an agency and its superior",
      organisation("police", [at1(shared)]),
      { ...GOVERNMENT, contacts: [at1(shared)] },
    ],
    ["two defendants", organisation("police", [at1(shared)]), organisation("town", [at1(shared)])],
    [
      "the bureaus of city and county",
      { ...BUREAU, contacts: [at1(shared)] },
      { ...CITY, contacts: [at1(shared)] },
    ],
  ])("gets the letter of each: %s", (_, one, other) => {
    const letters = told([to(one, "handling"), content], [to(other, "handling"), content]);
    expect(letters.map(({ recipient }) => recipient.organisation)).toEqual([one.id, other.id]);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(2);
  });

  it("has one identity in whatever letters its domain is written, and another for another person", () => {
    const id = (email: string) =>
      told([to(organisation("police", [at1(email)]), "handling"), content])[0]?.id;
    expect(id("office@YINAN.Example.org")).toBe(id(shared));
    expect(id("Office@yinan.example.org")).not.toBe(id(shared));
  });

  it("passes over an address that was refused, however its domain is written", () => {
    const police = organisation("police", [at1(shared), { ...duty, email: "duty@yinan.example.org" }]);
    expect(contactFor(police, "handling", "office@YINAN.EXAMPLE.ORG")?.email).toBe("duty@yinan.example.org");
  });
});

describe("after an upgrade", () => {
  it("a round that is run again tells nobody twice, and the other office of a mailbox after all", async () => {
    const outbox = memoryOutbox(memoryTable("3713"));
    const recipient = {
      organisation: BUREAU.id,
      organisationName: BUREAU.name,
      name: "",
      address: "office@yinan.example.org",
    };
    const now = at("09-08");
    const first = notice("k", recipient, content, dispatch, { reader: "office" });
    // As it was kept before its audience was part of its identity.
    await outbox.add({ ...first, id: formerId("k", first) }, now);
    await addOnce(outbox, "k", first, now);
    expect(await outbox.item(first.subject, first.id)).toBeUndefined();
    const other = notice("k", { ...recipient, organisation: CITY.id }, content, dispatch, {
      reader: "office",
    });
    await addOnce(outbox, "k", other, now);
    await addOnce(outbox, "k", other, now);
    expect((await outbox.item(other.subject, other.id))?.notice).toEqual(other);
  });
});
