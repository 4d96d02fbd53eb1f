/** What is a case about that a sentence names without both its sides? 因土地行政征收一案, 与被上诉人治安行政处罚一案. */
import { organAtStart } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import type { FlatText } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { beginsCause, causeAt, tidyCause } from "./cause-words.ts";
import { clauseEnds, clauseStart } from "./clause-bounds.ts";

/** What a sentence says the case is about where it doesn't name both sides: 因土地行政征收一案, 与被上诉人治安行政处罚一案. */
export function findBareCause(flat: FlatText): { cause: string; start: number; end: number } | undefined {
  for (const end of clauseEnds(flat)) {
    if (/^，?(?:于[^，。]{4,16})?(?:依法)?向/u.test(flat.text.slice(end, end + 24))) continue;
    const start = clauseStart(flat, end);
    const text = flat.text.slice(start, end);
    const from = BEHIND_WHOM.exec(text)?.[0].length ?? 0;
    const found = BARE_CAUSE.decide({ before: text.slice(0, from), rest: text.slice(from) });
    if (found !== undefined)
      return { cause: found.verdict.cause, start: start + from + found.verdict.at, end };
  }
  return undefined;
}

/** The last word before a cause: a role, a number, a mark, or how a letter calls somebody. */
const BEHIND_WHOM = /^.*(?:上诉人|被告|申请人|号|[，就因对、]|本人|你(?:单位|局)|我(?:单位|局))/su;

/** What stands before a cause, and the words up to 一案. */
interface Bare {
  readonly before: string;
  readonly rest: string;
}

const BARE_CAUSE = readingTable<Bare, { readonly cause: string; readonly at: number }>("bare-cause", [
  {
    // 因土地承包经营权行政裁决, 因建设工程施工合同纠纷: what begins behind 因 or a role and is no name is whole.
    name: "behind-a-word-that-introduces-it",
    reads: ({ before, rest }) =>
      /(?:因|上诉人|申请人|被告)$/u.test(before) &&
      /^[\p{Script=Han}、（）]{2,24}$/u.test(rest) &&
      !beginsName(rest) &&
      (causeAt(rest) > 0 || rest.endsWith("纠纷"))
        ? causeFrom(rest, 0)
        : undefined,
    example: "上诉人因土地承包经营权行政裁决一案",
  },
  {
    // What stands before the words known here is the branch of law, where it can be no name.
    name: "with-an-unknown-branch-of-law",
    reads: ({ rest }) => {
      const at = causeAt(rest);
      const branch = rest.slice(0, at);
      const isBranch = at > 0 && at <= 4 && !/[的之]|某/u.test(branch) && !isPersonName(branch);
      return isBranch ? causeFrom(rest, 0) : undefined;
    },
    example: "就水行政处罚一案",
  },
  {
    name: "words-of-causes",
    reads: ({ rest }) => {
      const at = causeAt(rest);
      return at === -1 ? undefined : causeFrom(rest, at);
    },
    example: "你单位行政处罚一案",
  },
]);

function causeFrom(text: string, at: number): { cause: string; at: number } | undefined {
  const cause = tidyCause(text.slice(at));
  return cause === undefined ? undefined : { cause, at };
}

/** 因张三行政处罚: a name stands before the cause. */
function beginsName(text: string): boolean {
  if (/某|×/u.test(text.slice(0, 4)) || organAtStart(text) !== undefined) return true;
  return [2, 3].some((length) => isPersonName(text.slice(0, length)) && beginsCause(text.slice(length)));
}
