/** What courts, agencies and schedules do with a deployment, and an admin who asks it. */
import assert from "node:assert/strict";
import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { fillIn } from "../../../infra/local/city/visitor.ts";
import { tagOf } from "../../../shared/adapters/notice-tag.ts";
import { addMonths } from "../../../shared/domain/time/time.ts";
import { REPORT } from "../../support/desk-city.ts";
import {
  call,
  caseFile,
  courtWith,
  mailTo,
  named,
  officesOpen,
  open,
  output,
  posted,
  put,
  summons,
  until,
  yingsu,
} from "../people.ts";
import { printed } from "../printed.ts";
import { AGENCY, CASE, leftAll, MONTH, RESTORED, reportLink, restore, whereMailsAre } from "./common.ts";
import type { Step } from "./step.ts";

export const WORK: readonly Step[] = [
  {
    name: "a court writes into its own folder, and can do nothing else",
    async run() {
      const court = await courtWith(output("Court1321PolicyArn"), "court-1321");
      await assert.rejects(put(court, "courts/1302/inbox/传票.txt", summons(CASE)), /AccessDenied|denied/i);
      const list = new ListObjectsV2Command({ Bucket: output("InboxBucket") });
      await assert.rejects(court.send(list), /AccessDenied|denied/i);
      await put(court, "courts/1321/inbox/传票.txt", summons(CASE));
    },
  },
  {
    name: "its summons becomes a case, and mails leave",
    async run() {
      await until("the case", async () => (await caseFile(CASE)) !== undefined);
      await officesOpen();
      await until(
        "its mails",
        () => leftAll(CASE),
        () => whereMailsAre(CASE),
      );
      await until("the agency's mail", async () => (await mailTo(AGENCY, CASE)) !== undefined);
    },
  },
  {
    name: "the table is restored to this moment, under another name",
    async run() {
      restore.to = new Date().toISOString();
      const names = { "<CaseTable>": output("CaseTable"), "<name>": RESTORED };
      printed("aws dynamodb restore-table-to-point-in-time", names);
      for (const asked of [
        "update-table --table-name <name>",
        "update-time-to-live",
        "update-continuous-backups",
      ])
        printed(`aws dynamodb ${asked}`, names);
      restore.stream = printed("aws dynamodb describe-table", names);
      assert.match(restore.stream, /:table\/yingsu-check-restored\/stream\//);
    },
  },
  {
    name: "the agency opens its link and reports; the link is used then",
    async run() {
      const link = await reportLink();
      const { done: said } = await fillIn(open, link, REPORT);
      assert.notEqual(said, "");
      assert.equal((await caseFile(CASE))?.reports.length, 1);
      await assert.rejects(fillIn(open, link, REPORT));
    },
  },
  {
    name: "the sweep, the audit and the bulletin's jobs run when their schedules call",
    async run() {
      const scheduledFor = new Date().toISOString();
      await call("DeadlineSweepFunction", { scheduledFor });
      await call("InboxAuditFunction", { scheduledFor });
      await call("MonthlyBulletinFunction", { task: "draft", scheduledFor: `${MONTH}-01T00:30:00Z` });
      await call("MonthlyBulletinFunction", { task: "propose", scheduledFor: `${MONTH}-03T02:00:00Z` });
    },
  },
  {
    name: "what SES reports of a mail settles its notice",
    async run() {
      const [first] = await posted(CASE);
      assert.ok(first);
      const { subject, id } = first.notice;
      const timestamp = new Date().toISOString();
      const mail = { timestamp, tags: { mid: [id], subject: [tagOf(subject)] } };
      await call("MailFeedbackFunction", {
        detail: { eventType: "Delivery", mail, delivery: { timestamp } },
      });
      const [settled] = (await posted(CASE)).filter(({ notice }) => notice.id === id);
      assert.equal(settled?.state, "delivered");
    },
  },
  {
    name: "yingsu trail and replay ask the deployment",
    async run() {
      const lines = yingsu("trail", CASE, "--table", output("CaseTable"));
      assert.equal(lines[0]?.caseNumber, CASE);
      const run = [
        "--month",
        addMonths(MONTH, -1),
        "--task",
        "draft",
        "--function",
        named("MonthlyBulletinFunction"),
      ];
      assert.equal(yingsu("replay", "bulletin", ...run, "--apply")[0]?.done, true);
      const replayed = ["courts/1321/inbox/传票.txt", "--bucket", output("InboxBucket")];
      assert.equal(yingsu("replay", "file", ...replayed, "--apply")[0]?.done, true);
    },
  },
];
