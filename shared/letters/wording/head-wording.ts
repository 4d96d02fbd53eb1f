/** How letters and pages speak of heads (负责人): their ranks, and why a post makes none or leaves that open. */
import type { HeadBasis, HeadRank, PostDoubt } from "../../domain/court/head.ts";
import { type Words, worded } from "../frame/worded.ts";

/** 正职, 副职, 分管. */
export function rankName(rank: HeadRank): string {
  return { principal: "正职", deputy: "副职", "in-charge": "分管" }[rank];
}

/** By what somebody counts as a head where the general rule leaves it open. */
export function headBasisWords(by: HeadBasis): string {
  return by.type === "roster" ? `按班子成员名单认定（${by.post}）` : `按${by.basis}，“${by.post}”计为负责人`;
}

/** Why a post makes no head, or leaves it open, as a clause: “科长”系工作人员，不是负责人. */
export function postDoubtWords(doubt: PostDoubt): string {
  return worded(POSTS, doubt);
}

const POSTS: Words<PostDoubt, string> = {
  "nothing-known": "机关名称或职务不详",
  "staff-post": ({ post }) => `“${post}”系工作人员，不是负责人`,
  "party-post": ({ post }) => `“${post}”是党内职务，是否行政负责人需核对`,
  "inner-leader": ({ post }) => `“${post}”是内设机构或下属单位的负责人`,
  "inner-office": ({ post }) => `“${post}”可能是内设办公室的主任`,
  "inner-post": ({ post, agency }) => `“${post}”是内设机构或所属单位的职务，不是${agency}的负责人`,
  "other-government": ({ post, agency }) => `“${post}”不是${agency}的职务，需核对是否可作为其负责人`,
  "other-agency": ({ post }) => `“${post}”可能是其他机关或下级机关的职务，需核对`,
  "unclear-post": ({ post }) => `“${post}”不能确定是否为负责人`,
  "never-counted": ({ post, basis }) => `按${basis}，“${post}”不计为负责人`,
  "asked-about": ({ post, basis }) => `按${basis}，“${post}”是否负责人须逐件核对`,
  "like-one-listed": ({ name, listed, post }) =>
    `“${name}”与班子成员名单中的${listed}（${post}）相差一字，需核对是否同一人`,
  "listed-twice": ({ name }) => `班子成员名单中“${name}”不止一处，职务不能对应，需核对是哪一位`,
  "listed-otherwise": ({ post, listed }) => `“${post}”不是负责人，而班子成员名单中同名者为${listed}，需核对`,
};
