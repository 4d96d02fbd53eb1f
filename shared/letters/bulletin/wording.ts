/** The sentences of a bulletin; page, paper and mail say the same ones. */

import {
  type BulletinWords,
  CIRCLES,
  UNIT_LISTS,
  type UnitList,
} from "../../domain/statistics/bulletin-content.ts";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import { clearance, docketRate } from "../../domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { attendance } from "../../domain/statistics/ranking.ts";
import { byRateDescending, percent } from "../../domain/statistics/rate.ts";
import type { SuggestionsReported } from "../../domain/suggestion/reported-suggestions.ts";
import { SUGGESTION_SORTS } from "../../domain/suggestion/suggestion-paper.ts";
import { printedMonth, printedPeriod } from "../frame/dates.ts";
import { oneLine } from "../frame/one-line.ts";
import { sortName } from "../registers/suggestion-wording.ts";
import { groundLabel } from "../wording/report-wording.ts";
import { inWords } from "./tables/cells.ts";
import { periodWords, RATE_NAMES, wholeRanked } from "./tables/columns.ts";

/** 临沂市行政应诉月通报, 季通报, 半年通报, 年度通报. */
export function bulletinName({
  jurisdiction,
  period: { kind },
}: Pick<BulletinEdition, "jurisdiction" | "period">): string {
  const name = {
    month: "月通报",
    quarter: "季度通报",
    "half-year": "半年通报",
    year: "年度通报",
    "year-to-date": "累计通报",
  };
  return oneLine(`${jurisdiction}行政应诉${name[kind]}`);
}

/** The page's title, a mail's subject and the files' name. */
export function bulletinTitle(
  edition: Pick<BulletinEdition, "jurisdiction" | "period" | "version" | "draft">,
): string {
  const { period, version, draft } = edition;
  return `${bulletinName(edition)}（${printedPeriod(period)}，第${version}版${draft ? "，征求意见稿" : ""}）`;
}

/** 共开庭审理行政案件137件 … with the changes against the period before and last year. */
export function overview(figures: BulletinStatistics, edition: BulletinEdition): string {
  const { total, principals, people, speech } = figures;
  const { previous, lastYear, period } = edition;
  const changes = [
    [`较${periodWords(edition).before}`, previous],
    ["较上年同期", lastYear],
  ] as const;
  const compared = changes.map(([than, before]) => {
    const change = inWords(attendance(total), before && attendance(before.total));
    return change === "" ? "" : `，${change === "持平" ? than.replace("较", "与") : than}${change}`;
  });
  // A rate of 0.00 % is no finding where nobody knows who came.
  const open =
    total.unknown > 0 ? `出庭情况不明的${total.unknown}件，核实前不计为出庭，也不计为未出庭。` : "";
  const unnamed = people.unnamed > 0 ? `（另有${people.unnamed}个单位次未载明姓名）` : "";
  const spoken =
    speech.heard > 0
      ? `在记录庭审发言的法院开庭的${speech.heard}件中，负责人出庭并发言${speech.spoke}件，出声率${percent({ part: speech.spoke, whole: speech.heard })}。`
      : "";
  return `${printedPeriod(period)}，共开庭审理行政案件${total.heard}件，行政机关负责人出庭应诉${total.present}件，案件出庭率${percent(attendance(total))}${compared.join("")}。出庭负责人共${people.heads}人${unnamed}。正职出庭${principals}件，正职出庭率${percent({ part: principals, whole: total.heard })}。${spoken}${open}${outOfBase(figures)}`;
}

/** What was heard and is out of the rates by how the city counts; empty where nothing is. */
function outOfBase({ counting, leftOut, second }: BulletinStatistics): string {
  const told = [
    [counting.secondInstance === "out" ? second.heard : 0, "二审", "件"],
    [leftOut.accepted, "负责人未出庭、人民法院认定理由成立的", "个单位次"],
    [leftOut.withoutNotice, "没有出庭通知记录的", "个单位次"],
  ] as const;
  const out = told.filter(([count]) => count > 0).map(([count, what, unit]) => `${what}${count}${unit}`);
  return out.length === 0 ? "" : `按本市统计口径另有${out.join("，")}，不计入上述基数。`;
}

