/** The pages behind the links in the mails, by API Gateway's HTTP API. Wires, and nothing else. */
import { randomBytes, randomUUID } from "node:crypto";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { secrets } from "../../shared/adapters/clients/secrets.ts";
import { deskStores } from "../../shared/adapters/desk-stores.ts";
import { evenly } from "../../shared/adapters/even-answers.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { knownYears } from "../../shared/adapters/known-years.ts";
import { linkKeys } from "../../shared/adapters/link-keys.ts";
import { providerFor } from "../../shared/adapters/oidc-provider.ts";
import { journalledRecords } from "../../shared/casework/journalled-records.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { DeskEnv, oidcOf } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { keptRules, policyOf, rulesOf } from "../../shared/runtime/rules.ts";
import { goesAsBytes } from "./answer-headers.ts";
import { desk } from "./desk.ts";

export const handler = lambda(DeskEnv, (env, log) => {
  const now = () => instant(new Date());
  const { code } = policyOf(env.POLICY).jurisdiction;
  const stores = deskStores(dynamo(), s3(), env, code, () => log.error("journal not written"));
  const rulesAt = keptRules(env.POLICY, knownYears(stores.operations));
  let rules = rulesOf(env.POLICY, []);
  const app = desk({
    ...stores,
    records: journalledRecords(stores.records, stores.journal, now),
    bundledYears: holidayYears(),
    keys: linkKeys(secrets(), env.LINK_KEYS_ARN),
    ...(env.OIDC && { identityProvider: providerFor(oidcOf(env.OIDC), env.DESK_URL, secrets()) }),
    dashboard: env.DASHBOARD_URL,
    ...(env.ICP_FILING !== undefined && { icpFiling: env.ICP_FILING }),
    admins: env.ADMINS.split(","),
    newSecret: () => randomBytes(32).toString("base64url"),
    evenly,
    address: env.DESK_URL.replace(/\/$/, ""),
    senderName: env.SENDER_NAME,
    // One request at a time: what holds when it comes holds for all of it.
    get rules() {
      return rules;
    },
    now,
    newFormId: randomUUID,
    witnessed: ({ event, ...more }, { client }) => log.info(event, { client, ...more }),
    notReached: ({ length }) => log.info("nobody reached", { unreached: length }),
    downloaded: ({ organisation, paper, sha256 }) =>
      log.info("original given", { organisation, paper, sha256 }),
    failed: (fault) => log.fault("page failed", fault),
  });
  const answer = handle(app, { isContentTypeBinary: goesAsBytes });
  return async (event: LambdaEvent) => {
    rules = await rulesAt(now());
    const result = await answer(event);
    log.info("page answered", { status: result.statusCode }); // Never the path: it is the token.
    return result;
  };
});
