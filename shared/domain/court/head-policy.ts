/**
 * How does a place count heads where 法释〔2020〕3号 §2 leaves room: by which titles, of which agencies, on what basis?
 * Lists of the deployment's policy: they are asked before the general rule.
 */

/** What title of whose counts, and by what. */
export interface HeadRule {
  /** The whole posts, e.g. 秘书长, 副秘书长: 副秘书长 is not meant by 秘书长. */
  readonly titles: readonly string[];
  /** Only of an organisation of this kind. */
  readonly kind?: "agency" | "government";
  /** Only of an agency with one of these in its name: 公安局, 街道办事处. */
  readonly named?: readonly string[];
  /** Only at these levels; whose level isn't known is not meant. */
  readonly levels?: readonly HeadLevel[];
  /** The paper it rests on, as letters name it: 苏高法〔2022〕12号. */
  readonly basis: string;
}

/** The levels of the directory: 市级, 县区级, 乡镇街道级. */
export type HeadLevel = "city" | "county" | "town";

/** The three lists, the stricter first: what never counts isn't asked about, and what is asked about doesn't count. */
export interface HeadPolicy {
  /** Counts as a head of this rank. */
  readonly alsoCount: readonly (HeadRule & { readonly rank: "principal" | "deputy" | "in-charge" })[];
  /** Counts as staff. */
  readonly neverCount: readonly HeadRule[];
  /** Goes to a person. */
  readonly ask: readonly HeadRule[];
}

/** Whose title it is. */
export interface TitleHolder {
  readonly agency: string;
  /** As the directory has it; by the name where it doesn't. */
  readonly kind?: "agency" | "government";
  readonly level?: HeadLevel;
}

/** The first rule of a list that means a post; `isOwn` says whether what stands before the title is the agency itself. */
export function ruleFor<Rule extends HeadRule>(
  rules: readonly Rule[],
  holder: TitleHolder,
  post: string,
  isOwn: (organ: string) => boolean,
): Rule | undefined {
  return rules.find((rule) => meansHolder(rule, holder) && rule.titles.some((title) => meansPost(title)));

  function meansPost(title: string): boolean {
    return post.endsWith(title) && (post === title || isOwn(post.slice(0, -title.length)));
  }
}

function meansHolder({ kind, named, levels }: HeadRule, holder: TitleHolder): boolean {
  const own = holder.kind ?? (/政府$/u.test(holder.agency) ? "government" : "agency");
  return (
    (kind === undefined || kind === own) &&
    (named === undefined || named.some((word) => holder.agency.includes(word))) &&
    (levels === undefined || (holder.level !== undefined && levels.includes(holder.level)))
  );
}
