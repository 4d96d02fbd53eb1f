/** The admin's workspace (系统管理): how the deployment runs, and what only whoever runs it does. Each act is noted. */
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { Workspace } from "../workspace.ts";
import { exportPage, exportPart } from "./export-page.ts";
import { holidaysPage, submitHolidays } from "./holidays-page.ts";
import { mailsOfCase } from "./lost-mail.ts";
import { operationsPage } from "./operations-page.ts";
import { endSessions, sessionsPage } from "./sessions-page.ts";

export const adminWorkspace: Workspace = {
  async show(ports, work) {
    switch (work.part) {
      case undefined:
        return operationsPage(ports, work);
      case "sessions":
        return sessionsPage(ports, work);
      case "holidays":
        return holidaysPage(ports, work);
      case "export":
        return exportPage(ports, work);
      case "mails":
        return mailsOfCase(ports, work);
      default:
        return notFoundPage;
    }
  },
  async submit(ports, work, form) {
    switch (work.part) {
      case "sessions":
        return endSessions(ports, work, form);
      case "export":
        return exportPart(ports, work, form);
      case "holidays":
        return submitHolidays(ports, work, form);
      default:
        return adminWorkspace.show(ports, work);
    }
  },
};
