/** Letters of the programme (工作台账): the year's plan, whoever is behind, and proposals for correction (整改建议). */
import { dateWithWeekday, printedDate, shortDate } from "../frame/dates.ts";
import {
  type ContentOf,
  fact,
  facts,
  heading,
  type LabelledFact,
  type Letter,
  list,
  paragraph,
} from "../frame/letter.ts";
import { shortLine } from "../frame/one-line.ts";

const SUBJECT_TEXT = 30;

/** 年度工作提示. */
export function programmePlan({
  jurisdiction,
  year,
  perYear,
  meetings,
}: ContentOf<"programme-plan">): Letter {
  return {
    subject: `【年度安排】${jurisdiction}${year}年行政应诉工作台账已建立，请登记旁听、培训等情况`,
    title: `${year}年行政应诉工作安排`,
    asks: [{ label: "请办", value: "旁听、培训、整改建议、联席会议举行或者发出后，及时在台账中登记" }],
    body: [
      paragraph(`${jurisdiction}${year}年行政应诉工作台账已建立，全年需要完成：`),
      list(
        `旁听庭审：全年不少于${perYear}次，选择社会关注度高的案件，登记参加单位和人数。`,
        "应诉培训：登记日期、主题、参加单位和人数、培训材料。",
        "整改建议：发现案件办理或者出庭中的问题，向有关机关提出，限期答复。",
        ...(meetings ? ["联席会议：与人民法院每半年至少召开一次，登记议定事项。"] : []),
      ),
      paragraph("本链接在有效期内可以多次使用；进度落后的，系统会另行提醒。"),
    ],
  };
}

/** 旁听提醒. */
export function observationsBehind({
  jurisdiction,
  year,
  held,
  atLeast,
  perYear,
}: ContentOf<"observations-behind">): Letter {
  const short = atLeast - held;
  return {
    subject: `【旁听提醒】${jurisdiction}${year}年已旁听庭审${held}次，还差${short}次`,
    title: "旁听庭审提醒",
    asks: [
      { label: "进度", value: `已登记${held}次，截至目前应完成${atLeast}次，全年不少于${perYear}次` },
      { label: "请办", value: `尽快再安排${short}次旁听庭审；已经旁听的，请补充登记` },
    ],
    body: [
      paragraph(
        `市和各县区每年组织旁听庭审不少于${perYear}次。${jurisdiction}${year}年登记的次数落后于进度。`,
      ),
      list(
        "选择社会关注度高、有代表性的行政案件，提前与人民法院商定旁听人数和席位。",
        "组织行政机关负责人、执法人员参加。",
        "旁听后登记日期、案号、法院、参加单位和人数。",
      ),
    ],
  };
}

/** 联席会议提醒, to bureau and court. */
export function meetingBehind({ jurisdiction, year, half, audience }: ContentOf<"meeting-behind">): Letter {
  const name = half === 1 ? "上半年" : "下半年";
  const last = half === 1 ? `${year}年6月30日` : `${year}年12月31日`;
  return {
    subject: `【联席会议提醒】${year}年${name}府院联席会议尚未召开`,
    title: "联席会议提醒",
    asks: [
      {
        label: "请办",
        value: `与${audience === "bureau" ? "人民法院" : "司法局"}商定时间，召开行政应诉联席会议`,
      },
      { label: "时限", value: `${last}前` },
    ],
    body: [
      paragraph(
        `司法行政机关与人民法院每半年召开一次联席会议。${jurisdiction}${year}年${name}的会议尚未登记。`,
      ),
      heading("会议内容"),
      list(
        "行政机关负责人出庭应诉情况。",
        "典型案件，依法行政和应诉中的突出问题。",
        "改进建议，需要双方配合的事项。",
      ),
      paragraph(
        audience === "bureau"
          ? "已经召开的，请在台账中登记日期、参加单位和议定事项。"
          : "已经召开的，由司法局在台账中登记，贵院无须另行处理。",
      ),
    ],
  };
}

