import { isOrgan } from "./organ-name.ts";

/** A party's role in the first instance, whatever it is called now. */
export type Role = "plaintiff" | "respondent" | "third-party";

/** A role with how sure it is and by which rule. */
export interface KnownRole {
  readonly role: Role;
  readonly confidence: number;
  readonly rule: string;
}

/** Every word a paper calls a party by, as a pattern. */
export const ROLE_WORD =
  "被答辩人|答辩人|公益诉讼起诉人|公益诉讼人|再审申请人|再审被申请人|被上诉人|上诉人|被申诉人|申诉人|被申请人|申请人|原审第三人|一审第三人|原审原告|原审被告|一审原告|一审被告|原告|被告|第三人|起诉人|赔偿请求人";

/** The role that a word and the bracket beside it say: 上诉人（原审被告）; else the one the party's nature tells. */
export function roleOf(word: string, bracket: string, name: string): KnownRole | undefined {
  const first =
    /(?:原审|一审|原)(原告|被告|第三人)/u.exec(`${bracket}、${word}`)?.[1] ??
    /^(?:公益诉讼)?(原告|被告|第三人|起诉人|赔偿请求人|公益诉讼人)$/u.exec(word)?.[1];
  if (first === "原告" || first === "起诉人" || first === "赔偿请求人" || first === "公益诉讼人")
    return { role: "plaintiff", confidence: 0.97, rule: "role-in-head" };
  if (first === "被告") return { role: "respondent", confidence: 0.97, rule: "role-in-head" };
  if (first === "第三人") return { role: "third-party", confidence: 0.97, rule: "role-in-head" };
  if (/原告/u.test(bracket)) return { role: "plaintiff", confidence: 0.9, rule: "role-in-head" };
  if (/被告/u.test(bracket)) return { role: "respondent", confidence: 0.9, rule: "role-in-head" };
  return byNature(name);
}

/** 上诉人 alone doesn't say which side it was; in an administrative case only the agency can be the respondent. */
export function byNature(name: string): KnownRole {
  return {
    role: isOrgan(name) ? "respondent" : "plaintiff",
    confidence: 0.8,
    rule: "role-by-nature-of-party",
  };
}
