/** Small builders for the core's tests: a summons that says enough, a case it opens, rules of fixed holidays. */
import { holidayYears } from "../../shared/adapters/holidays.ts";
import type { FileDocument } from "../../shared/domain/case-file/commands.ts";
import { type Command, decide } from "../../shared/domain/case-file/decisions/decide.ts";
import type { CaseEvent } from "../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile, Identity, Respondent } from "../../shared/domain/case-file/state.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { dutyEvents } from "../../shared/domain/obligations/case-duties.ts";
import { timeGiven } from "../../shared/domain/obligations/first-contact.ts";
import { obligationsDue } from "../../shared/domain/obligations/obligations.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { calendar } from "../../shared/domain/time/calendar.ts";
import { civilDate, clockTime, type Instant, instantAt } from "../../shared/domain/time/time.ts";

export const RULES: Rules = { policy: LINYI, calendar: calendar(holidayYears()) };

export const POLICE = respondent("沂南县公安局", "yinan-police");
export const CITY = respondent("临沂市人民政府", "linyi-government", {
  kind: "government",
  level: "city",
  jurisdiction: "市本级",
});

export function respondent(name: string, id: string, facts: Partial<Identity> = {}): Respondent {
  const identity: Identity = {
    organisation: id as OrganisationId,
    kind: "agency",
    level: "county",
    jurisdiction: "沂南县",
    ...facts,
  };
  return { name, identity };
}

/** 09:00 in Shanghai on a date of 2026, `at("09-10")`, or another hour: `at("09-10", "20:00")`. */
export function at(monthDay: string, time = "09:00"): Instant {
  return instantAt(civilDate(`2026-${monthDay}`), time);
}

/** A summons received on Tuesday 2026-09-08 to a hearing on Thursday 2026-09-24, 09:00. */
export function summons(changes: Partial<FileDocument> = {}): FileDocument {
  return {
    type: "file-document",
    at: at("09-08"),
    sha256: "summons-1",
    kind: "summons",
    caseNumber: caseNumber("（2026）鲁1321行初23号"),
    court: "沂南县人民法院",
    parties: { plaintiffs: ["陈建"], respondents: [POLICE], thirdParties: [] },
    issuedOn: civilDate("2026-09-07"),
    hearing: { date: civilDate("2026-09-24"), time: clockTime("09:00"), place: "第五审判庭" },
    attendance: [],
    ...changes,
  };
}

/** The record of the hearing of 2026-09-24 at which the head, a deputy, was present. */
export function record(changes: Partial<FileDocument> = {}): FileDocument {
  const { issuedOn: _, ...rest } = summons();
  return {
    ...rest,
    at: at("09-25"),
    sha256: "record-1",
    kind: "hearing-record",
    attendance: [
      {
        respondent: POLICE.name,
        hearingDate: civilDate("2026-09-24"),
        headAttended: true,
        headName: "龙涛",
        headTitle: "副局长",
        rank: "deputy",
        source: "hearing-record",
      },
    ],
    ...changes,
  };
}

/** The file after these commands, each followed by the notices owed at its time. */
export function given(...commands: readonly (Command & { readonly at: Instant })[]): CaseFile {
  let file: CaseFile | undefined;
  for (const command of commands) file = told(after(file, command), command.at);
  if (file === undefined) throw new Error("no commands given");
  return file;
}

/** The events of a command; throws where it is refused. */
export function eventsOf(file: CaseFile | undefined, command: Command): readonly CaseEvent[] {
  const decision = decide(file, command, RULES);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.type}`);
  return decision.events;
}

function after(file: CaseFile | undefined, command: Command): CaseFile {
  const next = evolveAll(file, eventsOf(file, command));
  if (next === undefined) throw new Error("the first command must open the case");
  return next;
}

/** The file with what it owed at an instant marked as told, as a sweep or an intake at that instant does. */
export function told(file: CaseFile, now: Instant): CaseFile {
  const given = timely(file, now);
  const issued = obligationsDue(given, now, RULES).map(({ key }) => [key, now] as const);
  return { ...given, sent: { ...file.sent, ...Object.fromEntries(issued) } };
}

/** The file with the duties it has by now, and the time that those are given who are about to hear of one. */
function timely(file: CaseFile, now: Instant): CaseFile {
  return evolveAll(file, [...timeGiven(file, now, RULES), ...dutyEvents(file, now, RULES)]) ?? file;
}

/** The kinds of notices owed at an instant with whom they are for, in a readable line each. */
export function owed(file: CaseFile, now: Instant): readonly string[] {
  const on = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
  return obligationsDue(timely(file, now), now, RULES)
    .flatMap(({ notices }) => notices(civilDate(on)))
    .map(
      ({ audience, content }) =>
        `${content.kind} → ${audience.part === "respondent" ? audience.role : audience.part}`,
    );
}
