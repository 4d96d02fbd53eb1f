/** Letters about a judgment on its way to being performed: days that nobody knows, the decision whether to appeal, what it orders, its enforcement. */
import type { JudgmentNotices } from "../../domain/notices/judgment.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { printedDate, printedMoment, shortDate } from "../frame/dates.ts";
import { type Block, fact, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { caseFacts, caseTitle } from "../wording/case-wording.ts";
import { actWords, choiceName, rulingName } from "../wording/judgment/judgment-wording.ts";
import { LEGAL_BASIS } from "../wording/legal-basis.ts";
import type { NoticeLetters } from "./notice-letter.ts";

function serviceAsked({ case: of, form, receivedAt }: NoticeContent<"judgment-service-asked">): Letter {
  const paper = rulingName(form);
  return {
    subject: `【裁判送达】${of.caseNumber} 请填写${paper}送达日期，决定上诉或者服判`,
    title: "裁判送达日期和上诉决定",
    asks: [
      { label: "请办", value: `填写贵单位收到${paper}的日期，并报送上诉或者服判的决定` },
      {
        label: "时限",
        value: `上诉期自送达次日起算，判决十五日、裁定十日（${LEGAL_BASIS.appeal}），请今日填写`,
      },
    ],
    body: [
      paragraph(
        `${of.court}就${caseTitle(of)}作出的${paper}已经登记（${printedMoment(receivedAt)}收到），裁判结果不利于被诉行政机关。系统还不知道贵单位收到${paper}的日期，无法计算上诉期。`,
      ),
      facts(...caseFacts(of)),
      paragraph("送达日期以人民法院的送达回证为准；填写有误的，请及时在办理页面撤回后重新填写。"),
    ],
  };
}

function effectAsked({ case: of, form, missing }: NoticeContent<"judgment-effect-asked">): Letter {
  const paper = rulingName(form);
  return {
    subject: `【裁判生效】${of.caseNumber} 请告知${paper}的送达或者生效日期`,
    title: "裁判送达和生效日期",
    asks: [{ label: "请办", value: `填写下列当事人的送达日期，或者${paper}的生效日期` }],
    body: [
      paragraph(
        `${caseTitle(of)}的${paper}载有行政机关应当履行的事项。系统还不知道下列当事人的送达日期，因此不能确定裁判何时生效，也不能督促行政机关按期履行。`,
      ),
      facts(...caseFacts(of), fact("待补送达日期", missing.join("、"))),
      paragraph("也可以上传送达回证，系统自行读取。"),
    ],
  };
}

function choiceSubmitted(content: NoticeContent<"appeal-choice-submitted">): Letter {
  const { case: of, respondent, choice, reason, leader, by, until } = content;
  return {
    subject: `【请审批】${of.caseNumber} ${respondent}拟${choiceName(choice)}${until === undefined ? "" : `（上诉期至${shortDate(until)}）`}`,
    title: "上诉决定（送审）",
    asks: [
      { label: "请办", value: "审批：同意，或者退回重报" },
      ...(until === undefined
        ? []
        : [{ label: "时限", value: `上诉期${printedDate(until)}届满，请在此前批复` }]),
    ],
    body: [
      paragraph(`${of.court}就${caseTitle(of)}作出裁判后，${respondent}报送是否上诉的决定，请审批。`),
      facts(
        ...caseFacts(of),
        fact("决定", choiceName(choice)),
        fact("理由", reason),
        fact("单位批准人", leader),
        fact("报送人", by),
      ),
    ],
  };
}

function choiceAnswered(content: NoticeContent<"appeal-choice-answered">): Letter {
  const { case: of, choice, approved, text, by, until } = content;
  const last = until === undefined ? "" : `上诉期${printedDate(until)}届满`;
  return {
    subject: `【上诉决定】${of.caseNumber} ${approved ? `同意${choiceName(choice)}` : "已退回，请重新报送"}`,
    title: approved ? "上诉决定已批准" : "上诉决定退回",
    asks: [
      {
        label: "请办",
        value: !approved
          ? `按审批意见重新报送上诉或者服判的决定${last === "" ? "" : `；${last}`}`
          : choice === "appeal"
            ? `在上诉期内向人民法院提交上诉状${last === "" ? "" : `；${last}`}`
            : "裁判生效后按判项履行",
      },
    ],
    body: [
      paragraph(
        `贵单位关于${caseTitle(of)}“${choiceName(choice)}”的决定${approved ? "已经批准" : "被退回"}。`,
      ),
      facts(...caseFacts(of), fact("审批意见", text === "" ? undefined : text), fact("审批人", by)),
    ],
  };
}

/** The acts one by one, in the judgment's own words. */
function acts(ordered: NoticeContent<"orders-to-confirm">["acts"]): readonly Block[] {
  if (ordered.length === 0) return [];
  return [heading("判项"), list(...ordered.map((act) => `${actWords(act)}。判项原文：${act.words}。`))];
}

function ordersToConfirm({
  case: of,
  respondent,
  effectiveOn,
  acts: ordered,
  reader,
}: NoticeContent<"orders-to-confirm">): Letter {
  return {
    subject: `【核定履行】${of.caseNumber} 裁判已生效，请核定${ordered.length}项履行事项和期限`,
    title: "履行事项核定",
    asks: [
      {
        label: "请办",
        value:
          reader === "agency"
            ? "对照判项核定履行事项和期限，读错的当场改正"
            : `${respondent}尚未核定，请对照判项核定履行事项和期限`,
      },
    ],
    body: [
      paragraph(
        `${of.court}就${caseTitle(of)}作出的裁判自${printedDate(effectiveOn)}起生效，当事人必须履行（${LEGAL_BASIS.mustPerform}）。下列事项由系统从裁判文书读出，经人工核定后才计算期限、提醒和督办。`,
      ),
      facts(...caseFacts(of), fact("履行单位", respondent), fact("生效日期", printedDate(effectiveOn))),
      ...acts(ordered),
    ],
  };
}

function enforcementBegun({
  case: of,
  respondent,
  number,
  due,
  receivedAt,
  acts: ordered,
  reader,
  among,
}: NoticeContent<"enforcement-begun">): Letter {
  const whom = among === undefined ? respondent : `${among.join("、")}中的一家或者几家`;
  const open = among === undefined ? "" : "系统未能读出被执行的是哪一家，请核对原件；没有通知上述单位。";
  return {
    subject: `【强制执行】${of.caseNumber} 收到执行通知书${number}，请立即履行`,
    title: "人民法院执行通知书",
    asks: [
      {
        label: "请办",
        value:
          reader === "bureau"
            ? `${among === undefined ? "" : "核对原件，"}督促${among === undefined ? respondent : "被执行单位"}立即履行，并了解未履行的原因`
            : "立即履行裁判确定的义务，并填报履行情况",
      },
      ...(due === undefined ? [] : [{ label: "时限", value: `${printedDate(due)}前` }]),
    ],
    body: [
      paragraph(
        `${of.court}已对${whom}发出执行通知书（${number}，${printedMoment(receivedAt)}收到）。${open}拒绝履行的，人民法院可以通知银行划拨、对行政机关负责人按日罚款、公告、提出司法建议，直至追究责任（${LEGAL_BASIS.enforcement}）。`,
      ),
      facts(
        ...caseFacts(of),
        fact("执行案号", number),
        fact("履行单位", among === undefined ? respondent : "待核对"),
      ),
      ...acts(ordered),
      paragraph(
        "限期从系统收到执行通知书之日起计算，实际以人民法院送达的为准。已经履行的，请立即填报并向人民法院书面说明。",
      ),
    ],
  };
}

/** How each of them is worded. */
export const JUDGMENT_LETTERS = {
  "judgment-service-asked": { letter: serviceAsked },
  "judgment-effect-asked": { letter: effectAsked },
  "appeal-choice-submitted": { letter: choiceSubmitted },
  "appeal-choice-answered": { letter: choiceAnswered },
  "orders-to-confirm": { letter: ordersToConfirm },
  "enforcement-begun": { letter: enforcementBegun },
} satisfies NoticeLetters<JudgmentNotices>;
