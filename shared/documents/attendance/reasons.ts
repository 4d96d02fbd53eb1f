const REASONS = [
  /(?:因为|因|由于)(?!此|而|案)([^。；]{2,40}?)，?(?:故|所以|而)?(?:其|均|本人)?(?:今天|今日|本次)?(?:确实?)?(?:(?:未能|不能|无法|没能|未|没有|不便)(?:按时|亲自|依法|够)?(?:出庭|到庭|参加(?:本次|本案|今天的)?(?:庭审|诉讼|开庭|审理)|应诉|到场|前来|来|到)|[来到]不了|赶不(?:过来|回来|到|上))/u,
  /(?:未|没有|不能|无法|未能|没能)[^。；，]{0,6}(?:出庭|到庭|应诉|参加庭审)的?(?:应诉)?[^。；]{0,16}?(?:原因|理由|事由)(?:是|为|系|：)([^。；，]{2,40})/u,
  /(?:未|没有|不能|无法|未能|没能)[^。；，]{0,6}(?:出庭|到庭|应诉|参加庭审)(?:应诉)?，?(?:因为|因|由于)([^。；，]{2,40})/u,
];

/** Why a head did not come, in the document's words. 无正当理由 is no reason. */
export function reasonOf(text: string): { reason?: string } {
  for (const pattern of REASONS) {
    const reason = pattern
      .exec(text)?.[1]
      ?.replace(/^(?:为|其|负责人)/u, "")
      .replace(/[，、]$/u, "");
    if (reason !== undefined && !/正当理由|被告|原告不服/u.test(reason)) return { reason };
  }
  return {};
}

/** Asked why, the answer is the reason, without the one it speaks of. */
export function givenReason(text: string): { reason?: string } {
  const [first = ""] = text.split(/，(?:故|所以|因此|无法|不能|未能|没能|没有|委托|特|已)|[。；]/u);
  const reason = first.replace(
    /^(?:因为?|由于)?(?:我(?:局|单位|委|府|县|镇|们)?的?)?(?:分管|主要)?(?:的)?(?:副?[局厅县市区镇乡]长|副?主任|负责人|领导)?(?:因为?|由于)?/u,
    "",
  );
  return reason.length >= 2 && reason.length <= 40 ? { reason } : {};
}
