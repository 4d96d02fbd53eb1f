/**
 * What happens to a deployment, from the first attempt to its removal and beyond, step by step. Each step throws where something
 * isn't as infra/README.md promises.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { HeadBucketCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { config } from "../../infra/config.ts";
import { fillIn } from "../../infra/local/city/visitor.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { tagOf } from "../../shared/adapters/notice-tag.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { addMonths, civilDateAt, instant, monthOf } from "../../shared/domain/time/time.ts";
import { REPORT } from "../support/desk-city.ts";
import { ask, stackState, unprotect } from "./aws.ts";
import { cdk, deploy, succeeded } from "./cdk.ts";
import { ACCOUNT, CHECKED, REGION } from "./checked.ts";
import {
  agencies,
  call,
  caseFile,
  client,
  courtWith,
  look,
  mailTo,
  named,
  officesOpen,
  open,
  output,
  posted,
  put,
  summons,
  tables,
  until,
  yingsu,
} from "./people.ts";

/** One thing that is done, and what then must be so. */
export interface Step {
  readonly name: string;
  run(): Promise<void>;
}

const [CASE, LATER] = [caseNumber("（2026）鲁1321行初901号"), caseNumber("（2026）鲁1321行初902号")];
const AGENCY = "fazhi@yinan-police.example.org";
const DOMAIN = config.mail.kind === "ses" ? config.mail.domain : "";
const MONTH = monthOf(civilDateAt(instant(new Date())));
const admin = s3();

/** The link by which the agency reports, in the mail of whichever deployment sent it. */
async function reportLink(): Promise<string> {
  const words = (await mailTo(AGENCY, CASE))?.split(/\s/) ?? [];
  const link = words.find((word) => /^https:\/\/\w+\.execute-api\./.test(word));
  assert.ok(link, "no link in the agency's mail");
  return link;
}

/** All have left, or wait for their hour; what the carrier wouldn't take says why. */
const leftAll = async (number: typeof CASE) => {
  const all = await posted(number);
  const left = all.filter(({ state }) => state === "accepted");
  const waiting = all.filter(({ state, reason }) => state === "held" && reason === undefined);
  return left.length > 0 && left.length + waiting.length === all.length;
};

const whereMailsAre = async (number: typeof CASE) =>
  (await posted(number))
    .map(({ notice, state, reason = "" }) => `${notice.content.kind}: ${state} ${reason}`)
    .join("; ");

export const STORY: readonly Step[] = [
  {
    name: "cdk bootstrap",
    run: async () => succeeded(await cdk(["bootstrap", `aws://${ACCOUNT}/${REGION}`], "first")),
  },
  {
    name: "a first deployment that fails (the domain is an SES identity already) takes back all it made",
    async run() {
      await ask("ses", "VerifyDomainIdentity", { Domain: DOMAIN });
      await assert.rejects(deploy("first"), /EmailIdentity|already exists/);
      assert.equal(await stackState(), "ROLLBACK_COMPLETE");
      assert.deepEqual(await tables(), []);
    },
  },
  {
    name: "deployed again it is refused, and says why",
    run: () => assert.rejects(deploy("first"), /TerminationProtection/),
  },
  {
    name: "with its protection off and the cause mended it is deployed",
    async run() {
      await ask("ses", "DeleteIdentity", { Identity: DOMAIN });
      await unprotect();
      await deploy("first");
      await look();
      for (const name of ["InboxBucket", "CaseTable", "DeskAddress", "MailDkim1", "Court1321PolicyArn"])
        output(name);
    },
  },
  {
    name: "the directory is uploaded and taken in",
    async run() {
      const file = await readFile("infra/local/city/samples/directory.json");
      await put(admin, "directory/directory.json", new Uint8Array(file));
      await until("the directory's agencies", async () => (await agencies()).length > 0);
    },
  },
  {
    name: "a court writes into its own folder, and can do nothing else",
    async run() {
      const court = await courtWith(output("Court1321PolicyArn"));
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
  {
    name: "a second deployment with a court, a policy and an alarm changed keeps all data",
    async run() {
      const [table, version] = [output("CaseTable"), (await caseFile(CASE))?.version];
      await deploy("changed");
      await look();
      assert.equal(output("CaseTable"), table);
      assert.equal((await caseFile(CASE))?.version, version);
      assert.ok(output("Court1329PolicyArn"));
    },
  },
  {
    name: "nothing is left to change then",
    async run() {
      const { output: said } = await cdk(["diff", CHECKED.name], "changed");
      assert.match(said, /There were no differences|Number of stacks with differences: 0/);
    },
  },
  {
    name: "it can't be destroyed while it is protected",
    async run() {
      const { output: said } = await cdk(["destroy", CHECKED.name, "--force"], "changed");
      assert.match(said, /TerminationProtection|termination protection/i);
      assert.match(await stackState(), /COMPLETE$/);
    },
  },
  {
    name: "destroyed, it leaves table, buckets and link keys behind",
    async run() {
      await unprotect();
      succeeded(await cdk(["destroy", CHECKED.name, "--force"], "changed"));
      assert.equal(await stackState(), "none");
      assert.ok((await caseFile(CASE)) !== undefined);
      for (const bucket of ["InboxBucket", "RecordsBucket"])
        await admin.send(new HeadBucketCommand({ Bucket: output(bucket) }));
    },
  },
  {
    name: "a later deployment adopts them and goes on with the same cases",
    async run() {
      const [table, inbox, records] = ["CaseTable", "InboxBucket", "RecordsBucket"].map(output);
      assert.ok(table && inbox && records);
      const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
      await deploy("adopting", {
        table: { name: table, streamArn: Table?.LatestStreamArn ?? "" },
        inbox,
        records,
        linkKeysArn: named("LinkKeys"),
      });
      await look();
      await put(admin, "courts/1321/inbox/传票二.txt", summons(LATER));
      await until("the case", async () => (await caseFile(LATER)) !== undefined);
      await officesOpen();
      await until(
        "its mails",
        () => leftAll(LATER),
        () => whereMailsAre(LATER),
      );
    },
  },
];
