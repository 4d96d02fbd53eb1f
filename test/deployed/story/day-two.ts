/** What an admin does in the course of a year: looks, replaces keys, adds a court, changes, restores. */
import assert from "node:assert/strict";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fillIn } from "../../../infra/local/city/visitor.ts";
import { REPORT } from "../../support/desk-city.ts";
import { cdk, deploy } from "../cdk.ts";
import { ACCOUNT, CHECKED, REGION } from "../checked.ts";
import {
  caseFile,
  courts,
  courtWith,
  look,
  named,
  officesOpen,
  open,
  output,
  put,
  summons,
  until,
  yingsu,
} from "../people.ts";
import { printed } from "../printed.ts";
import {
  AFTER,
  admin,
  buckets,
  CASE,
  DESK_OF_ADMIN,
  DOMAIN,
  leftAll,
  OF_NEW_COURT,
  RESTORED,
  reportLink,
  restore,
  restored,
  SAMPLES,
  whereMailsAre,
} from "./common.ts";
import type { Step } from "./step.ts";

export const DAY_TWO: readonly Step[] = [
  {
    name: "an admin looks: outputs, names, versions of files, logs, everything as files",
    async run() {
      assert.match(printed("aws cloudformation describe-stacks"), /InboxBucket/);
      const names = printed("aws cloudformation list-stack-resources");
      for (const one of ["DeskFunction", "MonthlyBulletinDeadLetters", "LinkKeys"])
        assert.match(names, new RegExp(one));
      printed("aws sesv2 get-email-identity", { "<domain>": DOMAIN });
      await copyFile(`${SAMPLES}/0901-兰山-传票-行初101.pdf`, join(DESK_OF_ADMIN, "传票.pdf"));
      printed("aws s3 cp 传票.pdf", buckets(), DESK_OF_ADMIN);
      assert.match(printed("aws s3api list-object-versions", buckets()), /courts\/1302\/inbox/);
      printed("aws sqs purge-queue", { "<Failures>": named("NoticeMailerFailures") });
      printed("aws s3 sync s3://<InboxBucket>", buckets(), DESK_OF_ADMIN);
      printed("aws s3 sync s3://<RecordsBucket>", buckets(), DESK_OF_ADMIN);
      const kept = join(DESK_OF_ADMIN, "inbox/courts/1321/inbox/传票.txt");
      assert.deepEqual(new Uint8Array(await readFile(kept)), summons(CASE));
      printed("aws dynamodb export-table-to-point-in-time", {
        "<arn of CaseTable>": `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${output("CaseTable")}`,
        "<bucket of yours>": output("RecordsBucket"),
      });
    },
  },
  {
    name: "what is made before the first deployment can be made: a relay's secret, a certificate",
    async run() {
      printed("aws secretsmanager create-secret");
      printed("aws acm request-certificate", { "<host>": "yingsu.linyi.example.org" });
    },
  },
  {
    name: "the key of the links is replaced by another",
    async run() {
      const keys = (...words: readonly string[]) =>
        yingsu("link-keys", ...words, "--secret", named("LinkKeys"), "--apply");
      assert.deepEqual(keys(), [{ key: "first", signs: true }]);
      keys("add", "second");
      assert.deepEqual(keys("use", "second", "--at-once"), [
        { key: "first", signs: false },
        { key: "second", signs: true },
      ]);
    },
  },
  {
    name: "a court more: first in the directory, then in the deployment",
    async run() {
      const directory = JSON.parse(await readFile(`${SAMPLES}/directory.json`, "utf8"));
      const like = directory.organisations.find(({ id }: { id: string }) => id === "yinan-court");
      directory.organisations.push({
        ...like,
        id: "linshu-court",
        name: "临沭县人民法院",
        aliases: [],
        courtCode: "鲁1329",
        jurisdiction: "临沭县",
      });
      await writeFile(join(DESK_OF_ADMIN, "directory.json"), JSON.stringify(directory));
      printed("aws s3 cp directory.json", buckets(), DESK_OF_ADMIN);
      await until("the court's entry", async () => (await courts()).some(({ id }) => id === "linshu-court"));
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
      const court = await courtWith(output("Court1329PolicyArn"), "court-1329");
      await put(court, "courts/1329/inbox/传票.txt", summons(OF_NEW_COURT, "临沭县人民法院"));
      await until("the new court's case", async () => (await caseFile(OF_NEW_COURT)) !== undefined);
      const link = await reportLink();
      assert.equal((await open(link)).status, 200, "a link of the former key no longer opens");
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
    name: "it goes on with the restored table: nothing is sent twice, no link used twice, and it says what must be asked for again",
    async run() {
      const asked = [
        "restored",
        "--table",
        RESTORED,
        "--records",
        output("RecordsBucket"),
        "--since",
        restore.to,
      ];
      const lines = yingsu(...asked, "--apply");
      assert.ok(lines.some(({ link }) => link === "used"));
      assert.ok(lines.some(({ text }) => String(text).includes(CASE)));
      const link = await reportLink();
      await deploy("adopting", restored());
      await look();
      assert.equal(output("CaseTable"), RESTORED);
      assert.equal((await caseFile(CASE))?.reports.length, 0);
      await assert.rejects(fillIn(open, link, REPORT));
      await put(admin, "courts/1321/inbox/传票二.txt", summons(AFTER));
      await until("the case", async () => (await caseFile(AFTER)) !== undefined);
      await officesOpen();
      await until(
        "its mails",
        () => leftAll(AFTER),
        () => whereMailsAre(AFTER),
      );
    },
  },
];
