/** 撤回 of the last act on an entry of the programme: until when, on what, and what becomes of those it was done to together? */
import { describe, expect, it } from "vitest";
import { changeEntry, changeTogether, recordOnce } from "../../shared/casework/programme-entries.ts";
import { takeBackEntry, withdrawSession } from "../../shared/casework/programme-taking-back.ts";
import { decided } from "../../shared/domain/programme/deciding.ts";
import {
  type Interview,
  type InterviewSession,
  interviewState,
  type ProgrammeEntry,
  refOf,
} from "../../shared/domain/programme/entry.ts";
import { callTogether, recordUnit } from "../../shared/domain/programme/session-decisions.ts";
import { civilDate, clockTime, type Instant, type Month, type Year } from "../../shared/domain/time/time.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { aCorrection, anAgency } from "../support/stored-things.ts";

const NOW = at("10-08", "10:00");
const POLICE = anAgency();
const act = (form: string, when: Instant = NOW) => ({ at: when, by: "王芳", cause: `link:${form}`, form });

function proposal(id: string): Interview {
  return {
    kind: "interview",
    id,
    jurisdiction: "市本级",
    year: "2026" as Year,
    version: 0,
    revision: 1,
    change: { ...act(id), what: "candidate" },
    sent: {},
    from: "2026-07" as Month,
    to: "2026-09" as Month,
    unit: { name: id, organisation: POLICE.id },
    heard: 4,
    present: 1,
    reasons: [],
  };
}

function desk() {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const ports = { records: memoryRecords(table), directory: memoryDirectory(table) };
  void ports.directory.save([POLICE]);
  const when = { now: NOW, rules: RULES };
  const now = async <Entry extends ProgrammeEntry>(entry: Entry) =>
    (await ports.records.programmeEntry(refOf(entry))) as Entry;
  return {
    ports,
    when,
    now,
    record: (entry: ProgrammeEntry) => recordOnce(ports, entry, when),
    change: (entry: ProgrammeEntry, decide: (known: never) => ProgrammeEntry) =>
      changeEntry(ports, refOf(entry), "change", when, (known) => ({
        accepted: true,
        entry: decide(known as never),
      })),
    take: async (entry: ProgrammeEntry, facts: { revision?: number; at?: Instant; form?: string } = {}) => {
      const { revision } = await now(entry);
      const taking = { ...act("back"), reason: "有误", revision, ...facts };
      return takeBackEntry(ports, refOf(entry), taking, when);
    },
    told: () => [...table.notices.values()].map(({ notice }) => notice.content.kind),
  };
}
type Desk = ReturnType<typeof desk>;
const refused = (type: string) => ({ outcome: "refused", refusal: { type } });

const UNITS = [proposal("甲局"), proposal("乙局")] as const;

/** Two units are called in together. */
async function called(here: Desk): Promise<InterviewSession> {
  for (const unit of UNITS) await here.record(unit);
  const facts = {
    date: civilDate("2026-10-15"),
    time: clockTime("09:00"),
    place: "会议室",
    demands: "说明原因",
  };
  const known = await Promise.all(UNITS.map((unit) => here.now(unit)));
  const made = callTogether(
    facts,
    known.map((interview) => ({ interview })),
    "市本级",
    act("call"),
  );
  if (!made.accepted) throw new Error("not called");
  const refs = UNITS.map(refOf);
  await changeTogether(here.ports, refs, "call", here.when, () => made);
  return here.now(made.entries[0] as InterviewSession);
}

/** What 甲局 said there is recorded. */
async function recorded(here: Desk, session: InterviewSession, form = "record") {
  const interview = await here.now(UNITS[0]);
  const command = {
    type: "record-unit",
    ...act(form),
    revision: session.revision,
    interview: interview.id,
    record: { attended: ["龙涛"], points: "认识到位", promises: [] },
  } as const;
  const made = recordUnit(session, interview, command, "认识到位", civilDate("2026-11-30"));
  if (!made.accepted) throw new Error(made.refusal.type);
  await changeTogether(here.ports, [session, UNITS[0]].map(refOf), form, here.when, () => made);
}

const states = async (here: Desk) =>
  Promise.all(UNITS.map(async (unit) => interviewState(await here.now(unit))));

