/** The admin's workspace (系统管理): who has signed in. */
import { addMinutes } from "../../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import { dataTable } from "../../frame/table.ts";
import type { Workspace } from "../workspace.ts";

/** Sessions of the last days are listed. */
const DAYS = 30;

export const adminWorkspace: Workspace = {
  async show(ports) {
    const signedIn = await Array.fromAsync(ports.sessions.since(addMinutes(ports.now(), -DAYS * 24 * 60)));
    return {
      status: 200,
      title: "系统管理",
      wide: true,
      body: dataTable({
        caption: `最近${DAYS}日的登录，新的在前`,
        columns: ["时间", "邮箱", "方式", "结束"],
        rows: signedIn
          .toReversed()
          .map(({ startedAt, mailbox, by, until, endedAt }) => [
            printedMoment(startedAt),
            mailbox,
            by === "mail" ? "邮件链接" : "统一身份认证",
            printedMoment(endedAt ?? until),
          ]),
        empty: "没有人登录。",
      }),
    };
  },
  submit: (ports, work) => adminWorkspace.show(ports, work),
};