/** 整改建议书. */
export function correctionProposed({ correction }: ContentOf<"correction-proposed">): Letter {
  const { agency, due } = correction;
  return {
    subject: `【整改建议】${about(correction)}，请于${shortDate(due)}前答复`,
    title: "整改建议书",
    asks: [
      { label: "请办", value: "按建议整改，并答复整改情况" },
      { label: "时限", value: `${dateWithWeekday(due)}前答复` },
    ],
    body: [
      paragraph(`在${agency}的行政应诉工作中发现下列问题，现提出整改建议。`),
      correctionFacts(correction),
      paragraph("答复请写明已采取的措施、结果和今后的做法。由司法局审核，需要补充的会退回说明。"),
    ],
  };
}

/** 整改临期提醒 and 督办. */
export function correctionDue({ correction, daysOver, copy }: ContentOf<"correction-due">): Letter {
  const { agency, due } = correction;
  const over = daysOver > 0;
  const when = over ? `已逾期${daysOver}天` : daysOver === 0 ? "今天到期" : `还有${-daysOver}天到期`;
  return {
    subject: `【${over ? "整改督办" : "整改提醒"}】${agency}的整改建议${when}，尚未答复${copy ? "（抄送）" : ""}`,
    title: over ? "整改督办函" : "整改提醒",
    asks: [
      { label: "时限", value: `${dateWithWeekday(due)}前答复，${when}` },
      copy ? { label: "请阅", value: `督促${agency}尽快答复` } : { label: "请办", value: "立即答复整改情况" },
    ],
    body: [paragraph(`${agency}尚未答复下列整改建议。`), correctionFacts(correction)],
  };
}

/** 整改答复送审, to the bureau. */
export function correctionAnswered({ correction, by, text }: ContentOf<"correction-answered">): Letter {
  return {
    subject: `【整改答复】${correction.agency}已答复整改建议，请审核`,
    title: "整改答复送审",
    asks: [{ label: "请办", value: "审核答复：认可，或者退回并写明需要补充的内容" }],
    body: [
      paragraph(`${correction.agency}已答复整改情况。`),
      facts(fact("整改情况", text), fact("填报人", by)),
      heading("原整改建议"),
      correctionFacts(correction),
    ],
  };
}

/** 整改审核结果, to the agency. */
export function correctionJudged({ correction, accepted, by, text }: ContentOf<"correction-judged">): Letter {
  const { due } = correction;
  return {
    subject: accepted
      ? `【整改认可】${about(correction)}，整改情况已认可`
      : `【整改退回】${about(correction)}，请于${shortDate(due)}前重新答复`,
    title: accepted ? "整改情况认可通知" : "整改答复退回通知",
    asks: known(
      { label: "结果", value: accepted ? "整改情况已认可，本项整改办结" : "答复已退回" },
      accepted ? undefined : { label: "请办", value: "按退回意见补充整改，重新答复" },
      accepted ? undefined : { label: "时限", value: `${dateWithWeekday(due)}前答复` },
    ),
    body: [
      facts(fact(accepted ? "审核意见" : "退回意见", text), fact("审核人", by)),
      heading("原整改建议"),
      correctionFacts(correction),
    ],
  };
}

/** 整改建议撤销, to the agency. */
export function correctionWithdrawn({ correction, by, reason }: ContentOf<"correction-withdrawn">): Letter {
  return {
    subject: `【整改撤销】${about(correction)}的整改建议已撤销，无须答复`,
    title: "整改建议撤销通知",
    asks: [{ label: "请阅", value: "下列整改建议已撤销，无须答复" }],
    body: [
      facts(fact("撤销原因", reason), fact("经办人", by)),
      heading("原整改建议"),
      correctionFacts(correction),
    ],
  };
}

type Shown = ContentOf<"correction-proposed">["correction"];

/** The case it is about, or the shortcoming in few words. */
function about({ caseNumber, shortcoming }: Shown): string {
  return caseNumber ?? shortLine(shortcoming, SUBJECT_TEXT);
}

function correctionFacts({ agency, caseNumber, shortcoming, proposal, due }: Shown) {
  return facts(
    fact("单位", agency),
    fact("案件", caseNumber),
    fact("存在问题", shortcoming),
    fact("整改建议", proposal),
    fact("答复时限", printedDate(due)),
  );
}

function known(...asks: readonly (LabelledFact | undefined)[]): readonly LabelledFact[] {
  return asks.filter((ask) => ask !== undefined);
}
