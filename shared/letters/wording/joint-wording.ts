/** How letters and pages say whose head appears where several are sued (法释〔2020〕3号 §3). */
import type { JointAppearance } from "../../domain/case-file/before-hearing.ts";
import type { Excuse } from "../../domain/statistics/statistics-row.ts";
import { type Block, paragraph } from "../frame/letter.ts";

/** 协商确定 · 法院确定. */
export function excuseName(by: Excuse): string {
  return { agreed: "协商确定", court: "法院确定" }[by];
}

/** 经协商由沂南县公安局负责人出庭. */
export function jointLine({ by, respondents }: JointAppearance): string {
  return `${by === "agreed" ? "经协商由" : "人民法院确定由"}${respondents.join("、")}负责人出庭`;
}

/** What one whose co-respondent's head appears still owes. */
export function staffOwed(joint: JointAppearance): string {
  return `${jointLine(joint)}，本单位负责人可以不出庭，但应当委派本单位相应的工作人员出庭，不得仅委托律师出庭（法释〔2020〕3号第三条，行诉解释第一百二十八条）。`;
}

/** To each of several that are sued, while nobody says whose head appears; nothing to one that is sued alone. */
export function ifSeveral(respondents: readonly string[]): readonly Block[] {
  return respondents.length < 2
    ? []
    : [
        paragraph(
          "本案有共同被告，可以协商确定由其中一方的负责人出庭，也可以由人民法院确定（法释〔2020〕3号第三条）；请在三日报告中写明由哪家单位负责人出庭、由谁确定。各方说法不一致或者没有确定的，各被告负责人均应当出庭。",
        ),
      ];
}
