/** How letters, papers and pages speak of who counts where an agency is designated (出庭指派). */

/** Who counts, wherever somebody is designated: an agency's chief is not the government's. */
export function whoCounts(government: string): readonly string[] {
  return [
    `${government}的正职、副职负责人以及其他参与分管的负责人出庭，方为负责人出庭（法释〔2020〕3号第二条）。`,
    `被指派单位负责应诉准备，其工作人员（包括该单位的局长、主任等）是${government}的“相应的工作人员”（行诉解释第一百三十条），不是${government}的负责人；仅由其出庭的，不计为负责人出庭，登记时须人工认定。`,
    "不得仅委托律师出庭（行诉解释第一百二十八条）。",
  ];
}
