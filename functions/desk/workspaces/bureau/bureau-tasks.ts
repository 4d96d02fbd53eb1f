/** 我的待办 of a bureau, apart from its cases: what waits for it in each room, with the way there. */
import { html } from "hono/html";
import { nameShown } from "../../../../shared/casework/documents/archive-name.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { type WaitingFor, waitingForBureau } from "../../../../shared/domain/programme/waiting.ts";
import type { Signing } from "../../../../shared/domain/signing/signing.ts";
import { civilDateAt, type Year, yearOf } from "../../../../shared/domain/time/time.ts";
import { printedDate, printedMoment, printedMonth } from "../../../../shared/letters/frame/dates.ts";
import { documentName } from "../../../../shared/letters/wording/document-wording.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, roomPlace } from "../workspace.ts";

type Row = readonly (Markup | string)[];

/** Of each kind so many are named; the room has all. */
const MOST = 10;

/** The list, the rooms in the order in which a morning goes through them. */
export async function bureauTasks(ports: DeskPorts, work: AtWork, areas: readonly string[]): Promise<Markup> {
  const rooms = await Promise.all([
    reviews(ports, work),
    names(ports, work, areas),
    addresses(ports, work, areas),
    signings(ports, work),
    programme(ports, work),
  ]);
  const rows = rooms.flat();
  return html`<h2 id="tasks">我的待办</h2>${dataTable({
    caption: rows.length === 0 ? "" : `共${rows.length}项；案件中的事项见下表`,
    columns: ["事项", "说明", "自"],
    rows,
    empty: "没有待办事项；案件中的事项见下表。",
  })}`;
}

/** 人工复核. */
async function reviews(ports: DeskPorts, work: AtWork): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const { sha256, key, kind, caseNumbers, receivedAt, again = "" } of ports.records.reviews(
    work.organisation.id,
  )) {
    const place = await roomPlace(ports, work, { task: "review", sha256 }, again);
    const what = [documentName(kind) ?? "未识别的文件", ...caseNumbers].join("，");
    rows.push([html`<a href="${place}">复核${nameShown(key)}</a>`, what, printedMoment(receivedAt)]);
    if (rows.length === MOST) break;
  }
  return rows;
}

/** 这是哪个单位. */
async function names(ports: DeskPorts, work: AtWork, areas: readonly string[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const { caseNumber, board, names: unknown, hearing } of ports.records.unknownNames()) {
    if (!areas.includes(board)) continue;
    for (const respondent of unknown) {
      const place = await roomPlace(ports, work, { task: "unknown-name", caseNumber, respondent });
      rows.push([
        html`<a href="${place}">“${respondent}”是哪个单位</a>`,
        `${caseNumber}${hearing === undefined ? "" : `，${printedDate(hearing)}开庭`}：名录中没有这个名称，尚未通知。`,
        "",
      ]);
    }
    if (rows.length >= MOST) break;
  }
  return rows;
}

/** 地址失效. */
async function addresses(ports: DeskPorts, work: AtWork, areas: readonly string[]): Promise<readonly Row[]> {
  const failed = (await Promise.all(areas.map((area) => ports.directory.failedAddresses(area)))).flat();
  return Promise.all(
    failed.slice(0, MOST).map(async ({ organisation, name, addresses: refused }): Promise<Row> => {
      const place = await roomPlace(ports, work, { task: "directory-entry", organisation });
      return [html`<a href="${place}">更正${name}的邮箱</a>`, `${refused.join("、")}已退信，不再发送。`, ""];
    }),
  );
}

const UNSIGNED: ReadonlySet<Signing["state"]> = new Set(["open", "deferred"]);

/** 通报签发, the municipal bureau's. */
async function signings(ports: DeskPorts, work: AtWork): Promise<readonly Row[]> {
  if (work.organisation.jurisdiction !== CITY_ITSELF) return [];
  const all = await ports.records.signings(ports.rules.policy.jurisdiction.code);
  return Promise.all(
    all
      .filter(({ state }) => UNSIGNED.has(state))
      .map(async ({ period, month, version }): Promise<Row> => {
        const place = await roomPlace(ports, work, { task: "signing", period, month }, version);
        const name =
          period === "month" ? printedMonth(month) : `截至${printedMonth(month)}的${PERIODS[period]}`;
        return [html`<a href="${place}">签发${name}通报</a>`, "签发前不会印发。", ""];
      }),
  );
}

const PERIODS: Readonly<Record<Signing["period"], string>> = {
  month: "月度",
  quarter: "季度",
  "half-year": "半年",
  year: "年度",
  "year-to-date": "累计",
};

const STEPS: Readonly<Record<WaitingFor, string>> = {
  "suggestion-to-check": "司法建议待核对",
  "answer-to-judge": "整改答复待审核",
  "interview-to-confirm": "约谈待确认",
  "interview-to-record": "约谈情况待登记",
  "interview-to-follow-up": "约谈待回访",
  "objection-to-answer": "考核异议待答复",
  "pack-to-confirm": "联席会议材料待确认",
  "session-to-record": "约谈会情况待登记",
  "promise-overdue": "约谈承诺事项逾期",
  "topic-to-answer": "法院提出的联席会议议题待答复",
  "point-overdue": "联席会议议定事项逾期",
  "observation-to-record": "旁听情况待登记",
};

/** 工作台账, of this year and the one before. */
async function programme(ports: DeskPorts, work: AtWork): Promise<readonly Row[]> {
  const today = civilDateAt(ports.now());
  const years = [Number(yearOf(today)) - 1, Number(yearOf(today))].map((year) => String(year) as Year);
  const { jurisdiction } = work.organisation;
  const entries = (
    await Promise.all(years.map((year) => ports.records.programme(jurisdiction, year)))
  ).flat();
  const waiting = entries.flatMap((entry) => waitingForBureau(entry, today, entries) ?? []);
  if (waiting.length === 0) return [];
  const place = await roomPlace(ports, work, { task: "programme" });
  return [...Map.groupBy(waiting, (step) => step)].map(
    ([step, of]): Row => [html`<a href="${place}">${STEPS[step]}</a>`, `${of.length}项，见工作台账。`, ""],
  );
}
