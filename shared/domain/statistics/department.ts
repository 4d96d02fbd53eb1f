/**
 * Which branch of administration (系统) an agency belongs to, from its name: 公安 is the police of the city and of
 * every county. It lets a bulletin compare branches across counties; what a name doesn't say is 其他.
 */

/** The branch of a name that says none. */
export const OTHER_DEPARTMENT = "其他";

/** The first that fits decides, so the more particular stand first. Names of places are no hint. */
const BRANCHES: readonly (readonly [string, RegExp])[] = [
  ["乡镇街道", /街道(?:办事处|办)?$|(?:镇|乡)(?:人民)?政府$|(?:镇|乡)$/u],
  ["政府", /人民政府$|政府$/u],
  ["开发区", /(?:开发区|高新区|新区|度假区|保税区|示范区|园区).{0,4}(?:管委会|管理委员会)$/u],
  ["公安", /公安|交警|派出所|交通警察|看守所|拘留所/u],
  ["综合执法", /综合(?:行政)?执法|城市管理|城管/u],
  ["市场监管", /市场监督|市场监管|工商行政|药品监督|质量技术监督/u],
  ["自然资源", /自然资源|国土资源|规划局|林业/u],
  ["人力资源社会保障", /人力资源|社会保[障险]|人社|劳动/u],
  ["医疗保障", /医疗保障|医保/u],
  ["住房城乡建设", /住房|住建|城乡建设|房产|房屋征收|房管/u],
  ["行政审批", /行政审批|政务服务|行政服务/u],
  ["农业农村", /农业|农村|畜牧|乡村振兴/u],
  ["生态环境", /生态环境|环境保护|环保/u],
  ["卫生健康", /卫生|卫健|疾病(?:预防)?控制|中医药/u],
  ["教育", /教育|体育/u],
  ["交通运输", /交通(?:运输)?局|运输|公路|港航/u],
  ["应急管理", /应急|安全生产|安监|消防|地震/u],
  ["水利", /水利|水务|河湖/u],
  ["民政", /民政/u],
  ["司法行政", /司法/u],
  ["税务", /税务/u],
  ["退役军人", /退役军人/u],
  ["发展改革", /发展(?:和)?改革|发改|物价|粮食/u],
  ["财政", /财政|国有资产|国资/u],
  ["工业和信息化", /工业和?信息化|工信|大数据/u],
  ["文化旅游", /文化|旅游|广播电视|文物/u],
  ["海关", /海关/u],
  ["烟草专卖", /烟草/u],
];

/** The branch of an agency. A branch office (公安局河东分局) belongs to its organ. */
export function departmentOf(agency: string): string {
  const name = agency
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/\([^()]*\)/gu, "");
  return BRANCHES.find(([, pattern]) => pattern.test(name))?.[0] ?? OTHER_DEPARTMENT;
}
