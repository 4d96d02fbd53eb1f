/** How the next part of a count is asked for: the {@link CountQueue} on SQS. */
import * as z from "zod/mini";
import { type Instant, instant } from "../domain/time/time.ts";
import type { CountQueue } from "../ports/count-queue.ts";

const Message = z.object({ at: z.string() });

/** The queue; its client is loaded where there is a second part, which few cities have. */
export function countQueue(queueUrl: string): CountQueue {
  return {
    async goOn(at) {
      const [{ SendMessageCommand }, { sqs }] = await Promise.all([
        import("@aws-sdk/client-sqs"),
        import("./clients/sqs.ts"),
      ]);
      await sqs().send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ at }) }));
    },
  };
}

/** Which count a message asks to go on with. Throws where it is none of ours. */
export function countToGoOn(body: string): Instant {
  return instant(Message.parse(JSON.parse(body)).at);
}
