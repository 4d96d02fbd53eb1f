/**
 * What does an admin read in an alarm's mail? What is the matter, whom it hurts, what to do: in Chinese, as who runs a deployment in a
 * bureau reads it, and in English.
 */

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What is the matter, by the last part of the alarm's name, and what to do: infra/README.md, “Alarms”, says the same at length. */
const KINDS = {
  // Of a queue of dead letters.
  Alarm: {
    zh: "【死信】有任务多次失败，已经转入死信队列。处理：查看该函数的日志，排除原因后重放死信；死信保留14天，队列清空后告警解除。",
    en: "Dead letters. Look at the function's log, mend the cause, replay the letters; the alarm is over when the queue is empty.",
  },
  Errors: {
    zh: "【出错】函数运行出错。处理：查看该函数的日志；多数会自动重试，反复出现的要排除原因。",
    en: "Errors. Look at the function's log; most are tried again by themselves.",
  },
  Age: {
    zh: "【积压】等待处理的文件过久未读。处理：查看函数是否被限流、扫描件是否过多；等待，或者提高账户的Lambda并发数。",
    en: "Backlog. Is the function throttled, or are there many scans? Wait, or raise the account's concurrency.",
  },
  Silent: {
    zh: "【停摆】定时任务没有运行。处理：查看EventBridge Scheduler中的计划是否启用；恢复后由下一次运行补齐；首次部署后一小时内出现一次属正常。",
    en: "Silence. Is the schedule enabled? The next run catches up. (Once in the first hour of a deployment it is normal.)",
  },
  Waiting: {
    zh: "【积压】待发函件积压。处理：查看发信函数的日志；数据流按顺序读取，一条有误会挡住后面的。",
    en: "Notices wait. Look at the mailer's log: the stream is read in order, one bad record holds up the others.",
  },
  MailStandsStill: {
    zh: "【停发】邮件发不出去。处理：查看待发函件所记的原因（SES暂停或者仍在沙箱、邮件中继故障、密码有误）；排除后四小时内自动重发。",
    en: "Mail stands still. Look at the reason of what waits: SES paused or in its sandbox, the relay down, its password wrong.",
  },
  MailRefused: {
    zh: "【拒收】邮件被大量拒收。处理：查看发件地址或者域名是否被封禁。",
    en: "Mail refused. Is the sender's address or domain blocked?",
  },
  Unreached: {
    zh: "【无法送达】有应当告知的人联系不上。处理：按司法局待办中的“地址”“核名”补全单位名录，补全后自动发出。",
    en: "Nobody reached. Complete the directory; what is owed goes out then.",
  },
  BounceRate: {
    zh: "【退信】退信率过高。处理：改正单位名录中的邮箱。",
    en: "Bounces. Correct the addresses in the directory.",
  },
  CasesFull: {
    zh: "【案卷已满】有一件案件存不下更多内容。处理：日志写明文件和大小；由人查看该案。",
    en: "Case full. The log names the file and how much its case has; a person must look at it.",
  },
  TooManyRequests: {
    zh: "【限流】办理页面拒绝了过多的访问（429）。处理：访问日志列有地址；个别地址过多的在网络上拦截，普遍过多的提高desk.requestsPerSecond。",
    en: "Too many requests (429). The access log has the addresses: block one, or raise desk.requestsPerSecond for many.",
  },
  UnusableReadings: {
    zh: "【识读损坏】待人工核对的文书打不开。处理：日志写明文书；请上传单位重新上传。",
    en: "A reading no longer opens. The log names the document; upload the file again.",
  },
  JournalNotWritten: {
    zh: "【留痕失败】备查记录没有写成。处理：查看函数对记录桶（RecordsBucket）的写入权限和S3的状态，并记下这段时间；以后如果把数据恢复到此前，这段时间的函件和办理要人工核对。",
    en: "Journal not written. Look at the function's right to write to the records bucket and at S3, and note the time: after a restore to before it, what left and what was done then must be checked by hand.",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Whom it hurts, and how. */
const IMPACTS = {
  "file unread": {
    zh: "上传的文件既没有读取也没有答复，上传的单位会以为已经收到。",
    en: "A file in the inbox was neither read nor answered; whoever uploaded it takes it as received.",
  },
  "scan unread": {
    zh: "上传的扫描件既没有识读也没有答复，上传的单位会以为已经收到。",
    en: "A scan in the inbox was neither read nor answered; whoever uploaded it takes it as received.",
  },
  "files late": {
    zh: "上传的文件等待读取，自收到之日起算的期限已经开始。",
    en: "Files wait in the inbox unread; periods that began with their receipt are already running.",
  },
  "scans late": {
    zh: "扫描件等待识读，自收到之日起算的期限已经开始。",
    en: "Scans wait unread; periods that began with their receipt are already running.",
  },
  "intake down": { zh: "上传的文件没有在读取。", en: "Files of the inbox are not being read." },
  "recognition down": { zh: "扫描件没有在识读。", en: "Scans are not being read." },
  "case full": {
    zh: "这件案件的一份文书没有登记，已经告知其法院。",
    en: "A paper of the case was not registered, and its court was told so.",
  },
  "desk down": {
    zh: "邮件中的链接打不开，不能报告、不能备案。",
    en: "The links in mails don't open: reports and filings can't be handed in.",
  },
  "desk crowded": {
    zh: "有人的访问量超过所有单位之和，其他人打不开办理页面。",
    en: "Somebody asks for more pages than all agencies together; others are turned away.",
  },
  "reading broken": {
    zh: "司法局对这份文书只能退回，不能核对。",
    en: "The document's bureau can only send it back.",
  },
  "notices not mailed": {
    zh: "函件已经生成而没有发出，应当收到的人并不知情。",
    en: "Notices are in the outbox but not mailed: those they are meant for don't know.",
  },
  "mail stopped": {
    zh: "邮件服务暂不接收，谁都收不到提醒。",
    en: "Mails are not taken by the carrier and wait: nobody is reminded of anything.",
  },
  "mail refused": {
    zh: "邮件服务拒绝了多封邮件，不会再发；每一封同时是司法局的一项待办。",
    en: "The carrier refuses many mails for good. Each is a task of a bureau as well.",
  },
  "mail bounces": {
    zh: "退信过多；超过10%时SES会停用整个账户。",
    en: "Too many mails come back; SES stops an account at 10 %.",
  },
  "nobody reached": {
    zh: "案件中应当告知的人没有有效的邮箱；司法局能收到邮件的，已经列为其待办。",
    en: "Somebody who must be told of a case can't be reached. The bureau has the task where it can be reached.",
  },
  "no reminders": {
    zh: "开庭、报告、备案的提醒没有发出；下一次完整的巡查会补齐。",
    en: "Reminders of hearings, reports and filings are not being sent. The next complete sweep catches up.",
  },
  "boards uncounted": {
    zh: "案件很多的看板不再更新统计数字，页面仍显示上一次的数字和时间；案件列表、期限和提醒不受影响。",
    en: "The figures of boards with very many cases stay as they were, with their time; lists, periods and reminders are not affected.",
  },
  "inbox not compared": {
    zh: "收件桶没有与数据表核对，漏了通知的文件一直不会被读取。",
    en: "The inbox was not compared with the table: a file whose event was lost stays unread.",
  },
  "no bulletin": {
    zh: "本月通报或者其草稿没有生成。",
    en: "The month's bulletin or its draft was not made.",
  },
  "feedback lost": {
    zh: "送达和退信没有登记，失效的邮箱看上去像已经送达。",
    en: "Deliveries and bounces are not recorded: a dead address looks like a delivered mail.",
  },
  "journal incomplete": {
    zh: "已经发出的函件或者已经完成的办理没有另行留痕：数据一旦恢复到此前，这些函件会重发，用过的链接会再次有效。",
    en: "A mail that left or an act at the desk was not written down a second time: after a restore to before it the mail would go out again, and the used link open.",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type AlarmKind = keyof typeof KINDS;
export type Impact = keyof typeof IMPACTS;

/** The text of an alarm's mail; CloudWatch takes 1,024 characters. */
export function alarmText(kind: AlarmKind, impact: Impact): string {
  const [what, whom] = [KINDS[kind], IMPACTS[impact]];
  return `${what.zh}影响：${whom.zh}\n\n${what.en} ${whom.en}`;
}