/** 2026年1—8月累计 …; undefined where the edition has no such figures. */
export function accumulated({
  yearToDate: now,
  lastYearToDate: before,
}: BulletinEdition): string | undefined {
  if (now === undefined) return undefined;
  const change = inWords(attendance(now.total), before && attendance(before.total));
  const compared = change === "" ? "" : change === "持平" ? "，与上年同期持平" : `，较上年同期${change}`;
  return `${printedPeriod(now.period)}累计开庭审理${now.total.heard}件，负责人出庭应诉${now.total.present}件，案件出庭率${percent(attendance(now.total))}${compared}。`;
}

export function enterprise({ enterprise: tally, enterpriseUnknown }: BulletinStatistics): string {
  return `开庭审理涉企行政案件${tally.heard}件，负责人出庭应诉${tally.present}件，未出庭${tally.absent}件，出庭情况不明${tally.unknown}件，案件出庭率${percent(attendance(tally))}。${enterpriseUnknown > 0 ? `另有${enterpriseUnknown}件开庭案件未载明是否涉企，未计入。` : ""}`;
}

/** 负责人未出庭1件（2个单位次）: the cases in which no head came, and beside them the pairs. */
export function absentCases(cases: number, pairs: number): string {
  return `负责人未出庭${cases}件（${pairs}个单位次）`;
}

/** How many stayed away, for what, and who came instead. */
export function absence({ total, agencyLevel, grounds, withoutHead }: BulletinStatistics): string {
  if (agencyLevel.absent === 0) return "没有负责人未出庭的案件。";
  const stated = grounds
    .filter(({ count }) => count > 0)
    .map(({ ground, count }) => `${groundLabel(ground)}${count}个单位次`);
  const came = [
    [withoutHead.staff, "由相应工作人员出庭"],
    [withoutHead.lawyers, "仅委托律师出庭"],
    [withoutHead.nobody, "负责人和工作人员均未出庭"],
  ] as const;
  const instead = came.filter(([count]) => count > 0).map(([count, who]) => `${who}${count}个单位次`);
  return `${absentCases(total.absent, agencyLevel.absent)}。按所述原因分：${stated.join("，")}。${instead.length === 0 ? "" : `其中${instead.join("，")}。`}`;
}

export function resolution(figures: BulletinStatistics, edition: BulletinEdition): string {
  const { mediated, settled, settledAfterMediation: part } = figures.resolution;
  const { closed, lost } = figures.defeat;
  const period = periodWords(edition).this;
  const mediation =
    mediated === 0
      ? `${period}台账未载明进入调解的行政争议`
      : `进入调解的行政争议${mediated}件，其中和解撤诉${part}件，化解率${percent({ part, whole: mediated })}`;
  const defeat =
    closed === 0
      ? `${period}没有审结的一审案件。`
      : `一审审结${closed}件，行政机关败诉${lost}件，败诉率${percent({ part: lost, whole: closed })}。`;
  return `${mediation}；和解撤诉共${settled}件。${defeat}`;
}

/** 收案、结案、未结 and how it ended, with what isn't known. */
export function docketInWords(
  { docket: { total } }: BulletinStatistics,
  { period }: BulletinEdition,
): string {
  const cleared = clearance(total);
  const ratio = cleared === undefined ? "" : `，结收比${(cleared / 100).toFixed(2)}%`;
  const lost = docketRate("lost", total);
  const merits = docketRate("lost-on-merits", total);
  const withdrawn = docketRate("withdrawn", total);
  const unknown = (count: number) => (count > 0 ? `，另有${count}件未知` : "");
  const judged =
    lost.whole + lost.unknown === 0
      ? ""
      : `一审审结且结果已知的${lost.whole}件中，行政机关败诉${lost.part}件，败诉率${percent(lost)}${unknown(lost.unknown)}；实体判决${merits.whole}件，实体败诉率${percent(merits)}${unknown(merits.unknown)}；撤诉（含和解撤诉）${withdrawn.part}件，撤诉率${percent(withdrawn)}。`;
  const second = docketRate("reversed", total);
  const appeals =
    second.whole + second.unknown === 0
      ? ""
      : `二审审结且结果已知的${second.whole}件中，改判${total.reversed}件，发回重审、指令审理${total.remanded}件${unknown(second.unknown)}。`;
  return `${printedPeriod(period)}，新收${total.received}件，审结${total.closed}件，期末未结${total.pending}件${ratio}。${judged}${appeals}`;
}

