import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { noticeNumber } from "../../../shared/domain/notices/notice.ts";
import { address, type Dispatch, type Involved } from "../../../shared/domain/obligations/addressing.ts";
import type { NoticeOwed } from "../../../shared/domain/obligations/obligation.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type {
  Contact,
  Organisation,
  OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { at, given, POLICE, RULES, summons } from "../../support/case-builders.ts";

const organisation = (id: string, contacts: readonly Contact[]): Organisation => ({
  id: id as OrganisationId,
  kind: "agency",
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

const around = (contacts: readonly Contact[], superior?: Organisation): Involved => {
  const bureau = organisation("bureau", [duty]);
  const sued = organisation("police", contacts);
  return {
    respondents: new Map([[POLICE.name, { sued, organisation: sued, superior, bureau }]]),
    designated: new Map(),
    bureau,
  };
};
const owed = (part: "legal-section" | "head" | "superior"): NoticeOwed => ({
  audience:
    part === "superior" ? { part, name: POLICE.name } : { part: "respondent", name: POLICE.name, role: part },
  content: { kind: "unknown-agency", case: summaryOf(given(summons())), name: part },
});
const dispatch: Dispatch = {
  subject: { of: "case", caseNumber: caseNumber("（2026）鲁1321行初23号") },
  now: at("09-08"),
  rules: RULES,
};
const sendTo = (involved: Involved, ...parts: Parameters<typeof owed>[0][]) =>
  address(
    parts.map((part) => ({ key: "k", owed: owed(part) })),
    involved,
    dispatch,
  );

describe("addressing", () => {
  it("finds the legal section and the head", () => {
    const { notices } = sendTo(around([legal, head]), "legal-section", "head");
    expect(notices.map(({ recipient }) => recipient.address)).toEqual([
      "fazhi@police.example.org",
      "head@police.example.org",
    ]);
  });

  it("never sends the head's copy to his office instead", () => {
    expect(sendTo(around([legal]), "legal-section", "head").notices).toHaveLength(1);
  });

  it("makes a dead or missing address a task for the bureau, never silence", () => {
    for (const contacts of [[], [{ ...legal, undeliverable: true }]]) {
      const { notices } = sendTo(around(contacts), "legal-section");
      expect(notices.map(({ recipient, content }) => [recipient.address, content.kind])).toEqual([
        ["yingsu@justice.example.org", "address-failed"],
      ]);
    }
  });

  it("says so when nobody at all can be reached", () => {
    const nobody: Involved = { ...around([]), bureau: undefined };
    expect(sendTo(nobody, "legal-section")).toMatchObject({
      notices: [],
      undeliverable: [{ audience: { part: "respondent" } }],
    });
  });

  it("an agency without a superior has nobody to copy", () => {
    expect(sendTo(around([legal]), "superior")).toEqual({ notices: [], undeliverable: [] });
  });

  it("deciding the same again gives the same notice", () => {
    const [one] = sendTo(around([legal]), "legal-section").notices;
    const [other] = sendTo(around([legal]), "legal-section").notices;
    expect(one?.id).toBe(other?.id);
    expect(one && noticeNumber(one)).toMatch(/^应诉核名〔2026〕[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });
});
