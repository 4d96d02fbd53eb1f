/** What becomes of a duty of a case when what it follows from changes: opened, moved and why, met, open again, over? */
import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { CaseDuty } from "../../../shared/domain/duties/case-duty.ts";
import {
  dutyAskedKey,
  dutyEvents,
  dutyMatter,
  dutyShown,
  dutyToldAt,
  nextDutyOn,
  speaksFor,
} from "../../../shared/domain/obligations/case-duties.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, respondent, summons } from "../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
/** 应诉通知书, served on Tuesday 2026-09-08: defence and evidence are due on the fifteenth day, Wednesday 2026-09-23. */
const notice = (changes: Partial<FileDocument> = {}): FileDocument => {
  const { hearing: _, ...rest } = summons();
  return {
    ...rest,
    sha256: "notice-1",
    kind: "response-notice",
    servedOn: civilDate("2026-09-08"),
    ...changes,
  };
};
const NOW = at("09-10");
const settled = (file: CaseFile, now = NOW) => evolveAll(file, dutyEvents(file, now, RULES)) ?? file;
const FILE = settled(given(notice()));
const [DEFENCE, EVIDENCE] = FILE.duties as readonly [CaseDuty, CaseDuty];

const withDefence = (changes: object, file = FILE): CaseFile => ({
  ...file,
  duties: file.duties.map((one) => (one.kind === "defence" ? ({ ...one, ...changes } as CaseDuty) : one)),
});
const moved = (changes: Partial<CaseDuty["deadline"]>) =>
  withDefence({ deadline: { ...DEFENCE.deadline, ...changes } });
const handed = (on: string, file = FILE): CaseFile => ({
  ...file,
  defence: {
    handed: [
      { respondent: POLICE.name, parts: ["defence"], on: civilDate(on), source: "paper", at: at("09-10") },
    ],
    drafts: [],
    extensions: [],
  },
});
/** The events as `type kind`, with why a day moved. */
const changes = (file: CaseFile, now = NOW) =>
  dutyEvents(file, now, RULES).map((event) => {
    const { kind } = event.type === "duty-opened" ? event.duty : event;
    return `${event.type} ${kind}${event.type === "duty-moved" ? ` ${event.why}` : ""}`;
  });

describe("a duty that stands as the case has it", () => {
  it("changes nothing", () => {
    expect(FILE.duties.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "defence open",
      "evidence open",
    ]);
    expect(changes(FILE)).toEqual([]);
  });

  it("opens each where it has none, by kind and by respondent", () => {
    expect(changes({ ...FILE, duties: [DEFENCE] })).toEqual(["duty-opened evidence"]);
    expect(changes({ ...FILE, duties: [EVIDENCE] })).toEqual(["duty-opened defence"]);
    const another = { ...DEFENCE, respondent: TRAFFIC.name };
    expect(changes({ ...FILE, duties: [another, EVIDENCE] })).toEqual([
      "duty-opened defence",
      "duty-cancelled defence",
    ]);
  });

  it("ends nothing twice: what nobody asks for any more is cancelled while it is open, and left as it was met", () => {
    const another = { ...DEFENCE, respondent: TRAFFIC.name };
    for (const status of ["met", "cancelled"] as const)
      expect(changes({ ...FILE, duties: [...FILE.duties, { ...another, status }] })).toEqual([]);
    expect(changes({ ...FILE, duties: [...FILE.duties, another] })).toEqual(["duty-cancelled defence"]);
  });

  it("is nothing in a case that is none", () => {
    expect(changes({ ...FILE, duties: [], void: true })).toEqual([]);
    expect(nextDutyOn({ ...FILE, duties: [], void: true }, at("09-07"), RULES)).toBeUndefined();
  });
});

describe("a duty", () => {
  it("is met when its paper has reached the court, once", () => {
    expect(changes(handed("2026-09-10"))).toEqual(["duty-met defence"]);
    expect(changes(settled(handed("2026-09-10")))).toEqual([]);
  });

  it("is met anew where the paper turns out to have come on another day", () => {
    const met = settled(handed("2026-09-10"));
    expect(changes(handed("2026-09-09", met))).toEqual(["duty-met defence"]);
  });

  it("is open again where the paper is taken back, or where it had ended for the while", () => {
    expect(changes(withDefence({ status: "met", metOn: "2026-09-10", metBy: "paper" }))).toEqual([
      "duty-reopened defence",
    ]);
    expect(changes(withDefence({ status: "cancelled" }))).toEqual(["duty-reopened defence"]);
    expect(changes(handed("2026-09-10", withDefence({ status: "cancelled" })))).toEqual([
      "duty-reopened defence",
      "duty-met defence",
    ]);
  });

  it("that its bureau noted as received stays so, whatever comes in or doesn't", () => {
    const noted = withDefence({ status: "met", metOn: "2026-09-09", metBy: "receipt" });
    expect(changes(noted)).toEqual([]);
    expect(changes(handed("2026-09-10", noted))).toEqual([]);
  });

  it("long over when it comes to light is history, unless it is known already or was met", () => {
    const fresh = { ...FILE, duties: [] };
    const late = at("12-30");
    expect(changes(fresh, late)).toEqual([]);
    expect(changes(FILE, late)).toEqual([]);
    expect(changes(handed("2026-09-10", fresh), late)).toEqual(["duty-opened defence", "duty-met defence"]);
  });

  it.each([
    ["2026-09-23", 2],
    ["2026-09-24", 0],
  ])(
    "is owed to a system begun on %s where its last day isn't before that: %i of both",
    (startsOn, count) => {
      const rules = { ...RULES, policy: { ...RULES.policy, startsOn: civilDate(startsOn) } };
      expect(dutyEvents({ ...FILE, duties: [] }, NOW, rules)).toHaveLength(count);
    },
  );
});

