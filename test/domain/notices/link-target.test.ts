/** What a link carries of what it is for: texts that lead back to the same, and to nothing where they are cut short or are another's. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import {
  type LinkTarget,
  type LinkTask,
  linkTarget,
  targetOfValues,
  targetValues,
} from "../../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, type Month, type Year } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";

const of = { caseNumber: caseNumber("（2026）鲁1321行初9号"), respondent: "沂南县公安局" };
const wholeCase = { caseNumber: of.caseNumber };
const stage = { ...of, stage: "appeal" } as const;
const entry = { jurisdiction: "沂南县", year: "2026" as Year, id: "1" };
/** One of each task, and what of it is as often left out. */
const TARGETS: { readonly [Task in LinkTask]: readonly Omit<LinkTarget<Task>, "task">[] } = {
  report: [of],
  filing: [of],
  duty: [
    { ...of, duty: "evidence" },
    { ...of, duty: "performance", subject: "0" },
  ],
  supervision: [of],
  "loss-review": [of],
  designation: [stage],
  approval: [stage],
  leader: [stage],
  "appeal-approval": [of],
  orders: [of],
  "judgment-note": [of],
  reconciliation: [{ ...of, sitting: civilDate("2026-09-24") }],
  obstacle: [{ ...of, reportedAt: at("09-20", "09:30") }],
  "call-classes": [of],
  "principal-absence": [of],
  urging: [
    { ...of, duty: "report", sitting: 2 },
    { ...of, duty: "filing", sitting: 1 },
    { ...of, duty: "evidence" },
    { ...of, duty: "performance", subject: "0" },
  ],
  review: [{ sha256: "ab".repeat(32) }],
  "case-page": [wholeCase],
  board: [{}],
  search: [{}],
  calendar: [{}],
  programme: [{}],
  correction: [entry],
  suggestion: [entry],
  assessment: [entry],
  undo: (["case", "review", "entry", "directory"] as const).map((what) => ({ what, of: "x", cause: "c" })),
  directory: [{}],
  "directory-entry": [{ organisation: "yinan-police" as OrganisationId }],
  "unknown-name": [of],
  "address-consent": [{ role: "head", change: "c-1" }],
  signing: (["month", "quarter", "half-year", "year", "year-to-date"] as const).map((period) => ({
    period,
    month: "2026-09" as Month,
  })),
  ledger: [{}],
  "sign-in": [{ mailbox: "fzk@example.org" }],
  "case-office": [wholeCase],
  classes: [wholeCase],
  "entry-office": [{}],
};
const ALL = (Object.keys(TARGETS) as LinkTask[]).flatMap((task) =>
  (TARGETS[task] as readonly object[]).map((target) => [task, { task, ...target } as LinkTarget] as const),
);

describe.each(ALL)("%s", (task, target) => {
  const values = targetValues(target);

  it("leads back to the same", () => {
    expect(targetOfValues(task, values)).toEqual(target);
  });

  it("leads nowhere where a text is missing", () => {
    for (let length = 0; length < values.length; length++) {
      const back = targetOfValues(task, values.slice(0, length));
      // Of a duty the last may be left out: there is but one of its kind.
      if (back !== undefined) expect(back).toEqual(withoutSubject(target));
    }
  });
});
const withoutSubject = (target: object) => {
  const { subject: _, ...rest } = target as { readonly subject?: string };
  return rest;
};

it.each<[string, LinkTask, readonly string[]]>([
  ["a case number that is none", "report", ["2026第9号", "沂南县公安局"]],
  ["a case number that is none", "case-page", ["9"]],
  ["a stage that is none", "designation", [of.caseNumber, of.respondent, "somewhere"]],
  ["a day that is none", "reconciliation", [of.caseNumber, of.respondent, "2026-02-30"]],
  ["an instant that is none", "obstacle", [of.caseNumber, of.respondent, "2026-09-20"]],
  ["an instant with more behind it", "obstacle", [of.caseNumber, of.respondent, `${at("09-20")}?`]],
  ["an instant with more before it", "obstacle", [of.caseNumber, of.respondent, `x${at("09-20")}`]],
  ["a duty that is none", "duty", [of.caseNumber, of.respondent, "report", ""]],
  ["a sitting that is no number", "urging", [of.caseNumber, of.respondent, "report", "x1"]],
  ["a sitting that is no number", "urging", [of.caseNumber, of.respondent, "filing", "1x"]],
  ["a sitting of too many digits", "urging", [of.caseNumber, of.respondent, "filing", "12345"]],
  ["a year that is none", "correction", ["沂南县", "26", "1"]],
  ["an act that is none", "undo", ["somewhere", "x", "c"]],
  ["a period that is none", "signing", ["week", "2026-09"]],
  ["a month that is none", "signing", ["month", "2026-13"]],
  ["a role that is none", "address-consent", ["mayor", "c-1"]],
  ["a task that is none", "toString" as LinkTask, []],
])("%s leads nowhere: %s", (_, task, values) => {
  expect(targetOfValues(task, values)).toBeUndefined();
});

it("what a link is for says neither whose it is nor how long it lasts", () => {
  const link = {
    ...{ task: "report" as const, ...of, recipient: "yinan-police" as OrganisationId },
    ...{ expires: at("09-24"), nonce: "n-1", session: "s-1" },
  };
  expect(linkTarget(link)).toEqual({ task: "report", ...of });
});
