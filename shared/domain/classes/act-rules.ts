/**
 * Which words propose the kind of act that is sued over (被诉行为种类)? What is particular stands first; what may come along with
 * another act (复议, 赔偿) last.
 */
import type { Act } from "./act.ts";
import type { ClassRule } from "./class-rule.ts";

type Words = readonly [name: string, act: Act, of: RegExp, example: string];

const ACT_WORDS: readonly Words[] = [
  ["disclosure", "disclosure", /信息公开|政府信息|公开(?:答复|告知|申请)/u, "政府信息公开"],
  [
    "agreement",
    "agreement",
    /行政协议|(?:征收|补偿|安置|拆迁|搬迁|置换|收购|收储)[^,，。；;]{0,6}协议|特许经营|出让合同|招商|投资协议|合作协议|行政合同/u,
    "房屋征收补偿协议",
  ],
  [
    "refused-reconsideration",
    "reconsideration",
    /复议(?:申请)?不予受理|不予受理(?:行政)?复议|驳回(?:行政)?复议申请/u,
    "复议不予受理决定",
  ],
  ["reward", "reward", /奖励|奖金/u, "举报奖励"],
  ["interference", "interference", /经营自主权/u, "侵犯经营自主权"],
  [
    "inaction",
    "inaction",
    /(?:不|未|拒绝|怠于|拖延)(?:依法)?(?:履行|履职)|不作为|履行[^,，。；;]{0,10}职责|(?:不予|未|拒不|拒绝|逾期不)(?:答复|处理|办理|颁发|发放|受理)|履职/u,
    "不履行法定职责",
  ],
  ["complaint", "complaint", /投诉|举报/u, "投诉举报处理"],
  [
    "adjudication",
    "adjudication",
    /裁决|权属(?:争议|纠纷|处理|决定)|(?:土地|山林|林木|宅基地)(?:使用权)?(?:确权|争议)|确权/u,
    "土地权属裁决",
  ],
  ["order-to-mend", "handling", /限期(?:拆除|改正|整改|恢复|搬离)/u, "限期拆除"],
  [
    "execution",
    "coercive-execution",
    /强制(?:拆除|执行|清除|清理|搬迁|腾空|铲除|平整|迁|填埋|关闭)|强拆|拆除(?:房屋|行为)|代履行|加处罚款|毁坏|平坟/u,
    "强制拆除房屋",
  ],
  ["penalty", "penalty", /处罚|罚款|拘留|没收|吊销|责令停(?:产|业)/u, "行政处罚"],
  ["measure", "coercive-measure", /强制措施|查封|扣押|扣留|暂扣|冻结|戒毒|传唤|约束/u, "扣押车辆"],
  ["coercion", "coercion", /行政强制/u, "公安行政强制"],
  ["fee-by-name", "fee", /(?:补偿|资源|排污|建设|配套|治理|恢复)费/u, "水土保持补偿费"],
  ["indemnity", "indemnity", /补偿/u, "房屋征收补偿决定"],
  ["levy", "levy", /征缴|社会抚养费|税(?:款|务处理|收)|补缴|追缴|滞纳金|社会保险费/u, "社会保险费征缴"],
  ["fee", "fee", /收费|(?:管理|使用)费/u, "行政收费"],
  ["expropriation", "expropriation", /征收|征用|征地|收回.{0,12}(?:土地|使用权)/u, "征收土地"],
  ["work-injury", "confirmation", /工伤(?:保险)?(?:资格|行政)?(?:认定|确认)|认定工伤/u, "工伤保险资格认定"],
  ["qualification", "confirmation", /资格认定/u, "慢特病资格认定"],
  ["permit", "permit", /许可|审批|核准|资质|资格证?|驾驶证|准予/u, "行政许可"],
  [
    "registration",
    "registration",
    /登记|颁(?:证|发)|(?:产|权|地|使用|房)证|过户|户口|注销.{0,6}证/u,
    "房屋登记",
  ],
  ["payment", "payment", /给付|抚恤|低保|待遇|养老金|退休金|救助|补(?:贴|助)|津贴|保险金/u, "行政给付"],
  [
    "confirmation",
    "confirmation",
    /认定|鉴定|行政确认|事故(?:责任)?认定|确认.{0,12}(?:身份|资格|工龄)/u,
    "交通事故认定",
  ],
  ["promise", "promise", /允诺|承诺/u, "行政允诺"],
  ["reply", "reply", /批复|行政批准/u, "行政批复"],
  ["handling", "handling", /行政处理|处理决定|责令|信访|行政监督|通告|公告|行政命令|通知/u, "责令改正"],
  ["reconsideration", "reconsideration", /(?<![及和与并、](?:行政)?)复议/u, "行政复议"],
  ["compensation", "compensation", /赔偿/u, "行政赔偿"],
];

/** In order: the first that applies decides. */
export const ACT_RULES: readonly ClassRule<Act>[] = ACT_WORDS.map(([name, says, of, example]) => ({
  name,
  in: "matter",
  of,
  says,
  example,
}));
