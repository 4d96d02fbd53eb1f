/** What holds of a reading that a person has looked at? Everything that was left as it is, is sure. */
import type { SuggestionFacts } from "../../../shared/documents/suggestions/suggestion.ts";
import type { EnforcementFacts, Fact, PlanFacts } from "../../../shared/documents/text/fact.ts";
import type { CaseReading } from "./stored-reading.ts";

/** The same reading, every fact of it sure. */
export function confirmed(reading: CaseReading): CaseReading {
  const { title, agencyPaper, courtPaper, suggestion, hearing, attendance, plan, classes, ...more } = reading;
  const { caseNumbers, plaintiffs, respondents, thirdParties, withdrawnAgainst, unread, ...rest } = more;
  const { ordered, heldAgainst, appellants, service, enforcement, ...facts } = rest;
  return {
    ...(title !== undefined && { title }),
    ...(agencyPaper !== undefined && { agencyPaper }),
    ...(courtPaper !== undefined && { courtPaper }),
    ...(suggestion !== undefined && { suggestion: sureSuggestion(suggestion) }),
    ...eachSure(facts),
    caseNumbers: caseNumbers.map(sure),
    plaintiffs: plaintiffs.map(sure),
    respondents: respondents.map(sure),
    thirdParties: thirdParties.map(sure),
    ...(withdrawnAgainst !== undefined && { withdrawnAgainst: withdrawnAgainst.map(sure) }),
    ...(unread !== undefined && { unread: unread.map(sure) }),
    ...(classes !== undefined && { classes: eachSure(classes) }),
    ...(ordered !== undefined && { ordered: ordered.map(sure) }),
    ...(heldAgainst !== undefined && { heldAgainst: heldAgainst.map(sure) }),
    ...(appellants !== undefined && { appellants: appellants.map(sure) }),
    ...(service !== undefined && {
      service: { papers: service.papers.map(sure), recipients: service.recipients.map(eachSure) },
    }),
    ...(enforcement !== undefined && { enforcement: sureEnforcement(enforcement) }),
    ...(hearing !== undefined && { hearing: eachSure(hearing) }),
    attendance: attendance.map(eachSure),
    ...(plan !== undefined && { plan: surePlan(plan) }),
  };
}

/** What a person says, and the words it was read from before. */
export function byPerson<T>(value: T, text: string): Fact<T> {
  return { value, confidence: 1, rule: "person", text };
}

function surePlan({ persons, ...facts }: PlanFacts): PlanFacts {
  return { ...eachSure(facts), persons: persons.map(sure) };
}

function sureSuggestion({ addressees, advice, ...facts }: SuggestionFacts): SuggestionFacts {
  return { ...eachSure(facts), addressees: addressees.map(sure), advice: advice.map(sure) };
}

function sureEnforcement({ debtors, applicants, basis, ...facts }: EnforcementFacts): EnforcementFacts {
  return {
    ...eachSure(facts),
    debtors: debtors.map(sure),
    applicants: applicants.map(sure),
    basis: basis.map(sure),
  };
}

function sure<T>(fact: Fact<T>): Fact<T> {
  return { ...fact, confidence: 1 };
}

/** Of an object that holds facts and nothing else: one with anything else in it does not compile. */
function eachSure<Facts extends { readonly [Name in keyof Facts]: Fact<unknown> | undefined }>(
  facts: Facts,
): Facts {
  return Object.fromEntries(
    Object.entries<Fact<unknown>>(facts as Record<string, Fact<unknown>>).map(([name, fact]) => [
      name,
      sure(fact),
    ]),
  ) as Facts;
}
