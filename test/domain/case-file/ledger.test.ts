import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolve.ts";
import { type LedgerRef, noteLedger, type Says } from "../../../shared/domain/case-file/ledger.ts";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import { monthOfCase, statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { obligations } from "../../../shared/domain/obligations/ladders.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf as decided,
  given,
  POLICE,
  RULES,
  record,
  summons,
} from "../../support/case-builders.ts";

const LEDGER: LedgerRef = {
  court: "yinan-court" as OrganisationId,
  month: "2026-09" as Month,
  document: "ledger-1",
  receivedAt: at("10-02"),
};
const CORRECTED: LedgerRef = { ...LEDGER, document: "ledger-2", receivedAt: at("10-05") };
const day = civilDate("2026-09-24");

function says(changes: Partial<Says> = {}): Says {
  return {
    caseNumber: caseNumber("（2026）鲁1321行初23号"),
    court: "沂南县人民法院",
    sheet: "",
    row: 3,
    plaintiffs: ["陈建"],
    respondents: [POLICE],
    heard: true,
    said: [{ respondent: POLICE.name, heardOn: day, attended: false, absenceReason: "因公出差" }],
    ...changes,
  };
}

function eventsOf(
  file: CaseFile | undefined,
  words: Says | undefined,
  ledger = LEDGER,
  over: readonly string[] = ["ledger-1"],
): readonly CaseEvent[] {
  const decision = noteLedger(file, { ledger, over, ...(words !== undefined && { says: words }) });
  if (decision.outcome !== "noted") throw new Error(decision.outcome);
  return decision.events;
}

function noted(file: CaseFile | undefined, ...args: [Says | undefined, LedgerRef?]): CaseFile {
  const next = evolveAll(file, eventsOf(file, ...args));
  if (next === undefined) throw new Error("no case");
  return next;
}

describe("a case nobody sent papers of", () => {
  it("is opened by the ledger, counts, and chases nobody", () => {
    const file = noted(undefined, says());
    expect(file).toMatchObject({ state: "heard", documents: [], deadlines: [] });
    expect(statisticsRows(file)).toMatchObject([
      { heard: true, heardOn: "2026-09-24", present: false, source: "court-ledger", openDifference: false },
    ]);
    expect(obligations(file, RULES)).toEqual([]);
  });

  it("of an agency the directory doesn't know is not asked about case by case", () => {
    const file = noted(
      undefined,
      says({ respondents: [{ name: "沂南县某局" }], said: [{ respondent: "沂南县某局", heardOn: day }] }),
    );
    expect(obligations(file, RULES)).toEqual([]);
    expect(statisticsRows(file)).toMatchObject([{ agency: "沂南县某局", jurisdiction: "沂南县" }]);
  });

  it("can't be opened without an agency", () => {
    expect(noteLedger(undefined, { ledger: LEDGER, over: [], says: says({ respondents: [] }) })).toEqual({
      outcome: "refused",
      doubt: { type: "no-respondent" },
    });
  });

  it("that wasn't heard counts for what was resolved to the ledger's month", () => {
    const file = noted(
      undefined,
      says({
        heard: false,
        outcome: "settled-withdrawn",
        mediated: true,
        said: [{ respondent: POLICE.name }],
      }),
    );
    expect(monthOfCase(file)).toBe("2026-09");
    expect(statisticsRows(file)).toMatchObject([
      { heard: false, outcome: "settled-withdrawn", mediated: true, heardOn: undefined, present: undefined },
    ]);
  });
});