/** 工作要求, as the figures call for them; the first holds always. */
export function demands(figures: BulletinStatistics): readonly string[] {
  const { byJurisdiction, grounds, unknown, differences, withoutHead, enterprise: company } = figures;
  const ratio = attendance(wholeRanked(figures));
  const low = byJurisdiction
    // Who was to appear of several may be as agreed: what nobody says so far puts no district below the others.
    .filter(
      ({ rank, heard, present, unstated }) =>
        rank !== undefined && byRateDescending({ part: present + unstated, whole: heard }, ratio) > 0,
    )
    .map(({ jurisdiction }) => jurisdiction);
  const none = grounds.find(({ ground }) => ground === "none")?.count ?? 0;
  const unclear = grounds.find(({ ground }) => ground === undefined)?.count ?? 0;
  const unsettled = unknown.attendance.length + unknown.coRespondents.length + unknown.hearing.length;
  const rules: readonly (readonly [boolean, string])[] = [
    [
      true,
      "被诉行政机关负责人应当出庭应诉；确有正当理由不能出庭的，开庭前向人民法院提交加盖印章或者负责人签字的书面说明，并委托相应的工作人员出庭。",
    ],
    [
      low.length > 0,
      `${RATE_NAMES[figures.counting.rankBy]}低于全市平均水平的${low.map((name) => oneLine(name)).join("、")}，请分析原因，督促被诉行政机关落实出庭责任。`,
    ],
    [
      none + unclear > 0,
      `未出庭且无正当理由或者原因不明的${none + unclear}个单位次，请被诉行政机关书面说明情况。`,
    ],
    [
      withoutHead.lawyers + withoutHead.nobody > 0,
      `不得仅委托律师出庭；仅律师出庭、无人出庭的${withoutHead.lawyers + withoutHead.nobody}个单位次，请被诉行政机关查明责任。`,
    ],
    [company.absent > 0, `涉企案件有${company.absent}件负责人未出庭，请有关单位重点整改。`],
    [
      unsettled > 0,
      `出庭、开庭情况或者开庭日期待核实的${unsettled}个单位次，请审理法院和被诉行政机关尽快补报。`,
    ],
    [
      differences.length > 0,
      `各方记载不一致的${differences.length}个单位次，请有关单位按核对函的要求确认或者更正。`,
    ],
  ];
  return rules.filter(([applies]) => applies).map(([, text]) => text);
}

/** What is asked of everybody: what the figures call for, unless their bureau leaves that out, and then its own words. */
export function allDemands(figures: BulletinStatistics, { content }: BulletinEdition): readonly string[] {
  const calledFor = content?.calledFor === false ? [] : demands(figures);
  return [...calledFor, ...(content?.demands ?? [])];
}

/** Whether a list that names units and cases is circulated; where nobody chose, all are. */
export function isShown({ content }: BulletinEdition, list: UnitList): boolean {
  return content === undefined || content.shown.includes(list);
}

/** Whether some of those lists are the bureau's own, in a file that isn't circulated. */
export function hasAnnex(
  edition: BulletinEdition,
  { possibleSuggestions }: Pick<BulletinStatistics, "possibleSuggestions">,
): boolean {
  // Where a 司法建议 is possible never leaves the bureau.
  return possibleSuggestions.length > 0 || !UNIT_LISTS.every((list) => isShown(edition, list));
}

/** How many proposals courts made, and how many were answered. */
export function suggestionsInWords({ figures }: SuggestionsReported): string {
  const { received, bySort, due, answered, inTime, overdue, adopted, partly, refused } = figures;
  if (received === 0) return "本期没有登记人民法院提出的司法建议。";
  const sorts = SUGGESTION_SORTS.filter((sort) => bySort[sort] > 0).map(
    (sort) => `${sortName(sort)}${bySort[sort]}条`,
  );
  return `本期收到人民法院司法建议${received}条（${sorts.join("、")}）。已到期或者已复函${due}条，其中复函${answered}条，复函率${percent({ part: answered, whole: due })}；按期复函${inTime}条；逾期未复函${overdue}条。复函中采纳${adopted}条、部分采纳${partly}条、不采纳${refused}条。`;
}

