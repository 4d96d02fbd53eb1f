/** The bureau's workspace (司法局工作台): its day, across all rooms. */
import { html } from "hono/html";
import { areaOf } from "../../../../shared/casework/jurisdictions.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { addMonths, civilDateAt, monthOf } from "../../../../shared/domain/time/time.ts";
import { caseSearch } from "../case-search.ts";
import { hearingsAhead } from "../hearings-ahead.ts";
import { roomPlace, type Workspace } from "../workspace.ts";
import { bureauTasks } from "./bureau-tasks.ts";
import { casesAhead } from "./cases-ahead.ts";

export const bureauWorkspace: Workspace = {
  async show(ports, work) {
    const areas = await areaOf(ports.directory, work.organisation);
    const month = addMonths(monthOf(civilDateAt(ports.now())), -1);
    const ways = [
      ["案件看板", { task: "board" }],
      ["录入案件", { task: "entry-office" }],
      ["单位名录", { task: "directory" }],
      ["工作台账", { task: "programme" }],
      ...(work.organisation.jurisdiction === CITY_ITSELF
        ? ([["通报签发", { task: "signing", period: "month", month }]] as const)
        : []),
    ] as const;
    const places = await Promise.all(ways.map(([, target]) => roomPlace(ports, work, target)));
    return {
      status: 200,
      title: "我的工作台",
      wide: true,
      body: html`<nav aria-label="办理"><ul>${ways.map(([name], index) => html`<li><a href="${places[index]}">${name}</a></li>`)}</ul></nav>${await caseSearch(ports, work)}${await bureauTasks(ports, work, areas)}${await casesAhead(ports, work, areas)}
${await hearingsAhead(ports, work)}`,
    };
  },
  submit: (ports, work) => bureauWorkspace.show(ports, work),
};
