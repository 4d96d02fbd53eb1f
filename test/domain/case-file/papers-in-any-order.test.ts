/** What holds for a case in whatever order its papers come, however often, and whatever a clerk mistypes? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { type Command, decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { LedgerRef, NoteLedger } from "../../../shared/domain/case-file/ledger/ledger.ts";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  clockTime,
  instantAt,
  type Month,
} from "../../../shared/domain/time/time.ts";
import { POLICE, RULES, record, summons } from "../../support/case-builders.ts";

const FIRST_DAY = civilDate("2026-09-01");
/** A day of the two months in which the papers come. */
const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(FIRST_DAY, offset));
/** What a clerk writes for a day: any day near, and now and then one that can't be. */
const writtenDay = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 1, arbitrary: fc.constantFrom(civilDate("2062-09-24"), civilDate("2025-09-24")) },
);

interface Paper {
  readonly came: CivilDate;
  readonly command: (sha256: string) => Command;
}

const received = (came: CivilDate) => instantAt(came, clockTime("10:00"));

const document = (kind: FileDocument["kind"], moved: boolean) =>
  fc.record({ came: day, date: writtenDay }).map(
    ({ came, date }): Paper => ({
      came,
      command: (sha256) => {
        const hearing = { date };
        const at = received(came);
        return kind === "summons"
          ? summons({ sha256, at, hearing, issuedOn: came, ...(moved && { postponed: true }) })
          : record({ sha256, at, kind, hearing, attendance: [] });
      },
    }),
  );

const ledger = fc.record({ came: day, heardOn: writtenDay, attended: fc.boolean() }).map(
  ({ came, heardOn, attended }): Paper => ({
    came,
    command: (sha256): NoteLedger => {
      const ref: LedgerRef = {
        court: "yinan-court" as OrganisationId,
        month: "2026-09" as Month,
        document: sha256,
        receivedAt: received(came),
      };
      const { caseNumber } = summons();
      return {
        type: "note-ledger",
        ledger: ref,
        weighedAgainst: ["0", "1", "2", "3", "4", "5", "6", "7"],
        statement: {
          caseNumber,
          court: "沂南县人民法院",
          sheet: "",
          row: 2,
          plaintiffs: ["陈建"],
          respondents: [POLICE],
          heard: true,
          agencies: [{ respondent: POLICE.name, heardOn, attended }],
        },
      };
    },
  }),
);

const paper = fc.oneof(
  document("summons", false),
  document("summons", true),
  document("hearing-record", false),
  document("judgment", false),
  ledger,
);

/** The papers as they come: by their days or, where courts are late, in any order; some of them twice. */
const story = fc
  .tuple(fc.array(paper, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(), { maxLength: 3 }))
  .map(([papers, again]) => {
    const commands = papers.map(({ command }, index) => command(String(index)));
    return [...commands, ...again.map((index) => commands[index % commands.length])].filter(
      (command) => command !== undefined,
    );
  });

/** Each command with the case before and after it; what is refused changes nothing. */
function steps(commands: readonly Command[]) {
  let file: CaseFile | undefined;
  return commands.map((command) => {
    const before = file;
    const decision = decide(file, command, RULES);
    file = decision.accepted ? evolveAll(file, decision.events) : file;
    return { command, before, after: file, events: decision.accepted ? decision.events : [] };
  });
}

function cameOn(command: Command): CivilDate {
  const at = command.type === "note-ledger" ? command.ledger.receivedAt : (command as FileDocument).at;
  return civilDate(at.slice(0, 10));
}

function saysHeardOn(command: Command): CivilDate | undefined {
  if (command.type === "note-ledger") return command.statement?.agencies[0]?.heardOn;
  return command.type === "file-document" && command.kind !== "summons" ? command.hearing?.date : undefined;
}

describe("papers of one case, in any order and repetition", () => {
  it("no sitting is on a day after the day on which a paper that tells of it came, nor before the case", () => {
    fc.assert(
      fc.property(story, (commands) => {
        for (const { after } of steps(commands))
          for (const { date } of after === undefined ? [] : sittings(after)) {
            const told = commands.filter((command) => saysHeardOn(command) === date);
            expect(told.some((command) => date <= cameOn(command))).toBe(true);
            expect(date >= "2026").toBe(true);
          }
      }),
      { numRuns: 400 },
    );
  });

  it("no case is heard before a paper that says so has come", () => {
    fc.assert(
      fc.property(story, (commands) => {
        let soFar: Command[] = [];
        for (const { command, after } of steps(commands)) {
          soFar = [...soFar, command];
          const said = new Set(soFar.map(saysHeardOn));
          expect((after === undefined ? [] : sittings(after)).every(({ date }) => said.has(date))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("no duty is cancelled but by a summons that moves its hearing", () => {
    fc.assert(
      fc.property(story, (commands) => {
        for (const { command, events } of steps(commands)) {
          if (!events.some(({ type }) => type === "deadline-cancelled" || type === "hearing-postponed"))
            continue;
          expect(command).toMatchObject({ type: "file-document", kind: "summons" });
        }
      }),
      { numRuns: 400 },
    );
  });

  it("a ledger that takes all back leaves hearing, sittings and duties as without it", () => {
    fc.assert(
      fc.property(
        fc.array(document("summons", true), { minLength: 1, maxLength: 3 }),
        ledger,
        (papers, told) => {
          const before = steps(papers.map(({ command }, index) => command(String(index)))).at(-1)?.after;
          // A summons to a day that is gone opens no case.
          fc.pre(before !== undefined);
          const noted = told.command("ledger") as NoteLedger;
          const withdrawn: NoteLedger = {
            type: "note-ledger",
            ledger: { ...noted.ledger, document: "corrected" },
            weighedAgainst: ["ledger"],
          };
          let file: CaseFile | undefined = before;
          for (const command of [noted, withdrawn]) {
            const decision = decide(file, command, RULES);
            if (decision.accepted) file = evolveAll(file, decision.events);
          }
          const { pastHearings, deadlines, attendance, state } = file as CaseFile;
          expect({ pastHearings, deadlines, attendance, state }).toEqual({
            pastHearings: before?.pastHearings,
            deadlines: before?.deadlines,
            attendance: before?.attendance,
            state: before?.state,
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
