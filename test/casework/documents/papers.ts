/** Papers as they are read, for tests of what is made of them: what isn't said is read without doubt. */

import type { Arriving } from "../../../shared/casework/documents/arriving.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import { NOTHING_READ } from "../../../shared/documents/kinds/facts.ts";
import type { AttendanceFacts, DocumentKind, Fact } from "../../../shared/documents/text/fact.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { at, POLICE, RULES, summons } from "../../support/case-builders.ts";
import { anAgency } from "../../support/stored-things.ts";

/** The least confidence with which something is acted on. */
const ENOUGH = RULES.policy.minimumConfidence;
/** Just not that. */
const UNSURE = ENOUGH - 0.01;
export const CASE: CaseNumber = summons().caseNumber;
/** What is known of an upload. */
export const ARRIVAL = { sha256: "sha", at: at("09-25"), court: "沂南县人民法院" };

/** Something read, just surely enough. */
export function fact<Value>(value: Value, facts: Partial<Fact<Value>> = {}): Fact<Value> {
  return { value, confidence: ENOUGH, rule: "stated", text: String(value), ...facts };
}

/** The same, read too unsurely. */
export function unsure<Value>(value: Value): Fact<Value> {
  return fact(value, { confidence: UNSURE });
}

/** A paper of 陈建 against 沂南县公安局. */
export function paper(kind: DocumentKind, facts: Partial<ReadDocument> = {}): ReadDocument {
  return {
    ...NOTHING_READ,
    kind: fact(kind),
    administrative: fact(true),
    caseNumbers: [fact(CASE)],
    plaintiffs: [fact("陈建")],
    respondents: [fact(POLICE.name)],
    ...facts,
  };
}

/** The hearing of 2026-09-24, 09:00. */
export const HEARING = {
  start: fact({ date: civilDate("2026-09-24"), time: clockTime("09:00") }),
} as const;

/** What a record says of who came for 沂南县公安局: a head, unless it says otherwise. */
export function attendance(facts: Partial<AttendanceFacts> = {}): AttendanceFacts {
  return { organ: fact<string>(POLICE.name), headAttended: fact(true), ...facts };
}

export const COURT = organisation("yinan-court", "court", "court@court.example.org", "沂南县人民法院");
export const COUNTY = organisation("yinan-bureau", "bureau", "county@justice.example.org", "沂南县司法局");
export const CITY_BUREAU = organisation(
  "linyi-bureau",
  "bureau",
  "city@justice.example.org",
  "临沂市司法局",
  CITY_ITSELF,
);
export const KEY = "courts/1321/inbox/传票.pdf";
export const RECEIVED = at("09-08", "08:00");

function organisation(
  id: string,
  kind: Organisation["kind"],
  email: string,
  name: string,
  jurisdiction = "沂南县",
) {
  const contacts = [{ role: "duty", name: "值班", email } as const];
  return anAgency({ id: id as OrganisationId, kind, name, aliases: [], jurisdiction, contacts });
}

/** A file of 沂南县人民法院 that has just come. */
export function arriving(source: Partial<Arriving["source"]> = {}, facts: Partial<Arriving> = {}): Arriving {
  return {
    object: { key: KEY, versionId: "v1", at: RECEIVED },
    sha256: "sha",
    source: { folder: "courts", uploader: COURT, bureau: COUNTY, bureaus: [COUNTY], ...source },
    rules: RULES,
    now: at("09-08", "10:00"),
    cause: "document:sha",
    text: "传票…",
    ...facts,
  };
}

/** The same where nobody can be reached. */
export const silent = (organisation: Organisation) => ({ ...organisation, contacts: [] });
