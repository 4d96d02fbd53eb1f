/** From the first attempt to a deployment that knows its directory. */
import assert from "node:assert/strict";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ask, stackState } from "../aws.ts";
import { cdk, deploy, succeeded } from "../cdk.ts";
import { ACCOUNT, REGION } from "../checked.ts";
import { agencies, look, output, tables, until } from "../people.ts";
import { printed } from "../printed.ts";
import { buckets, DESK_OF_ADMIN, DOMAIN, SAMPLES, unprotect } from "./common.ts";
import type { Step } from "./step.ts";

export const FIRST_DEPLOYMENT: readonly Step[] = [
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
      await mkdir(DESK_OF_ADMIN, { recursive: true });
      await copyFile(`${SAMPLES}/directory.json`, join(DESK_OF_ADMIN, "directory.json"));
      printed("aws s3 cp directory.json", buckets(), DESK_OF_ADMIN);
      await until("the directory's agencies", async () => (await agencies()).length > 0);
    },
  },
];
