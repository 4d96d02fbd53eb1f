/** How are a bulletin's figures counted (统计口径)? Said at its end, as its city counts. */
import { type CountingPolicy, LINYI } from "../../domain/policy.ts";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import { hasDocket } from "../../domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";

/** An item each. */
export function method(
  { docket }: Pick<BulletinStatistics, "docket">,
  { counting = LINYI.counting }: Pick<BulletinEdition, "counting">,
): readonly string[] {
  return [
    RATE,
    counting.secondInstance === "in" ? INSTANCES : FIRST_ALONE,
    units(counting),
    ...others(counting),
    ...ALWAYS,
    ...(hasDocket(docket.total) ? DOCKET : []),
  ];
}

const RATE =
  "案件出庭率为负责人出庭案件数与开庭审理案件数之比，单位出庭率为负责人出庭单位次与开庭审理单位次之比，四舍五入保留两位小数；开庭前撤诉、二审书面审理、非诉行政执行审查案件不计入。出庭情况不明的，既不计为出庭，也不计为未出庭。";
const INSTANCES = "同一审级多次开庭的计为一件，一审、二审分别计算；再审案件计入合计。按首次开庭的月份统计。";
const FIRST_ALONE =
  "同一审级多次开庭的计为一件；二审案件单独列出，不计入合计、县区、系统、行政机关和法院的各项数字，再审案件计入合计。按首次开庭的月份统计。";
const PAIRS =
  "以“件”计的，一案为一件，共同被告中一名负责人出庭的，该案计为出庭；以“单位次”计的，每案每一被诉行政机关为一个单位次。总体、涉企、法院和化解、裁判情况以件计；县区、系统、行政机关、未出庭原因和待核实事项以单位次计，按行政机关所属地区统计，各县区之和等于全市。";
const CASES =
  "以“件”计的，一案为一件，共同被告中一名负责人出庭的，该案计为出庭；以“单位次”计的，每案每一被诉行政机关为一个单位次。总体、涉企、法院、县区、系统、行政机关和化解、裁判情况以件计，一案涉及几个县区、系统的各计一件；未出庭原因和待核实事项以单位次计。县区按行政机关所属地区统计。";
const JOINT =
  "共同被告协商确定或者人民法院确定由其中一方负责人出庭的（法释〔2020〕3号第三条），其他被告单列为“由共同被告负责人出庭”，不计入该机关的开庭单位次、单位出庭率、排名和未出庭案件；其仍应委派相应的工作人员出庭。没有说明由谁出庭、同案其他被告负责人已出庭的，作为情况不明计入开庭单位次，列入待核实事项，不列为未出庭。";

function units({ rankBy }: CountingPolicy): string {
  return rankBy === "cases" ? CASES : PAIRS;
}

function others({ acceptedAbsences, notifiedOnly, rankBy }: CountingPolicy): readonly string[] {
  return [
    ...(notifiedOnly
      ? ["只统计已知人民法院通知负责人出庭的案件；没有出庭通知记录的单列，不计入开庭数和各项比率的基数。"]
      : []),
    ...(acceptedAbsences === "out"
      ? ["负责人未出庭、人民法院认定理由成立的单列，不计入开庭数和各项比率的基数。"]
      : []),
    ...(rankBy === "pairs" ? [JOINT] : []),
  ];
}

const DOCKET: readonly string[] = [
  "收案、结案按立案和结案的月份统计，没有立案日期的按最早的材料计入收案月份；期末已立案而没有审结的为未结；结收比为结案数与收案数之比。非诉行政执行审查案件不计入。一案为一件，县区、层级和单位按单位次计。",
  "收结案部分的败诉率为本期审结、结果已知的一审案件中行政机关败诉（含部分败诉）的比例，实体败诉率以其中的实体判决为基数；“主要指标”的败诉率以本期首次开庭的一审案件为基数，两者口径不同。结果、裁判方式、上诉情况未知的，不计入基数，单列其数。",
];

const ALWAYS: readonly string[] = [
  "比率的变化以百分点表示，件数的变化以百分比表示；没有可比数据的，以“—”表示。",
  "未出庭原因按行政机关所述归类，理由是否成立由人民法院认定。",
  "庭审笔录、裁判文书与法院台账、行政机关备案不一致的，依次以前者为准，并列入待核实事项。",
];
