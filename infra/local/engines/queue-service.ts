/** What a function that sends to SQS gets as an answer. */
import { createHash, randomUUID } from "node:crypto";
import * as z from "zod";
import type { Queue, Message as Received } from "./queue.ts";
import { jsonReply, type Reply, type Service, type ServiceRequest, targetOperation } from "./service.ts";

const Message = z.object({ MessageBody: z.string(), DelaySeconds: z.number().default(0) });
const SendMessage = Message.extend({ QueueUrl: z.string() });
const SendMessageBatch = z.object({
  QueueUrl: z.string(),
  Entries: z.array(Message.extend({ Id: z.string() })),
});
const ReceiveMessage = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().default(1),
  VisibilityTimeout: z.number().default(30),
});
const DeleteMessage = z.object({ QueueUrl: z.string(), ReceiptHandle: z.string() });
const GetQueueUrl = z.object({ QueueName: z.string() });

/**
 * SQS as far as functions need it, which is to send: their messages are brought to them by the mappings. What nobody is
 * brought, dead letters, can be received by whoever sees to it.
 */
export class QueueService implements Service {
  readonly #queues: readonly Queue[];
  /** What has been received and not deleted, by its receipt. */
  readonly #received = new Map<string, Received>();

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
      case "ReceiveMessage": {
        const { QueueUrl, ...asked } = ReceiveMessage.parse(input);
        return this.#with(QueueUrl, (queue) =>
          queue.isConsumed ? undefined : { Messages: this.#receive(queue, asked) },
        );
      }
      case "DeleteMessage": {
        const { QueueUrl, ReceiptHandle } = DeleteMessage.parse(input);
        return this.#with(QueueUrl, () => {
          this.#received.delete(ReceiptHandle);
          return {};
        });
      }
      case "GetQueueUrl":
        return this.#with(GetQueueUrl.parse(input).QueueName, ({ declared }) => ({ QueueUrl: declared.url }));
      default:
        return this.#unsupported(operation);
    }
  }

  #unsupported(operation: string): Reply {
    return this.refusal(400, "UnsupportedOperation", `${operation} is not supported locally`);
  }

  /** They come back after their time unless they are deleted. */
  #receive(
    queue: Queue,
    asked: Pick<z.infer<typeof ReceiveMessage>, "MaxNumberOfMessages" | "VisibilityTimeout">,
  ) {
    return queue.take(asked.MaxNumberOfMessages).map((message) => {
      const receipt = randomUUID();
      this.#received.set(receipt, message);
      const comesBack = () => {
        if (this.#received.delete(receipt)) queue.failed(message);
      };
      // Nobody waits half a minute here for what was only looked at.
      setTimeout(comesBack, asked.VisibilityTimeout * (asked.VisibilityTimeout > 60 ? 1000 : 50)).unref();
      const { id, body } = message;
      return { MessageId: id, Body: body, MD5OfBody: md5(body), ReceiptHandle: receipt };
    });
  }

  refusal(status: number, code: string, message: string): Reply {
    return jsonReply(status, { __type: `com.amazonaws.sqs#${code}`, message });
  }

  /** `work` gives undefined where the queue is one that this isn't for. */
  #with(urlOrName: string, work: (queue: Queue) => object | undefined): Reply {
    const name = urlOrName.split("/").at(-1);
    const queue = this.#queues.find(({ declared }) => declared.name === name);
    if (queue === undefined) return this.refusal(400, "QueueDoesNotExist", `there is no queue ${urlOrName}`);
    const done = work(queue);
    return done === undefined ? this.#unsupported("ReceiveMessage") : jsonReply(200, done);
  }
}

function sent(queue: Queue, { MessageBody, DelaySeconds }: z.infer<typeof Message>) {
  const { id } = queue.send(MessageBody, DelaySeconds * 1000);
  return { MessageId: id, MD5OfMessageBody: md5(MessageBody) };
}

function md5(body: string): string {
  return createHash("md5").update(body).digest("hex");
}
