/** Who the parties of a case are, named by papers and ledgers each in its own way. */
import type { CaseNumber } from "../court/case-number.ts";
import type { Doubt } from "../refusal.ts";
import type { CaseEvent, Parties } from "./events.ts";
import type { CaseFile, Respondent } from "./state.ts";

interface OfParties {
  readonly caseNumber: CaseNumber;
  readonly court: string;
  readonly parties: Parties;
}

/** A right number with none of the right parties is more likely a wrong number. */
export function partiesDiffer(
  file: CaseFile | undefined,
  { parties, caseNumber }: Omit<OfParties, "court">,
): Doubt | undefined {
  const known = (file?.respondents ?? []).map(({ name }) => name);
  const read = parties.respondents.map(({ name }) => name);
  if (known.length === 0 || read.length === 0) return undefined;
  const shared = parties.respondents.some((one) =>
    file?.respondents.some((other) => sameRespondent(one, other)),
  );
  return shared ? undefined : { type: "parties-differ", caseNumber, known, read };
}

/** One agency, by its name or by what the directory knows it as. */
export function sameRespondent(one: Respondent, other: Respondent): boolean {
  return (
    one.name === other.name ||
    (one.identity !== undefined && one.identity.organisation === other.identity?.organisation)
  );
}

/** What a paper or ledger adds to the parties known; it opens a case nobody knew. */
export function partyEvents(
  file: CaseFile | undefined,
  { caseNumber, court, parties }: OfParties,
): readonly CaseEvent[] {
  if (file === undefined) return [{ type: "case-opened", caseNumber, court, ...parties }];
  const fresh = <T>(known: readonly T[], read: readonly T[]) => read.filter((one) => !known.includes(one));
  const added: Parties = {
    plaintiffs: fresh(file.plaintiffs, parties.plaintiffs),
    respondents: parties.respondents.filter(
      (one) => !file.respondents.some((other) => sameRespondent(one, other)),
    ),
    thirdParties: fresh(file.thirdParties, parties.thirdParties),
    ...(file.cause === undefined && parties.cause !== undefined && { cause: parties.cause }),
    ...(file.enterprise === undefined &&
      parties.enterprise !== undefined && { enterprise: parties.enterprise }),
    ...(file.originCaseNumber === undefined &&
      parties.originCaseNumber !== undefined && { originCaseNumber: parties.originCaseNumber }),
  };
  const says = Object.values(added).some((value) => (Array.isArray(value) ? value.length > 0 : true));
  return says ? [{ type: "parties-added", ...added }] : [];
}

/** The name under which the file knows the respondent a document speaks of. */
export function knownName(file: CaseFile, name: string, read: readonly Respondent[]): string {
  const spoken = read.find((one) => one.name === name);
  return (
    file.respondents.find((one) => one.name === name || (spoken !== undefined && sameRespondent(one, spoken)))
      ?.name ?? name
  );
}
