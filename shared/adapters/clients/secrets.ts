/** How functions ask Secrets Manager, for link keys and the mail relay's password. */
import { SecretsManagerClient, type SecretsManagerClientConfig } from "@aws-sdk/client-secrets-manager";
import { QUICK } from "./timeouts.ts";

/** A client; one a process is enough. `config` is for engines that are not AWS. */
export function secrets(config: SecretsManagerClientConfig = {}): SecretsManagerClient {
  return new SecretsManagerClient({ maxAttempts: 4, requestHandler: QUICK, ...config });
}
