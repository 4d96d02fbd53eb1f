/** Who are a document's parties, by their role in the first instance? From its head, or else from its sentences. */
import type { LabelledValue } from "../labels/labels.ts";
import { isFullOrgan, isOrgan, standsFor } from "../names/organ-name.ts";
import { tidyName } from "../names/party-name.ts";
import { byNature, type Role, roleOf } from "../names/party-role.ts";
import { isPersonName, isWhollyMasked } from "../names/person-name.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { readingTable, ruledBy } from "../text/rule-table.ts";
import { personGreeted, undertakingsAddressed } from "./addressees.ts";
import { authorOf } from "./author.ts";
import { type CaseClause, findCaseClauses, readClause } from "./case-clause.ts";
import type { NamedParty } from "./clause-names.ts";
import { isNoName } from "./listed-name.ts";
import { type ListedParty, MOST_PARTIES, partiesInHead } from "./listed-parties.ts";
import { partiesInProse } from "./prose-parties.ts";

export interface Parties {
  readonly plaintiffs: readonly Fact<string>[];
  readonly respondents: readonly Fact<string>[];
  readonly thirdParties: readonly Fact<string>[];
  readonly listed: readonly ListedParty[];
  /** There may be more than were read. */
  readonly mayBeMore?: true;
  /** The role of the one a letter calls 你单位. */
  readonly addressee?: Role;
}

/** The parties of a document by their role in the first instance, from its head or else from its sentences. */
export function findParties(flat: FlatText, labels: readonly LabelledValue[] = []): Parties {
  const systems = SYSTEMS.filter((system) => flat.text.includes(system));
  const listed = partiesInHead(flat).map((party) => ({
    ...party,
    name: ofItsSystem(flat, party.name, systems),
  }));
  const sides: Record<Role, Fact<string>[]> = { plaintiff: [], respondent: [], "third-party": [] };
  const add = (role: Role, fact: Fact<string>) => {
    const isKnown = (known: Fact<string>) =>
      known.value === fact.value || isShortFor(fact.value, known.value);
    if (!Object.values(sides).some((facts) => facts.some(isKnown))) sides[role].push(asSureAsItsName(fact));
  };
  for (const { role, name, confidence, rule, start, end } of listed)
    add(role, { value: name, confidence, rule, text: spanOf(flat, start, end) });
  const missing = new Set((Object.keys(sides) as Role[]).filter((role) => sides[role].length === 0));
  const spoken = spokenParties(flat, labels);
  // A clause that names an agency of the list is about this case, and names everyone in it.
  const isOwnCase = spoken.some(({ fact }) => sides.respondent.some(({ value }) => value === fact.value));
  for (const { role, fact } of spoken)
    if (missing.has(role) ? fact.value !== "" : isOwnCase && standsByItself(role, fact.value))
      add(role, fact);
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
    ...(new Set(listed.map(({ name }) => name)).size >= MOST_PARTIES && { mayBeMore: true }),
  };
}

/** A party of whose name a publication left nothing (***, 某某) is somebody, and nobody can tell who. */
function asSureAsItsName(fact: Fact<string>): Fact<string> {
  return isWhollyMasked(fact.value)
    ? { ...fact, confidence: CONFIDENCE.doubtful, rule: "name-wholly-masked" }
    : fact;
}

/** A name that can stand beside those of the list: an agency in full, or a person. */
function standsByItself(role: Role, name: string): boolean {
  return role === "respondent" ? isFullOrgan(name) : isPersonName(name);
}

/** What the agencies of a system that runs down from the centre bear before the name of their place. */
const SYSTEMS = ["国家税务总局", "国家统计局", "国家金融监督管理总局", "中国人民银行", "中华人民共和国"];

