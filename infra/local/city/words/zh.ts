/** What does `npm start` say in Chinese? */
import { civilDateAt, clockTimeAt, type Instant } from "../../../../shared/domain/time/time.ts";
import { dateWithWeekday, hearingMoment, printedDate } from "../../../../shared/letters/frame/dates.ts";
import { documentName } from "../../../../shared/letters/wording/document-wording.ts";
import { historyLine } from "../../../../shared/letters/wording/history-wording.ts";
import { outcomeName } from "../../../../shared/letters/wording/outcome-wording.ts";
import { isTold } from "./told.ts";
import { whyNot } from "./why.ts";
import type { Words } from "./words.ts";

/** Kinds that letters have no name for. */
const KINDS: Readonly<Record<string, string>> = {
  archive: "压缩包",
  directory: "名录",
  other: "其他文件",
};

const moment = (at: Instant) => `${printedDate(civilDateAt(at))} ${clockTimeAt(at)}`;

export const ZH: Words = {
  title: "应诉 yingsu：整套系统在本机运行",
  synthesising: "合成技术栈并打包各函数",
  starting: "启动本机引擎",
  usage: `用法：npm start -- [--lang zh|en] [--until 日期] [--port 端口] [--folder 文件夹] [--assembly 文件夹] [--once]
  --lang      解说语言；不写则随系统语言
  --until     只演示到2026年9月的这一天，如 2026-09-04；不写则演示到10月9日
  --port      网页和各服务使用的本机端口；不写则自动选择
  --folder    通报存放和投放文件的文件夹；不写则为 .local
  --assembly  使用已经合成的技术栈（cdk.out），不再合成
  --once      演示后自行结束（没有终端时也是如此）`,
  unknownOption: (detail) => `参数有误：${detail}`,
  noSuchPort: (given) => `“${given}”不是端口号，请写1至65535的整数。`,
  noSuchDay: (given) => `“${given}”不是演示中的日期，请写2026-09-02至2026-10-08之间的一天。`,
  portTaken: (port) => `端口${port}已被占用，请换一个，或者不写 --port。`,

  month: (things) => `临沂，2026年9月1日起：将发生${things}件事，时钟逐时推进`,
  labels: { file: "文件", desk: "办理", case: "案件", mail: "邮件", fault: "故障" },
  notes: {
    directory: "名录",
    "summons-pdf": "传票，PDF",
    "summons-word": "传票，Word",
    "same-file": "同一文件再次上传",
    appeal: "上诉状",
    "response-notice": "新收案件：应诉通知书，附起诉状副本",
    defence: "被告已向法院提交答辩状和证据",
    report: "提交三日报告",
    "report-returned": "司法局退回报告",
    "report-again": "再次提交三日报告",
    supervision: "司法局提出督导意见",
    "copy-confirmed": "司法局看过函件，确认将督办函抄送其上级",
    "urging-held": "司法局从每日摘要中暂缓明日的督办",
    "government-sued": "市政府被诉",
    "two-respondents": "两个被告，GBK 编码的文本",
    "agency-proposed": "司法局填写案件办理单，拟指派出庭单位",
    "government-proposes": "市政府办公室拟办，提出出庭负责人",
    "leader-approves": "分管领导从转来的链接审批同意",
    "second-instance": "二审传票",
    "report-received": "司法局登记：已收到报告",
    "designated-report": "被指派单位报告",
    "civil-summons": "误传的民事传票",
    "unknown-agency": "名录之外的被告，下班之后",
    "broken-pdf": "损坏的 PDF",
    "empty-file": "空文件",
    record: "庭审笔录",
    filing: "提交二日备案，一处姓名填错",
    "filing-taken-back": "撤回备案",
    "link-sent-again": "申请新的链接",
    "filing-again": "重新提交备案",
    "court-note": "法院庭前提示",
    "record-absent": "庭审笔录：负责人未出庭",
    "record-first": "先于传票到达的庭审笔录",
    "filing-contradicts": "与笔录不一致的备案",
    "court-keeps": "法院坚持笔录记载",
    "summons-late-scan": "迟到的传票，扫描件",
    "agency-concedes": "行政机关认可",
    postponed: "改期通知",
    "record-one-each": "庭审笔录：一人出庭，一人未出庭",
    "record-ofd": "庭审笔录，OFD",
    obstacle: "行政机关报告负责人不能出庭",
    "obstacle-answered": "法院答复不准许",
    "judgment-lost": "8月作出的判决书，行政机关败诉",
    "judgment-served": "送达回证：判决自9月1日起生效",
    "loss-reported": "败诉单位报告原因和整改措施",
    "loss-accepted": "司法局认可报告",
    "loss-corrected": "司法局据此提出整改建议，内容自动带入",
    suggestion: "法院提出司法建议，转请该单位按载明的期限复函",
    mediation: "行政赔偿调解书",
    "service-receipt": "送达回证：双方签收，调解书即时生效",
    "orders-confirmed": "被告对照调解书核定履行事项和期限",
    performed: "被告填报已经付款",
    "suggestion-replied": "该单位复函，法院同时看到",
    "filing-for-government": "被指派单位代市政府备案",
    "record-word-97": "二审庭审笔录，Word 97",
    judgment: "判决书",
    ledger: "法院台账，GBK 编码的 CSV",
    signed: "市司法局签发月通报，三家法院尚未报送台账",
    "record-after-bulletin": "通报印发后补报的9月庭审笔录",
    corrected: "更正并重新印发月通报",
  },
  inBrackets: (note) => `（${note}）`,
  document: (document) => {
    const why = whyNot(document);
    const state = { read: "已读取", "needs-review": "待人工复核", rejected: "退件" }[document.state];
    return `${state}，${documentName(document.kind) ?? KINDS[document.kind] ?? document.kind}${why === "" ? "" : `：${why}`}`;
  },
  calendar: "附日历",
  event: (recorded) => {
    if (!isTold(recorded.event)) return undefined;
    const { what, who } = historyLine(recorded);
    const { event, cause } = recorded;
    // Only at the desk is it a person, and not of everything that follows from a form.
    const named = cause.startsWith("link:") && who !== "办理页面";
    if (event.type !== "case-opened") return named ? `${what}（${who}）` : what;
    const respondents = event.respondents.map(({ name }) => name).join("、");
    return `${what}${event.plaintiffs.join("、") || "原告不详"}诉${respondents || "被告不详"}`;
  },

  outcomes: "案件结果",
  caseState: (file, held) => {
    if (held.length > 0) {
      const days = held.map(printedDate).join("、");
      return `${days}开庭${file.state === "closed" ? `，${outcomeName(file.outcome)}` : ""}`;
    }
    switch (file.state) {
      case "awaiting-hearing":
        return `定于${hearingMoment(file.hearing)}开庭`;
      case "closed":
        return `未开庭，${outcomeName(file.outcome)}`;
      case "postponed":
        return "已延期，待定";
      default:
        return "未开庭";
    }
  },
  attended: { present: "负责人出庭", absent: "负责人未出庭", unclear: "待人工认定", none: "—" },
  remarks: ({ unknownName, sourcesDiffer, appealed, origin }) => [
    ...(unknownName ? ["名称不在名录"] : []),
    ...(sourcesDiffer ? ["各方记载不一致"] : []),
    ...(appealed ? ["已上诉"] : []),
    ...(origin === undefined ? [] : [`一审${origin}`]),
  ],
  bulletin: "通报",
  mailed: (mails, addresses) => `共发出邮件${mails}封，收件地址${addresses}个`,

  notSettled: (file) => `${file} 没有处理完`,
  deadLetter: (queue) => `有消息滞留在 ${queue}`,
  lostEvent: (event) => `有事件丢失：${event}`,
  noBulletin: "没有通报",
  failed: (failures) => `出现${failures}项故障`,

  stillRunning: (since) => `系统继续运行，时钟从${moment(since)}起走。可以打开：`,
  places: {
    door: "登录工作台",
    inbox: "收件箱",
    board: "司法局看板",
    form: "行政机关填报",
    folder: "投放文件",
    endpoints: "服务地址",
  },
  task: { report: "三日报告", filing: "二日备案" },
  doorNote: "填写下列任一邮箱，登录链接在收件箱中",
  admin: "系统管理员",
  folders: "其他法院、bureaus/ 各司法局、agencies/ 各行政机关的文件夹及其子文件夹同样有效",
  keys: "n 下一天 · q 结束",
  noKeys: "按 Ctrl-C 结束。",
  received: "已上传，正在识读",
  misplaced: "未上传：请放入某个法院、司法局或者行政机关的 inbox 文件夹",
  unreadable: (why) => `未上传：${why}`,
  dayOver: (until, mails) =>
    `现在是${dateWithWeekday(civilDateAt(until))} ${clockTimeAt(until)}，其间发出邮件${mails}封`,
  ended: "已结束，本机没有留下运行中的程序。",
};
