/** What is overdue (督办函), and the superior's copy of it, which says that it is one and what it is for. */
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { type Block, facts, type LabelledFact, type Letter, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";

/** An overdue duty in words. */
interface OverdueDuty {
  /** 三日报告. */
  readonly name: string;
  /** 补报应诉意见: what its superior is to see to. */
  readonly urge: string;
  /** 向兰山区司法局补报应诉意见. */
  readonly handIn: string;
  /** 报告: the doing of it. */
  readonly doing: string;
  /** 补报, 办理: what is still to be done with it. */
  readonly now: string;
  /** 收到, 完成: what its bureau would register. */
  readonly registered: string;
  /** What should have been done by when. */
  readonly opening: string;
  readonly facts: readonly (LabelledFact | undefined)[];
  /** Asked besides, e.g. when the hearing is. */
  readonly asks?: readonly LabelledFact[];
  /** What is to be handed in. */
  readonly contents: readonly Block[];
}

export function overdueLetter(
  {
    case: of,
    respondent,
    daysOver,
    copy,
  }: Pick<NoticeContent<"report-overdue">, "case" | "respondent" | "daysOver" | "copy">,
  signer: Signatory,
  duty: OverdueDuty,
): Letter {
  const { name, urge, handIn, doing, now, registered, asks = [] } = duty;
  const opening = paragraph(`${duty.opening}至今未登记${registered}，已逾期${daysOver}日。`);
  const table = facts(...duty.facts);
  if (copy) {
    return {
      subject: `【督办抄送】${of.caseNumber} ${respondent}${name}逾期${daysOver}日，请予督促`,
      title: "督办函（抄送）",
      asks: [{ label: "请办", value: `督促${respondent}立即${urge}` }, ...asks],
      body: [
        opening,
        table,
        paragraph(`督办函已发${respondent}。现抄送贵单位，请作为其上级机关督促办理；贵单位无须${doing}。`),
      ],
    };
  }
  return {
    subject: `【督办】${of.caseNumber} ${name}逾期${daysOver}日，请立即${now}`,
    title: "督办函",
    asks: [
      { label: "请办", value: `立即${handIn}` },
      { label: "时限", value: `已逾期${daysOver}日，请于收到本函当日${now}` },
      ...asks,
    ],
    body: [
      opening,
      table,
      ...duty.contents,
      paragraph(
        `收到本函后仍未${doing}的，可以抄送贵单位的上级机关督促办理。已经${doing}的，请联系${bureauToAsk(signer)}登记。`,
      ),
    ],
  };
}
