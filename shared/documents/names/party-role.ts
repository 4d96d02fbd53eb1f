/** Which side is a party's in the first instance, whatever a later paper calls it: 上诉人（原审被告）? */
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import { ROLE_WORDS } from "../text/role-words.ts";
import { ruledBy, ruleTable } from "../text/rule-table.ts";
import { anyOf } from "../text/words.ts";
import { isOrgan } from "./organ-name.ts";

/** A party's role in the first instance, whatever it is called now. */
export type Role = "plaintiff" | "respondent" | "third-party";

/** A role with how sure it is and by which rule. */
export interface KnownRole {
  readonly role: Role;
  readonly confidence: Confidence;
  readonly rule: string;
}

/** Any word that a paper calls a party by, as a pattern. */
export const ROLE_WORD = anyOf(ROLE_WORDS);

/** How a party is called, with the bracket behind the word, and who it is. */
interface Called {
  readonly word: string;
  readonly bracket: string;
  readonly name: string;
}

/** 一审原告, 原审被告, 原第三人 in the bracket or in the word itself; else a word of the first instance alone. */
function firstInstanceWord({ word, bracket }: Called): string | undefined {
  return (
    /(?:原审|一审|原)(原告|被告|第三人)/u.exec(`${bracket}、${word}`)?.[1] ??
    /^(?:公益诉讼)?(原告|被告|第三人|起诉人|赔偿请求人|公益诉讼人)$/u.exec(word)?.[1]
  );
}

const says = (role: Role, confidence: Confidence = CONFIDENCE.stated) => ({ role, confidence });

const ROLES = ruleTable("role-of-a-party", ({ bracket }: Called) => bracket, [
  {
    name: "plaintiff-by-its-word",
    of: (called) => ["原告", "起诉人", "赔偿请求人", "公益诉讼人"].includes(firstInstanceWord(called) ?? ""),
    says: says("plaintiff"),
    example: "上诉人（原审原告）张三",
  },
  {
    name: "respondent-by-its-word",
    of: (called) => firstInstanceWord(called) === "被告",
    says: says("respondent"),
    example: "被上诉人（原审被告）沂水县公安局",
  },
  {
    name: "third-party-by-its-word",
    of: (called) => firstInstanceWord(called) === "第三人",
    says: says("third-party"),
    example: "原审第三人：李四",
  },
  {
    name: "plaintiff-by-its-bracket",
    of: /原告/u,
    says: says("plaintiff"),
    example: "再审申请人（反诉原告）张三",
  },
  {
    name: "respondent-by-its-bracket",
    of: /被告/u,
    says: says("respondent"),
    example: "被申请人（二审被上诉人，被告）沂水县公安局",
  },
  {
    // 上诉人 alone doesn't say which side it was; in an administrative case only the agency can be the respondent.
    name: "respondent-since-an-agency",
    of: ({ name }) => isOrgan(name),
    says: says("respondent", CONFIDENCE.inferred),
    example: "上诉人沂水县公安局",
  },
  {
    name: "plaintiff-since-no-agency",
    of: () => true,
    says: says("plaintiff", CONFIDENCE.inferred),
    example: "上诉人张三",
  },
]);

/** The role that a word and the bracket beside it say: 上诉人（原审被告）; else the one the party's nature says. */
export function roleOf(word: string, bracket: string, name: string): KnownRole {
  const { verdict, rule } = ruledBy(ROLES, { word, bracket, name });
  return { ...verdict, rule };
}

/** The role that a party's nature alone says. */
export function byNature(name: string): KnownRole {
  return roleOf("", "", name);
}

/** Whether the paper's own words say the role, and not only what kind of party it is. */
export function isByWord({ rule }: KnownRole): boolean {
  return rule.includes("-by-its-");
}
