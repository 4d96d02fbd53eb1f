/** The court's workspace (法院工作台): what it has before it. */
import { html } from "hono/html";
import { caseSearch } from "../case-search.ts";
import { hearingsAhead } from "../hearings-ahead.ts";
import type { Workspace } from "../workspace.ts";

export const courtWorkspace: Workspace = {
  async show(ports, work) {
    return {
      status: 200,
      title: "我的工作台",
      wide: true,
      body: html`${await caseSearch(ports, work)}${await hearingsAhead(ports, work)}`,
    };
  },
  submit: (ports, work) => courtWorkspace.show(ports, work),
};
