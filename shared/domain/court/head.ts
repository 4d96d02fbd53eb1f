/**
 * Who counts as a head (负责人) of an agency, by its name and the title as a court or agency wrote it.
 * 法释〔2020〕3号 §2: the principal (正职), the deputies (副职), leaders of that rank in charge of the matter and
 * others in charge (分管); not the head of an entrusted organisation or of a lower agency.
 * Only a clear yes is a yes: what a title leaves open goes to a person.
 */

import { type HeadPolicy, ruleFor, type TitleHolder } from "./head-policy.ts";
import { endsAsOrgan, organEndings } from "./organ-endings.ts";

export type HeadRank = "principal" | "deputy" | "in-charge";

/** Why a post makes no head, or leaves that open, for the person who checks it. */
export type PostDoubt =
  /** The agency's name or the title is missing. */
  | { readonly type: "nothing-known" }
  /** A clerk, an officer, a lawyer: somebody who works there. */
  | { readonly type: "staff-post"; readonly post: string }
  /** A post in the party, of which nothing follows for the administration. */
  | { readonly type: "party-post"; readonly post: string }
  /** 法制科负责人: whoever leads a section or an organ below. */
  | { readonly type: "inner-leader"; readonly post: string }
  /** 办公室主任 of an agency that is an office itself. */
  | { readonly type: "inner-office"; readonly post: string }
  /** 大队长 of a bureau. */
  | { readonly type: "inner-post"; readonly post: string; readonly agency: string }
  /** 县长 for another government, or for an agency. */
  | { readonly type: "other-government"; readonly post: string; readonly agency: string }
  /** 局长 of what may be another agency. */
  | { readonly type: "other-agency"; readonly post: string }
  | { readonly type: "unclear-post"; readonly post: string }
  /** The place never counts this title (policy), or wants a person asked about it. */
  | { readonly type: "never-counted"; readonly post: string; readonly basis: string }
  | { readonly type: "asked-about"; readonly post: string; readonly basis: string }
  /** A name that is one character off from one on the agency's list of leaders (班子成员). */
  | {
      readonly type: "like-one-listed";
      readonly name: string;
      readonly listed: string;
      readonly post: string;
    }
  /** The name stands twice on the list, in posts that the title doesn't tell apart. */
  | { readonly type: "listed-twice"; readonly name: string }
  /** A clerk's post, for a name that the list has in another. */
  | { readonly type: "listed-otherwise"; readonly post: string; readonly listed: string };

/** By what a post makes a head where 法释〔2020〕3号 §2 alone leaves it open. */
export type HeadBasis =
  /** A title the place also counts, by a paper of its own. */
  | { readonly type: "policy"; readonly post: string; readonly basis: string }
  /** The agency's list of leaders on that day. */
  | { readonly type: "roster"; readonly post: string };

export type HeadJudgement =
  | { readonly verdict: "head"; readonly rank: HeadRank; readonly by?: HeadBasis }
  | { readonly verdict: "staff"; readonly because: PostDoubt }
  | { readonly verdict: "review"; readonly because: PostDoubt };

/**
 * Judges a title such as `党委副书记、副局长` for an agency such as `临沂市公安局河东分局`. Each post of the title
 * is judged; one that makes a head is enough, else one that is open sends the title to review. `policy`: the titles that a
 * place counts otherwise, which are asked first.
 */
export function judgeHead(
  person: TitleHolder & { readonly title: string },
  policy: HeadPolicy = NO_LISTS,
): HeadJudgement {
  const agency = tidy(person.agency).replace(/\([^()]*\)/gu, "");
  const posts = postsOf(tidy(person.title));
  if (agency === "" || posts.length === 0) return review({ type: "nothing-known" });
  const judgements = posts.map(
    (post) => judgeByPolicy({ ...person, agency }, post, policy) ?? judgePost(agency, post),
  );
  for (const rank of ["principal", "deputy", "in-charge"] as const) {
    const found = judgements.find((judged) => judged.verdict === "head" && judged.rank === rank);
    if (found !== undefined) return found;
  }
  return (
    judgements.find(({ verdict }) => verdict === "review") ??
    judgements[0] ??
    review({ type: "nothing-known" })
  );
}

const NO_LISTS: HeadPolicy = { alsoCount: [], neverCount: [], ask: [] };

