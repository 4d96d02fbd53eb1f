/** 单位信息变更: to the organisation itself, its former addresses, its bureau and its courts. */
import { printedMoment } from "../frame/dates.ts";
import {
  type ContentOf,
  fact,
  facts,
  type LabelledFact,
  type Letter,
  list,
  paragraph,
} from "../frame/letter.ts";

/** One letter for four readers; what they must do differs. */
export function organisationChanged(content: ContentOf<"organisation-changed">): Letter {
  const { organisation, by, at, reader, cases } = content;
  const told = `${by}已于${printedMoment(at)}通过办理链接报告${organisation}的信息变更，名录已经更新。`;
  switch (reader) {
    case "own":
      return {
        subject: `【信息变更】${organisation}的名录信息已经更新，请核对`,
        title: "单位信息变更确认",
        asks: [{ label: "请办", value: "核对下列内容；不是本单位所报的，立即联系同级司法局" }],
        body: [paragraph(told), table(content), paragraph("此后的提醒和链接发送到更新后的邮箱。")],
      };
    case "former-address":
      // Whoever reads this may have left: which facts changed, and no more.
      return {
        subject: `【请确认】${organisation}已停用本邮箱，不是贵单位所为的请立即联系司法局`,
        title: "邮箱停用确认",
        asks: [{ label: "请办", value: "不是本单位所报的，立即电话联系同级司法局恢复" }],
        body: [
          paragraph(told),
          facts(fact("变更项目", content.changes.map(({ label }) => label).join("、"))),
          paragraph("此后，应诉提醒和办理链接不再发送到本邮箱。"),
        ],
      };
    case "bureau":
      return {
        subject: `【信息变更】${organisation}报告名录信息变更，请核实`,
        title: "单位信息变更核实",
        asks: [{ label: "请办", value: "向该单位核实变更属实；邮箱有变的，请电话核实" }],
        body: [
          paragraph(told),
          table(content),
          ...(cases.length === 0 ? [] : [paragraph("该单位的下列在办案件，已同时告知审理法院：")]),
          ...(cases.length === 0 ? [] : [list(...cases)]),
          paragraph("变更前的内容保存在名录的变更记录中，可以恢复。"),
        ],
      };
    case "court":
      return {
        subject: `【信息变更】${organisation}的名称、地址或者联系人有变，请用于送达和联系`,
        title: "行政机关信息变更告知",
        asks: [{ label: "请办", value: "联系、送达时使用更新后的信息" }],
        body: [
          paragraph(told),
          table(content),
          paragraph("涉及贵院正在审理的案件："),
          list(...cases),
          paragraph(
            "本邮件由系统转达，不代替当事人依法向人民法院提交的送达地址确认书；职能、名称变更影响诉讼主体的，以当事人提交的材料为准。",
          ),
        ],
      };
    default:
      return reader satisfies never;
  }
}

function table({ changes, functions }: ContentOf<"organisation-changed">) {
  return facts(
    ...changes.map(
      ({ label, before, after }): LabelledFact => ({ label, value: after, notes: [`变更前：${before}`] }),
    ),
    fact("职能变更", functions),
  );
}
