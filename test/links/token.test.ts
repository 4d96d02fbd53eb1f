import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { linkOf, linkTaskOf } from "../../shared/domain/notices/desk-link.ts";
import type { Link } from "../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import { addMinutes, type Year } from "../../shared/domain/time/time.ts";
import { KEY_NAME, type LinkKeys } from "../../shared/links/link-keys.ts";
import { readLink, signLink } from "../../shared/links/token.ts";
import { SAMPLES } from "../letters/sample-notices.ts";
import { at } from "../support/case-builders.ts";

const NOW = at("09-08");
const KEYS: LinkKeys = { current: "b", keys: { a: "a".repeat(40), b: "b".repeat(40) } };
const LINK: Link = {
  task: "report",
  caseNumber: caseNumber("（2026）鲁1321行初23号"),
  respondent: "沂南县公安局",
  recipient: "yinan-police" as OrganisationId,
  expires: addMinutes(NOW, 60),
  nonce: "7Q3FK2M9ABCDE",
};
const TOKEN = signLink(LINK, KEYS);

const organisation = fc.stringMatching(/^[a-z-]{1,20}$/) as fc.Arbitrary<OrganisationId>;
const common = {
  recipient: organisation,
  expires: fc.integer({ min: 1, max: 100_000 }).map((minutes) => addMinutes(NOW, minutes)),
  nonce: fc.stringMatching(/^[0-9A-Z]{13}$/),
};
const links: fc.Arbitrary<Link> = fc.oneof(
  fc.record({
    task: fc.constantFrom("report" as const, "filing" as const, "supervision" as const),
    caseNumber: fc.constantFrom("（2026）鲁1321行初23号", "（2026）鲁13行终6号").map(caseNumber),
    respondent: fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
    ...common,
  }),
  fc.record({ task: fc.constant("review" as const), sha256: fc.stringMatching(/^[0-9a-f]{64}$/), ...common }),
  fc.record({
    task: fc.constantFrom("programme" as const, "board" as const, "search" as const, "calendar" as const),
    ...common,
  }),
  fc.record({
    task: fc.constantFrom("correction" as const, "suggestion" as const),
    jurisdiction: fc.constantFrom("市本级", "沂南县"),
    year: fc.constant("2026" as Year),
    id: fc.uuid(),
    ...common,
  }),
);

describe("a link", () => {
  it("comes back as it was signed, whatever it says", () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(readLink(signLink(link, KEYS), KEYS, NOW)).toEqual({ state: "valid", link });
      }),
    );
  });

  it("fits into a line of a mail and needs no escaping in an address", () => {
    expect(TOKEN).toMatch(/^[\w.-]+$/);
    expect(TOKEN.length).toBeLessThan(300);
  });

  it("is genuine but worthless from the moment it expires", () => {
    expect(readLink(TOKEN, KEYS, addMinutes(NOW, 60))).toEqual({ state: "expired", link: LINK });
    expect(readLink(TOKEN, KEYS, addMinutes(NOW, 59)).state).toBe("valid");
  });

  it("of the old key holds until that key is taken out", () => {
    const old = signLink(LINK, { ...KEYS, current: "a" });
    expect(readLink(old, KEYS, NOW).state).toBe("valid");
    expect(readLink(old, { current: "b", keys: { b: KEYS.keys.b ?? "" } }, NOW)).toEqual({ state: "forged" });
  });
});

describe("a link that is bound to a session", () => {
  const BOUND: Link = { ...LINK, session: "front-door-7" };

  it("comes back with its session, and under a version of its own", () => {
    const token = signLink(BOUND, KEYS);
    expect(token.startsWith("2.b.")).toBe(true);
    expect(readLink(token, KEYS, NOW)).toEqual({ state: "valid", link: BOUND });
    expect(TOKEN.startsWith("1.b.")).toBe(true);
    expect(readLink(TOKEN, KEYS, NOW)).not.toHaveProperty("link.session");
  });

  it("can't be read as one that is bound to none, nor the other way about", () => {
    expect(readLink(signLink(BOUND, KEYS).replace(/^2/, "1"), KEYS, NOW)).toEqual({ state: "forged" });
    expect(readLink(TOKEN.replace(/^1/, "2"), KEYS, NOW)).toEqual({ state: "forged" });
  });
});

