/** How the one table is keyed and indexed, and which permission each kind of access needs. */
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { Adopted } from "./deployment.ts";

/**
 * `due`: what must be looked at by when, sparse. `month`: one slim row a case heard in a month. `docket`: the same of a case
 * that is open, or was closed in a month. `board`: what a bureau must see to besides cases, sparse.
 */
export type CaseIndex = "due" | "month" | "docket" | "board";

/** Each index with its partition and sort key, and the attribute it carries. */
const INDEXES: readonly (readonly [CaseIndex, partition: string, sort: string, carried: string])[] = [
  ["due", "duePartition", "dueAt", "entity"],
  ["month", "monthPartition", "caseNumber", "rows"],
  ["docket", "docketPartition", "caseNumber", "rows"],
  ["board", "boardPartition", "boardSort", "listing"],
];

/** All cases, their events and notices, documents and organisations: one table. */
export class CaseTable extends Construct {
  readonly table: ITable;

  constructor(scope: Construct, id: string, adopted?: Adopted["table"]) {
    super(scope, id);
    this.table = (
      adopted === undefined
        ? this.#made()
        : Table.fromTableAttributes(this, "Table", {
            tableName: adopted.name,
            tableStreamArn: adopted.streamArn,
          })
    ) as ITable;
  }

  #made(): Table {
    const table = new Table(this, "Table", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      // Only what says so is forgotten: tries to sign in after a day, sessions after half a year.
      timeToLiveAttribute: "expiresAt",
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      // Kept when the stack goes, but not when its very first deployment fails.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    for (const [indexName, partition, sort, carried] of INDEXES)
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [carried],
      });
    return table;
  }

  get tableName(): string {
    return this.table.tableName;
  }

  /** Lets `grantee` do exactly these on the table's items; its indexes are another matter. */
  grant(grantee: IGrantable, ...actions: readonly `dynamodb:${string}`[]): void {
    Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [this.table.tableArn] });
  }

  /** Lets `grantee` note its runs where those of all jobs lie, and change no other item. */
  grantRuns(grantee: IGrantable): void {
    this.#grantOperations(grantee, "dynamodb:UpdateItem");
  }

  /** Lets `grantee` keep what it counted, beside the runs of jobs, and change no other item. */
  grantCounts(grantee: IGrantable): void {
    this.#grantOperations(grantee, "dynamodb:PutItem");
  }

  #grantOperations(grantee: IGrantable, action: `dynamodb:${string}`): void {
    Grant.addToPrincipal({
      grantee,
      actions: [action],
      resourceArns: [this.table.tableArn],
      // As adapters/case-table/keys.ts has it.
      conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["OPERATIONS"] } },
    });
  }

  /** Lets `grantee` query one index. */
  grantQuery(grantee: IGrantable, index: CaseIndex): void {
    const indexArn = Stack.of(this).formatArn({
      service: "dynamodb",
      resource: "table",
      resourceName: `${this.tableName}/index/${index}`,
    });
    Grant.addToPrincipal({ grantee, actions: ["dynamodb:Query"], resourceArns: [indexArn] });
  }
}
