/** Letters about the directory (名录): an agency it doesn't know, an address that doesn't work, an entry that has changed. */

import type { AddressFault, DirectoryNotices, Unsent } from "../../domain/notices/directory.ts";
import type { NoticeSubject } from "../../domain/notices/frame/notice-subject.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { type ChangedField, isOnlyProposed } from "../../domain/organisations/organisation-change.ts";
import { printedMoment, printedMonth, shortHearingMoment } from "../frame/dates.ts";
import { fact, facts, type Letter, list, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { shortLine } from "../frame/one-line.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";
import { changedFact, changedLabel, roleName } from "../wording/organisation-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 被告名称待核: nobody could be informed, since no organisation of that name is known. */
function unknownAgency({ case: of, name, hearing, daysAsked }: NoticeContent<"unknown-agency">): Letter {
  return {
    subject: `【被告名称待核】${daysAsked === undefined ? "" : `第${daysAsked + 1}日催办 `}${of.caseNumber} 名录中没有“${shortLine(name, 30)}”${hearing === undefined ? "" : `，${shortHearingMoment(hearing)}开庭`}，尚未通知`,
    title: "被告名称待核通知",
    asks: [
      { label: "请办", value: `打开下面的链接，选定“${name}”是哪一单位，或者登记为新单位` },
      { label: "注意", value: "该单位尚未收到任何提醒，核实前请先用电话通知" },
      ...(hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }]),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，文书所写的被告“${name}”在名录中没有对应单位。为避免误发，系统没有向任何单位发送该案提醒。`,
      ),
      facts(
        fact("待核名称", name),
        ...caseFacts(of),
        ...(hearing === undefined ? [] : hearingFacts(hearing)),
      ),
      list(
        "是名录中已有单位的曾用名、简称或者笔误：在办理页面选定该单位，上述名称即登记为它的别名。",
        "是新单位：在办理页面登记其全称、级别、辖区、上级单位和联系人。",
        "登记后，系统立即向该单位发送本案提醒；开庭前每个工作日催办一次。",
      ),
    ],
  };
}

/** 地址失效: a mail came back, or there is no address. */
function addressFailed({ organisationName, address, cause, about }: NoticeContent<"address-failed">): Letter {
  const subject = unsentWords(about);
  if (cause === "too-late") return tooLate(organisationName, subject);
  return {
    subject: `【地址失效】${shortLine(subject, 40)} ${shortLine(organisationName, 30)}收不到邮件，请更正并电话通知`,
    title: "联系地址失效通知",
    asks: [
      { label: "请办", value: `电话通知${organisationName}，并打开下面的链接更正电子邮箱` },
      { label: "注意", value: `“${subject}”的提醒没有送到` },
    ],
    body: [
      paragraph(`发给${organisationName}的提醒没有送到，更正前系统不再向该地址发送邮件。`),
      facts(
        fact("单位", organisationName),
        fact("原地址", address ?? "名录中没有"),
        fact("原因", FAULTS[cause]),
        fact("涉及事项", subject),
      ),
      paragraph("更正名录后，新的提醒按新地址发送；已退回的提醒请以电话等方式告知对方。"),
    ],
  };
}

/** Nothing is wrong with the address: the mail was held up until it was of no use. */
function tooLate(organisationName: string, subject: string): Letter {
  return {
    subject: `【没有发出】${shortLine(subject, 40)} 没有及时发给${shortLine(organisationName, 30)}，请电话核实`,
    title: "邮件没有发出告知",
    asks: [{ label: "请办", value: `电话联系${organisationName}，核实其是否知悉该事项` }],
    body: [
      paragraph(`邮件系统故障期间，发给${organisationName}的提醒没有发出；现已过时，不再补发，以免误导。`),
      facts(fact("单位", organisationName), fact("涉及事项", subject), fact("原因", FAULTS["too-late"])),
      paragraph("邮箱没有问题，无需更正名录。此后的提醒照常发送。"),
    ],
  };
}

const FAULTS: Readonly<Record<AddressFault, string>> = {
  "no-address": "名录中没有可用的电子邮箱",
  "not-listed": "名录中没有该单位",
  bounced: "邮件被退回，地址无效",
  complained: "收件人将邮件标记为垃圾邮件",
  failed: "邮件系统拒绝发送",
  ambiguous: "多次发送后仍无法确认邮件是否发出",
  "too-late": "邮件系统故障，到事项过时也没有发出",
};

/** What the reader calls what didn't arrive. */
function unsentWords(about: Unsent): string {
  switch (about.type) {
    case "mail":
      return about.number;
    case "subject":
      return subjectWords(about.subject);
    case "as-written":
      return about.text;
    default:
      return about satisfies never;
  }
}

function subjectWords(subject: NoticeSubject): string {
  switch (subject.of) {
    case "case":
      return subject.caseNumber;
    case "document":
      return "上传文件的答复";
    case "bulletin":
      return `${printedMonth(subject.month)}通报`;
    case "ledger":
      return `${printedMonth(subject.month)}台账催报`;
    case "organisation":
      return "每日摘要";
    case "programme":
      return `${subject.year}年工作台账`;
    default:
      return subject satisfies never;
  }
}

/** What was done, in one sentence that every reader gets. */
function changeTold({
  organisation,
  bureau,
  by,
  at,
  restored,
  changes,
}: NoticeContent<"organisation-changed">): string {
  const who = bureau === undefined ? by : `${bureau}（${by}）`;
  if (restored)
    return `${who}已于${printedMoment(at)}撤回此前的信息变更，${organisation}在名录中恢复原内容，此前所发信息变更的邮件作废。`;
  const isReported = bureau === undefined && !changes.some(({ field }) => field === "leaders");
  const way = isReported ? "通过办理链接报告" : "在名录中登记";
  return `${who}已于${printedMoment(at)}${way}${organisation}的信息变更，名录已经更新。`;
}

/** One letter for four readers; what they must do differs. */
function organisationChanged(content: NoticeContent<"organisation-changed">, signer: Signatory): Letter {
  const { organisation, bureau, reader, cases, casesInAll, restored, changes, asked, by, at } = content;
  const inAll = casesInAll === undefined ? "" : `（共${casesInAll}件，列出前${cases.length}件）`;
  const told = changeTold(content);
  // Where a bureau made it, it has been checked; whoever reads it says what is wrong.
  const denied = bureau === undefined ? "不是本单位所报的" : "有误的";
  switch (reader) {
    case "own":
      return {
        subject: restored
          ? `【变更撤回】${organisation}的名录信息已经恢复，请核对`
          : `【信息变更】${organisation}的名录信息已经更新，请核对`,
        title: "单位信息变更确认",
        asks: [{ label: "请办", value: `核对下列内容；${denied}，立即联系${bureauToAsk(signer)}` }],
        body: [
          paragraph(told),
          changeTable(content),
          ...followsFor(changes).map((words) => paragraph(words)),
        ],
      };
    case "former-address":
      // Whoever reads this may have left: which facts changed, and no more.
      return {
        subject: `${restored ? "【变更撤回】" : "【请确认】"}${organisation}已停用本邮箱，${bureau === undefined ? "不是贵单位所为的" : "有误的"}请立即联系${signer.name}`,
        title: "邮箱停用确认",
        asks: [{ label: "请办", value: `${denied}，立即电话联系${bureauToAsk(signer)}恢复` }],
        body: [
          paragraph(told),
          facts(fact("变更项目", content.changes.map(changedLabel).join("、"))),
          paragraph("此后，应诉提醒和办理链接不再发送到本邮箱。"),
        ],
      };
    case "asked-address":
      return {
        subject: `【请确认】${organisation}申请变更本邮箱，请同意或者拒绝`,
        title: "邮箱变更确认",
        asks: [
          { label: "请办", value: "打开下面的链接，同意或者拒绝；确认前，提醒和链接仍发送到本邮箱" },
          { label: "注意", value: `不是贵单位所为的，请拒绝，并联系${bureauToAsk(signer)}` },
        ],
        body: [
          paragraph(`${by}于${printedMoment(at)}申请变更${organisation}在名录中的邮箱。`),
          facts(fact("岗位", asked && roleName(asked.role)), fact("拟改为", asked?.email)),
          paragraph("本邮箱已无人使用的，由司法局核实后在名录中确认。"),
        ],
      };
    case "bureau":
      return {
        subject: restored
          ? `【变更撤回】${organisation}的名录信息变更已经撤回`
          : `【信息变更】${organisation}${bureau === undefined ? "报告名录信息变更，请核实" : "的名录信息已经更新"}`,
        title: bureau === undefined ? "单位信息变更核实" : "单位信息变更告知",
        asks: [
          {
            label: "请办",
            value: restored
              ? "变更已经撤回，名录恢复原内容，无需办理"
              : bureau === undefined
                ? "向该单位核实变更属实；邮箱有变的，请电话核实。不属实的，在撤回时间内由办理页面撤回；待确认的邮箱变更，由原邮箱的使用人确认，联系不上的由司法局在名录中确认"
                : `核对下列内容；有误的，请联系${bureau}`,
          },
        ],
        body: [
          paragraph(told),
          changeTable(content),
          ...(cases.length === 0 ? [] : [paragraph(`该单位的下列在办案件${inAll}，已同时告知审理法院：`)]),
          ...(cases.length === 0 ? [] : [list(...cases)]),
          paragraph("变更前的内容保存在名录的变更记录中，可以恢复。"),
        ],
      };
    case "court":
      return {
        subject: restored
          ? `【变更撤回】${organisation}的名称、地址或者联系人恢复原内容，请用于送达和联系`
          : `【信息变更】${organisation}的名称、地址或者联系人有变，请用于送达和联系`,
        title: "行政机关信息变更告知",
        asks: [{ label: "请办", value: "联系、送达时使用更新后的信息" }],
        body: [
          paragraph(told),
          changeTable(content),
          paragraph(`涉及贵院正在审理的案件${inAll}：`),
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

/** What is otherwise for the organisation itself from now on. */
function followsFor(changes: readonly ChangedField[]): readonly string[] {
  if (changes.length > 0 && changes.every(({ field }) => field === "leaders"))
    return ["此后填写三日报告和出庭备案时，负责人的职务、职级按更新后的班子成员名单带出。"];
  const proposals = changes.filter(({ field }) => field === "contact-proposed");
  const isProposed = proposals.some(({ after }) => after !== "");
  const isOfProposals = isOnlyProposed(changes);
  return [
    ...(isProposed
      ? ["待确认的邮箱变更，经原邮箱的使用人或者司法局确认后生效；确认前，提醒和链接仍发送到原邮箱。"]
      : isOfProposals
        ? ["提醒和链接继续发送到原邮箱。"]
        : []),
    ...(isOfProposals ? [] : ["此后的提醒和链接发送到更新后的邮箱。"]),
  ];
}

function changeTable({ changes, functions }: NoticeContent<"organisation-changed">) {
  return facts(...changes.map(changedFact), fact("职能变更", functions));
}

/** How each of them is worded. */
export const DIRECTORY_LETTERS = {
  "unknown-agency": { letter: unknownAgency },
  "address-failed": { letter: addressFailed },
  "organisation-changed": { letter: organisationChanged },
} satisfies NoticeLetters<DirectoryNotices>;
