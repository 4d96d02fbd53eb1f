/** What would the least cost that talks to AWS at all? Node's own fetch and a signature. Bundled for comparison only. */
import { AwsClient } from "aws4fetch";

const { AWS_ACCESS_KEY_ID = "local", AWS_SECRET_ACCESS_KEY = "local", AWS_REGION = "local" } = process.env;
const aws = new AwsClient({ accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY });

/** A call of DynamoDB's API. */
export async function dynamo(operation: string, input: object): Promise<unknown> {
  const response = await aws.fetch(`https://dynamodb.${AWS_REGION}.amazonaws.com/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return response.json();
}
