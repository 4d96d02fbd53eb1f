/** Removed, and made again on what was left behind. */
import assert from "node:assert/strict";
import { HeadBucketCommand } from "@aws-sdk/client-s3";
import { stackState } from "../aws.ts";
import { cdk, deploy, succeeded } from "../cdk.ts";
import { CHECKED } from "../checked.ts";
import { caseFile, look, named, officesOpen, output, put, summons, until } from "../people.ts";
import { neverRun, printed } from "../printed.ts";
import {
  admin,
  buckets,
  CASE,
  LATER,
  leftAll,
  RESTORED,
  restored,
  unprotect,
  whereMailsAre,
} from "./common.ts";
import type { Step } from "./step.ts";

export const REMOVAL: readonly Step[] = [
  {
    name: "it can't be destroyed while it is protected",
    async run() {
      const { output: said } = await cdk(["destroy", CHECKED.name, "--force"], "adopting", restored());
      assert.match(said, /TerminationProtection|termination protection/i);
      assert.match(await stackState(), /COMPLETE$/);
    },
  },
  {
    name: "destroyed, it leaves table, buckets and link keys behind",
    async run() {
      await unprotect();
      succeeded(await cdk(["destroy", CHECKED.name, "--force"], "adopting", restored()));
      assert.equal(await stackState(), "none");
      assert.ok((await caseFile(CASE)) !== undefined);
      for (const bucket of ["InboxBucket", "RecordsBucket"])
        await admin.send(new HeadBucketCommand({ Bucket: output(bucket) }));
    },
  },
  {
    name: "a later deployment adopts them and goes on with the same cases",
    async run() {
      const [inbox, records] = [output("InboxBucket"), output("RecordsBucket")];
      await deploy("adopting", { ...restored(), inbox, records, linkKeysArn: named("LinkKeys") });
      await look();
      printed("aws s3api put-bucket-cors", { ...buckets(), "<DeskAddress>": output("DeskAddress") });
      await put(admin, "courts/1321/inbox/传票三.txt", summons(LATER));
      await until("the case", async () => (await caseFile(LATER)) !== undefined);
      await officesOpen();
      await until(
        "its mails",
        () => leftAll(LATER),
        () => whereMailsAre(LATER),
      );
    },
  },
  {
    name: "the table's protection against deletion can be switched off",
    async run() {
      printed("aws dynamodb update-table --table-name <CaseTable>", { "<CaseTable>": RESTORED });
    },
  },
  {
    name: "every command of the AWS command line that infra/README.md prints has been run",
    run: async () => assert.deepEqual(neverRun(), []),
  },
];