/** By the place's own lists; undefined of a post that none of them has. */
function judgeByPolicy(
  holder: TitleHolder,
  post: string,
  { neverCount, ask, alsoCount }: HeadPolicy,
): HeadJudgement | undefined {
  const isAgencys = (before: string) => {
    const organ = before.replace(MODIFIER, "");
    return organ === "" || (names(holder.agency, organ) && !elsewhere(holder.agency, organ));
  };
  const by = (rules: HeadPolicy["ask"]) => ruleFor(rules, holder, post, isAgencys);
  const never = by(neverCount);
  if (never !== undefined) return staff({ type: "never-counted", post, basis: never.basis });
  const asked = by(ask);
  if (asked !== undefined) return review({ type: "asked-about", post, basis: asked.basis });
  const also = ruleFor(alsoCount, holder, post, isAgencys);
  return also && { verdict: "head", rank: also.rank, by: { type: "policy", post, basis: also.basis } };
}

/** Kinds of organ by the end of the name, the more particular first; their chiefs' titles stand in CHIEFS. */
const KINDS = [
  ["government", endsAsOrgan(["government"])],
  ["subdistrict", endsAsOrgan(["subdistrict"], ["街道"])],
  ["committee", endsAsOrgan(["administration", "committee"], ["村委会", "居委会", "委"])],
  ["branch", endsAsOrgan(["branch"])],
  ["bureau", endsAsOrgan(["bureau"])],
  ["department", endsAsOrgan(["department"])],
  ["corps", endsAsOrgan(["corps"])],
  ["detachment", endsAsOrgan(["detachment"])],
  ["brigade", endsAsOrgan(["brigade"])],
  ["squadron", endsAsOrgan(["squadron"])],
  ["section", /(?:科|股|室(?<!办公室))$/u],
  ["office", endsAsOrgan(["office"], ["办"])],
  ["centre", endsAsOrgan(["centre"])],
  ["station", endsAsOrgan(["station"])],
  ["post", endsAsOrgan(["post"])],
  ["division", endsAsOrgan(["division"])],
  ["customs", endsAsOrgan(["customs"])],
  ["prison", endsAsOrgan(["prison"])],
  ["team", endsAsOrgan(["team"])],
  ["school", /(?:大学|学院|学校|中学|小学)$/u],
  ["hospital", /(?:医院|卫生院)$/u],
] as const;

type Kind = (typeof KINDS)[number][0];

/** A chief's title → the organs it is the chief of; `shared` is what name and title share: 公安局长. */
const CHIEFS: Readonly<Record<string, { readonly of: readonly Kind[]; readonly shared: string }>> = {
  分局长: { of: ["branch"], shared: "分局" },
  局长: { of: ["bureau", "branch"], shared: "局" },
  厅长: { of: ["department"], shared: "厅" },
  主任: { of: ["committee", "subdistrict", "office", "centre"], shared: "" },
  总队长: { of: ["corps"], shared: "总队" },
  支队长: { of: ["detachment"], shared: "支队" },
  大队长: { of: ["brigade"], shared: "大队" },
  中队长: { of: ["squadron"], shared: "中队" },
  队长: { of: ["corps", "detachment", "brigade", "squadron", "team"], shared: "队" },
  所长: { of: ["station"], shared: "所" },
  站长: { of: ["post"], shared: "站" },
  处长: { of: ["division"], shared: "处" },
  科长: { of: [], shared: "科" },
  股长: { of: [], shared: "股" },
  关长: { of: ["customs"], shared: "海关" },
  校长: { of: ["school"], shared: "" },
  院长: { of: ["school", "hospital"], shared: "" },
  监狱长: { of: ["prison"], shared: "监狱" },
};

/** A government's chief is named by its level: 县人民政府 → 县长. */
const LEVELS = "省市县区镇乡州旗";
const GOVERNMENT_CHIEF = new RegExp(`^(.*?)(副?)(?:代理?)?([${LEVELS}])长$`, "u");
const CHIEF = new RegExp(`^(.*?)(副?)(?:代理?)?(${Object.keys(CHIEFS).join("|")})$`, "u");

/** Teams and stations inside an organ, whose chiefs are its staff; the lower comes later. */
const INNER: readonly Kind[] = [
  "corps",
  "detachment",
  "brigade",
  "squadron",
  "team",
  "station",
  "post",
  "section",
];

