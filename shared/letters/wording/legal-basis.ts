/** By which article of the law? Cited from here, so that an article has one spelling and is changed in one place. */

/** 最高人民法院关于行政机关负责人出庭应诉若干问题的规定 (in force 2020-07-01), 行政诉讼法, and the court's reading of it (法释〔2018〕1号). */
export const LEGAL_BASIS = {
  /** Who is a head. */
  heads: "法释〔2020〕3号第二条",
  /** Co-respondents agree whose head appears, or the court decides. */
  joint: "法释〔2020〕3号第三条",
  /** In which cases a court must, or may, notify the head. */
  mustCall: "法释〔2020〕3号第四条",
  /** The paper that says who the head is. */
  identity: "法释〔2020〕3号第六条",
  /** One appearance an instance, unless the court notifies the head again. */
  again: "法释〔2020〕3号第七条",
  /** What is a reason not to appear. */
  grounds: "法释〔2020〕3号第八条",
  /** Its proof, which the court examines; and that the hearing may be put off. */
  proof: "法释〔2020〕3号第九条",
  /** Who are the agency's own staff. */
  staff: "法释〔2020〕3号第十条",
  /** When a court writes to whoever supervises an agency (司法建议). */
  suggestion: "法释〔2020〕3号第十二条",
  /** One or two agents. */
  agents: "行政诉讼法第三十一条",
  /** What an authorisation says. */
  authorisation: "行诉解释第三十一条",
  /** Evidence within 15 days; a defence that doesn't come holds nothing up. */
  defence: "行政诉讼法第六十七条",
  /** The burden of proof; what comes late counts as none. */
  burden: "行政诉讼法第三十四条",
  /** More time for evidence, if the court grants it. */
  evidenceLater: "行政诉讼法第三十六条",
  /** The period to appeal. */
  appeal: "行政诉讼法第八十五条",
  /** A judgment that holds must be performed. */
  mustPerform: "行政诉讼法第九十四条",
  /** What the court may do where an agency doesn't perform. */
  enforcement: "行政诉讼法第九十六条",
  /** Not lawyers alone. */
  notLawyersAlone: "行诉解释第一百二十八条",
} as const;
