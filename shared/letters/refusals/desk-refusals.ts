/** What can't be done at the desk (办理页面), in words: why, and what to do instead. */
import type { DeskRefusal } from "../../domain/refusal.ts";
import type { Explained } from "../frame/worded.ts";

/** Why it can't be done, and what to do instead. */
export function explainDeskRefusal({ type }: DeskRefusal): Explained {
  return DESK_REFUSALS[type];
}

const DESK_REFUSALS: Readonly<Record<DeskRefusal["type"], Explained>> = {
  "changed-meanwhile": {
    why: "您填写期间，本案的开庭安排或者已报内容有了变化，您的内容没有保存。",
    todo: "请核对页面上的最新情况，确认填写内容仍然适用后再次提交。",
  },
  "case-gone": { why: "系统中没有这一案件。", todo: "请核对邮件中的案号，或者联系页末所列的司法局。" },
  "case-void": {
    why: "这一案件的登记已由司法局撤回，此前为它发出的函件作废。",
    todo: "无需办理；更正后的登记，系统另行发函。",
  },
  "not-theirs": {
    why: "本案登记的单位已经变更，这个链接不再属于本单位。",
    todo: "请使用最近一封邮件中的链接；没有收到的，请联系页末所列的司法局核对名录。",
  },
  "no-hearing-set": {
    why: "本案目前没有已定的开庭，不需要报告。",
    todo: "开庭时间确定后，系统会另行发函，请使用新函中的链接。",
  },
  "hearing-begun": {
    why: "本案已经开庭，庭前报告不能再补。",
    todo: "请按出庭备案的邮件报送出庭情况；有需要说明的，请联系页末所列的司法局。",
  },
  "not-heard-yet": {
    why: "本案没有待备案的开庭。",
    todo: "请在开庭之后填报；延期开庭的，以新的开庭时间为准。",
  },
  "no-report": { why: "这一单位还没有报告。", todo: "收到报告后，系统会另行通知。" },
  "report-returned-already": {
    why: "这份报告已经退回，正在等待重新报告。",
    todo: "请在收到新的报告后办理。",
  },
  "not-government": {
    why: "本案被告不是人民政府，不需要指派出庭单位。",
    todo: "请按三日报告程序办理；名录有误的，请联系管理员更正。",
  },
  "designation-too-late": {
    why: "本案已经开庭或者办结，不能再办理出庭指派。",
    todo: "收到上诉状或者新的传票后，系统会另行发送案件办理单。",
  },
  "nothing-to-approve": {
    why: "目前没有待审批的案件办理单。",
    todo: "司法局报送新的案件办理单后，系统会另行发函，请使用新函中的链接。",
  },
  "designation-withdrawn": {
    why: "本案已改为指派其他单位出庭应诉，对贵单位的指派已经撤销。",
    todo: "请停止办理，把已准备的材料移交新的单位；有疑问的，请联系页末所列的司法局。",
  },
  "duty-over": {
    why: "这一事项已经登记收到，或者不再需要报送，不再督办。",
    todo: "无需再办；登记有误的，请联系司法局核对本案的办理经过。",
  },
  "urged-already": {
    why: "督办函已经发出，不能再暂缓。",
    todo: "该单位已经报送的，请登记收到；需要抄送上级的，在本页确认。",
  },
  "nothing-to-urge": {
    why: "目前没有待发的督办函。",
    todo: "逾期未报的，系统会在每日摘要中先列出，再发督办函。",
  },
  "urging-too-late": {
    why: "已到开庭日，三日报告的督办函不再发出。",
    todo: "请电话督促该单位做好出庭准备；开庭后按出庭备案办理。",
  },
  "copy-decided": {
    why: "督办函是否抄送上级已经决定，或者还没有督办函发出。",
    todo: "请核对页面上的最新情况。",
  },
  "not-designated": {
    why: "本案没有指派贵单位出庭应诉，或者指派已经改变。",
    todo: "请使用最近一封邮件中的链接；有疑问的，请联系页末所列的司法局。",
  },
  "no-longer-sued": {
    why: "原告已经撤回对贵单位的起诉，本案不再需要贵单位报告、出庭。",
    todo: "请撤销原出庭安排；已经开过的庭尚未备案的，请使用备案邮件中的链接。",
  },
  "no-difference": {
    why: "各方记载已经一致，或者已经核对完毕，不需要再核对。",
    todo: "结果见下；认为仍有错误的，请联系页末所列的司法局。",
  },
  "not-decided": {
    why: "所选的记载没有说明负责人是否出庭，不能据以认定。",
    todo: "请选择其他记载，或者选择“据实填写”。",
  },
  "nothing-to-review": {
    why: "这份文件已经处理完毕，不需要复核。",
    todo: "如处理有误，请联系管理员，或者请法院重新上传。",
  },
  "entry-changed": {
    why: "您填写期间，这条记录已由他人更新，您的内容没有保存。",
    todo: "请核对页面上的最新内容，确认仍需提交的，再次提交。",
  },
  "entry-gone": { why: "台账中没有这条记录。", todo: "请回到工作台账，从列表中打开。" },
  "entry-withdrawn": { why: "这条记录已经作废。", todo: "需要登记的，请在工作台账中另行登记。" },
  "other-year": {
    why: "更正后的日期属于另一年度，不能改入另一年度的台账。",
    todo: "请将这条记录作废，再按正确的日期另行登记。",
  },
  "answered-already": {
    why: "这项整改已经答复，正在等待司法局审核。",
    todo: "审核结果会另行通知；需要补充的，请联系司法局退回后再报。",
  },
  "correction-closed": { why: "这项整改已经认可并办结。", todo: "无需再办；如有疑问，请联系司法局。" },
  "take-back-late": {
    why: "可以撤回的时间已过。",
    todo: "确需更正的，请重新填报；不能填报的，请联系司法局。",
  },
  "take-back-heard": {
    why: "本案已经开庭，庭前办理的事项不能再撤回。",
    todo: "请按出庭备案的邮件据实报送；有需要说明的，请联系司法局。",
  },
  "take-back-rested-on": {
    why: "此后已有以它为依据的办理或者文书，不能单独撤回。",
    todo: "请先撤回后来的办理事项；属于法院文书的，请联系司法局。",
  },
  "taken-back-already": {
    why: "这一事项已经撤回，或者没有这一事项。",
    todo: "无需再办；需要重新办理的，请使用原链接页面上的“发送新链接”。",
  },
  "obstacle-gone": {
    why: "该单位已撤回这次出庭障碍报告。",
    todo: "无需答复；另有报告的，请使用最近一封邮件中的链接。",
  },
  "obstacle-answered": {
    why: "这次出庭障碍已经答复，答复内容见下。",
    todo: "答复有误的，可以在答复人办理后的页面撤回；改期开庭的，请按规定送达传票或者变更通知。",
  },
  "obstacle-over": {
    why: "这次开庭已经举行、改期或者取消，不能再答复为它报告的出庭障碍。",
    todo: "负责人未出庭的理由是否成立，请在庭审笔录或者裁判文书中写明。",
  },
  "assessment-final": { why: "本年度考核结果已经定稿。", todo: "如确有错误，请直接联系司法局。" },
  "objection-open": {
    why: "贵单位的异议正在处理，暂不能再提。",
    todo: "收到答复后仍有异议的，可在期限内再次提出。",
  },
  "objection-late": { why: "异议期限已过。", todo: "如确有错误，请直接联系司法局。" },
  "interview-moved-on": {
    why: "这项约谈已经办到下一步，您的内容没有保存。",
    todo: "请核对页面上的最新情况。",
  },
  "signing-changed": {
    why: "您填写期间，这期通报已由他人修改，您的内容没有保存。",
    todo: "请核对页面上的最新内容，确认仍需提交的，再次提交。",
  },
  "bulletin-signed": {
    why: "这期通报已经签发，正等待发出，不能再修改。",
    todo: "需要修改的，请先撤回签发。",
  },
  "bulletin-issuing": { why: "这期通报正在印发。", todo: "请过几分钟刷新本页查看结果。" },
  "bulletin-issued": { why: "这期通报已经印发，不能推迟。", todo: "数据有误的，请更正并重新印发。" },
  "nothing-to-take-back": {
    why: "目前没有等待发出的签发，不能撤回。",
    todo: "已经印发的，请更正并重新印发。",
  },
  "issue-number-taken": {
    why: "期号或者文号已由本年度另一期通报使用。",
    todo: "请改用下一个号。",
  },
  "nothing-to-sign": {
    why: "目前没有由贵单位签发的通报。",
    todo: "通报由市司法局签发，每月1日转入待签发；有疑问的，请联系管理员核对名录。",
  },
  "nothing-to-issue": {
    why: "这一期没有开庭审理的案件记录，没有内容可以印发。",
    todo: "请核对法院台账是否已经报送；确无案件的，不需要印发。",
  },
  "nothing-to-judge": { why: "这项整改目前没有待审核的答复。", todo: "收到答复后，系统会另行通知。" },
  "unit-gone": { why: "名录中没有这个单位，可能已经撤回登记。", todo: "请返回名录，重新查找。" },
  "unit-not-theirs": {
    why: "这个单位不属于本局辖区，或者只能由市司法局维护。",
    todo: "请联系页末所列的司法局更正名录。",
  },
  "unit-closed": { why: "这个单位已经登记撤销或者并入其他单位。", todo: "登记有误的，请在变更记录中撤回。" },
  "unit-changed": {
    why: "您填写期间，这个单位的名录信息有了变化，您的内容没有保存。",
    todo: "请按最新内容核对后再次提交。",
  },
  "name-settled": {
    why: "本案的这一被告名称已经核定，或者本案已经结案。",
    todo: "无需再办；核定有误的，请在名录的变更记录中撤回。",
  },
};
