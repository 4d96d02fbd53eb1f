/** The pages behind the links in the mails, by API Gateway's HTTP API. Wires, and nothing else. */
import { randomBytes, randomUUID } from "node:crypto";
import { defaultIsContentTypeBinary, handle, type LambdaEvent } from "hono/aws-lambda";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { secrets } from "../../shared/adapters/clients/secrets.ts";
import { deskStores } from "../../shared/adapters/desk-stores.ts";
import { evenly } from "../../shared/adapters/even-answers.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { linkKeys } from "../../shared/adapters/link-keys.ts";
import { clientSecret, oidcProvider } from "../../shared/adapters/oidc-provider.ts";
import { yearsWith } from "../../shared/domain/operations/admin-act.ts";
import { instant } from "../../shared/domain/time/time.ts";
import type { IdentityProvider } from "../../shared/ports/identity-provider.ts";
import { DeskEnv, oidcOf } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { parsePolicy } from "../../shared/runtime/policy-schema.ts";
import { keptRules, rulesOf } from "../../shared/runtime/rules.ts";
import { desk } from "./desk.ts";

/** The government's own sign-in, where the deployment has one. */
function identityProviderOf({ OIDC, DESK_URL }: DeskEnv): { readonly identityProvider?: IdentityProvider } {
  if (OIDC === undefined) return {};
  const { secretArn, ...registration } = oidcOf(OIDC);
  const redirect = `${DESK_URL.replace(/\/$/, "")}/oidc/callback`;
  return {
    identityProvider: oidcProvider({ ...registration, redirect }, clientSecret(secrets(), secretArn)),
  };
}

export const handler = lambda(DeskEnv, (env, log) => {
  const stores = deskStores(dynamo(), s3(), env, parsePolicy(JSON.parse(env.POLICY)).jurisdiction.code);
  const rulesAt = keptRules(env.POLICY, async () =>
    yearsWith(holidayYears(), await stores.operations.calendarActs()),
  );
  let rules = rulesOf(env.POLICY, []);
  const app = desk({
    ...stores,
    bundledYears: holidayYears(),
    keys: linkKeys(secrets(), env.LINK_KEYS_ARN),
    ...identityProviderOf(env),
    admins: env.ADMINS.split(","),
    newSecret: () => randomBytes(32).toString("base64url"),
    evenly,
    address: env.DESK_URL.replace(/\/$/, ""),
    senderName: env.SENDER_NAME,
    // One request at a time: what holds when it comes holds for all of it.
    get rules() {
      return rules;
    },
    now: () => instant(new Date()),
    newFormId: randomUUID,
    notReached: ({ length }) => log.info("nobody reached", { unreached: length }),
    downloaded: ({ organisation, paper, sha256 }) =>
      log.info("original given", { organisation, paper, sha256 }),
    failed: (fault) => log.error("page failed", { fault: fault.name, detail: fault.message.slice(0, 160) }),
  });
  const answer = handle(app, {
    // As text it would lose its byte order mark, without which Excel takes Chinese for another encoding.
    isContentTypeBinary: (type) => type.startsWith("text/csv") || defaultIsContentTypeBinary(type),
  });
  return async (event: LambdaEvent) => {
    rules = await rulesAt(instant(new Date()));
    const result = await answer(event);
    // Never the path: it is the token.
    log.info("page answered", { status: result.statusCode });
    return result;
  };
});
