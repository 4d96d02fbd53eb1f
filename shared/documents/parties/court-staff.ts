/** Who at the court deals with a case by its notice (承办法官、审判长、书记员), and what are their telephones? */
import type { CourtStaff, StaffMember } from "../../domain/court/court-staff.ts";
import { isPersonName } from "../names/person-name.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** A person named with a post, and where. */
interface Mention {
  readonly post: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const IN_CHARGE = wordList("承办法官 主审法官 主办法官 承办人 经办人 经办法官");
const PRESIDING = wordList("审判长");
const JUDGES = wordList("独任审判员 代理审判员 审判员 员额法官 法官(?!助理)");
const CLERKS = wordList("书记员");
const ASSISTANTS = wordList("法官助理");
const POST = new RegExp(anyOf(IN_CHARGE, PRESIDING, JUDGES, CLERKS, ASSISTANTS), "gu");
/** Another post may stand between: 承办人：审判员缪建平. */
const BETWEEN = /^[：、（]?(?:是|为|系|由)?(?:审判员|法官(?!助理)|书记员|法官助理)?[：]?/u;
/** How a landline with its area, or a mobile, begins; its digits run to the end of the line. */
const PHONE = /(?<!\d)(?:0\d{2,3}[-—－]?(?=\d{7})|1[3-9](?=\d{9}))/gu;
const [FEWEST_DIGITS, MOST_DIGITS] = [10, 12];
/** A number stands so near behind whose it is. */
const NEAR = 28;

const is = (words: readonly string[]) => {
  const pattern = new RegExp(`^${anyOf(words)}$`, "u");
  return (one: Mention) => pattern.test(one.post);
};
const firstOf = (words: readonly string[]) => (mentions: readonly Mention[]) => mentions.find(is(words));

/** Whose case it is: whoever the notice says deals with it, else who presides, else the judge it names. */
const JUDGE = readingTable<readonly Mention[], Mention>("judge-of-a-notice", [
  { name: "in-charge", reads: firstOf(IN_CHARGE), example: "承办法官：周舟" },
  { name: "presiding", reads: firstOf(PRESIDING), example: "审判长周舟" },
  { name: "judge", reads: firstOf(JUDGES), example: "审判员：周舟" },
]);

const CLERK = readingTable<readonly Mention[], Mention>("clerk-of-a-notice", [
  { name: "clerk", reads: firstOf(CLERKS), example: "书记员：吴桐" },
  { name: "assistant", reads: firstOf(ASSISTANTS), example: "法官助理吴桐" },
]);

/** Who deals with the case; undefined where nobody is named and no telephone given. */
export function courtStaff(flat: FlatText): Fact<CourtStaff> | undefined {
  const mentions = mentioned(flat);
  const [judge, clerk] = [JUDGE.decide(mentions)?.verdict, CLERK.decide(mentions)?.verdict];
  const phones = phonesIn(flat).map(({ number, at }) => ({ number, of: ownerOf(flat, at, mentions) }));
  const member = (one: Mention | undefined): StaffMember | undefined => {
    if (one === undefined) return undefined;
    const phone = phones.find(({ of }) => of !== undefined && of.name === one.name)?.number;
    return { name: one.name, ...(phone !== undefined && { phone }) };
  };
  const alone = phones.find(({ of }) => of === undefined && mentions.length > 0)?.number;
  if (judge === undefined && clerk === undefined) return undefined;
  const [judges, clerks] = [member(judge), member(clerk)];
  const first = judge ?? clerk;
  return {
    value: {
      ...(judges !== undefined && { judge: judges }),
      ...(clerks !== undefined && { clerk: clerks }),
      ...(alone !== undefined && { phone: alone }),
    },
    confidence: CONFIDENCE.stated,
    rule: "court-staff-named",
    text: first === undefined ? "" : spanOf(flat, first.start, first.end),
  };
}

/** Numbers of telephones; behind one a date may stand on the next line. */
function phonesIn(flat: FlatText): readonly { readonly number: string; readonly at: number }[] {
  return [...flat.text.matchAll(PHONE)].flatMap(({ index: at, 0: begins }) => {
    let end = at + begins.length;
    while (/\d/u.test(flat.text[end] ?? "") && gapAt(flat, end) < Gap.line) end += 1;
    const number = flat.text.slice(at, end);
    const digits = number.replace(/\D/gu, "").length;
    return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? [{ number, at }] : [];
  });
}

function mentioned(flat: FlatText): readonly Mention[] {
  return [...flat.text.matchAll(POST)].flatMap(({ index, 0: post }) => {
    const behind = index + post.length;
    const start = behind + (BETWEEN.exec(flat.text.slice(behind, behind + 8))?.[0].length ?? 0);
    const name = nameFrom(flat, start);
    return name === undefined ? [] : [{ post, name, start: index, end: start + name.length }];
  });
}

/** The name that begins there: up to the next gap or mark, else the longest that is one. */
function nameFrom(flat: FlatText, start: number): string | undefined {
  let end = start;
  while (
    end < flat.text.length &&
    end - start < 4 &&
    /\p{Script=Han}|[·×*]/u.test(flat.text[end] ?? "") &&
    (end === start || gapAt(flat, end) < Gap.cell)
  )
    end += 1;
  for (let until = end; until - start >= 2; until -= 1) {
    const name = flat.text.slice(start, until);
    if (isPersonName(name) && endsThere(flat, until)) return name;
  }
  return undefined;
}

/** A name ends before a mark, a gap, or what is said of the person. */
function endsThere(flat: FlatText, at: number): boolean {
  return (
    at >= flat.text.length ||
    gapAt(flat, at) >= Gap.blank ||
    /^[^\p{Script=Han}]|^(?:独任|联系|电话|担任|适用|书记|法官|审判|负责|和|与|等|组成|手机|办公)/u.test(
      flat.text.slice(at, at + 3),
    )
  );
}

/** Whose telephone it is: of the person named last before it, in its sentence. */
function ownerOf(flat: FlatText, at: number, mentions: readonly Mention[]): Mention | undefined {
  return mentions.findLast(
    ({ end }) => end <= at && at - end <= NEAR && !flat.text.slice(end, at).includes("。"),
  );
}
