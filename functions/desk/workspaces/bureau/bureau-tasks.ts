/** 我的待办 of a bureau, apart from its cases: what waits for it in each room, with the way there. */
import { html } from "hono/html";
import { nameShown } from "../../../../shared/casework/documents/archive-name.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { type WaitingFor, waitingForBureau } from "../../../../shared/domain/programme/waiting.ts";
import type { Signing } from "../../../../shared/domain/signing/signing.ts";
import { addMonths, civilDateAt, lastTwoYears, monthOf } from "../../../../shared/domain/time/time.ts";
import { printedDate, printedMoment, printedMonth } from "../../../../shared/letters/frame/dates.ts";
import { documentName } from "../../../../shared/letters/wording/document-wording.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, roomPlace } from "../workspace.ts";

type Row = readonly (Markup | string)[];

/** What one room has for the list. */
interface OfRoom {
  readonly rows: readonly Row[];
  /** Where the others are, of which the list has the first alone. */
  readonly others?: Row;
}

/** Of each kind so many are named; the room has all. */
const MOST = 10;
/** Months back in which a bulletin that nobody signed is looked for. */
const UNSIGNED_MONTHS = 24;

/** The list, the rooms in the order in which a morning goes through them. */
export async function bureauTasks(ports: DeskPorts, work: AtWork, areas: readonly string[]): Promise<Markup> {
  const rooms: readonly OfRoom[] = await Promise.all([
    reviews(ports, work),
    names(ports, work, areas),
    addresses(ports, work, areas),
    signings(ports, work),
    programme(ports, work),
  ]);
  const count = rooms.reduce((sum, { rows }) => sum + rows.length, 0);
  const isPart = rooms.some(({ others }) => others !== undefined);
  return html`<h2 id="tasks">我的待办</h2>${dataTable({
    caption:
      count === 0
        ? ""
        : `${isPart ? `列出${count}项，较多的每类前${MOST}项` : `共${count}项`}；案件中的事项见下表`,
    columns: ["事项", "说明", "自"],
    rows: rooms.flatMap(({ rows, others }) => (others === undefined ? rows : [...rows, others])),
    empty: "没有待办事项；案件中的事项见下表。",
  })}`;
}

/** 人工复核. */
async function reviews(ports: DeskPorts, work: AtWork): Promise<OfRoom> {
  const rows: Row[] = [];
  for await (const waiting of ports.records.reviews(work.organisation.id, MOST + 1)) {
    if (rows.length === MOST) {
      const board = await roomPlace(ports, work, { task: "board" });
      return { rows, others: [html`<a href="${board}">其余待复核的文书</a>`, "见案件看板。", ""] };
    }
    const { sha256, key, kind, caseNumbers, receivedAt, again = "" } = waiting;
    const place = await roomPlace(ports, work, { task: "review", sha256 }, again);
    const what = [documentName(kind) ?? "未识别的文件", ...caseNumbers].join("，");
    rows.push([html`<a href="${place}">复核${nameShown(key)}</a>`, what, printedMoment(receivedAt)]);
  }
  return { rows };
}

/** 这是哪个单位. */
async function names(ports: DeskPorts, work: AtWork, areas: readonly string[]): Promise<OfRoom> {
  const rows: Row[] = [];
  // Whoever sees more than one jurisdiction sees all.
  const [board, ...others] = areas;
  const asked = { ...(others.length === 0 && { board }), some: MOST + 1 };
  for await (const { caseNumber, names: unknown, hearing } of ports.records.unknownNames(asked)) {
    if (rows.length >= MOST) {
      const directory = await roomPlace(ports, work, { task: "directory" });
      return {
        rows,
        others: [html`<a href="${directory}">其余名录中没有的被告名称</a>`, "见单位名录。", ""],
      };
    }
    for (const respondent of unknown) {
      const place = await roomPlace(ports, work, { task: "unknown-name", caseNumber, respondent });
      rows.push([
        html`<a href="${place}">“${respondent}”是哪个单位</a>`,
        `${caseNumber}${hearing === undefined ? "" : `，${printedDate(hearing)}开庭`}：名录中没有这个名称，尚未通知。`,
        "",
      ]);
    }
  }
  return { rows };
}

/** 地址失效. */
async function addresses(ports: DeskPorts, work: AtWork, areas: readonly string[]): Promise<OfRoom> {
  const failed = (await Promise.all(areas.map((area) => ports.directory.failedAddresses(area)))).flat();
  const rows = await Promise.all(
    failed.slice(0, MOST).map(async ({ organisation, name, addresses: refused }): Promise<Row> => {
      const place = await roomPlace(ports, work, { task: "directory-entry", organisation });
      return [html`<a href="${place}">更正${name}的邮箱</a>`, `${refused.join("、")}已退信，不再发送。`, ""];
    }),
  );
  if (failed.length <= MOST) return { rows };
  const board = await roomPlace(ports, work, { task: "board" });
  const words = `其余${failed.length - MOST}个单位失效的邮箱`;
  return { rows, others: [html`<a href="${board}">${words}</a>`, "见案件看板。", ""] };
}

const UNSIGNED: ReadonlySet<Signing["state"]> = new Set(["open", "deferred"]);

/** 通报签发, the municipal bureau's. */
async function signings(ports: DeskPorts, work: AtWork): Promise<OfRoom> {
  if (work.organisation.jurisdiction !== CITY_ITSELF) return { rows: [] };
  const from = addMonths(monthOf(civilDateAt(ports.now())), -UNSIGNED_MONTHS);
  const all = await ports.records.signings(ports.rules.policy.jurisdiction.code, from);
  const rows = await Promise.all(
    all
      .filter(({ state }) => UNSIGNED.has(state))
      .map(async ({ period, month, version }): Promise<Row> => {
        const place = await roomPlace(ports, work, { task: "signing", period, month }, version);
        const name =
          period === "month" ? printedMonth(month) : `截至${printedMonth(month)}的${PERIODS[period]}`;
        return [html`<a href="${place}">签发${name}通报</a>`, "签发前不会印发。", ""];
      }),
  );
  return { rows };
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
async function programme(ports: DeskPorts, work: AtWork): Promise<OfRoom> {
  const today = civilDateAt(ports.now());
  const years = lastTwoYears(today);
  const { jurisdiction } = work.organisation;
  const entries = (
    await Promise.all(years.map((year) => ports.records.programme(jurisdiction, year)))
  ).flat();
  const waiting = entries.flatMap((entry) => waitingForBureau(entry, today, entries) ?? []);
  if (waiting.length === 0) return { rows: [] };
  const place = await roomPlace(ports, work, { task: "programme" });
  const rows = [...Map.groupBy(waiting, (step) => step)].map(
    ([step, of]): Row => [html`<a href="${place}">${STEPS[step]}</a>`, `${of.length}项，见工作台账。`, ""],
  );
  return { rows };
}
