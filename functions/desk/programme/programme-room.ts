/** 工作台账: a bureau records observations, trainings, joint meetings and proposals for correction, as often as needed. */
import {
  PROGRAMME_KINDS,
  type ProgrammeEntry,
  type ProgrammeKind,
  type Suggestion,
} from "../../../shared/domain/programme/entry.ts";
import { waitingForBureau } from "../../../shared/domain/programme/waiting.ts";
import { civilDateAt, lastTwoYears, parseYear, yearOf } from "../../../shared/domain/time/time.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, Shown, ShownPage } from "../frame/room.ts";
import { entryPaper } from "../papers/entry-papers.ts";
import { proposalGiven, proposalPage, submitProposal } from "./correction-form.ts";
import { coveragePage } from "./coverage-page.ts";
import { entryPage, submitEntry } from "./entry-page.ts";
import { isEventKind } from "./event-forms.ts";
import { eventPage, submitEvent } from "./event-page.ts";
import { LOSSES_PART, lossesPage } from "./losses-page.ts";
import { overviewView } from "./overview.ts";
import { planPage, submitPlan } from "./plan-page.ts";
import type { Opened, ProgrammeLink } from "./programme-visit.ts";
import { sessionPage, submitSession } from "./session-page.ts";
import { recordPage, submitRecord } from "./session-record-page.ts";
import {
  SUGGESTION_PART,
  SUGGESTIONS_PART,
  submitSuggestionForm,
  suggestionFormPage,
  suggestionsPage,
} from "./suggestions-page.ts";
import { scopeOf } from "./whose-programme.ts";
import { isReturnPart, yearlyReturnPage } from "./yearly-return-page.ts";

export const programmeRoom: Room<ProgrammeLink> = {
  about: () => "工作台账",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),

  async show(ports, link, visit): Promise<Shown> {
    const scope = await scopeOf(ports, link.recipient);
    if (scope === undefined) return refusalPage({ type: "not-theirs" });
    const opened = { link, scope, visit };
    const { part } = visit;
    if (part === undefined) return overviewPage(ports, opened);
    if (part === "session") return sessionPage(ports, opened);
    if (part === "coverage") return coveragePage(ports, opened);
    if (part === "correction")
      return proposalPage(ports, visit, { form: await proposalGiven(ports, opened), problems: [] }, 200);
    if (part === LOSSES_PART) return lossesPage(ports, opened);
    if (isReturnPart(part)) return yearlyReturnPage(ports, opened);
    if (part === SUGGESTIONS_PART) return suggestionsPage(ports, opened);
    const entry = await entryAsked(ports, opened);
    if (part === SUGGESTION_PART)
      return suggestionFormPage(ports, visit, suggestionIn(entry), undefined, 200);
    if (part === "plan" && (entry === undefined || entry.kind === "observation"))
      return planPage(ports, opened, entry);
    if (part === "record" && entry?.kind === "session") return recordPage(ports, opened, entry);
    if (isEventKind(part)) return eventPage(ports, opened, part, entry);
    if (entry === undefined) return refusalPage({ type: "entry-gone" });
    if (part === "entry") return entryPage(ports, opened, entry);
    return (await entryPaper(ports, entry, "bureau", part)) ?? refusalPage({ type: "entry-gone" });
  },

  async submit(ports, link, form, visit): Promise<Answer> {
    const scope = await scopeOf(ports, link.recipient);
    if (scope === undefined) return refusalPage({ type: "not-theirs" });
    const opened = { link, scope, visit };
    const { part } = visit;
    if (part === "correction") return submitProposal(ports, opened, form);
    if (part === "session") return submitSession(ports, opened, form);
    const entry = await entryAsked(ports, opened);
    if (part === SUGGESTION_PART) return submitSuggestionForm(ports, opened, suggestionIn(entry), form);
    if (part === "plan" && (entry === undefined || entry.kind === "observation"))
      return submitPlan(ports, opened, entry, form);
    if (part === "record" && entry?.kind === "session") return submitRecord(ports, opened, entry, form);
    if (isEventKind(part)) return submitEvent(ports, opened, part, entry, form);
    return part === "entry" && entry !== undefined
      ? submitEntry(ports, opened, entry, form)
      : refusalPage({ type: "entry-gone" });
  },
};

/** The entry the query names, where the bureau may see it. */
async function entryAsked(
  { records }: DeskPorts,
  { scope, visit: { query } }: Opened,
): Promise<ProgrammeEntry | undefined> {
  const { of = scope.own, kind = "", id = "" } = query;
  const year = parseYear(query.year ?? "");
  if (
    year === undefined ||
    id === "" ||
    !PROGRAMME_KINDS.some((one) => one === kind) ||
    !scope.seen.includes(of)
  )
    return undefined;
  return records.programmeEntry({ jurisdiction: of, year, kind: kind as ProgrammeKind, id });
}

function suggestionIn(entry: ProgrammeEntry | undefined): Suggestion | undefined {
  return entry?.kind === "suggestion" ? entry : undefined;
}

async function overviewPage(ports: DeskPorts, { scope, visit }: Opened): Promise<ShownPage> {
  const today = civilDateAt(ports.now());
  const year = parseYear(visit.query.year ?? "") ?? yearOf(today);
  const of = scope.seen.find((one) => one === visit.query.of) ?? scope.own;
  const all = await Promise.all(
    scope.seen.map(async (jurisdiction) => ({
      jurisdiction,
      entries: await ports.records.programme(jurisdiction, year),
    })),
  );
  // What waits is shown whichever year is looked at: in January the last year's figures are just out.
  const years = lastTwoYears(today);
  const recent = await Promise.all(years.map((one) => ports.records.programme(scope.own, one)));
  const around = recent.flat();
  const waiting = around.filter((entry) => waitingForBureau(entry, today, around) !== undefined);
  const shown = all.find(({ jurisdiction }) => jurisdiction === of) ?? { jurisdiction: of, entries: [] };
  return {
    status: 200,
    title: `${year}年工作台账`,
    wide: true,
    body: overviewView({
      visit,
      year,
      years,
      waiting,
      around,
      today,
      policy: ports.rules.policy.programme,
      shown,
      all,
      own: of === scope.own,
    }),
  };
}
