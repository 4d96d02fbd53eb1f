/** How functions send to queues; what arrives from queues is brought by Lambda. */
import { SQSClient, type SQSClientConfig } from "@aws-sdk/client-sqs";
import { QUICK } from "./timeouts.ts";

/** A client; one a process is enough. `config` is for engines that are not AWS. */
export function sqs(config: SQSClientConfig = {}): SQSClient {
  return new SQSClient({ maxAttempts: 4, requestHandler: QUICK, ...config });
}
