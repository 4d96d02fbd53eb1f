/**
 * Does somebody count as a head, by his post and by the agency's own list of leaders (班子成员) on the day of the hearing? The
 * list decides what a post leaves open; a name that only resembles one on it, or stands on it twice, stays a question.
 */

import { type HeadJudgement, judgeHead } from "../court/head.ts";
import type { HeadLevel, HeadPolicy } from "../court/head-policy.ts";
import type { CivilDate } from "../time/time.ts";
import { comparableName } from "./directory.ts";
import { type Leader, leadersOn } from "./leaders.ts";

/** Whose list it is, as the directory has it. */
export interface Roster {
  readonly kind?: "agency" | "government";
  readonly level?: HeadLevel;
  readonly leaders?: readonly Leader[];
}

/** Who is put forward, as a source says it. */
export interface PutForward {
  readonly agency: string;
  readonly name: string | undefined;
  readonly title: string | undefined;
}

/** Decides on a person put forward at a hearing. `day`: the hearing's. */
export function judgeListed(
  { agency, name, title }: PutForward,
  { kind, level, leaders }: Roster,
  day: CivilDate,
  policy?: HeadPolicy,
): HeadJudgement {
  const byPost: HeadJudgement =
    title === undefined
      ? { verdict: "review", because: { type: "nothing-known" } }
      : judgeHead(
          {
            agency,
            title,
            ...(kind !== undefined && { kind }),
            ...(level !== undefined && { level }),
          },
          policy,
        );
  if (name === undefined || byPost.verdict === "head") return byPost;
  // What a place never counts, no list makes a head; what it wants asked about is asked.
  if (byPost.because.type === "never-counted" || byPost.because.type === "asked-about") return byPost;
  const leading = leadersOn(leaders, day);
  const same = leading.filter((one) => comparableName(one.name) === comparableName(name));
  const [only, second] = same;
  if (only === undefined) {
    const similar = leading.find((one) => isOneOff(comparableName(one.name), comparableName(name)));
    return byPost.verdict === "review" && similar !== undefined
      ? {
          verdict: "review",
          because: { type: "like-one-listed", name, listed: similar.name, post: similar.post },
        }
      : byPost;
  }
  // A clerk of the same name is somebody else, or the post is written wrongly.
  if (byPost.verdict === "staff")
    return {
      verdict: "review",
      because: { type: "listed-otherwise", post: title ?? "", listed: only.post },
    };
  const meant = second === undefined ? [only] : same.filter(({ post }) => saysPost(title, post));
  const [leader, other] = meant;
  if (leader === undefined || other !== undefined)
    return { verdict: "review", because: { type: "listed-twice", name } };
  return { verdict: "head", rank: leader.rank, by: { type: "roster", post: leader.post } };
}

function saysPost(title: string | undefined, post: string): boolean {
  const [said, listed] = [comparableName(title ?? ""), comparableName(post)];
  return said !== "" && (listed.includes(said) || said.includes(listed));
}

/** 龙涛 and 龙滔, 王小明 and 王明: a character written wrongly, left out, or put in. */
function isOneOff(one: string, other: string): boolean {
  const [longer, shorter] = [one, other]
    .toSorted((a, b) => [...b].length - [...a].length)
    .map((text) => [...text]);
  if (longer === undefined || shorter === undefined || shorter.length < 2) return false;
  if (longer.length === shorter.length)
    return longer.filter((character, index) => character !== shorter[index]).length === 1;
  if (longer.length !== shorter.length + 1) return false;
  return longer.some((_, left) => longer.filter((__, index) => index !== left).join("") === shorter.join(""));
}