describe("the last day of a duty moves, and says why", () => {
  const explained = (more: object) => moved({ explanation: { ...DEFENCE.deadline.explanation, ...more } });
  it.each<[string, CaseFile, readonly string[]]>([
    [
      "another last day by the calendar",
      moved({ due: civilDate("2026-09-22") }),
      ["duty-moved defence calendar"],
    ],
    ["a last moment", moved({ hardDue: "2026-09-22" }), ["duty-moved defence calendar"]],
    ["a calendar that is settled now", moved({ provisional: true }), ["duty-moved defence calendar"]],
    ["a period of another length", explained({ days: 10 }), ["duty-moved defence corrected"]],
    [
      "a day of service put right",
      withDefence({
        startsOn: "2026-09-07",
        deadline: {
          ...DEFENCE.deadline,
          explanation: { ...DEFENCE.deadline.explanation, start: civilDate("2026-09-07") },
        },
      }),
      ["duty-moved defence corrected"],
    ],
    [
      "more time taken back",
      explained({ extended: { on: civilDate("2026-09-09"), until: civilDate("2026-09-30") } }),
      ["duty-moved defence extended"],
    ],
  ])("by %s", (_, file, said) => {
    expect(changes(file)).toEqual(said);
  });

  it("by the word of having been told late, where it had that and has it no more", () => {
    const told = { on: civilDate("2026-09-22"), until: civilDate("2026-09-30") };
    const file = moved({
      due: civilDate("2026-09-30"),
      explanation: { ...DEFENCE.deadline.explanation, told },
    });
    expect(changes(file)).toEqual(["duty-moved defence told"]);
  });
});

describe("one duty's letters speak for another", () => {
  it("of the same respondent, while both run to the same day and it is open", () => {
    expect(speaksFor(FILE, EVIDENCE)?.kind).toBe("defence");
    expect(speaksFor(FILE, DEFENCE)).toBeUndefined();
    expect(speaksFor(withDefence({ respondent: TRAFFIC.name }), EVIDENCE)).toBeUndefined();
    expect(speaksFor(withDefence({ status: "met" }), EVIDENCE)).toBeUndefined();
    expect(speaksFor(moved({ due: civilDate("2026-09-22") }), EVIDENCE)).toBeUndefined();
  });

  it("and say so, as long as the other is open", () => {
    expect(dutyShown(FILE, POLICE.name, DEFENCE)).toMatchObject({ duty: "defence", also: ["evidence"] });
    expect(dutyShown(FILE, POLICE.name, EVIDENCE)).not.toHaveProperty("also");
    const met = { ...FILE, duties: [DEFENCE, { ...EVIDENCE, status: "met" as const }] };
    expect(dutyShown(met, POLICE.name, DEFENCE)).not.toHaveProperty("also");
  });

  it("and so its agency knows of it since either was sent", () => {
    const told = (duty: CaseDuty) => ({ ...FILE, sent: { [dutyAskedKey(FILE, duty)]: at("09-09") } });
    expect(dutyToldAt(told(DEFENCE), EVIDENCE)).toBe(at("09-09"));
    expect(dutyToldAt(told(EVIDENCE), EVIDENCE)).toBe(at("09-09"));
    expect(dutyToldAt(told(EVIDENCE), DEFENCE)).toBeUndefined();
  });
});

it("letters are noted by the duty, its subject, and whoever answers for it by then", () => {
  const designations = [{ respondent: POLICE.name, stage: "instance", ordinal: 2, at: at("09-09") }];
  const designated = { ...FILE, designations } as unknown as CaseFile;
  expect(dutyMatter(FILE, DEFENCE)).toBe("duty:defence");
  expect(dutyMatter(FILE, { kind: "performance", respondent: POLICE.name, subject: "2" })).toBe(
    "duty:performance/2",
  );
  expect(dutyMatter(designated, DEFENCE)).toBe("duty:defence#2");
});
