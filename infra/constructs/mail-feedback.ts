/** How what SES reports of each mail (delivered, bounced, complained) gets back to the notice it carried. */
import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import type { MailFeedbackEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";
import type { SesSending } from "./ses-sending.ts";

export interface MailFeedbackProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly sending: SesSending;
  readonly policy: string;
}

/** What SES says became of our mails, into the outbox. */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, props: MailFeedbackProps) {
    super(scope, id);
    const { alarms, caseTable, sending } = props;
    const impact = "feedback lost";
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", { alarms, impact });
    const feedback = new NodeFunction<MailFeedbackEnv>(this, "Function", {
      ...props,
      folder: "mail-feedback",
      owesNotices: true,
      environment: { CASE_TABLE: caseTable.tableName, POLICY: props.policy },
      timeout: Duration.seconds(30),
      memoryMb: 256,
      deadLetters,
      impact,
    });
    new Rule(this, "SesEvents", {
      description: "what became of the mails sent through our configuration set",
      eventPattern: {
        source: ["aws.ses"],
        detail: {
          mail: { tags: { "ses:configuration-set": [sending.configurationSet.configurationSetName] } },
        },
      },
      targets: [new LambdaFunction(feedback, { deadLetterQueue: deadLetters })],
    });
    caseTable.grant(
      feedback,
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
  }
}