describe("the last act on an entry", () => {
  /** A unit isn't called in after all. */
  async function dismissed() {
    const here = desk();
    await here.record(UNITS[0]);
    await here.change(UNITS[0], (entry: Interview) => {
      const decision = decided(entry, act("dismiss"), "dismissed", {
        dismissed: { at: NOW, by: "王芳", reason: "已整改" },
      });
      return decision.accepted ? decision.entry : expect.fail("refused");
    });
    return here;
  }

  it("is undone, and all versions stay in its history", async () => {
    const here = await dismissed();
    expect(await states2(here)).toBe("dismissed");
    expect(await here.take(UNITS[0])).toMatchObject({ outcome: "done" });
    expect(await states2(here)).toBe("proposed");
    expect(await here.now(UNITS[0])).toMatchObject({
      version: 3,
      revision: 3,
      change: { what: "taken-back", form: "back" },
      recalled: { act: "dismissed", by: "王芳", reason: "有误", told: [] },
    });
    expect(await here.ports.records.programmeHistory(refOf(UNITS[0]))).toHaveLength(3);
  });

  it("sent again is the same taking back", async () => {
    const here = await dismissed();
    await here.take(UNITS[0]);
    expect(await here.take(UNITS[0])).toMatchObject({ outcome: "done" });
    expect(await here.now(UNITS[0])).toMatchObject({ revision: 3 });
  });

  it("can be taken back for the hours of the policy, and to the minute", async () => {
    const until = at("10-09", "10:00");
    expect(await (await dismissed()).take(UNITS[0], { at: until })).toMatchObject({ outcome: "done" });
    expect(await (await dismissed()).take(UNITS[0], { at: at("10-09", "10:01") })).toEqual(
      refused("take-back-late"),
    );
  });

  it.each<[string, (here: Desk) => Promise<unknown>, string]>([
    ["whoever saw it otherwise", (here) => here.take(UNITS[0], { revision: 1 }), "entry-changed"],
    ["nobody has the entry", (here) => here.ports && takeNone(here), "entry-gone"],
  ])("is refused where %s", async (_, take, type) => {
    expect(await take(await dismissed())).toEqual(refused(type));
  });

  it("is refused of an entry that was withdrawn (作废), and where there is none", async () => {
    const here = await dismissed();
    await here.change(UNITS[0], (entry: Interview) => ({ ...entry, revision: 3, withdrawn: "重复" }));
    expect(await here.take(UNITS[0])).toEqual(refused("entry-withdrawn"));
    const fresh = desk();
    await fresh.record(UNITS[0]);
    expect(await fresh.take(UNITS[0])).toEqual(refused("no-act-to-take-back"));
  });

  it("is word to whoever had a letter because of it", async () => {
    const here = desk();
    await here.record(aCorrection());
    await here.change(aCorrection(), (entry: ReturnType<typeof aCorrection>) => ({
      ...entry,
      revision: 2,
      change: { ...act("answer"), what: "answered" },
      answers: [{ at: NOW, by: "李明", text: "已整改" }],
    }));
    expect(here.told()).toContain("correction-receipt");
    await here.take(aCorrection());
    expect(here.told()).toContain("entry-recalled");
    expect((await here.now(aCorrection())).answers).toEqual([]);
  });

  const states2 = async (here: Desk) => interviewState(await here.now(UNITS[0]));
  const takeNone = (here: Desk) =>
    takeBackEntry(here.ports, refOf(UNITS[1]), { ...act("back"), reason: "", revision: 1 }, here.when);
});

describe("what one form recorded of a 约谈会", () => {
  it("is taken back in the meeting and in the unit's interview, and in no other's", async () => {
    const here = desk();
    const session = await called(here);
    await recorded(here, session);
    expect(await states(here)).toEqual(["held", "called"]);
    const other = await here.now(UNITS[1]);
    expect(await here.take(session)).toMatchObject({ outcome: "done" });
    expect(await states(here)).toEqual(["called", "called"]);
    expect((await here.now(session)).units.map(({ record }) => record)).toEqual([undefined, undefined]);
    expect(await here.now(UNITS[1])).toEqual(other);
  });

  it("is refused where the meeting has gone on since", async () => {
    const here = desk();
    const session = await called(here);
    await recorded(here, session);
    await here.change(session, (entry: InterviewSession) => ({ ...entry, revision: entry.revision + 1 }));
    expect(await here.take(session, { revision: 2 })).toEqual(refused("entry-changed"));
  });

  it("is not taken back in the interview alone", async () => {
    const here = desk();
    const session = await called(here);
    await recorded(here, session);
    expect(await here.take(UNITS[0])).toEqual(refused("no-act-to-take-back"));
    expect((await here.now(session)).units[0]?.record).toBeDefined();
  });
});

describe("a 约谈会 that is withdrawn (作废)", () => {
  const withdraw = async (
    here: Desk,
    session: InterviewSession,
    facts: { revision?: number; form?: string } = {},
  ) => {
    const { revision } = await here.now(session);
    return withdrawSession(
      here.ports,
      session,
      { ...act("off"), reason: "改期", revision, ...facts },
      here.when,
    );
  };

  it("proposes its units again, and tells those that had been called that they need not come", async () => {
    const here = desk();
    const session = await called(here);
    expect(here.told()).toEqual(["interview-called", "interview-called"]);
    expect(await withdraw(here, session)).toMatchObject({ outcome: "done" });
    expect(await here.now(session)).toMatchObject({
      withdrawn: "改期",
      revision: session.revision + 1,
      change: { ...act("off"), what: "withdrawn" },
    });
    expect(await states(here)).toEqual(["proposed", "proposed"]);
    expect(here.told().filter((kind) => kind === "entry-recalled")).toHaveLength(2);
  });

  it("is withdrawn once, however often the form is sent; another form is refused", async () => {
    const here = desk();
    const session = await called(here);
    await withdraw(here, session);
    const { revision } = await here.now(session);
    expect(await withdraw(here, session)).toMatchObject({ outcome: "done" });
    expect((await here.now(session)).revision).toBe(revision);
    expect(await withdraw(here, session, { form: "other" })).toEqual(refused("entry-withdrawn"));
  });

  it("is not where somebody saw it otherwise, or where one unit has been heard", async () => {
    const here = desk();
    const session = await called(here);
    expect(await withdraw(here, session, { revision: session.revision + 1 })).toEqual(
      refused("entry-changed"),
    );
    await recorded(here, session);
    expect(await withdraw(here, session)).toEqual(refused("take-back-rested-on"));
    expect(await states(here)).toEqual(["held", "called"]);
  });

  it("leaves a unit as it is that is called no longer", async () => {
    const here = desk();
    const session = await called(here);
    await here.change(UNITS[1], (entry: Interview) => ({
      ...entry,
      revision: entry.revision + 1,
      dismissed: { at: NOW, by: "王芳", reason: "" },
    }));
    await withdraw(here, session);
    expect(await states(here)).toEqual(["proposed", "dismissed"]);
  });
});
