/** To whom was what served on which day, by a court's receipt (送达回证)? */
import { findCaseNumbers } from "../../domain/court/case-number.ts";
import { findMoments, type WrittenMoment } from "../moments/dates.ts";
import { firstWithin } from "../moments/first-within.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact, ServedRecipient, ServiceFacts } from "../text/fact.ts";
import { type FlatText, flatten, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { readingTable, ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** What a field of a receipt asks. */
type Asks = "recipient" | "papers" | "day" | "signature" | "failure" | "posted" | "other";

const AS_NAMED = "(?:姓名|名称)?(?:[（(](?:姓名|名称|单位|姓名或名称)[）)])?";
const SIGNED =
  "(?:[（(]?(?:签名|签章|签收|盖章|捺印|签字)[）)]?(?:(?:、|或者?|和|及)?[（(]?(?:盖章|捺印|签章|签名|摁印)[）)]?)*)";

/** A field's label; of two that begin alike the longer is asked first. */
const FIELDS = ruleTable<string, Asks>("field-of-a-service-receipt", (label) => label, [
  {
    name: "who-signed",
    of: new RegExp(
      `^(?:应?受送达人|收件人|代收人)${SIGNED}(?:日期|时间)?$|^代收人(?:及代收理由)?$|^(?:签收人|签名|收件人)$`,
      "u",
    ),
    says: "signature",
    example: "受送达人签名或盖章",
  },
  {
    name: "who-was-served",
    of: new RegExp(`^应?受送达人${AS_NAMED}$`, "u"),
    says: "recipient",
    example: "受送达人",
  },
  { name: "what-was-served", of: /文书/u, says: "papers", example: "送达文书名称和件数" },
  {
    name: "day-it-was-sent",
    of: /^(?:寄出|投寄|邮寄|发送|公告|填发|签发)(?:日期|时间)$/u,
    says: "posted",
    example: "寄出日期",
  },
  { name: "day-of-service", of: /(?:日期|时间)$/u, says: "day", example: "签收日期" },
  {
    name: "why-it-was-not-served",
    of: /(?:送达的?(?:原因|理由|结果|状态))$/u,
    says: "failure",
    example: "未能送达原因",
  },
  { name: "anything-else", of: /./u, says: "other", example: "送达地点" },
]);

const LABEL = new RegExp(
  anyOf([
    `应?受送达人${SIGNED}(?:日期|时间)?`,
    `应?受送达人${AS_NAMED}`,
    `收件人${SIGNED}`,
    `代收人(?:及代收理由|${SIGNED}(?:及代收理由)?)`,
    "应?送达的?文书(?:名称)?(?:(?:、|和|及)?(?:件数|份数|案号))*",
    "文书名称(?:(?:、|和|及)?(?:件数|份数))?",
    "公告期满视为送达(?:日期|时间)",
    String.raw`到达\p{Script=Han}{0,12}时间`,
    "首次阅读时间",
    ...wordList("送达时间 送达日期 签收时间 签收日期 收到时间 收到日期 收件日期 收件时间"),
    ...wordList("寄出日期 投寄日期 邮寄日期 发送时间 公告日期 填发日期 签发日期"),
    ...wordList("未能送达原因 未能送达的原因 不能送达的?理由 不能送达的?原因 送达结果 送达状态"),
    ...wordList(
      "签收人 收件人 代收人 代收理由 签名 案号 案由 送达地点 送达地址 送达处所 送达方式 邮件号码 联系电话",
    ),
    ...wordList("见证人 备注 备考 填发人 签发人 送达人(?:[（(]签名[）)])? 当事人"),
  ]),
  "uy",
);

/** One field of a receipt, with the place of its value. */
interface Field {
  readonly asks: Asks;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

const TITLE =
  /送达(?:回证|证)(?:[（(][^）)]{1,6}[）)])?$|送达(?:回执|回单|凭证|确认单)(?:[（(][^）)]{1,6}[）)])?$|法院专递[^。]{0,4}(?:详情单|回执)$/u;
/** In whichever order: what a receipt asks for. */
const ASKED_FOR = ["受送达人", "文书"];

/** Whether a paper is a court's receipt of service: by its title; by what a receipt asks where it has none, since other titled papers ask the same (送达地址确认书). */
export function isServiceReceipt({ flat, facts: { title } }: CasePaper): boolean {
  return title === undefined
    ? /^[^。]{0,40}送达(?:回证|证)/u.test(flat.text) || ASKED_FOR.every((words) => flat.text.includes(words))
    : TITLE.test(title);
}

/** Reads a receipt of service; who is served is no party by that. */
export function readServiceReceipt({ flat, facts, year }: CasePaper): ReadDocument {
  const { servedOn: _, ...rest } = facts;
  const moments = findMoments(flat, year);
  const papers = papersServed(flat);
  const recipients = recipientsOf(flat, moments, facts.issuedOn);
  return {
    ...rest,
    courtPaper: "service-receipt",
    plaintiffs: [],
    respondents: [],
    thirdParties: [],
    service: { papers, recipients } satisfies ServiceFacts,
  };
}

function fieldsOf(flat: FlatText): readonly Field[] {
  const found: Omit<Field, "end">[] = [];
  for (let at = 0; at < flat.text.length; at++) {
    if (gapAt(flat, at) < Gap.blank && !/[；，。：]/u.test(flat.text[at - 1] ?? "")) continue;
    LABEL.lastIndex = at;
    const word = LABEL.exec(flat.text)?.[0];
    if (word === undefined) continue;
    const end = at + word.length;
    const hasColon = flat.text[end] === "：";
    if (!hasColon && gapAt(flat, end) < Gap.blank && !/^（20\d\d/u.test(flat.text.slice(end))) continue;
    const asks = FIELDS.decide(word)?.verdict;
    if (asks === undefined) continue;
    found.push({ asks, at, start: end + (hasColon ? 1 : 0) });
    at = end - 1;
  }
  return found.map((field, index) => ({ ...field, end: found[index + 1]?.at ?? flat.text.length }));
}

const COUNT = String.raw`(?:一式|各)?[\d一二两三四五壹贰叁肆伍]{1,2}(?:份|件|张|套)`;
const ABOUT_THE_COPY = new RegExp(`${COUNT}|正本|[（(][^）)]{1,12}[）)]|[《》。]`, "gu");
const IN_PROSE = /(?:送达|收到)[^。]{0,60}?((?:行政|民事|刑事)(?:赔偿)?(?:判决书|裁定书|调解书))/u;

/** The papers' names without their numbers and counts. */
function papersServed(flat: FlatText): readonly Fact<string>[] {
  const field = fieldsOf(flat).find(({ asks, start, end }) => asks === "papers" && end > start);
  if (field === undefined) {
    const spoken = IN_PROSE.exec(flat.text);
    return spoken?.[1] === undefined ? [] : [named(spoken[1], "paper-in-a-sentence", CONFIDENCE.inferred)];
  }
  const until = Math.min(field.end, nextGap(flat, field.start + 1, Gap.line, field.end));
  return stripNumbers(flat.text.slice(field.start, until))
    .split(/[、，；]/u)
    .map((one) => one.replace(ABOUT_THE_COPY, ""))
    .filter((one) => /\p{Script=Han}{2}/u.test(one))
    .map((one) => named(one, "paper-by-label", CONFIDENCE.stated));
}

function stripNumbers(words: string): string {
  return findCaseNumbers(words).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    words,
  );
}

