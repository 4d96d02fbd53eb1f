/** What SES reports of a mail, into the outbox. Wires, and nothing else. */
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { knownYears } from "../../shared/adapters/known-years.ts";
import { feedbackOf } from "../../shared/adapters/ses-feedback.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { MailFeedbackEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { keptRules, policyOf } from "../../shared/runtime/rules.ts";
import { settleFeedback } from "./settle-feedback.ts";

export const handler = lambda(MailFeedbackEnv, (env, log) => {
  const client = dynamo();
  const { code } = policyOf(env.POLICY).jurisdiction;
  const operations = caseOperations(client, env.CASE_TABLE);
  const rulesAt = keptRules(env.POLICY, knownYears(operations));
  const ports = {
    outbox: caseOutbox(client, env.CASE_TABLE, code),
    directory: caseDirectory(client, env.CASE_TABLE),
  };
  return async (event: unknown) => {
    const feedback = feedbackOf(event);
    const settled =
      feedback === undefined
        ? ({ outcome: "not ours", unreached: 0 } as const)
        : await settleFeedback(ports, feedback, await rulesAt(instant(new Date())));
    log.info("mail feedback", { became: feedback?.became, ...settled });
  };
});
