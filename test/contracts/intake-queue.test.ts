import { afterAll } from "vitest";
import { Queue } from "../../infra/local/engines/queue.ts";
import { QueueService } from "../../infra/local/engines/queue-service.ts";
import { sqs } from "../../shared/adapters/clients/sqs.ts";
import { intakeQueue } from "../../shared/adapters/intake-queue.ts";
import { storedFileOf } from "../../shared/adapters/object-created.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { startLocalServices } from "../support/local-services.ts";
import { memoryIntakeQueue } from "../support/memory/memory-mail.ts";
import { intakeQueueContract } from "./intake-queue.contract.ts";

intakeQueueContract("memory", async () => {
  const queue = memoryIntakeQueue();
  return { queue, read: () => queue.asked };
});

const services = await startLocalServices();
afterAll(() => services.stop());
const queues: Queue[] = [];
services.serve("sqs", new QueueService(queues));
intakeQueueContract("the local SQS", async () => {
  const name = `arrivals-${queues.length + 1}`;
  const url = `${services.address("sqs")}/123456789012/${name}`;
  const declared = { name, path: name, logicalId: name, arn: `arn:${name}`, url };
  const queue = new Queue(
    { ...declared, visibilityTimeoutSeconds: 30, redrive: undefined },
    { activity: services.activity, now: () => services.clock.milliseconds(), retryDelayMs: 10 },
  );
  queues.push(queue);
  return {
    queue: intakeQueue(url, "inbox", sqs({ ...LOCAL_CREDENTIALS, endpoint: services.address("sqs") })),
    read: () => queue.messages.map(({ body }) => storedFileOf(body)),
  };
});
