/** By the hour, and by a message for each further part: what stands on boards of very many cases. Wires, and nothing else. */
import * as z from "zod/mini";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { countQueue, countToGoOn } from "../../shared/adapters/count-queue.ts";
import { knownYears } from "../../shared/adapters/known-years.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { BoardCountEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { keptRules, policyOf } from "../../shared/runtime/rules.ts";
import { type CountCall, countBoards } from "./count-boards.ts";

/** A dead letter that is played again is the message itself. */
const Event = z.union([
  z.object({ scheduledFor: z.string() }),
  z.object({ at: z.string() }),
  z.object({ Records: z.array(z.looseObject({ body: z.string() })) }),
]);

export const handler = lambda(BoardCountEnv, (env, log) => {
  const client = dynamo();
  const { code } = policyOf(env.POLICY).jurisdiction;
  const operations = caseOperations(client, env.CASE_TABLE);
  const rulesAt = keptRules(env.POLICY, knownYears(operations));
  const ports = {
    operations,
    records: caseRecords(client, env.CASE_TABLE, code),
    directory: caseDirectory(client, env.CASE_TABLE),
    queue: countQueue(env.COUNT_QUEUE_URL),
  };
  return async (event: unknown) => {
    for (const call of callsOf(Event.parse(event))) {
      const rules = await rulesAt(instant(new Date()));
      log.info("boards counted", { ...(await countBoards(ports, call, rules)) });
    }
  };
});

function callsOf(event: z.infer<typeof Event>): readonly CountCall[] {
  if ("scheduledFor" in event) return [{ begin: instant(event.scheduledFor) }];
  if ("at" in event) return [{ goOn: instant(event.at) }];
  return event.Records.map(({ body }) => ({ goOn: countToGoOn(body) }));
}
