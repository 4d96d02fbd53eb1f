/** A case table on a real DynamoDB engine, for one test file. */
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type DynamoEngine, startDynamo } from "../../infra/local/engines/dynamo-engine.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { caseTableDefinition } from "./case-table-definition.ts";

/** A running engine: `freshTable` makes an empty case table and gives its name. */
export interface CaseTableEngine {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  freshTable(): Promise<string>;
  stop(): Promise<void>;
}

export const LOCAL_CREDENTIALS = {
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
} as const;

/** An engine beside other work answers late: what functions wait for at most is not what tests do. */
const LATE = { connectionTimeout: 30_000, requestTimeout: 60_000 } as const;

/** Starts the engine asked for, or the one this machine has. */
export async function startCaseTableEngine(engine?: DynamoEngine): Promise<CaseTableEngine> {
  const running = await startDynamo({ engine });
  const client = dynamo({ ...LOCAL_CREDENTIALS, endpoint: running.endpoint, requestHandler: LATE });
  let tables = 0;
  return {
    endpoint: running.endpoint,
    client,
    async freshTable() {
      tables += 1;
      const name = `cases-${tables}`;
      await client.send(new CreateTableCommand(caseTableDefinition(name)));
      return name;
    },
    async stop() {
      client.destroy();
      await running.stop();
    },
  };
}
