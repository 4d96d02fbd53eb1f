/** The papers of one case as text: what courts, bureaus and agencies would send. */

/** A case as it really is; papers may say otherwise. */
export interface TrueCase {
  readonly number: string;
  readonly court: string;
  readonly cause: string;
  readonly plaintiff: string;
  readonly respondents: readonly string[];
}

/** Whether a respondent's head came, as a paper says it. */
export interface Came {
  readonly respondent: string;
  readonly head: "came" | "stayed away" | "not said";
  readonly name: string;
  readonly title: string;
}

const respondents = ({ respondents }: TrueCase) => respondents.map((name) => `被告：${name}`).join("\n");

/** `2026-09-07` as 2026年9月7日. */
export function day(date: string): string {
  const [year, month, of] = date.split("-").map(Number);
  return `${year}年${month}月${of}日`;
}

/** 传票 to a sitting. */
export function summons(one: TrueCase, on: string, time: string, issued: string): string {
  return `${one.court}
传票

案号：${one.number}
案由：${one.cause}
原告：${one.plaintiff}
${respondents(one)}
传唤事由：开庭审理
应到时间：${day(on)}${time.replace(":", "时")}分
应到处所：本院第二审判庭
审判员：徐静
书记员：马超
${day(issued)}
`;
}

/** 延期开庭通知书, to another day or to none that is known yet. */
export function postponement(one: TrueCase, from: string, to: string | undefined, issued: string): string {
  const then =
    to === undefined
      ? "现延期开庭，具体时间另行通知。"
      : `现延期至${day(to)}上午9时30分在本院第二审判庭开庭审理。`;
  return `${one.court}
延期开庭通知书

${one.number}

${one.respondents.join("、")}：
本院受理的原告${one.plaintiff}诉被告${one.respondents.join("、")}${one.cause}一案，原定于${day(from)}上午9时00分在本院第二审判庭开庭审理。因原告申请调取新的证据，${then}

特此通知。

${day(issued)}
`;
}

/** 庭审笔录 of a sitting. */
export function record(one: TrueCase, on: string, came: readonly Came[]): string {
  const lines = came.map(({ respondent, head, name, title }) =>
    head === "came"
      ? `被告：${respondent}\n出庭负责人：${name}，${title}，到庭。\n委托代理人：周民，法规科科长，到庭。`
      : head === "stayed away"
        ? `被告：${respondent}\n被告${respondent}负责人未到庭。\n委托代理人：周民，法规科科长，到庭。`
        : `被告：${respondent}`,
  );
  return `${one.court}
庭审笔录

案号：${one.number}
开庭时间：${day(on)}上午9时00分至10时30分
开庭地点：本院第二审判庭
审判员：徐静　书记员：马超

原告：${one.plaintiff}，到庭。
${lines.join("\n")}
审判员：现在开庭。
`;
}

export type Ruling = "dismissed" | "annulled" | "withdrawn";

/** 判决书, or the 裁定书 of a withdrawal. */
export function judgment(one: TrueCase, ruling: Ruling, issued: string, heardOn: string | undefined): string {
  const { plaintiff, cause } = one;
  const sued = one.respondents.join("、");
  const heard = heardOn === undefined ? "" : `，于${day(heardOn)}公开开庭审理了本案`;
  const decided = {
    dismissed: `判决如下：\n驳回原告${plaintiff}的诉讼请求。`,
    annulled: `判决如下：\n撤销被告${sued}于2026年2月12日作出的${cause}决定。`,
    withdrawn: `原告${plaintiff}以被告已自行纠正为由申请撤回起诉。裁定如下：\n准许原告${plaintiff}撤回起诉。`,
  }[ruling];
  return `${one.court}
行政${ruling === "withdrawn" ? "裁定" : "判决"}书
${one.number}
原告${plaintiff}。
${one.respondents.map((name) => `被告${name}。`).join("\n")}
原告${plaintiff}诉被告${sued}${cause}一案，本院受理后依法组成合议庭${heard}。本案现已审理终结。
${decided}
审判长　徐静
${day(issued)}
书记员　马超
`;
}

