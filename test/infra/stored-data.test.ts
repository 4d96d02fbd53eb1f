import { describe, expect, it } from "vitest";
import { config, linyiChina } from "../../infra/config.ts";
import { type Properties, readable, resources, synthesise } from "./synthesise.ts";

const templates = { aws: synthesise(config), "aws-cn": synthesise(linyiChina) };

describe.each(Object.entries(templates))("stored data in %s", (_, template) => {
  const of = (type: string) => resources(template, type);

  it("keeps the table on demand, encrypted, recoverable and protected, with its stream", () => {
    const [table] = Object.values(of("AWS::DynamoDB::Table"));
    expect(table).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    });
    const indexes = table?.GlobalSecondaryIndexes.map((index: Properties) => [
      index.IndexName,
      ...index.KeySchema.map((key: Properties) => key.AttributeName),
      ...index.Projection.NonKeyAttributes,
    ]);
    expect(indexes).toEqual([
      ["due", "duePartition", "dueAt", "entity"],
      ["month", "monthPartition", "caseNumber", "rows"],
      ["docket", "docketPartition", "caseNumber", "rows"],
      ["board", "boardPartition", "boardSort", "listing"],
    ]);
  });

  it("keeps every bucket encrypted, private and TLS only", () => {
    const policies = Object.values(of("AWS::S3::BucketPolicy"));
    for (const [id, bucket] of Object.entries(of("AWS::S3::Bucket"))) {
      expect(bucket.BucketEncryption, id).toBeDefined();
      expect(Object.values(bucket.PublicAccessBlockConfiguration), id).toEqual([true, true, true, true]);
      const statements = policies.find((policy) => readable(policy.Bucket) === id)?.PolicyDocument.Statement;
      expect(statements, id).toContainEqual(
        expect.objectContaining({
          Effect: "Deny",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      );
    }
  });

  it("keeps every version of evidence, locked for the configured time, and records who reads it", () => {
    for (const id of ["Inbox", "Records"]) {
      const bucket = of("AWS::S3::Bucket")[id];
      expect(bucket?.VersioningConfiguration).toEqual({ Status: "Enabled" });
      expect(bucket?.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({
        Mode: "GOVERNANCE",
        Days: 1827,
      });
      expect(readable(bucket?.LoggingConfiguration.DestinationBucketName)).toBe("AccessLogs");
    }
  });

  it("outlives the stack", () => {
    for (const type of ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Logs::LogGroup"]) {
      for (const resource of Object.values(template.findResources(type))) {
        // A first deployment that fails leaves nothing behind: nothing has been stored yet.
        expect(resource.DeletionPolicy).toBe("RetainExceptOnCreate");
      }
    }
  });

  it("keeps logs and access logs, the desk's too, for six months at least", () => {
    const days = [
      ...Object.values(of("AWS::Logs::LogGroup")).map((group) => group.RetentionInDays),
      of("AWS::S3::Bucket").AccessLogs?.LifecycleConfiguration.Rules[0].ExpirationInDays,
    ];
    expect(days).toHaveLength(Object.keys(of("AWS::Lambda::Function")).length + 2);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(184);
  });
});
