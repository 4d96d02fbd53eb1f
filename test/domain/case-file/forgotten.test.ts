/** A hearing moved again and again: the file keeps what is still of use, whoever was told is told of each move, and a move can be taken back. */
import { describe, expect, it } from "vitest";
import { diaryChanges } from "../../../shared/domain/board/diary.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { fileOf } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { forgetting, hearingsForgotten } from "../../../shared/domain/case-file/forgotten.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addDays, civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { at, eventsOf, owed, record, respondent, summons, told } from "../../support/case-builders.ts";
import { anAgency } from "../../support/stored-things.ts";

const RESPONDENTS = ["公安局", "教育局", "水利局"].map((name) => respondent(`沂南县${name}`, name));
const PARTIES = { plaintiffs: ["陈建"], respondents: RESPONDENTS, thirdParties: [] };
/** The first hearing of such a case, and its n-th move, a day later each. */
const first = summons({ parties: PARTIES });
const move = (n: number): FileDocument =>
  summons({
    parties: PARTIES,
    sha256: `move-${n}`,
    at: at("09-09"),
    issuedOn: addDays(civilDate("2026-09-07"), n),
    hearing: { date: addDays(civilDate("2026-10-24"), n), time: clockTime("09:00"), place: "第五审判庭" },
  });

interface Told {
  readonly file: CaseFile;
  readonly history: readonly RecordedEvent[];
}

function tell(before: Told | undefined, command: FileDocument): Told {
  const events = eventsOf(before?.file, command);
  const decided = evolveAll(before?.file, events);
  if (decided === undefined) throw new Error("nothing was decided");
  const cause = `document:${command.sha256}`;
  const recorded = events.map((event) => ({ at: command.at, cause, event }));
  return { file: told(decided, command.at), history: [...(before?.history ?? []), ...recorded] };
}

function movedTimes(times: number): Told {
  const moves = Array.from({ length: times }, (_, index) => move(index + 1));
  return moves.reduce<Told>(tell, tell(undefined, first));
}

const sizeOf = ({ file: { deadlines, sent } }: Told) => [deadlines.length, Object.keys(sent).length];

describe("a hearing that is moved again and again", () => {
  it("keeps the periods and notes of the hearing that is set, and of the one before it", () => {
    // Of each respondent report and filing, and the letter of the hearing; of two hearings.
    expect([2, 20, 60].map((times) => sizeOf(movedTimes(times)))).toEqual([
      [12, 6],
      [12, 6],
      [12, 6],
    ]);
  });

  it("keeps that each of them was set", () => {
    const { file } = movedTimes(20);
    expect(file.pastHearings).toHaveLength(20);
    expect(file).toMatchObject({ hearing: { ordinal: 21, date: "2026-11-13" } });
    expect([...hearingsForgotten(file)]).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  });

  it("tells everybody of each move, from the day they knew to the new one", () => {
    const { file } = movedTimes(19);
    const moved = evolveAll(file, eventsOf(file, move(20)));
    if (moved === undefined) throw new Error("no case");
    expect(owed(moved, at("09-09"))).toEqual(
      RESPONDENTS.flatMap(() => ["hearing-changed → legal-section", "hearing-changed → head"]),
    );
  });

  it("owes nothing anew for what it has forgotten", () => {
    const { file } = movedTimes(20);
    expect(owed(file, at("09-09", "10:00"))).toEqual([]);
  });

  it("keeps what is owed for a sitting that was held", () => {
    const held = tell(
      movedTimes(3),
      record({
        parties: PARTIES,
        attendance: [],
        sha256: "record",
        at: at("10-28"),
        hearing: { date: addDays(civilDate("2026-10-24"), 3) },
      }),
    );
    const again = tell(
      held,
      summons({
        parties: PARTIES,
        sha256: "again",
        at: at("10-29"),
        issuedOn: civilDate("2026-10-29"),
        hearing: { date: civilDate("2026-11-20"), time: clockTime("09:00") },
      }),
    );
    const { file } = tell(
      again,
      summons({
        parties: PARTIES,
        sha256: "again-2",
        at: at("10-30"),
        issuedOn: civilDate("2026-10-30"),
        hearing: { date: civilDate("2026-11-24"), time: clockTime("09:00") },
      }),
    );
    const ofSitting = file.deadlines.filter(({ hearing }) => hearing === 4);
    expect(ofSitting.map(({ kind, status }) => `${kind} ${status}`)).toEqual(
      RESPONDENTS.flatMap(() => ["report open", "filing open"]),
    );
  });

  it("keeps what was met, by whichever hearing", () => {
    const { file } = movedTimes(3);
    const [report, filing] = file.deadlines.map((one) => ({ ...one, hearing: 1 }));
    if (report === undefined || filing === undefined) throw new Error("no periods");
    const met = { ...report, status: "met" as const };
    expect(forgetting({ ...file, deadlines: [met, { ...filing, status: "cancelled" }] }).deadlines).toEqual([
      met,
    ]);
  });

  it("writes nothing anew into diaries for hearings it has forgotten", () => {
    const { file } = movedTimes(20);
    const after = evolveAll(file, eventsOf(file, move(21)));
    if (after === undefined) throw new Error("no case");
    const entries = diaryChanges(file, after, involved(after), at("09-09"));
    // The newest that is off, and the one that is set.
    expect(new Set(entries.map((entry) => "hearing" in entry && entry.hearing.ordinal))).toEqual(
      new Set([21, 22]),
    );
  });
});

describe("taking back the last of many moves", () => {
  it("finds in the audit trail what the file had forgotten", () => {
    const before = movedTimes(19);
    const moved = tell(before, move(20));
    const without = fileOf(moved.history, "document:move-20");
    expect(without).toMatchObject({ hearing: { ordinal: 20, date: "2026-11-12" } });
    expect(without?.deadlines).toEqual(before.file.deadlines);
  });
});

function involved({ respondents }: CaseFile): Involved {
  const around = respondents.map(({ name, identity }) => {
    const organisation = anAgency({ id: identity?.organisation as OrganisationId, name });
    return [name, { sued: organisation, organisation, superior: undefined, bureau: undefined }] as const;
  });
  return { respondents: new Map(around), designated: new Map(), bureau: undefined };
}