const STAFF =
  /(?:科员|办事员|工作人员|职员|职工|(?<!级)干部|干警|公务员|法制员|民警|辅警|警员|警长|执法人员|执法队员|队员|律师|法律顾问|法务|秘书|专干|代理人)$/u;
const PARTY =
  /(?:党组|党工委|党委|党总支|党支部|纪委|[省市县区镇乡街道]委)(?:第一书记|副书记|书记|成员|委员|常委)/u;
const CAREER = /(?:[一二三四]级)?副?(?:主任科员|调研员|巡视员)/u;
/** Words between the organ and the post that change neither. */
const MODIFIER = /(?:常务|第一|执行|分管(?:.{0,20}工作)?的?|主持(?:全面|日常)?工作的?|挂职|现任|代理|代)+$/u;
/** Remarks in brackets that change nothing; any other may (原, 退休, another organ) and leaves the post open. */
const HARMLESS_REMARK = /\((?:分管|主持|兼|挂职|试用|党|正|副|代)[^()]{0,20}\)/gu;
const IN_CHARGE =
  /^分管$|^(?:参与)?分管[^科股室所队]{0,20}?(?:领导|负责人|负责同志|领导班子成员|班子成员|党组成员|党委委员)$/u;

/** One width of letters and brackets; blanks carry no meaning in a title. */
function tidy(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cc}\p{Cf}]/gu, "");
}

/** Splits at separators and behind party posts and career ranks, which are often written without one. */
function postsOf(title: string): string[] {
  return title
    .replace(/^(?:职务|职位):/u, "")
    .replace(HARMLESS_REMARK, "")
    .split(/[、,;/|·]|兼任|兼/u)
    .flatMap((piece) => (IN_CHARGE.test(piece) ? [piece] : piece.split(behind(PARTY)).flatMap(splitCareer)))
    .map((post) => post.replace(/^(?:系|即|本|该|其|被告|被上诉人)+/u, ""))
    .filter((post) => post !== "");
}

function splitCareer(piece: string): string[] {
  return piece.split(behind(CAREER));
}

function behind(pattern: RegExp): RegExp {
  return new RegExp(`(?<=${pattern.source})`, "u");
}

function judgePost(agency: string, post: string): HeadJudgement {
  if (/^(?:行政)?正职(?:负责人|领导)?$|^主要(?:负责人|领导|负责同志)$/u.test(post)) return head("principal");
  if (/^(?:行政|分管)?副职(?:负责人|领导)?$/u.test(post)) return head("deputy");
  if (IN_CHARGE.test(post)) return head("in-charge");
  if (STAFF.test(post)) return staff({ type: "staff-post", post });
  if (PARTY.test(post)) return review({ type: "party-post", post });
  const government = GOVERNMENT_CHIEF.exec(post);
  if (government) return judgeGovernmentChief(agency, post, government);
  const organChief = CHIEF.exec(post);
  if (organChief) return judgeChief(agency, post, organChief);
  const leader = /^(.+)负责人$/u.exec(post)?.[1] ?? "";
  if (isInside(agency, kindOf(leader)) || (kindOf(leader) === "office" && isInnerOffice(leader)))
    return staff({ type: "inner-leader", post });
  return review({ type: "unclear-post", post });
}

function judgeGovernmentChief(agency: string, post: string, match: RegExpExecArray): HeadJudgement {
  const [, before = "", deputy, level = ""] = match;
  const prefix = before.replace(MODIFIER, "");
  // 临沂市市长 and 临沂市长 alike; 人民政府副市长 names the organ itself.
  const place = prefix.endsWith("政府") ? prefix : `${prefix}${level}`;
  const [, own] = new RegExp(`([${LEVELS}])(?:人民)?政府$`, "u").exec(agency) ?? [];
  if (own === level && names(agency, place) && !elsewhere(agency, place)) return chief(deputy);
  return review({ type: "other-government", post, agency });
}

