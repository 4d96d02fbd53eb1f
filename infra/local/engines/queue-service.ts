/** What a function that sends to SQS gets as an answer. */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Queue } from "./queue.ts";
import { jsonReply, type Reply, type Service, type ServiceRequest, targetOperation } from "./service.ts";

const Message = z.object({ MessageBody: z.string(), DelaySeconds: z.number().default(0) });
const SendMessage = Message.extend({ QueueUrl: z.string() });
const SendMessageBatch = z.object({
  QueueUrl: z.string(),
  Entries: z.array(Message.extend({ Id: z.string() })),
});
const GetQueueUrl = z.object({ QueueName: z.string() });

/** SQS as far as functions need it, which is to send: their messages are brought to them by the mappings. */
export class QueueService implements Service {
  readonly #queues: readonly Queue[];

  constructor(queues: readonly Queue[]) {
    this.#queues = queues;
  }

  operation(request: ServiceRequest): string {
    return targetOperation(request);
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const operation = targetOperation(request);
    const input: unknown = JSON.parse((await request.body()).toString());
    switch (operation) {
      case "SendMessage": {
        const message = SendMessage.parse(input);
        return this.#with(message.QueueUrl, (queue) => sent(queue, message));
      }
      case "SendMessageBatch": {
        const { QueueUrl, Entries } = SendMessageBatch.parse(input);
        return this.#with(QueueUrl, (queue) => ({
          Successful: Entries.map((entry) => ({ Id: entry.Id, ...sent(queue, entry) })),
          Failed: [],
        }));
      }
      case "GetQueueUrl":
        return this.#with(GetQueueUrl.parse(input).QueueName, ({ declared }) => ({ QueueUrl: declared.url }));
      default:
        return this.refusal(400, "UnsupportedOperation", `${operation} is not supported locally`);
    }
  }

  refusal(status: number, code: string, message: string): Reply {
    return jsonReply(status, { __type: `com.amazonaws.sqs#${code}`, message });
  }

  #with(urlOrName: string, work: (queue: Queue) => object): Reply {
    const name = urlOrName.split("/").at(-1);
    const queue = this.#queues.find(({ declared }) => declared.name === name);
    if (queue === undefined) return this.refusal(400, "QueueDoesNotExist", `there is no queue ${urlOrName}`);
    return jsonReply(200, work(queue));
  }
}

function sent(queue: Queue, { MessageBody, DelaySeconds }: z.infer<typeof Message>) {
  const { id } = queue.send(MessageBody, DelaySeconds * 1000);
  return { MessageId: id, MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex") };
}