/** 沂水县税务局 in a paper that elsewhere calls it 国家税务总局沂水县税务局. */
function ofItsSystem(flat: FlatText, name: string, systems: readonly string[]): string {
  if (systems.length === 0 || !isFullOrgan(name)) return name;
  return systems.map((system) => `${system}${name}`).find((full) => flat.text.includes(full)) ?? name;
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

/** A name that a sentence gives is no longer. */
const LONGEST_NAME = 45;

interface Spoken {
  readonly role: Role;
  readonly fact: Fact<string>;
}

/** A party of a sentence, and the sentence. */
interface InClause {
  readonly flat: FlatText;
  readonly party: NamedParty;
  readonly clause: CaseClause;
  readonly text: string;
}

/** Whom a sentence names, or means by 我局, 你公司 or 您. */
const SPOKEN = readingTable<InClause, readonly Spoken[]>("party-of-a-sentence", [
  {
    name: "author",
    reads: ({ flat, party }) => (party.meant === "author" ? meant(party, authorOf(flat)) : undefined),
    example: "张三诉我局行政处罚一案",
  },
  {
    name: "person-greeted",
    reads: ({ flat, party }) => (party.meant === "greeted" ? meant(party, personGreeted(flat)) : undefined),
    example: "李国强，您好：您诉沂水县公安局一案",
  },
  {
    name: "undertaking-addressed",
    reads: ({ flat, party }) =>
      party.meant === "addressed-undertaking"
        ? undertakingsAddressed(flat).map((fact) => ({ role: sideOf(party).role, fact }))
        : undefined,
    example: "你公司诉沂水县税务局一案",
  },
  {
    name: "no-name",
    reads: ({ party: { name } }) =>
      name !== "" && (name.length < 2 || name.length > LONGEST_NAME || isNoName(name)) ? [] : undefined,
    example: "被告未到庭一案",
  },
  {
    name: "name",
    reads: ({ flat, party, clause, text }) => {
      const { role, confidence } = sideOf(party);
      const value = inFull(flat, tidyName(party.name));
      const rule = `party-in-sentence-${clause.rule}`;
      // Of a name whose end or beginning the sentence leaves open a person must see it.
      return [
        { role, fact: { value, confidence: party.isSure ? confidence : CONFIDENCE.doubtful, rule, text } },
      ];
    },
    example: "张三诉沂水县公安局行政处罚一案",
  },
]);

function spokenParties(flat: FlatText, labels: readonly LabelledValue[]): readonly Spoken[] {
  const causes = labels
    .filter(({ label }) => label === "案由" || label === "案件名称" || label === "当事人")
    .map(({ start, end }) => readClause(flat.text.slice(start, end), start));
  const clause = [...causes, ...findCaseClauses(flat)].find((found) => found !== undefined);
  if (clause === undefined) return [];
  const text = spanOf(flat, clause.start, clause.end);
  return clause.parties.flatMap((party) => SPOKEN.decide({ flat, party, clause, text })?.verdict ?? []);
}

function meant(party: NamedParty, fact: Fact<string> | undefined): readonly Spoken[] {
  return fact === undefined ? [] : [{ role: sideOf(party).role, fact }];
}

interface Side {
  readonly role: Role;
  readonly confidence: Confidence;
}

/** The side of one whom a sentence calls 我局 or 你单位, or names without a role: the one that answers is sued. */
const bySide = ({ side }: NamedParty): Side => ({
  role: side === "answers" ? "respondent" : "plaintiff",
  confidence: CONFIDENCE.inferred,
});

const SIDE = readingTable<NamedParty, Side>("side-of-a-party-in-a-sentence", [
  {
    name: "person-greeted-claims",
    reads: ({ meant: who }) =>
      who === "greeted" ? { role: "plaintiff", confidence: CONFIDENCE.inferred } : undefined,
    example: "您诉沂水县公安局一案",
  },
  {
    name: "undertaking-addressed-stands-where-it-stands",
    reads: (party) => (party.meant === "addressed-undertaking" ? bySide(party) : undefined),
    example: "你公司诉沂水县税务局一案",
  },
  {
    name: "third-party",
    reads: ({ side }) =>
      side === "third" ? { role: "third-party", confidence: CONFIDENCE.stated } : undefined,
    example: "张三诉沂水县公安局、第三人李四行政处罚一案",
  },
  {
    name: "by-its-role-word",
    reads: ({ name, role }) => {
      const [, word = role, bracket = ""] = /^([^（]*)(?:（(.*)）)?$/u.exec(role) ?? [];
      return word === "" ? undefined : roleOf(word, bracket, name);
    },
    example: "上诉人张三与被上诉人沂水县公安局行政处罚一案",
  },
  {
    name: "agency-addressed-is-sued",
    reads: ({ name }) => (name === "" ? { role: "respondent", confidence: CONFIDENCE.inferred } : undefined),
    example: "张三诉你单位行政处罚一案",
  },
  {
    name: "by-its-nature",
    reads: ({ name, side }) => (side === "either" ? byNature(name) : undefined),
    example: "张三与沂水县公安局行政处罚一案",
  },
  { name: "by-the-word-between-the-sides", reads: bySide, example: "张三诉沂水县公安局行政处罚一案" },
]);

function sideOf(party: NamedParty): Side {
  return ruledBy(SIDE, party).verdict;
}