function judgeChief(agency: string, post: string, match: RegExpExecArray): HeadJudgement {
  const [, before = "", deputy, noun = ""] = match;
  const { of, shared } = CHIEFS[noun] ?? { of: [], shared: "" };
  const prefix = before.replace(MODIFIER, "");
  const organ = prefix === "" || kindOf(prefix) !== undefined ? prefix : `${prefix}${shared}`;
  const own = kindOf(agency);
  if (own !== undefined && of.includes(own) && isOwn(agency, organ)) {
    // An agency that is itself an office has an office inside as well.
    if (own === "office" && organ === "办公室") return review({ type: "inner-office", post });
    return chief(deputy);
  }
  const kind = organ === "" ? of[0] : kindOf(organ);
  if (of.length === 0 || isInside(agency, kind) || (kind === "office" && isInnerOffice(organ)))
    return staff({ type: "inner-post", post, agency });
  return review({ type: "other-agency", post });
}

/** 办公室主任 is staff; the office of a government (政府办公室) is an agency of its own. */
function isInnerOffice(organ: string): boolean {
  return organ !== "" && !/政府|府办/u.test(organ);
}

/** Whether an organ of this kind can only be a part of the agency: a section, a station, a team of lower rank. */
function isInside(agency: string, kind: Kind | undefined): boolean {
  const own = kindOf(agency);
  if (kind === undefined || own === undefined) return kind === "section";
  if (kind === "division") return own !== "division";
  if (!INNER.includes(kind)) return false;
  return !INNER.includes(own) || INNER.indexOf(kind) > INNER.indexOf(own);
}

function kindOf(name: string): Kind | undefined {
  return KINDS.find(([, end]) => end.test(name))?.[0];
}

/**
 * Whether a name, in full or shortened, is the agency's: of the same kind, written with the agency's own
 * characters (卫健局 ⊂ 卫生健康局), no other place, and for an organ within an organ with what sets it apart.
 */
function isOwn(agency: string, organ: string): boolean {
  if (organ === "" || organ === agency || organ === "单位") return true;
  if (kindOf(organ) !== kindOf(agency)) return false;
  return names(agency, organ) && !elsewhere(agency, organ) && namesLastPart(agency, organ);
}

function names(agency: string, organ: string): boolean {
  // A branch stands for a district that its name may leave out: 河东区公安分局 is 公安局河东分局.
  const spoken = kindOf(agency) === "branch" ? organ.replace(/[区县市]/gu, "") : organ;
  return [...spoken].every((character) => agency.includes(character));
}

/** Whether the name says a level of place other than the agency's own: 市卫健局 for 河东区卫生健康局. */
function elsewhere(agency: string, organ: string): boolean {
  if (kindOf(agency) === "branch") return false;
  const said = lastLevel(organ);
  return said !== undefined && said !== lastLevel(agency);
}

/** Before 市 these end the name of a city: 诸城市, 共青城市; any other 城市 is the word for a town (城市管理局). */
const CITIES_CALLED_CHENG = "诸邹肥禹海凤兴桐丰永项宜应麻韩塔青晋聊盐宣运白藁增";
/** Words that hold the character of a level and name no place: 市场, 城乡. */
const NO_PLACE = new RegExp(
  `市场|(?<![${CITIES_CALLED_CHENG}])城市|市政(?!府)|城乡|乡村|乡镇|社区|城镇|区域`,
  "gu",
);

/** The level of the last place in a name; the 市 of 市场 and the 乡 of 城乡 are none. */
function lastLevel(name: string): string | undefined {
  const places = name.replace(NO_PLACE, "");
  return [...places].findLast((character) => LEVELS.includes(character));
}

const WITH_PART = new RegExp(
  `^(.*(?:${organEndings("bureau", "committee", "detachment", "brigade").join("|")}))(.+)$`,
  "u",
);

/** 税务局 is not its 稽查局: where both are of one kind, a short name must say something of the last part. */
function namesLastPart(agency: string, organ: string): boolean {
  const [, whole = "", part = ""] = WITH_PART.exec(agency.replace(/^.*总局/u, "")) ?? [];
  if (part === "" || kindOf(whole) !== kindOf(part)) return true;
  return [...part].some((character) => !whole.includes(character) && organ.includes(character));
}

function chief(deputy: string | undefined): HeadJudgement {
  return head(deputy ? "deputy" : "principal");
}

function head(rank: HeadRank): HeadJudgement {
  return { verdict: "head", rank };
}

function staff(because: PostDoubt): HeadJudgement {
  return { verdict: "staff", because };
}

function review(because: PostDoubt): HeadJudgement {
  return { verdict: "review", because };
}
