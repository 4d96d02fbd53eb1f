/** The mail of the day: the bureau's digest (每日摘要) of what it should know, the agency's (应诉事项提醒) of all that its cases ask for. */

import {
  dueOf,
  type Gathered,
  type GatheredKind,
  linkOfGathered,
  standingOf,
} from "../../domain/notices/agency-digest.ts";
import { type DigestLine, type DigestNotices, taskOfLine } from "../../domain/notices/digest.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { addDays, type CivilDate } from "../../domain/time/time.ts";
import { dateWithWeekday, printedMoment, shortDate } from "../frame/dates.ts";
import { type Block, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { identityDocx } from "../papers/docx-papers.ts";
import { newsWords } from "../wording/digest-wording.ts";
import { gatheredWords } from "../wording/gathered-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 督办 to come. */
const ANNOUNCED: ReadonlySet<string> = new Set([
  "urging-announced",
  "correction-announced",
  "suggestion-announced",
]);

/** 每日摘要: what can still be stopped first, then lines in the order of time, those of a case together. */
function digest({ date, lines }: NoticeContent<"digest">): Letter {
  const ordered = lines.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const toUrge = ordered.filter(({ news }) => ANNOUNCED.has(news.type));
  const urged = ordered.filter(({ news }) => news.type === "urged" || news.type === "urging-copied");
  const byCase = Map.groupBy(
    ordered.filter((line) => taskOfLine(line) === undefined && !toUrge.includes(line)),
    ({ caseNumber }) => caseNumber,
  );
  const cases = new Set(lines.flatMap(({ caseNumber }) => caseNumber ?? []));
  const extent = `${cases.size}件案件、${lines.length}条动态`;
  const toConfirm = urged.filter(({ news }) => news.type === "urged" && news.copy === "confirm").length;
  const confirm = toConfirm === 0 ? "" : `；已督办${toConfirm}件，需要抄送上级机关的，请确认`;
  const urging = toUrge.length === 0 ? "" : `拟督办${toUrge.length}件，`;
  return {
    subject: `【每日摘要】${shortDate(date)} ${urging}${extent}`,
    title: `${dateWithWeekday(date)}应诉工作摘要`,
    asks:
      toUrge.length === 0
        ? [{ label: "请阅", value: `${extent}${confirm || "，供掌握情况，无须回复"}` }]
        : [
            { label: "请办", value: `拟督办${toUrge.length}件：需要暂缓、已经收到或者立即发函的，逐件办理` },
            { label: "时限", value: "今日下班前；不办理的，到期自动发函" },
            { label: "请阅", value: `${extent}${confirm}` },
          ],
    body: [
      ...(toUrge.length === 0 ? [] : [heading("拟督办"), tasks("暂缓、登记收到或者发函", toUrge)]),
      ...(urged.length === 0 ? [] : [heading("已督办"), tasks("查看函件、抄送上级", urged)]),
      ...(byCase.size === 0 ? [] : [paragraph("需要办理的其他事项另有专门提醒，以下只列进展。")]),
      ...[...byCase].flatMap(([caseNumber, of]) => caseLines(caseNumber ?? "其他", of)),
    ],
  };
}

function tasks(label: string, lines: readonly DigestLine[]): Block {
  return {
    type: "tasks",
    items: lines.map((line) => {
      const target = taskOfLine(line);
      const about = line.caseNumber === undefined ? "" : `${line.caseNumber}　`;
      return { text: `${about}${newsWords(line.news)}`, label, ...(target && { target }) };
    }),
  };
}

function caseLines(title: string, lines: readonly DigestLine[]): readonly Block[] {
  return [heading(title), list(...lines.map(({ at, news }) => `${newsWords(news)}（${printedMoment(at)}）`))];
}

/** What each letter is counted as, and what is done at its link. */
const GATHERED: { readonly [Kind in GatheredKind]: { readonly title: string; readonly label: string } } = {
  "duty-asked": { title: "诉讼期限", label: "在此办理" },
  "duty-due": { title: "诉讼期限", label: "在此办理" },
  "report-due": { title: "三日报告", label: "在此填报三日报告" },
  "filing-due": { title: "出庭备案", label: "在此填报出庭备案" },
  "filing-asked": { title: "出庭情况确认", label: "在此确认或者填报" },
  "hearing-reminder": { title: "开庭准备", label: "在此填报三日报告" },
  "appearance-notice": { title: "出庭通知", label: "" },
  "court-note": { title: "庭前提示", label: "" },
  "appearance-contradicted": { title: "由谁出庭", label: "在此重新报告" },
  "attendance-difference": { title: "出庭记载核对", label: "在此核对出庭记载" },
  "difference-settled": { title: "核对结果", label: "" },
  supervision: { title: "督导意见", label: "" },
};

const SECTIONS = ["今明两日到期", "其后到期、开庭", "新的事项", "有变化的事项", "请了解"] as const;
type Section = (typeof SECTIONS)[number];

/** 应诉事项提醒, as a person works: what is due first, then what is new, what has changed, and what is only to be known. */
function agencyDigest({ date, lines }: NoticeContent<"agency-digest">, signer: Signatory): Letter {
  const letters = lines
    .flatMap(({ news }) => (news.type === "letter" ? [news.letter] : []))
    .map((letter) => ({ letter, due: dueOf(letter), section: sectionOf(letter, date) }));
  const dueAnyDay = letters.filter(({ due }) => due !== undefined).map(({ due }) => due);
  const first = dueAnyDay.toSorted()[0];
  const soon = letters.filter(({ section }) => section === "今明两日到期").length;
  const toDo = letters.filter(({ letter }) => linkOfGathered(letter) !== undefined || dueOf(letter));
  const toKnow = letters.filter((one) => !toDo.includes(one));
  return {
    subject: `【应诉提醒】${shortDate(date)} ${counted(letters)}${soon === 0 ? "" : `，今明两日到期${soon}件`}`,
    title: `${dateWithWeekday(date)}应诉事项提醒`,
    asks: [
      ...(toDo.length === 0 ? [] : [{ label: "请办", value: counted(toDo) }]),
      ...(toKnow.length === 0 ? [] : [{ label: "请阅", value: counted(toKnow) }]),
      ...(first === undefined ? [] : [{ label: "最早", value: dateWithWeekday(first) }]),
    ],
    body: [
      paragraph(
        "贵单位各案今日的事项合并提醒如下，需要办理的请逐件打开链接办理。新的开庭、改期、明日开庭和指派另有专门通知。",
      ),
      ...SECTIONS.flatMap((section) => {
        const own = letters.filter((one) => one.section === section);
        return own.length === 0 ? [] : [heading(section), letterTasks(own)];
      }),
      ...(letters.some(({ letter }) => isPrepared(letter))
        ? [
            paragraph(
              "附件：负责人身份证明书（.docx 文件），每案一份，核对后打印，加盖本机关印章，开庭时提交。",
            ),
          ]
        : []),
      paragraph(`已经办理的，请联系${bureauToAsk(signer)}登记，提醒即告终止。`),
    ],
  };
}

interface Entry {
  readonly letter: Gathered;
  readonly due: CivilDate | undefined;
}

/** What is due first stands first. */
function letterTasks(entries: readonly Entry[]): Block {
  const ordered = entries.toSorted(({ due: one = "" }, { due: other = "" }) =>
    one < other ? -1 : one > other ? 1 : 0,
  );
  return {
    type: "tasks",
    items: ordered.map(({ letter }) => {
      const target = linkOfGathered(letter);
      const text = `${letter.case.caseNumber}　${gatheredWords(letter)}`;
      return { text, label: GATHERED[letter.kind].label, ...(target && { target }) };
    }),
  };
}

function sectionOf(letter: Gathered, today: CivilDate): Section {
  const due = dueOf(letter);
  if (due !== undefined) return due <= addDays(today, 1) ? "今明两日到期" : "其后到期、开庭";
  const standing = standingOf(letter);
  return standing === "new" ? "新的事项" : standing === "known" ? "请了解" : "有变化的事项";
}

/** 三日报告2件、出庭备案1件. */
function counted(entries: readonly Entry[]): string {
  const byTitle = Map.groupBy(entries, ({ letter }) => GATHERED[letter.kind].title);
  return [...byTitle].map(([title, of]) => `${title}${of.length}件`).join("、");
}

/** The identity paper of a head goes with it. */
function isPrepared(letter: Gathered): letter is Gathered<"hearing-reminder"> {
  return letter.kind === "hearing-reminder" && letter.excused === undefined;
}

/** How each of them is worded. */
export const DIGEST_LETTERS = {
  "agency-digest": {
    letter: agencyDigest,
    papers: async ({ lines }) =>
      Promise.all(
        lines.flatMap(({ news }) =>
          news.type === "letter" && isPrepared(news.letter) ? [identityDocx(news.letter)] : [],
        ),
      ),
  },
  digest: { letter: digest },
} satisfies NoticeLetters<DigestNotices>;
