/** 积压 on the operations page: what waits for somebody or something, and since when the oldest does. */
import { html } from "hono/html";
import { jurisdictions } from "../../../../shared/casework/jurisdictions.ts";
import type { JobRun } from "../../../../shared/domain/operations/job-run.ts";
import { lookup } from "../../../../shared/domain/organisations/directory.ts";
import { addMinutes, type Instant } from "../../../../shared/domain/time/time.ts";
import { printedDate, printedMoment } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";

type Ports = Pick<DeskPorts, "records" | "directory" | "rules" | "now">;

/** The sweep looks at everything within the hour: what was due before that has been missed. */
const MISSED_MINUTES = 60;
/** So many missed things are counted, documents of a bureau, and cases without a unit; more are as bad. */
const MOST_MISSED = 200;
const MOST_REVIEWS = 200;
const MOST_NAMES = 1_000;

/** The table of what waits. */
export async function backlog(ports: Ports, runs: readonly JobRun[]): Promise<Markup> {
  const [reviews, names, addresses, missed] = await Promise.all([
    waitingReviews(ports),
    waitingNames(ports),
    deadAddresses(ports),
    missedItems(ports),
  ]);
  return dataTable({
    caption: "等待处理的事项，以及其中最早的",
    columns: ["事项", "数量", "最早", "由谁处理"],
    rows: [unread(runs), reviews, names, addresses, missed],
    empty: "",
  });
}

type Row = readonly [string, Markup | string, string, string];

function unread(runs: readonly JobRun[]): Row {
  const audit = runs.find(({ job }) => job === "audit");
  const queued = audit?.counts.queued ?? 0;
  const since = audit?.oldest === undefined ? "" : `${printedMoment(audit.oldest)}上传`;
  return [
    "收件箱中没有处理的文件",
    audit === undefined ? "尚未核对" : late(queued),
    since,
    `系统每日7时核对并重新排队${audit === undefined ? "" : `（${printedMoment(audit.at)}核对）`}；反复出现的，查看死信队列和日志`,
  ];
}

async function waitingReviews({ records, directory }: Ports): Promise<Row> {
  const bureaus = await directory.find(lookup.kind("bureau"));
  const each = await Promise.all(
    bureaus.map(async ({ id, name }) => ({
      name,
      waiting: await firstOf(records.reviews(id, MOST_REVIEWS), MOST_REVIEWS),
    })),
  );
  const oldest = each.flatMap(({ waiting }) => waiting.map(({ receivedAt }) => receivedAt)).toSorted()[0];
  const whose = each.filter(({ waiting }) => waiting.length > 0);
  const total = whose.reduce((sum, { waiting }) => sum + waiting.length, 0);
  const isMore = whose.some(({ waiting }) => waiting.length === MOST_REVIEWS);
  return [
    "待复核的文件",
    `${total}${isMore ? "以上" : ""}`,
    oldest === undefined ? "" : `${printedMoment(oldest)}收到`,
    whose
      .map(
        ({ name, waiting }) => `${name}${waiting.length}件${waiting.length === MOST_REVIEWS ? "以上" : ""}`,
      )
      .join("，"),
  ];
}

async function firstOf<One>(all: AsyncIterable<One>, most: number): Promise<readonly One[]> {
  const first: One[] = [];
  for await (const one of all) if (first.push(one) === most) break;
  return first;
}

async function waitingNames({ records }: Ports): Promise<Row> {
  const waiting = await firstOf(records.unknownNames({ some: MOST_NAMES }), MOST_NAMES);
  const [next] = waiting.flatMap(({ hearing }) => hearing ?? []).toSorted();
  const isMore = waiting.length === MOST_NAMES;
  // Of those that weren't looked at one may be heard before.
  const soonest = next === undefined || isMore ? "" : `${printedDate(next)}开庭`;
  const boards = [...new Set(waiting.map(({ board }) => board))].join("，");
  return [
    "被告名称不在名录的案件",
    `${waiting.length}${isMore ? "以上" : ""}`,
    soonest,
    `${boards}${isMore ? "等" : ""}`,
  ];
}

async function deadAddresses({ directory }: Ports): Promise<Row> {
  const areas = await jurisdictions(directory);
  const failed = await Promise.all(
    areas.map(async (area) => ({ area, count: (await directory.failedAddresses(area)).length })),
  );
  const whose = failed.filter(({ count }) => count > 0);
  return [
    "邮箱失效的单位",
    late(whose.reduce((sum, { count }) => sum + count, 0)),
    "",
    whose.map(({ area, count }) => `${area}${count}个`).join("，"),
  ];
}

async function missedItems({ records, rules, now }: Ports): Promise<Row> {
  let count = 0;
  const kinds = new Map<string, number>();
  const before: Instant = addMinutes(now(), -MISSED_MINUTES);
  for await (const { entity } of records.due(rules.policy.jurisdiction.code, before)) {
    count += 1;
    kinds.set(ENTITIES[entity], (kinds.get(ENTITIES[entity]) ?? 0) + 1);
    if (count === MOST_MISSED) break;
  }
  return [
    "逾时没有处理的到期事项",
    count === MOST_MISSED ? html`<span class="late">${MOST_MISSED}以上</span>` : late(count),
    count === 0 ? "" : `应在${printedMoment(before)}前处理`,
    count === 0
      ? ""
      : `${[...kinds].map(([kind, many]) => `${kind}${many}`).join("，")}；下一次巡查补办，仍在的查看巡查日志`,
  ];
}

const ENTITIES = {
  case: "案件",
  notice: "待发函件",
  line: "摘要事项",
  duty: "台账任务",
  programme: "年度事项",
  signing: "待签发通报",
} as const;

function late(count: number): Markup | string {
  return count === 0 ? "0" : html`<span class="late">${count}</span>`;
}
