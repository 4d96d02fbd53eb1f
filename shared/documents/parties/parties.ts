import type { LabelledValue } from "../labels/labels.ts";
import { isFullOrgan, isOrgan, standsFor } from "../names/organ-name.ts";
import { tidyName } from "../names/party-name.ts";
import { byNature, type Role, roleOf } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { personGreeted, undertakingsAddressed } from "./addressees.ts";
import { authorOf } from "./author.ts";
import { findCaseClauses, readClause } from "./case-clause.ts";
import type { NamedParty } from "./clause-names.ts";
import { isNoName } from "./listed-name.ts";
import { type ListedParty, partiesInHead } from "./listed-parties.ts";
import { partiesInProse } from "./prose-parties.ts";

/** Of a name whose end or beginning the sentence leaves open; a person must see it. */
const UNSURE_NAME = 0.6;

export interface Parties {
  readonly plaintiffs: readonly Fact<string>[];
  readonly respondents: readonly Fact<string>[];
  readonly thirdParties: readonly Fact<string>[];
  readonly listed: readonly ListedParty[];
  /** The role of the one a letter calls 你单位. */
  readonly addressee?: Role;
}

/** The parties of a document by their role in the first instance, from its head or else from its sentences. */
export function findParties(flat: FlatText, labels: readonly LabelledValue[] = []): Parties {
  const listed = partiesInHead(flat);
  const sides: Record<Role, Fact<string>[]> = { plaintiff: [], respondent: [], "third-party": [] };
  const add = (role: Role, fact: Fact<string>) => {
    const isKnown = (known: Fact<string>) =>
      known.value === fact.value || isShortFor(fact.value, known.value);
    if (!Object.values(sides).some((facts) => facts.some(isKnown))) sides[role].push(fact);
  };
  for (const { role, name, confidence, rule, start, end } of listed)
    add(role, { value: name, confidence, rule, text: spanOf(flat, start, end) });
  const missing = new Set((Object.keys(sides) as Role[]).filter((role) => sides[role].length === 0));
  const spoken = spokenParties(flat, labels);
  // A clause that names an agency of the list is about this case, and names everyone in it.
  const isOwnCase = spoken.some(({ fact }) => sides.respondent.some(({ value }) => value === fact.value));
  for (const { role, fact } of spoken)
    if (missing.has(role) ? fact.value !== "" : isOwnCase && isWhole(role, fact.value)) add(role, fact);
  for (const role of missing)
    if (sides[role].length === 0)
      for (const { fact } of partiesInProse(flat).filter((party) => party.role === role)) add(role, fact);
  const addressee = spoken.find(({ fact }) => fact.value === "")?.role;
  return {
    plaintiffs: sides.plaintiff,
    respondents: sides.respondent,
    thirdParties: sides["third-party"],
    listed,
    ...(addressee === undefined ? {} : { addressee }),
  };
}

/** A name that can stand beside those of the list: an agency in full, or a person. */
function isWhole(role: Role, name: string): boolean {
  return role === "respondent" ? isFullOrgan(name) : isPersonName(name);
}

/** 区政府 for a government listed before in full; 临沂市公安局 beside its 兰山分局 is another agency. */
function isShortFor(name: string, full: string): boolean {
  return (
    name.length < full.length && !full.startsWith(name.slice(0, 2)) && isOrgan(name) && standsFor(name, full)
  );
}

/** 市市场监督管理局 in the title of a letter that 临沂市市场监督管理局 signs. */
function inFull(flat: FlatText, name: string): string {
  const author = /^[省市县区]\p{Script=Han}/u.test(name) ? authorOf(flat)?.value : undefined;
  return author?.endsWith(name) ? author : name;
}

function spokenParties(
  flat: FlatText,
  labels: readonly LabelledValue[],
): { role: Role; fact: Fact<string> }[] {
  const causes = labels
    .filter(({ label }) => label === "案由" || label === "案件名称" || label === "当事人")
    .map(({ start, end }) => readClause(flat.text.slice(start, end), start));
  const clause = [...causes, ...findCaseClauses(flat)].find((found) => found !== undefined);
  if (clause === undefined) return [];
  const text = spanOf(flat, clause.start, clause.end);
  return clause.parties.flatMap((party) => {
    const { role, confidence } = spokenRole(party);
    if (party.meant === "author" || party.meant === "greeted") {
      const meant = party.meant === "author" ? authorOf(flat) : personGreeted(flat);
      return meant === undefined ? [] : [{ role, fact: meant }];
    }
    if (party.meant === "addressed-undertaking")
      return undertakingsAddressed(flat).map((fact) => ({ role, fact }));
    const isUsable =
      party.name === "" || (party.name.length >= 2 && party.name.length <= 45 && !isNoName(party.name));
    return isUsable
      ? [
          {
            role,
            fact: {
              value: inFull(flat, tidyName(party.name)),
              confidence: party.isSure ? Math.min(confidence, 0.9) : UNSURE_NAME,
              rule: "sentence-of-the-case",
              text,
            },
          },
        ]
      : [];
  });
}

function spokenRole({ name, role, side, meant }: NamedParty): { role: Role; confidence: number } {
  const [, word = role, bracket = ""] = /^([^（]*)(?:（(.*)）)?$/u.exec(role) ?? [];
  if (meant === "greeted") return { role: "plaintiff", confidence: 0.85 };
  if (meant === "addressed-undertaking")
    return { role: side === "answers" ? "respondent" : "plaintiff", confidence: 0.85 };
  if (side === "third") return { role: "third-party", confidence: 0.9 };
  if (word !== "") return roleOf(word, bracket, name);
  if (name === "") return { role: "respondent", confidence: 0.85 };
  if (side === "either") return byNature(name);
  return { role: side === "claims" ? "plaintiff" : "respondent", confidence: 0.85 };
}
