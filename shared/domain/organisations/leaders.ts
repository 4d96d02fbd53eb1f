/** 班子成员: who leads an organisation, in which post, for what field and how long, as it keeps the list itself. */

import type { HeadRank } from "../court/head.ts";
import { type CivilDate, parseCivilDate } from "../time/time.ts";

/** One post of one leader. Without `from` it is held since before anybody kept the list; without `to` it is held still. */
export interface Leader {
  readonly name: string;
  /** 职务, e.g. 党委副书记、副局长. */
  readonly post: string;
  /** 正职, 副职, or of the others in charge (分管). */
  readonly rank: HeadRank;
  /** 分管领域. */
  readonly field?: string;
  /** 到任日期. */
  readonly from?: CivilDate;
  /** 离任日期: the last day in the post. */
  readonly to?: CivilDate;
}

/** Who has leaders: agencies and governments. */
export function hasLeaders({ kind }: { readonly kind: string }): boolean {
  return kind === "agency" || kind === "government";
}

/** Whether somebody holds the post on a day, the first and the last one included. */
export function isInPost({ from, to }: Leader, day: CivilDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** Whoever leads on a day, principals first. */
export function leadersOn(leaders: readonly Leader[] | undefined, day: CivilDate): readonly Leader[] {
  const order = { principal: 0, deputy: 1, "in-charge": 2 } as const;
  return (leaders ?? [])
    .filter((one) => isInPost(one, day))
    .toSorted((one, other) => order[one.rank] - order[other.rank]);
}

/** A leader as one line, of which {@link leaderOfLine} is the way back. */
export function lineOfLeader({ name, post, rank, field, from, to }: Leader): string {
  return [name, post, rank, field, from, to].map((one) => (one ?? "").replace(/\s+/gu, " ")).join("\t");
}

/** The leader of a line. */
export function leaderOfLine(line: string): Leader {
  const [name = "", post = "", rank = "", field = "", first = "", last = ""] = line.split("\t");
  const [from, to] = [parseCivilDate(first), parseCivilDate(last)];
  return {
    name,
    post,
    rank: rank as HeadRank,
    ...(field !== "" && { field }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}
