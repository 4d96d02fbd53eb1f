/** How functions talk to SES, the mail carrier of deployments outside China. */
import { SESClient, type SESClientConfig } from "@aws-sdk/client-ses";
import { PATIENT } from "./timeouts.ts";

/** A client; one a process is enough. `config` is for engines that are not AWS. */
export function ses(config: SESClientConfig = {}): SESClient {
  // One attempt: SES can't tell a repeated mail from a new one, so only the outbox may decide to send again.
  return new SESClient({ maxAttempts: 1, requestHandler: PATIENT, ...config });
}
