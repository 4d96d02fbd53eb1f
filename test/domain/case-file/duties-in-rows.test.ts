/** What does a case's row say of what came in time: defence and evidence (答辩、举证), the performance of the judgment (履行)? */
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { docketRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { given, POLICE, record, summons } from "../../support/case-builders.ts";

const ANOTHER = "沂南县交通运输局";
const heard = given(summons(), record());
const duty = (kind: string, due: string, changes: object = {}) => ({
  kind,
  respondent: POLICE.name,
  startsOn: "2026-09-08",
  deadline: { due },
  status: "open",
  ...changes,
});
const met = (kind: string, due: string, metOn: string, changes: object = {}) =>
  duty(kind, due, { status: "met", metOn, ...changes });
function withDuties(...duties: readonly object[]) {
  const [row] = docketRows({ ...heard, duties } as unknown as CaseFile);
  if (row === undefined) throw new Error("no row");
  return row;
}

describe("the performance of a judgment", () => {
  const performance = (...duties: readonly object[]) => {
    const { performance: how, effectiveOn } = withDuties(...duties);
    return [how, effectiveOn];
  };
  it.each<[string, readonly object[], readonly (string | undefined)[]]>([
    ["is nothing where nothing was owed", [], [undefined, undefined]],
    [
      "is open while one act is",
      [met("performance", "2026-12-01", "2026-11-20"), duty("performance", "2026-12-31")],
      ["open", "2026-09-08"],
    ],
    [
      "was in time on its last day",
      [met("performance", "2026-12-01", "2026-12-01")],
      ["in-time", "2026-09-08"],
    ],
    [
      "was late where one act was",
      [met("performance", "2026-12-01", "2026-12-01"), met("performance", "2026-12-01", "2026-12-02")],
      ["late", "2026-09-08"],
    ],
    [
      "isn't another respondent's",
      [duty("performance", "2026-12-01", { respondent: ANOTHER })],
      [undefined, undefined],
    ],
    ["isn't another duty", [met("loss-report", "2026-12-01", "2026-12-02")], [undefined, undefined]],
    [
      "isn't what is asked for no more",
      [duty("performance", "2026-12-01", { status: "cancelled" })],
      [undefined, undefined],
    ],
    [
      "runs from the first day on which the judgment held",
      [
        met("performance", "2026-12-01", "2026-11-02", { startsOn: "2026-11-01" }),
        met("performance", "2026-12-01", "2026-11-02", { startsOn: "2026-10-31" }),
      ],
      ["in-time", "2026-10-31"],
    ],
  ])("%s", (_, duties, said) => {
    expect(performance(...duties)).toEqual(said);
  });
});

describe("defence and evidence", () => {
  const days = (...duties: readonly object[]) => {
    const { defence, defenceDue, defenceOn } = withDuties(...duties);
    return [defence, defenceDue, defenceOn];
  };
  it.each<[string, readonly object[], readonly (string | undefined)[]]>([
    ["nothing where neither was owed", [], [undefined, undefined, undefined]],
    [
      "open, without a day, while one is missing",
      [met("evidence", "2026-09-23", "2026-09-20"), duty("defence", "2026-09-23")],
      ["open", "2026-09-23", undefined],
    ],
    [
      "in time on the last day",
      [met("defence", "2026-09-23", "2026-09-23")],
      ["in-time", "2026-09-23", "2026-09-23"],
    ],
    [
      "late a day after it",
      [met("defence", "2026-09-23", "2026-09-24")],
      ["late", "2026-09-23", "2026-09-24"],
    ],
    [
      "by when both were owed and on which day the later came",
      [met("evidence", "2026-10-10", "2026-10-09"), met("defence", "2026-09-23", "2026-09-20")],
      ["in-time", "2026-10-10", "2026-10-09"],
    ],
    [
      "late where one was, whatever time the other was given",
      [met("evidence", "2026-10-10", "2026-10-09"), met("defence", "2026-09-23", "2026-09-24")],
      ["late", "2026-09-23", "2026-09-24"],
    ],
    [
      "in time where evidence alone was late: the defence was not",
      [met("defence", "2026-09-23", "2026-09-20"), met("evidence", "2026-09-23", "2026-09-25")],
      ["in-time", "2026-09-23", "2026-09-25"],
    ],
    [
      "nothing of another respondent's",
      [met("defence", "2026-09-23", "2026-09-24", { respondent: ANOTHER })],
      [undefined, undefined, undefined],
    ],
    [
      "nothing of what is no longer owed",
      [duty("defence", "2026-09-23", { status: "cancelled" })],
      [undefined, undefined, undefined],
    ],
    [
      "nothing of other duties",
      [met("appeal", "2026-09-23", "2026-09-24")],
      [undefined, undefined, undefined],
    ],
  ])("say %s", (_, duties, said) => {
    expect(days(...duties)).toEqual(said);
  });
});
