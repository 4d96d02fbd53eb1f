/** 旁听、培训覆盖情况: which units and which of their leaders took part in the year, and who is missing. */
import { html } from "hono/html";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { leadersOn } from "../../../shared/domain/organisations/leaders.ts";
import { type Covered, coverage } from "../../../shared/domain/programme/coverage.ts";
import { civilDateAt, parseYear, yearOf } from "../../../shared/domain/time/time.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts, ShownPage } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { type Opened, wayBack } from "./programme-visit.ts";

export async function coveragePage(ports: DeskPorts, { scope, visit }: Opened): Promise<ShownPage> {
  const today = civilDateAt(ports.now());
  const year = parseYear(visit.query.year ?? "") ?? yearOf(today);
  const of = scope.seen.find((one) => one === visit.query.of) ?? scope.own;
  const [all, entries] = await Promise.all([
    ports.directory.find(lookup.area(of)),
    ports.records.programme(of, year),
  ]);
  const units = all
    .filter(({ kind }) => kind === "agency" || kind === "government")
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, aliases, leaders }) => ({
      name,
      aliases,
      heads: leadersOn(leaders, today).map((leader) => leader.name),
    }));
  const { units: rows, others } = coverage(units, entries);
  const missing = rows.filter(({ observations, trainings }) => observations.times + trainings.times === 0);
  return {
    status: 200,
    title: `${of}${year}年旁听、培训覆盖情况`,
    wide: true,
    body: html`${wayBack(visit, year)}
<p>共${rows.length}个单位，${rows.length - missing.length}个参加过，${missing.length}个没有参加过旁听或者培训。负责人按名录中的班子成员核对，登记参加人员时写明姓名的才计入。</p>
${dataTable({
  caption: "按单位",
  columns: ["单位", "旁听", "培训", "参加过的负责人", "没有参加过的负责人"],
  rows: rows.map(rowOf),
  empty: "名录中没有单位。",
})}
${others.length === 0 ? "" : html`<p class="note">登记的下列单位与名录中的名称不一致，没有计入：${others.join("、")}。请更正登记，或者在名录中补充名称。</p>`}`,
  };
}

function rowOf({ unit, observations, trainings, heads }: Covered): readonly (Markup | string)[] {
  const never = observations.times + trainings.times === 0;
  const taken = ({ times, people }: Covered["trainings"]) =>
    times === 0 ? html`<span class="late">未参加</span>` : `${times}次，${people}人`;
  return [
    never ? html`<span class="late">${unit}（未参加）</span>` : unit,
    taken(observations),
    taken(trainings),
    heads.came.join("、"),
    heads.missing.join("、"),
  ];
}
