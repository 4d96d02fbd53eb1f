/** Which words of a line only say that a seal or a signature belongs there? 沂水县公安局（盖章）, 负责人：龙涛（签字）. */
const SEAL = "（[^（）]{0,6}(?:章|印|签字|签名)[^（）]{0,4}）";
const AT_AN_EDGE = new RegExp(`^${SEAL}(?!$)|${SEAL}$`, "gu");

/** The line without such a remark at its end or its beginning: 填报单位：（盖章）沂水县公安局. */
export function withoutSeal(line: string): string {
  return line.replace(AT_AN_EDGE, "");
}
