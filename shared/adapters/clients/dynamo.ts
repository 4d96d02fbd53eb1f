/** How functions talk to DynamoDB: in plain JavaScript values, with short waits and few retries. */
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { QUICK } from "./timeouts.ts";

/** A client; one a process is enough. `config` is for engines that are not AWS. */
export function dynamo(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ maxAttempts: 4, requestHandler: QUICK, ...config });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