describe("a case with papers", () => {
  it("that awaited its hearing was heard, the ledger says", () => {
    const file = noted(given(summons()), says());
    expect(file.state).toBe("heard");
    expect(sittings(file)).toMatchObject([{ date: day, time: "09:00", ledger: "ledger-1" }]);
    expect(attendanceOf(file, POLICE.name)?.present).toBe(false);
    expect(file.deadlines.filter(({ kind }) => kind === "filing")).toMatchObject([{ status: "open" }]);
  });

  it("keeps the record's word, and shows the difference", () => {
    const file = noted(given(summons(), record()), says());
    expect(attendanceOf(file, POLICE.name)).toMatchObject({ present: true, difference: true });
    expect(statisticsRows(file)).toMatchObject([{ present: true, openDifference: true }]);
  });

  it("that the ledger says was not heard is a difference too", () => {
    const file = noted(
      given(summons(), record()),
      says({ heard: false, said: [{ respondent: POLICE.name }] }),
    );
    expect(statisticsRows(file)).toMatchObject([{ heard: true, openDifference: true }]);
  });

  it("has no second sitting because the ledger slips in the day", () => {
    const slipped = says({
      said: [{ respondent: POLICE.name, heardOn: civilDate("2026-09-25"), attended: true }],
    });
    expect(sittings(noted(given(summons(), record()), slipped))).toHaveLength(1);
  });

  it("doesn't take in an agency that nobody knows, nor one number's row for another's", () => {
    const extra = says({ respondents: [POLICE, { name: "沂南县某局" }] });
    expect(noteLedger(given(summons()), { ledger: LEDGER, over: [], says: extra })).toMatchObject({
      outcome: "noted",
      strangers: ["沂南县某局"],
    });
    const wrong = says({ respondents: [{ name: "费县公安局" }] });
    expect(noteLedger(given(summons()), { ledger: LEDGER, over: [], says: wrong })).toMatchObject({
      outcome: "refused",
      doubt: { type: "parties-differ" },
    });
  });

  it("closed by the ledger is closed by its judgment when that comes", () => {
    const closed = noted(given(summons(), record()), says({ outcome: "won" }));
    expect(closed).toMatchObject({ state: "closed", outcome: "won", byLedger: true });
    const judgment = record({
      sha256: "judgment-1",
      kind: "judgment",
      at: at("10-20"),
      closed: { outcome: "lost", heard: true },
    });
    const judged = evolveAll(closed, decided(closed, judgment));
    expect(judged).toMatchObject({ state: "closed", outcome: "lost" });
    expect(judged).not.toHaveProperty("byLedger");
    expect(noted(judged, says({ outcome: "won" }), CORRECTED)).toMatchObject({ outcome: "lost" });
  });

  it("whose sitting only the ledger proved is proved by its record when that comes", () => {
    const byLedger = noted(undefined, says());
    const proved = evolveAll(byLedger, decided(byLedger, record()));
    expect(proved && sittings(proved)).toMatchObject([{ date: day, ordinal: 1 }]);
    expect(proved && sittings(proved)[0]).not.toHaveProperty("ledger");
    expect(sittings(noted(proved, undefined, CORRECTED))).toHaveLength(1);
  });
});

describe("a later ledger of the month", () => {
  it("takes back all the former one said", () => {
    const first = noted(undefined, says({ outcome: "won" }));
    const corrected = says({
      said: [{ respondent: POLICE.name, heardOn: civilDate("2026-09-22"), attended: true }],
    });
    const file = noted(first, corrected, CORRECTED);
    expect(file).toMatchObject({ state: "heard", ledgers: [{ document: "ledger-2" }] });
    expect(sittings(file).map(({ date }) => date)).toEqual(["2026-09-22"]);
    expect(attendanceOf(file, POLICE.name)).toMatchObject({ present: true, difference: false });
  });

  it("keeps the number and hour of a sitting it proves again", () => {
    const first = noted(given(summons()), says());
    const again = noted(first, says(), CORRECTED);
    expect(sittings(again)).toMatchObject([{ ordinal: 1, time: "09:00", ledger: "ledger-2" }]);
  });

  it("that leaves the case out leaves nothing to count", () => {
    const file = noted(noted(undefined, says({ outcome: "won" })), undefined, CORRECTED);
    expect(file).toMatchObject({ state: "registered", ledgers: [], attendance: [], pastHearings: [] });
    expect(statisticsRows(file)).toEqual([]);
  });

  it("that nobody weighed against the one in the file must wait", () => {
    const first = noted(undefined, says());
    expect(noteLedger(first, { ledger: CORRECTED, over: [], says: says() })).toEqual({
      outcome: "unweighed",
    });
  });

  it("the same one twice changes nothing", () => {
    const first = noted(undefined, says());
    expect(eventsOf(first, says())).toEqual([]);
  });
});
