/** What SES reports of a mail, into the outbox. Wires, and nothing else. */
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { feedbackOf } from "../../shared/adapters/ses-feedback.ts";
import { MailFeedbackEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { rulesOf } from "../../shared/runtime/rules.ts";
import { settleFeedback } from "./settle-feedback.ts";

export const handler = lambda(MailFeedbackEnv, (env, log) => {
  const client = dynamo();
  const rules = rulesOf(env.POLICY, holidayYears());
  const ports = {
    outbox: caseOutbox(client, env.CASE_TABLE, rules.policy.jurisdiction.code),
    directory: caseDirectory(client, env.CASE_TABLE),
  };
  return async (event: unknown) => {
    const feedback = feedbackOf(event);
    const settled =
      feedback === undefined
        ? ({ outcome: "not ours", unreached: 0 } as const)
        : await settleFeedback(ports, feedback, rules);
    log.info("mail feedback", { became: feedback?.became, ...settled });
  };
});
