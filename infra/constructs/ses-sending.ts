/** What makes SES send for our domain and report on every mail; not used where mail leaves by SMTP. */
import { CfnOutput, Fn, Token, Validations } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import { Grant } from "aws-cdk-lib/aws-iam";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  type IEmailIdentity,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { SesMail } from "./deployment.ts";
import type { NodeFunction } from "./node-function.ts";

/** The right to send from one domain through SES, and word of what became of each mail. */
export class SesSending extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly #identity: IEmailIdentity;
  readonly #from: string;

  constructor(scope: Construct, id: string, { from, domain, existingIdentity }: SesMail) {
    super(scope, id);
    this.#from = from;
    this.configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      // Offered, not demanded: some county's mail server without TLS must still get its reminder.
      tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
      reputationMetrics: true,
    });
    this.configurationSet.addEventDestination("Events", {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "DefaultBus", "default")),
      // Whoever sends marks the mail itself. Had it died before that, delivery, bounce or delay says that it left: that
      // each mail was also sent is no news, and would be half of all events.
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    if (existingIdentity === true) {
      this.#identity = EmailIdentity.fromEmailIdentityName(this, "Existing", domain);
      return;
    }
    const identity = new EmailIdentity(this, "Domain", {
      identity: Identity.domain(domain),
      // What comes back is an event; SES need not mail it as well.
      feedbackForwarding: false,
    });
    this.#identity = identity as IEmailIdentity;
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, {
        value: Fn.join(" CNAME ", [name, value]),
        description: `DNS record ${index + 1} of 3 that proves ${domain} to SES`,
      });
    }
  }

  /**
   * Lets a function send raw mail from our one address, through our configuration set, and in no other way. In the sandbox SES
   * asks for the right to a recipient's identity as well, where the account has verified his address: it holds who may be written
   * to then, which is not known here.
   */
  grantSend(grantee: NodeFunction): void {
    const { stack, configurationSetName } = this.configurationSet;
    const arn = (resource: string, resourceName: string) =>
      stack.formatArn({ service: "ses", resource, resourceName });
    Grant.addToPrincipal({
      grantee,
      actions: ["ses:SendRawEmail"],
      resourceArns: [
        this.#identity.emailIdentityArn,
        arn("identity", "*"),
        arn("configuration-set", configurationSetName),
      ],
      conditions: { StringEquals: { "ses:FromAddress": this.#from } },
    });
    const account = Token.isUnresolved(stack.account) ? "<AWS::AccountId>" : stack.account;
    Validations.of(grantee.executionRole).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:aws:ses:${stack.region}:${account}:identity/*]`,
      reason:
        "The sandbox asks for the recipient's identity, whoever that is; the sender is held to one address.",
    });
  }
}
