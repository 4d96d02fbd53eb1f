/**
 * 办理链接: which task does each letter's link lead to? Whoever holds a link acts by it, so that it stands in the letters of those alone who are
 * to act: never in a copy, in what goes to a head or a superior, or once nothing more is owed.
 */
import { describe, expect, it } from "vitest";
import { config } from "../../../infra/config.ts";
import { calendarOf, linkOf, linkTaskOf, taskLinksOf } from "../../../shared/domain/notices/desk-link.ts";
import type { LinkTask } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import { SAMPLES } from "../../letters/sample-notices.ts";

/** Every sample letter, by the task its link is for; `none`: it has no link. */
const LINKS: Readonly<Partial<Record<LinkTask | "none", string>>> = {
  report:
    "hearing-notice hearing-notice.provisional hearing-reminder hearing-notice.urgent hearing-changed objection-answered designation-order appearance-contradicted obstacle-answered principal-notice principal-absence-answered.refused hearing-notice.online report-due report-overdue report-returned desk-link",
  none: "hearing-notice.head hearing-reminder.reported hearing-reminder.head hearing-reminder.government urgent-hearing hearing-changed.hour hearing-changed.no-date hearing-changed.closed hearing-changed.no-longer-sued designation-order.appeal designation-withdrawn taken-back designation-due.copy appearance-notice court-note appearance-contradicted.bureau appeal-choice-answered obstacle-reported.bureau obstacle-answered.head obstacle-answered.bureau obstacle-answered.government appearance-unsettled principal-notice.head principal-absence-answered principal-absence-answered.head hearing-changed.granted hearing-reminder.excused-by-court address-failed.too-late organisation-changed organisation-changed.former organisation-changed.bureau organisation-changed.restored organisation-changed.court report-overdue.copy supervision duty-overdue.copy extension-answered filing-overdue.copy difference-settled ledger-due.copy bulletin document-rejected rejection-withdrawn document-review document-question document-question.elsewhere document-question.copy loss-judged receipt.loss-report suggestion-due.copy suggestion-reply-taken-back suggestion-withdrawn correction-due.copy promise-due promise-due.over meeting-point-due meeting-point-due.over topic-answered topic-answered.no observation-invited observation-invited.again observation-cancelled entry-recalled meeting-invited interview-called interview-called.copy interview-withdrawn correction-withdrawn agency-digest receipt receipt.filing receipt.obstacle receipt.obstacle-answer receipt.difference-answer receipt.registered correction-receipt files-receipt",
  designation: "case-handling-form case-handling-form.appeal handling-form-returned designation-due",
  approval: "handling-form-submitted handling-form-submitted.two-step opinion-returned designation-objection",
  leader: "approval-requested",
  duty: "judgment-service-asked appeal-choice-answered.returned duty-asked duty-asked.bureau duty-due duty-overdue extension-asked loss-judged.returned",
  "judgment-note": "judgment-effect-asked enforcement-begun.bureau enforcement-begun.among",
  "appeal-approval": "appeal-choice-submitted",
  orders: "orders-to-confirm orders-to-confirm.bureau",
  "case-page": "enforcement-begun enforcement-begun.head",
  obstacle: "obstacle-reported",
  "principal-absence": "principal-absence",
  "address-consent": "organisation-changed.asked",
  supervision: "report-received",
  "sign-in": "sign-in",
  filing: "filing-asked filing-asked.answered filing-asked.ledger filing-due filing-overdue",
  reconciliation: "attendance-difference attendance-difference.court difference-standing",
  ledger: "ledger-due ledger-due.prefilled ledger-received ledger-due.over",
  signing: "bulletin.draft bulletin.own bulletin-unsigned bulletin-correction",
  "unknown-name": "unknown-agency",
  "directory-entry": "address-failed",
  programme:
    "programme-plan observations-behind yearly-return-due meeting-behind assessment-objection assessment-made session-due pack-made interview-candidates interview-due",
  "loss-review": "loss-reported",
  suggestion:
    "suggestion-received suggestion-received.policy suggestion-due suggestion-due.bureau suggestion-replied suggestion-receipt",
  correction:
    "correction-proposed correction-due correction-due.bureau correction-answered correction-judged",
  assessment: "assessment-draft assessment-answered assessment-final",
  board: "digest",
};

const NAMES = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];
const sample = (name: string): Notice => SAMPLES[name as keyof typeof SAMPLES] ?? expect.fail(name);
const LIVES = config.policy.links;

describe.each(Object.entries(LINKS))("a link for %s", (task, names) => {
  it.each(names.split(" "))("%s", (name) => {
    expect(linkTaskOf(sample(name)) ?? "none").toBe(task);
  });
});

it("every letter there is has its place in the table", () => {
  const told = Object.values(LINKS).flatMap((names) => names.split(" "));
  expect(told.toSorted()).toEqual([...NAMES].toSorted());
});

it("a paper that a person must read leads to that paper", () => {
  const review = sample("document-review");
  const paper = { ...review, subject: { of: "document", sha256: "ab".repeat(32) } } as Notice;
  expect(linkOf(paper, LIVES)).toMatchObject({ task: "review", sha256: "ab".repeat(32) });
});

it("the calendar is offered with a hearing that is set, and with what is read each morning", () => {
  expect(NAMES.filter((name) => calendarOf(sample(name)) !== undefined)).toEqual([
    "hearing-notice",
    "hearing-notice.provisional",
    "hearing-notice.urgent",
    "hearing-notice.online",
    "agency-digest",
    "digest",
  ]);
});

describe("a link", () => {
  const asked = sample("hearing-notice");
  it("is the recipient's, by the number of its letter, for as long as the policy says", () => {
    const link = linkOf(asked, LIVES) ?? expect.fail();
    expect(link).toMatchObject({ task: "report", recipient: asked.recipient.organisation, nonce: asked.id });
    const days = (Date.parse(link.expires) - Date.parse(asked.createdAt)) / 86_400_000;
    expect(Object.values(LIVES)).toContain(days);
  });

  it("to sign in is good for minutes", () => {
    const letter = sample("sign-in");
    const link = linkOf(letter, LIVES) ?? expect.fail();
    expect((Date.parse(link.expires) - Date.parse(letter.createdAt)) / 60_000).toBe(LIVES.signInMinutes);
  });

  it("of a calendar is the same in all letters of a year, and ends with the second year after it", () => {
    const [one, other] = [calendarOf(asked), calendarOf(sample("hearing-notice.urgent"))];
    expect(one).toEqual(other);
    expect(one?.expires.startsWith(String(Number(asked.createdAt.slice(0, 4)) + 2))).toBe(true);
  });
});

it("each line of a morning's letter has a link of its own, each task once", () => {
  for (const name of ["agency-digest", "digest"]) {
    const links = taskLinksOf(sample(name), LIVES);
    expect(links.length, name).toBeGreaterThan(0);
    expect(new Set(links.map(({ nonce }) => nonce)).size, name).toBe(links.length);
    expect(new Set(links.map(({ recipient }) => recipient))).toEqual(
      new Set([sample(name).recipient.organisation]),
    );
  }
});
