/** How the pages behind the links are reached, and what the function that serves them may touch. */
import { CfnOutput, Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Grant } from "aws-cdk-lib/aws-iam";
import { FilterPattern, LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { DeskEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import type { DeskDomain, OidcSignIn } from "./deployment.ts";
import { DeskHost } from "./desk-host.ts";
import type { DropboxBucket } from "./dropbox.ts";
import { ENCLOSED, type EvidenceBucket, JOURNAL, LEDGERS, PAGES, PROOFS } from "./evidence-bucket.ts";
import { HAND_IN_FOLDERS, type Inbox, PAPER_FOLDERS } from "./inbox.ts";
import type { LinkKeys } from "./link-keys.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";

export interface DeskProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly keys: LinkKeys;
  /** Where proofs are dropped, and kept once they are handed in. */
  readonly dropbox: DropboxBucket;
  readonly records: EvidenceBucket;
  /** Whose files the parties of a case see. */
  readonly inbox: Inbox;
  readonly policy: string;
  readonly senderName: string;
  /** Who signs in as admins, by their e-mail addresses. */
  readonly admins: readonly string[];
  /** The government's own sign-in, where it has one. */
  readonly signIn?: OidcSignIn | undefined;
  /** Where an admin sees queues, errors and mail. */
  readonly dashboardUrl: string;
  /** What links begin with, where a proxy of the admin's stands before the API. */
  readonly address?: string | undefined;
  /** A host name of the admin's, to be put before the API. */
  readonly domain?: DeskDomain | undefined;
  /** 网站备案号, for the foot of every page. */
  readonly icpFiling?: string | undefined;
  readonly requestsPerSecond?: number | undefined;
}

/** The pages behind the links in the mails: an HTTP API, since function URLs don't exist in every partition. */
export class Desk extends Construct {
  /** What links begin with. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: DeskProps) {
    super(scope, id);
    const { alarms, caseTable, keys, dropbox, records, inbox, domain, requestsPerSecond = 20 } = props;
    const impact = "desk down";
    // Before the function, which needs the address that browsers come back to.
    const api = new HttpApi(this, "Api", { createDefaultStage: false });
    this.url = domain === undefined ? (props.address ?? api.apiEndpoint) : `https://${domain.host}`;
    const desk = new NodeFunction<DeskEnv>(this, "Function", {
      ...props,
      folder: "desk",
      owesNotices: true,
      environment: {
        CASE_TABLE: caseTable.tableName,
        DROPBOX_BUCKET: dropbox.bucketName,
        RECORDS_BUCKET: records.bucketName,
        INBOX_BUCKET: inbox.bucketName,
        DESK_URL: this.url,
        LINK_KEYS_ARN: keys.secretArn,
        ...(props.signIn && { OIDC: JSON.stringify({ mailboxClaim: "email", ...props.signIn }) }),
        ...(props.icpFiling !== undefined && { ICP_FILING: props.icpFiling }),
        ADMINS: props.admins.join(","),
        DASHBOARD_URL: props.dashboardUrl,
        SENDER_NAME: props.senderName,
        POLICY: props.policy,
      },
      timeout: Duration.seconds(15),
      // A preview of a year of 1,000 cases a month takes as much as its edition.
      memoryMb: 1024,
      impact,
    });
    caseTable.grant(
      desk,
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      // A case of many respondents is written in parts, each only while it is as it was.
      "dynamodb:ConditionCheckItem",
    );
    caseTable.grantQuery(desk, "board");
    // An admin sees what was due and has been missed.
    caseTable.grantQuery(desk, "due");
    caseTable.grantQuery(desk, "month");
    caseTable.grantQuery(desk, "docket");
    keys.grantKeys(desk);
    if (props.signIn !== undefined)
      Grant.addToPrincipal({
        grantee: desk,
        actions: ["secretsmanager:GetSecretValue"],
        resourceArns: [props.signIn.secretArn],
      });
    dropbox.grantForms(desk);
    records.grantObjects(desk, { prefix: "bulletins/", actions: ["s3:GetObject"] });
    // Signs addresses of single versions; it never lists, nor reads what a name would bring.
    for (const prefix of PAPER_FOLDERS)
      inbox.grantObjects(desk, { prefix, actions: ["s3:GetObjectVersion"] });
    records.grantObjects(desk, { prefix: ENCLOSED, actions: ["s3:GetObject"] });
    // The pages of a document in review; of one that has none, that there are none.
    records.grantObjects(desk, { prefix: PAGES, actions: ["s3:GetObject"] });
    records.grantAbsence(desk, PAGES);
    // Signs uploads of single files by courts and bureaus, and takes in what came without a script.
    for (const prefix of HAND_IN_FOLDERS) inbox.grantObjects(desk, { prefix, actions: ["s3:PutObject"] });
    const own = props.address === undefined ? [] : [new URL(props.address).origin];
    // From the API's own address too: links of before the desk had another lead there.
    inbox.takeUploadsFrom([api.apiEndpoint, ...(domain === undefined ? own : [this.url])]);
    records.grantObjects(desk, { prefix: LEDGERS, actions: ["s3:GetObject"] });
    records.grantObjects(desk, { prefix: JOURNAL, actions: ["s3:PutObject"] });
    records.grantObjects(desk, { prefix: PROOFS, actions: ["s3:PutObject", "s3:GetObject"] });

    const pages = new HttpRoute(this, "Pages", {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration("Function", desk),
    });
    const accessLog = new LogGroup(this, "AccessLog", {
      retention: props.logDays satisfies RetentionDays,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const stage = new HttpStage(this, "Stage", {
      httpApi: api,
      autoDeploy: true,
      // A city's agencies are some hundred people; whoever tries tokens gets nowhere, and slowly.
      throttle: { rateLimit: requestsPerSecond, burstLimit: Math.ceil(requestsPerSecond * 2.5) },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        // No path: it is the token.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: "$context.requestId",
            at: "$context.requestTimeEpoch",
            ip: "$context.identity.sourceIp",
            method: "$context.httpMethod",
            status: "$context.status",
            milliseconds: "$context.responseLatency",
          }),
        ),
      },
    });
    if (domain !== undefined) new DeskHost(this, "Host", { ...domain, api, stage });
    Validations.of(pages).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Who comes has no account: the signed link in the path is the authorisation, checked by the function.",
    });
    alarms.watch(api, "Errors", {
      metric: api.metricServerError({ statistic: Stats.SUM, period: Duration.minutes(15) }),
      above: 0,
      impact,
    });
    // Whoever asks too much takes the place of all others: the API counts its refusals among all 4xx, the log says which they are.
    alarms.countLines(this, "TooManyRequests", {
      logGroup: accessLog,
      pattern: FilterPattern.stringValue("$.status", "=", "429"),
      above: 50,
      impact: "desk crowded",
    });
    alarms.countLines(desk, "UnusableReadings", {
      logGroup: desk.logGroup,
      pattern: FilterPattern.stringValue("$.message.fault", "=", "UnusableReading"),
      impact: "reading broken",
    });
    alarms.watchJournal(desk, desk.logGroup);
    new CfnOutput(this, "Address", { value: this.url, description: "what the links in mails begin with" });
  }
}