function named(value: string, rule: string, confidence: Confidence): Fact<string> {
  return { value, confidence, rule, text: value };
}

/** What is read of one recipient on the way. */
interface Reached {
  name: Fact<string>;
  on?: Fact<WrittenMoment["date"]>;
  failed?: Fact<true>;
}

const FAILED = /退回|查无|地址不详|(?:未能?|无法|不能)(?:送达|投递|联系)|失败|原址搬迁/u;

/** A receipt and the days in it. */
interface Receipt {
  readonly flat: FlatText;
  readonly moments: readonly WrittenMoment[];
  readonly issuedOn: ReadDocument["issuedOn"];
}

const RECIPIENTS = readingTable<Receipt, readonly ServedRecipient[]>("recipients-of-a-service", [
  {
    name: "recipients-in-a-table",
    reads: ({ flat }) => recipientsOfTable(flat),
    example: "受送达人\t签收日期\n王秀英\t2026年10月12日",
  },
  {
    name: "recipients-by-their-labels",
    reads: ({ flat, moments, issuedOn }) => {
      const found = recipientsByLabel(flat, moments);
      const [only] = found;
      if (only === undefined) return undefined;
      // 今收到…一份。受送达人：…: the day stands under it.
      const isDated = found.length > 1 || only.on !== undefined || only.failed !== undefined;
      const isProse = /收到[^。]{0,40}送达/u.test(flat.text);
      return isDated || issuedOn === undefined || !isProse ? found : [{ ...only, on: issuedOn }];
    },
    example: "受送达人：张立国\n签收日期：2026年9月30日",
  },
]);

