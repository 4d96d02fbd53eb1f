/** What would a function cost at its start that takes the SDK's three clients as anybody would? Bundled for comparison only. */
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";

export const clients = [new DynamoDBClient(), new S3Client(), new SESClient()];
export const commands = [
  GetItemCommand,
  PutItemCommand,
  GetObjectCommand,
  PutObjectCommand,
  SendRawEmailCommand,
];