describe("a key", () => {
  it("may have a name of many letters", () => {
    const keys: LinkKeys = { current: "2026-09_spare", keys: { "2026-09_spare": "c".repeat(40) } };
    expect(readLink(signLink(LINK, keys), keys, NOW)).toEqual({ state: "valid", link: LINK });
  });

  it("must be there to sign with", () => {
    expect(() => signLink(LINK, { ...KEYS, current: "gone" })).toThrow("not among the keys");
  });

  it.each([
    ["a", true],
    ["2026-09_b", true],
    ["k".repeat(40), true],
    ["k".repeat(41), false],
    ["", false],
    ["a.b", false],
    [" a", false],
    ["a ", false],
    ["钥", false],
  ])("called “%s” can stand in a token: %s", (name, fits) => {
    expect(KEY_NAME.test(name)).toBe(fits);
  });
});

describe("a token that isn't ours", () => {
  it("is forged with anything before or behind it", () => {
    for (const token of [`x${TOKEN}`, `1.${TOKEN}`, `${TOKEN}x`, `${TOKEN}.x`, `${TOKEN}\n`, ` ${TOKEN}`])
      expect(readLink(token, KEYS, NOW)).toEqual({ state: "forged" });
  });

  it("is nothing to read where it is longer than any of ours, even if our key vouches for it", () => {
    const lengths = Array.from({ length: 200 }, (_, more) => {
      const token = signLink({ ...LINK, respondent: "a".repeat(850 + more) }, KEYS);
      expect(readLink(token, KEYS, NOW).state).toBe(token.length > 1_500 ? "forged" : "valid");
      return token.length;
    });
    expect(lengths).toContain(1_500);
    expect(lengths).toContain(1_502);
  });

  it("is forged with any character changed", () => {
    fc.assert(
      fc.property(fc.nat(TOKEN.length - 1), fc.constantFrom(..."AZaz09-_.é"), (position, character) => {
        const changed = TOKEN.slice(0, position) + character + TOKEN.slice(position + 1);
        fc.pre(changed !== TOKEN);
        expect(readLink(changed, KEYS, NOW)).toEqual({ state: "forged" });
      }),
      { numRuns: 2_000 },
    );
  });

  it("is forged with any bit flipped, in the text and in what the text encodes", () => {
    for (let index = 0; index < TOKEN.length; index++) {
      for (let bit = 0; bit < 7; bit++) {
        const flipped = String.fromCharCode(TOKEN.charCodeAt(index) ^ (1 << bit));
        const changed = TOKEN.slice(0, index) + flipped + TOKEN.slice(index + 1);
        expect(readLink(changed, KEYS, NOW)).toEqual({ state: "forged" });
      }
    }
  });

  it("is forged when another link's words stand under this one's signature, or another key vouches", () => {
    fc.assert(
      fc.property(links, (link) => {
        const [version, key, payload] = signLink(link, KEYS).split(".");
        const crossed = [version, key, payload, TOKEN.split(".")[3]].join(".");
        fc.pre(crossed !== TOKEN);
        expect(readLink(crossed, KEYS, NOW)).toEqual({ state: "forged" });
        expect(readLink(signLink(link, { ...KEYS, current: "a" }).replace(".a.", ".b."), KEYS, NOW)).toEqual({
          state: "forged",
        });
      }),
    );
  });

  it("is forged whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(readLink(text, KEYS, NOW)).toEqual({ state: "forged" });
      }),
    );
    for (const key of ["__proto__", "constructor", "toString"])
      expect(readLink(TOKEN.replace(".b.", `.${key}.`), KEYS, NOW)).toEqual({ state: "forged" });
    expect(readLink("1.b.".padEnd(1_000_000, "A"), KEYS, NOW)).toEqual({ state: "forged" });
  });
});

describe("how long a link can be used", () => {
  it("is the deployment's choice, by what it is for", () => {
    const report = SAMPLES["report-due"] ?? expect.fail();
    const digest = SAMPLES.digest ?? expect.fail();
    const days = (notice: typeof report, links = LINYI.links) => {
      const { expires } = linkOf(notice, links) ?? expect.fail();
      return (Date.parse(expires) - Date.parse(notice.createdAt)) / 86_400_000;
    };
    expect([days(report), days(digest)]).toEqual([45, 90]);
    const shorter = { ...LINYI.links, caseDays: 10 };
    expect([days(report, shorter), days(digest, shorter)]).toEqual([10, 90]);
  });
});

