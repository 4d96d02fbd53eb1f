import { afterAll } from "vitest";
import { Queue } from "../../infra/local/engines/queue.ts";
import { QueueService } from "../../infra/local/engines/queue-service.ts";
import { sqs } from "../../shared/adapters/clients/sqs.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { startLocalServices } from "../support/local-services.ts";
import { type QueueUnderTest, refusesPolling, sqsContract } from "./sqs.contract.ts";

const services = await startLocalServices();
const client = sqs({ ...LOCAL_CREDENTIALS, endpoint: services.address("sqs") });
afterAll(async () => {
  client.destroy();
  for (const queue of queues) queue.stop();
  await services.stop();
});

const queues: Queue[] = [];
services.serve("sqs", new QueueService(queues));

async function localQueue(): Promise<QueueUnderTest> {
  const name = `queue-${queues.length + 1}`;
  const made = (own: string, toArn?: string) => {
    const declared = { name: own, path: own, logicalId: own, arn: `arn:${own}` };
    const url = `${services.address("sqs")}/123456789012/${own}`;
    const redrive = toArn === undefined ? undefined : { toArn, maxReceiveCount: 3 };
    const surroundings = {
      activity: services.activity,
      now: () => services.clock.milliseconds(),
      retryDelayMs: 10,
    };
    const queue = new Queue({ ...declared, url, visibilityTimeoutSeconds: 30, redrive }, surroundings);
    queues.push(queue);
    return queue;
  };
  const ended = made(`${name}-ended`);
  const queue = made(name, ended.declared.arn);
  queue.redriveTo(ended);
  const brought: { body: string; receiveCount: number }[] = [];
  let failures = 0;
  queue.consume(() =>
    setImmediate(() => {
      for (const message of queue.take(10)) {
        brought.push({ body: message.body, receiveCount: message.receiveCount });
        if (failures-- > 0) queue.failed(message);
        else queue.done(message);
      }
    }),
  );
  return {
    client,
    url: queue.declared.url,
    name,
    brought,
    fail: (times) => {
      failures = times;
    },
    deadLetters: () => ended.messages.map(({ body }) => body),
  };
}

sqsContract("the local engine", localQueue);
refusesPolling("the local engine", localQueue);
