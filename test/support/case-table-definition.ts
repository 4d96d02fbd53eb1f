/** The case table as the stack declares it (infra/constructs/case-table.ts), for engines that have no stack. */
import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** What CreateTable needs for a case table of this name. */
export function caseTableDefinition(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      "pk",
      "sk",
      "duePartition",
      "dueAt",
      "monthPartition",
      "caseNumber",
      "docketPartition",
      "boardPartition",
      "boardSort",
    ].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: "due",
        KeySchema: [
          { AttributeName: "duePartition", KeyType: "HASH" },
          { AttributeName: "dueAt", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["entity"] },
      },
      {
        IndexName: "month",
        KeySchema: [
          { AttributeName: "monthPartition", KeyType: "HASH" },
          { AttributeName: "caseNumber", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["rows"] },
      },
      {
        IndexName: "docket",
        KeySchema: [
          { AttributeName: "docketPartition", KeyType: "HASH" },
          { AttributeName: "caseNumber", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["rows"] },
      },
      {
        IndexName: "board",
        KeySchema: [
          { AttributeName: "boardPartition", KeyType: "HASH" },
          { AttributeName: "boardSort", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["listing"] },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  };
}
