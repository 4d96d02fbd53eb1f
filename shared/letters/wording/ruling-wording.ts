/** How is a line of an outcome table (裁判结果表) called? */
import type { Ruling } from "../../domain/court/ruling.ts";

const NAMES: Readonly<Record<Ruling, string>> = {
  annulled: "判决撤销、部分撤销",
  changed: "判决变更",
  illegal: "确认违法",
  void: "确认无效",
  perform: "责令履行、重新处理",
  pay: "判决赔偿、补偿、给付",
  agreement: "判决履行协议、采取补救措施",
  dismissed: "驳回诉讼请求",
  maintained: "维持行政行为",
  inadmissible: "裁定驳回起诉",
  "not-filed": "不予立案",
  settled: "和解撤诉",
  mediated: "行政调解",
  withdrawn: "准许撤诉",
  "deemed-withdrawn": "按撤诉处理",
  upheld: "维持原裁判",
  reversed: "改判",
  remanded: "发回重审、指令审理",
  ended: "终结诉讼",
  other: "其他",
  transferred: "移送",
  suspended: "中止诉讼",
};

export function rulingName(ruling: Ruling): string {
  return NAMES[ruling];
}