function recipientsOf(
  flat: FlatText,
  moments: readonly WrittenMoment[],
  issuedOn: ReadDocument["issuedOn"],
): readonly ServedRecipient[] {
  return RECIPIENTS.decide({ flat, moments, issuedOn })?.verdict ?? [];
}

function recipientsByLabel(flat: FlatText, moments: readonly WrittenMoment[]): readonly ServedRecipient[] {
  const found: Reached[] = [];
  for (const { asks, start, end } of fieldsOf(flat)) {
    const last = found.at(-1);
    const words = flat.text.slice(start, end);
    const day = firstWithin(moments, start, end);
    if (asks === "recipient") {
      const until = Math.min(end, nextGap(flat, start + 1, Gap.cell, end), day?.start ?? end);
      const value = flat.text.slice(start, until).replace(/[。；，、]+$/u, "");
      if (/\p{Script=Han}{2}/u.test(value))
        found.push({ name: named(value, "recipient-by-label", CONFIDENCE.stated) });
    } else if (last === undefined) continue;
    else if (asks === "day" && day !== undefined)
      last.on = dayFact(flat, day, "day-by-label", CONFIDENCE.stated);
    else if (asks === "signature" && day !== undefined)
      last.on ??= dayFact(flat, day, "day-at-the-signature", CONFIDENCE.stated);
    else if (asks === "failure" && FAILED.test(words))
      last.failed = { value: true, confidence: CONFIDENCE.stated, rule: "not-served", text: words };
  }
  return found.map(settled);
}

/** What came back was served on no day. */
function settled({ name, on, failed }: Reached): ServedRecipient {
  if (failed !== undefined) return { name, failed };
  return { name, ...(on === undefined ? {} : { on }) };
}

function dayFact(flat: FlatText, moment: WrittenMoment, rule: string, confidence: Confidence) {
  return {
    value: moment.date,
    confidence: Math.min(confidence, moment.confidence),
    rule: `${rule}-${moment.rule}`,
    text: spanOf(flat, moment.start, moment.end),
  };
}

/** A heading with 受送达人 and a day in it, and under it a row for each. */
function recipientsOfTable(flat: FlatText): readonly ServedRecipient[] | undefined {
  const rows = flat.source.split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));
  const asked = (cell: string) => FIELDS.decide(cell.replace(/\s/gu, ""))?.verdict;
  const heading = rows.findIndex(
    (cells) =>
      cells.some((cell) => asked(cell) === "recipient") && cells.some((cell) => asked(cell) === "day"),
  );
  const head = rows[heading];
  if (head === undefined) return undefined;
  const name = head.findIndex((cell) => asked(cell) === "recipient");
  const day = head.findIndex((cell) => asked(cell) === "day");
  // 受送达人	某局	签收日期	某日: a form's row, no heading.
  if (Math.abs(day - name) === 2 && head.length % 2 === 0 && findMoments(flatten(head.join("\t"))).length > 0)
    return undefined;
  const found: ServedRecipient[] = [];
  for (const cells of rows.slice(heading + 1)) {
    const value = cells[name];
    if (cells.length < 2 || value === undefined || value === "") break;
    const [moment] = findMoments(flatten(cells[day] ?? ""));
    const text = cells.join(" ");
    const fact = named(value, "recipient-of-a-row", CONFIDENCE.stated);
    found.push(
      FAILED.test(text)
        ? { name: fact, failed: { value: true, confidence: CONFIDENCE.stated, rule: "not-served", text } }
        : {
            name: fact,
            ...(moment === undefined
              ? {}
              : {
                  on: {
                    value: moment.date,
                    confidence: moment.confidence,
                    rule: `day-of-a-row-${moment.rule}`,
                    text,
                  },
                }),
          },
    );
  }
  return found.length === 0 ? undefined : found;
}
