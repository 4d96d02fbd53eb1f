import { createHash } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { sqs } from "../../shared/adapters/clients/sqs.ts";
import { intakeQueue } from "../../shared/adapters/intake-queue.ts";
import { storedFileOf } from "../../shared/adapters/object-created.ts";
import type { Month } from "../../shared/domain/time/time.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { MORNING } from "../support/stored-things.ts";
import { startWire } from "../support/wire.ts";

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const wire = await startWire(({ body }) => ({
  status: 200,
  body: JSON.stringify({ MessageId: "1", MD5OfMessageBody: md5(JSON.parse(body).MessageBody) }),
}));
afterAll(() => wire.stop());

it("asks for a file in the words that intake reads", async () => {
  const file = { key: "courts/1321/inbox/传票 +1.pdf", versionId: "v1", size: 1234, at: MORNING };
  const queue = intakeQueue(
    `${wire.endpoint}/0/intake`,
    "inbox",
    sqs({ ...LOCAL_CREDENTIALS, endpoint: wire.endpoint }),
  );
  await queue.enqueue(file);
  const { QueueUrl, MessageBody } = JSON.parse(wire.requests.at(-1)?.body ?? "{}");
  expect(QueueUrl).toBe(`${wire.endpoint}/0/intake`);
  expect(storedFileOf(MessageBody)).toEqual(file);
  const begun = { ...file, ledger: { sha256: "a".repeat(64), month: "2026-09" as Month } };
  await queue.enqueue(begun);
  expect(storedFileOf(JSON.parse(wire.requests.at(-1)?.body ?? "{}").MessageBody)).toEqual(begun);
  expect(JSON.parse(MessageBody)).toMatchObject({
    "detail-type": "Object Created",
    detail: { bucket: { name: "inbox" } },
  });
});
