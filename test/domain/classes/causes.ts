/**
 * Causes as courts and summonses word them, each with the agencies sued and what a person of the bureau would enter: field and
 * kind of act, `-` where it can't be told from what is there.
 */

/** cause | agencies | field | act */
const WRITTEN = `
治安行政处罚|沂南县公安局|public-security|penalty
公安行政处罚及行政复议|临沂市公安局兰山分局、临沂市兰山区人民政府|public-security|penalty
公安行政管理：治安管理（治安）|兰陵县公安局|public-security|-
道路交通管理行政处罚|临沂市公安局交通警察支队|public-security|penalty
注销机动车驾驶证|临沂市公安局交通警察支队车辆管理所|public-security|permit
交通事故责任认定|费县公安局交通警察大队|public-security|confirmation
户口登记|郯城县公安局|public-security|registration
不履行出警职责|莒南县公安局|public-security|inaction
强制隔离戒毒决定|临沂市公安局罗庄分局|public-security|coercive-measure
政府信息公开|沂水县公安局|public-security|disclosure
工伤认定|临沂市人力资源和社会保障局|labour|confirmation
工伤保险待遇给付|临沂市社会保险事业中心|labour|payment
劳动和社会保障行政管理（劳动、社会保障）|平邑县人力资源和社会保障局|labour|-
劳动监察不履行法定职责|蒙阴县人力资源和社会保障局|labour|inaction
社会保险费补缴|临沭县人力资源和社会保障局|labour|levy
退休审批|临沂市人力资源和社会保障局|labour|permit
不予核定养老保险待遇|临沂市兰山区社会保险事业中心|labour|payment
医疗保险待遇|临沂市医疗保障局|medical-insurance|payment
医保基金使用监督行政处罚|费县医疗保障局|medical-insurance|penalty
房屋征收补偿决定|临沂市兰山区人民政府|demolition|indemnity
房屋征收补偿协议|临沂市罗庄区人民政府|demolition|agreement
确认强制拆除房屋行为违法|临沂市河东区人民政府|demolition|coercive-execution
强制拆除房屋及行政赔偿|兰陵县人民政府、兰陵县卞庄街道办事处|demolition|coercive-execution
房屋拆迁行政裁决|临沂市住房和城乡建设局|demolition|adjudication
履行搬迁安置协议|费县人民政府|demolition|agreement
要求履行安置补偿职责|郯城县人民政府|demolition|inaction
棚户区改造房屋征收决定|沂水县人民政府|demolition|expropriation
集体土地征收补偿安置|莒南县人民政府|land|indemnity
征收土地公告|临沂市自然资源和规划局|land|expropriation
责令交出土地决定|兰陵县自然资源和规划局|land|handling
土地行政处罚|费县自然资源和规划局|land|penalty
宅基地使用权确权|郯城县马头镇人民政府|land|adjudication
土地权属争议处理决定|平邑县人民政府|land|adjudication
撤销集体土地使用证|蒙阴县人民政府|land|registration
收回国有土地使用权|临沂市人民政府|land|expropriation
国有建设用地使用权出让合同|临沭县自然资源和规划局|land|agreement
非法占地行政处罚|临沂市自然资源和规划局兰山分局|land|penalty
不动产登记|临沂市自然资源和规划局|property-registration|registration
撤销房屋所有权登记|临沂市不动产登记中心|property-registration|registration
房屋抵押登记|沂南县自然资源和规划局|property-registration|registration
撤销房产过户登记|费县不动产登记中心|property-registration|registration
限期拆除违法建筑决定|临沂市综合行政执法局|planning|handling
强制拆除违法建设|临沂市兰山区柳青街道办事处|planning|coercive-execution
建设工程规划许可|临沂市自然资源和规划局|planning|permit
违法建设行政处罚|罗庄区综合行政执法局|planning|penalty
城市规划管理（规划）|临沂市自然资源和规划局|planning|-
采矿许可证延续|沂水县自然资源和规划局|minerals|permit
越界开采行政处罚|平邑县自然资源和规划局|minerals|penalty
环境保护行政处罚|临沂市生态环境局|environment|penalty
环境影响评价审批|临沂市生态环境局沂南县分局|environment|permit
噪声污染投诉处理|临沂市生态环境局兰山分局|environment|complaint
查封扣押决定|临沂市生态环境局罗庄分局|environment|coercive-measure
林权登记|蒙阴县人民政府|forestry|registration
滥伐林木行政处罚|费县林业发展中心|forestry|penalty
河道采砂行政处罚|沂水县水利局|water|penalty
水土保持补偿费征收|沂南县水利局|water|fee
农村土地承包经营权登记|郯城县人民政府|agriculture|registration
动物防疫行政处罚|莒南县农业农村局|agriculture|penalty
假种子行政处罚|兰陵县农业农村局|agriculture|penalty
养殖场关闭补偿|平邑县人民政府|agriculture|indemnity
食品安全行政处罚|临沂市兰山区市场监督管理局|food-and-drugs|penalty
药品经营行政处罚|临沂市市场监督管理局|food-and-drugs|penalty
食品举报奖励|罗庄区市场监督管理局|food-and-drugs|reward
投诉举报答复|河东区市场监督管理局|commerce-regulation|complaint
不履行投诉举报处理职责|临沂经济技术开发区市场监督管理局|commerce-regulation|inaction
撤销公司股东变更登记|费县市场监督管理局|commerce-regulation|registration
市场监督管理行政处罚|临沭县市场监督管理局|commerce-regulation|penalty
列入经营异常名录|沂水县市场监督管理局|commerce-regulation|-
虚假广告行政处罚及行政复议|兰山区市场监督管理局、临沂市市场监督管理局|commerce-regulation|penalty
特种设备行政处罚|沂南县市场监督管理局|quality|penalty
产品质量行政处罚|临沂市市场监督管理局|quality|penalty
价格违法行政处罚|临沂市兰山区市场监督管理局|prices|penalty
侵犯注册商标专用权行政处罚|临沂市市场监督管理局|trade-marks|penalty
专利侵权纠纷行政裁决|临沂市市场监督管理局|patents|adjudication
税务行政处罚|国家税务总局临沂市税务局稽查局|taxation|penalty
税务处理决定|国家税务总局费县税务局|taxation|levy
烟草专卖行政处罚|临沂市烟草专卖局|tobacco|penalty
道路运输行政处罚|临沂市交通运输局|transport|penalty
扣押非法营运车辆|兰陵县交通运输局|transport|coercive-measure
超限运输行政处罚|费县交通运输局|transport|penalty
出租汽车经营许可|临沂市交通运输局|transport|permit
医师执业行政处罚|临沂市卫生健康委员会|health|penalty
医疗事故鉴定|沂南县卫生健康局|health|confirmation
社会抚养费征收|平邑县卫生健康局|family-planning|levy
婚姻登记|兰山区民政局|civil-affairs|registration
最低生活保障待遇|蒙阴县民政局|civil-affairs|payment
殡葬行政强制|河东区民政局|civil-affairs|coercion
拒绝颁发学位证书|临沂大学|education|inaction
开除学籍处分|临沂大学|education|-
校外培训机构行政处罚|临沂市兰山区教育和体育局|education|penalty
法律援助|沂水县司法局|justice|-
律师投诉处理答复|临沂市司法局|justice|complaint
安全生产行政处罚|临沂市应急管理局|emergency|penalty
生产安全事故调查报告批复|费县人民政府|emergency|reply
火灾事故认定|临沂市兰山区消防救援大队|fire|confirmation
消防行政处罚|罗庄区消防救援大队|fire|penalty
城市管理行政处罚|临沂市兰山区综合行政执法局|urban-management|penalty
占道经营暂扣物品|河东区综合行政执法局|urban-management|coercive-measure
商品房预售许可|临沂市住房和城乡建设局|housing|permit
物业管理行政处理|兰山区住房和城乡建设局|housing|handling
住房公积金责令缴存|临沂市住房公积金管理中心|housing|handling
竣工验收备案|沂南县住房和城乡建设局|housing|-
政府采购投诉处理决定|临沂市财政局|finance|complaint
招标投标投诉处理|临沂市发展和改革委员会|development|complaint
伤残军人抚恤待遇|平邑县退役军人事务局|veterans|payment
文物保护行政处罚|沂水县文化和旅游局|culture|penalty
旅行社行政处罚|临沂市文化和旅游局|tourism|penalty
海关行政处罚|临沂海关|customs|penalty
快递业务行政处罚|临沂市邮政管理局|post|penalty
行政复议不予受理决定|临沂市人民政府|-|reconsideration
不履行行政复议职责|山东省人民政府|-|inaction
政府信息公开答复|临沂市人民政府|-|disclosure
行政赔偿|莒南县人民政府|-|compensation
行政赔偿|费县公安局|public-security|compensation
信访答复|郯城县人民政府|-|handling
行政允诺|临沭县人民政府|-|promise
招商引资协议|兰陵县人民政府|-|agreement
不履行法定职责|蒙阴县旧寨乡人民政府|township|inaction
其他行政行为|沂南县人民政府|-|-
行政登记|兰山区行政审批服务局|approvals|registration
企业设立登记|兰山区行政审批服务局|commerce-regulation|registration
侵犯经营自主权|平邑县地方镇人民政府|township|interference
强制铲除青苗|郯城县李庄镇人民政府|township|coercive-execution
撤销机动车强制报废公告|临沂市公安局交通警察支队|public-security|handling
伪造身份证明行政拘留|费县公安局|public-security|penalty
不予变更姓名登记|莒南县公安局|public-security|registration
遗属抚恤金发放|郯城县人力资源和社会保障局|labour|payment
视同缴费年限认定|临沂市人力资源和社会保障局|labour|confirmation
欠薪监察处理|兰陵县人力资源和社会保障局|labour|-
门诊慢特病资格认定|临沂市医疗保障局|medical-insurance|confirmation
城中村改造安置补偿决定|罗庄区人民政府|demolition|indemnity
征收补偿协议无效|河东区人民政府|demolition|agreement
强拆厂房行政赔偿|平邑县人民政府|demolition|coercive-execution
土地复垦责令改正|沂水县自然资源和规划局|land|handling
国有土地使用权证注销|临沂市自然资源和规划局|land|registration
撤销不动产权证书|蒙阴县自然资源和规划局|property-registration|registration
建设工程规划核实|临沂市自然资源和规划局|planning|-
乡村建设规划许可证|沂南县行政审批服务局|planning|permit
危险废物处置行政处罚|临沂市生态环境局|environment|penalty
餐饮油烟整治责令改正|临沂市生态环境局兰山分局|environment|handling
盗伐林木行政处罚|蒙阴县自然资源和规划局|forestry|penalty
兽药经营行政处罚|莒南县农业农村局|agriculture|penalty
保健食品虚假宣传处罚|兰山区市场监督管理局|food-and-drugs|penalty
消费者举报不予立案告知|临沂市市场监督管理局|commerce-regulation|complaint
个体工商户营业执照吊销|平邑县市场监督管理局|commerce-regulation|penalty
电梯使用登记|河东区市场监督管理局|quality|registration
网约车经营行政处罚|临沂市交通运输局|transport|penalty
客运线路经营许可|沂水县交通运输局|transport|permit
幼儿园办学许可|兰山区行政审批服务局|education|permit
收养登记撤销|费县民政局|civil-affairs|registration
村委会选举投诉答复|郯城县民政局|civil-affairs|complaint
社区矫正警告|临沭县司法局|justice|-
烟花爆竹行政处罚|兰陵县应急管理局|emergency|penalty
燃气经营许可|平邑县住房和城乡建设局|housing|permit
户外广告牌强制拆除|兰山区综合行政执法局|urban-management|coercive-execution
退役士兵安置待遇|沂南县退役军人事务局|veterans|payment
网吧行政处罚|费县文化和旅游局|culture|penalty
拒不履行政府信息公开职责|临沂市住房和城乡建设局|housing|disclosure
村务公开监督答复|沂水县许家湖镇人民政府|township|-
`;

/** One of them; undefined: it can't be told. */
export interface LabelledCause {
  readonly cause: string;
  readonly agencies: readonly string[];
  readonly field: string | undefined;
  readonly act: string | undefined;
}

export const CAUSES: readonly LabelledCause[] = WRITTEN.trim()
  .split("\n")
  .map((line) => {
    const [cause = "", agencies = "", field, act] = line.split("|");
    const told = (label: string | undefined) => (label === "-" ? undefined : label);
    return { cause, agencies: agencies.split("、"), field: told(field), act: told(act) };
  });