describe("which mails have a link", () => {
  it("those that ask their reader for something done at the desk, and no copies", () => {
    const tasks = Object.entries(SAMPLES).flatMap(([name, notice]) => {
      const task = linkTaskOf(notice);
      return task === undefined ? [] : [`${name}: ${task}`];
    });
    expect(tasks).toEqual([
      "hearing-notice: report",
      "hearing-notice.provisional: report",
      "hearing-reminder: report",
      "hearing-notice.urgent: report",
      "hearing-changed: report",
      "case-handling-form: designation",
      "case-handling-form.appeal: designation",
      "handling-form-submitted: approval",
      "handling-form-submitted.two-step: approval",
      "approval-requested: leader",
      "opinion-returned: approval",
      "designation-objection: approval",
      "objection-answered: report",
      "handling-form-returned: designation",
      "designation-order: report",
      "designation-due: designation",
      "appearance-contradicted: report",
      "judgment-service-asked: duty",
      "judgment-effect-asked: judgment-note",
      "appeal-choice-submitted: appeal-approval",
      "appeal-choice-answered.returned: duty",
      "orders-to-confirm: orders",
      "orders-to-confirm.bureau: orders",
      "enforcement-begun: case-page",
      "enforcement-begun.head: case-page",
      "enforcement-begun.bureau: judgment-note",
      "enforcement-begun.among: judgment-note",
      "obstacle-reported: obstacle",
      "obstacle-answered: report",
      "principal-notice: report",
      "principal-absence: principal-absence",
      "principal-absence-answered.refused: report",
      "hearing-notice.online: report",
      "organisation-changed.asked: address-consent",
      "report-due: report",
      "report-overdue: report",
      "report-received: supervision",
      "report-returned: report",
      "duty-asked: duty",
      "duty-asked.bureau: duty",
      "duty-due: duty",
      "duty-overdue: duty",
      "extension-asked: duty",
      "desk-link: report",
      "sign-in: sign-in",
      "filing-asked: filing",
      "filing-asked.answered: filing",
      "filing-asked.ledger: filing",
      "filing-due: filing",
      "filing-overdue: filing",
      "attendance-difference: reconciliation",
      "attendance-difference.court: reconciliation",
      "difference-standing: reconciliation",
      "ledger-due: ledger",
      "ledger-due.prefilled: ledger",
      "ledger-received: ledger",
      "ledger-due.over: ledger",
      "bulletin.draft: signing",
      "bulletin.own: signing",
      "bulletin-unsigned: signing",
      "bulletin-correction: signing",
      "unknown-agency: unknown-name",
      "address-failed: directory-entry",
      "programme-plan: programme",
      "observations-behind: programme",
      "yearly-return-due: programme",
      "meeting-behind: programme",
      "loss-reported: loss-review",
      "loss-judged.returned: duty",
      "suggestion-received: suggestion",
      "suggestion-received.policy: suggestion",
      "suggestion-due: suggestion",
      "suggestion-due.bureau: suggestion",
      "suggestion-replied: suggestion",
      "suggestion-receipt: suggestion",
      "correction-proposed: correction",
      "correction-due: correction",
      "correction-due.bureau: correction",
      "correction-answered: correction",
      "correction-judged: correction",
      "assessment-draft: assessment",
      "assessment-objection: programme",
      "assessment-answered: assessment",
      "assessment-final: assessment",
      "assessment-made: programme",
      "session-due: programme",
      "pack-made: programme",
      "interview-candidates: programme",
      "interview-due: programme",
      "digest: board",
    ]);
  });

  it("is the same each time the notice is sent, and another for another notice", () => {
    const due = SAMPLES["report-due"];
    const { links } = LINYI;
    expect(due && linkOf(due, links)).toEqual(due && linkOf(structuredClone(due), links));
    expect(due && linkOf(due, links)?.nonce).toBe(due?.id);
  });
});