/** 送达回证 of its judgment. */
export function service(one: TrueCase, on: string): string {
  return `${one.court}送达回证
案号：${one.number}
送达的文书：行政判决书
受送达人	签收人	签收日期
${one.respondents.map((name) => `${name}	周民（法规科）	${day(on)}`).join("\n")}
送达人：孙文
`;
}

/** 上诉状 of the plaintiff. */
export function appeal(one: TrueCase, issued: string): string {
  return `行政上诉状

上诉人（原审原告）：${one.plaintiff}。
${one.respondents.map((name) => `被上诉人（原审被告）：${name}。`).join("\n")}

上诉人因${one.cause}一案，不服${one.court}${one.number}行政判决，现提出上诉。

上诉请求：
一、撤销一审判决，依法改判。

此致
临沂市中级人民法院

上诉人：${one.plaintiff}
${day(issued)}
`;
}

/** 应诉通知书 to a respondent. */
export function response(one: TrueCase, to: string, issued: string): string {
  return `${one.court}
应诉通知书
${one.number}
${to}：
    原告${one.plaintiff}诉你单位${one.cause}一案，本院已立案受理。现将起诉状副本送达你单位，并将有关应诉事项通知如下：
    一、应当在收到起诉状副本之日起十五日内提交答辩状，并提供作出行政行为的证据和所依据的规范性文件。
    二、被诉行政机关负责人应当出庭应诉，不能出庭的，应当委托行政机关相应的工作人员出庭。
${day(issued)}
送达回证
受送达人：${to}
送达时间：${day(issued)}
`;
}

/** 司法建议书 to a respondent. */
export function suggestion(one: TrueCase, to: string, on: string, issued: string): string {
  return `${one.court}
司法建议书

（2026）${one.number.slice(6, 12)}司建${one.number.replace(/\D/g, "").slice(-2)}号

${to}：

    本院在审理${one.number}${one.cause}一案中，于${day(on)}公开开庭。你局负责人经本院依法通知未出庭应诉。

    根据《最高人民法院关于行政机关负责人出庭应诉若干问题的规定》第十二条的规定，提出以下建议：

    一、主要负责人听取一次出庭应诉工作汇报，明确每件案件的出庭负责人。

    请于收到本建议书之日起三十日内将办理情况书面回复本院。

${day(issued)}
`;
}

/** 庭前提示. */
export function note(one: TrueCase, issued: string): string {
  return `${one.court}
庭前提示

案号：${one.number}

一、请负责人携带加盖机关印章的身份证明和本人居民身份证，开庭前二十分钟到庭核对。

书记员：马超
${day(issued)}
`;
}

/** A row of a ledger. */
export interface LedgerRow {
  readonly of: TrueCase;
  readonly respondent: string;
  readonly heardOn: string | undefined;
  readonly came: boolean | undefined;
  readonly closed: string;
}

/** 台账 of a court for a month, as CSV. */
export function ledger(court: string, month: string, rows: readonly LedgerRow[]): string {
  const [year, of] = month.split("-").map(Number);
  const lines = rows.map(({ of: { number, plaintiff, cause }, respondent, heardOn, came, closed }, index) =>
    [
      index + 1,
      number,
      plaintiff,
      respondent,
      cause,
      heardOn ?? "",
      heardOn === undefined ? "否" : "是",
      heardOn === undefined || came === undefined ? "" : came ? "是" : "否",
      came === true ? "江帆" : "",
      came === true ? "副局长" : "",
      closed,
    ].join(","),
  );
  return `${court}行政案件台账（${year}年${of}月）
序号,案号,原告,被告,案由,开庭日期,是否开庭,负责人是否出庭,出庭负责人姓名,职务,结案方式
${lines.join("\n")}
`;
}