/** How much is open, where the list of it isn't circulated. */
export function openInWords({ unknown, differences, notHearable }: BulletinStatistics): string {
  const told = [
    [unknown.attendance.length, "是否出庭不明"],
    [unknown.coRespondents.length, "未说明由谁出庭"],
    [unknown.hearing.length, "是否开庭不明"],
    [differences.length, "各方记载不一致"],
    [notHearable.length, "按案件类型不应开庭而登记为开庭"],
  ] as const;
  const open = told.filter(([count]) => count > 0).map(([count, what]) => `${what}${count}个单位次`);
  return open.length === 0
    ? "没有待核实的事项。"
    : `${open.join("，")}，由审理法院和被诉行政机关分别核实，核实前不计为出庭，也不计为未出庭。`;
}

/** 〔2026〕第9期（第2版）: counted through the year of its appearance; where nobody numbered it, the month's own. */
export function issueNumber({ period: { kind, to }, version, content, issuedOn }: BulletinEdition): string {
  const [year, month] = [to.slice(0, 4), Number(to.slice(5))];
  const again = version > 1 ? `（第${version}版）` : "";
  if (content?.issue !== undefined) return `〔${issuedOn?.slice(0, 4) ?? year}〕第${content.issue}期${again}`;
  const issue = {
    month: `第${month}期`,
    quarter: `季度第${month / 3}期`,
    "half-year": `半年第${month / 6}期`,
    year: "年度",
    "year-to-date": `累计第${month}期`,
  }[kind];
  return `〔${year}〕${issue}${again}`;
}

/** 主送: whom it is addressed to; those who only get a copy are {@link copiedTo}. */
export function addressedTo(edition: BulletinEdition): string | undefined {
  if (edition.jurisdiction === "") return undefined;
  const to = edition.content?.to ?? CIRCLES;
  const named = [
    ...(to.includes("governments") ? ["各县区人民政府"] : []),
    ...(to.includes("agencies") ? ["市政府各部门、各直属机构"] : []),
  ];
  if (named.length > 0) return named.join("，");
  return copiedTo(edition);
}

/** 抄送: courts and bureaus. */
export function copiedTo({
  content,
  jurisdiction,
}: Pick<BulletinEdition, "content" | "jurisdiction">): string | undefined {
  const to = content?.to ?? CIRCLES;
  const named = [
    ...(to.includes("courts") ? [`${jurisdiction}中级人民法院，各县区人民法院`] : []),
    ...(to.includes("bureaus") ? ["各县区司法局"] : []),
  ];
  return jurisdiction === "" || named.length === 0 ? undefined : named.join("，");
}

/** The bureau's words as the mail says them; undefined where it gave none. */
export function wordsInMail(
  figures: BulletinStatistics,
  edition: BulletinEdition,
): BulletinWords | undefined {
  const { content } = edition;
  if (content === undefined) return undefined;
  return {
    issue: issueNumber(edition),
    ...(content.document !== undefined && { document: content.document }),
    analysis: content.analysis,
    demands: allDemands(figures, edition),
  };
}

/** Which courts' cases may not all be there; undefined where every ledger is in. */
export function withoutLedgers({
  missingLedgers = [],
  period,
  draft,
}: Pick<BulletinEdition, "missingLedgers" | "period" | "draft">): string | undefined {
  if (missingLedgers.length === 0) return undefined;
  const named = missingLedgers.map(({ court, months }) =>
    oneLine(period.kind === "month" ? court : `${court}（${months.map(printedMonth).join("、")}）`),
  );
  return `截至${draft ? "本稿形成" : "印发"}，下列人民法院尚未报送台账，其案件按庭审笔录、裁判文书和行政机关备案统计，可能不全：${named.join("、")}。`;
}

/** What a later version says of itself. */
export function replacing(edition: BulletinEdition): string | undefined {
  const { version, changes, corrects } = edition;
  if (version < 2) return undefined;
  const where = isShown(edition, "changes") ? "，列于文末" : "";
  const listed =
    changes === undefined ? "" : `与第${changes.against}版相比变化${changes.rows.length}项${where}。`;
  const why = corrects === undefined ? undefined : oneLine(corrects).replace(/[。；]+$/u, "");
  return `本版${why === undefined ? "根据补报和核对结果修订" : `更正：${why}`}，自印发之日起替代以前各版。${listed}`;
}
