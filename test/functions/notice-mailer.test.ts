/** What becomes of a mail that is to leave now: sent, tried again, given up, or of no use any more? */
import { describe, expect, it } from "vitest";
import { sendNotice } from "../../functions/notice-mailer/send-notice.ts";
import type { Notice } from "../../shared/domain/notices/notice.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import type { SendResult } from "../../shared/ports/mailer.ts";
import { SAMPLES } from "../letters/sample-notices.ts";
import { RULES } from "../support/case-builders.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { memoryOutbox } from "../support/memory/memory-outbox.ts";
import { keyOf, memoryTable } from "../support/memory/memory-table.ts";
import { aNotice, MORNING } from "../support/stored-things.ts";

const SENT: SendResult = { sent: true, messageId: "ses-1" };
const LATER: SendResult = { sent: false, passing: true, reason: "throttled" };
const NEVER: SendResult = { sent: false, passing: false, reason: "no such address" };

describe("a mail that is to leave", () => {
  it("is handed over once, and then known by the carrier's number", async () => {
    const { send, stored, handedOver } = await outboxWith(aNotice());
    expect(await send()).toEqual({
      outcome: "sent",
      left: {
        notice: expect.objectContaining({ id: aNotice().id }),
        messageId: "ses-1",
        at: expect.anything(),
      },
    });
    expect(stored()).toMatchObject({ state: "accepted", messageId: "ses-1" });
    expect(await send()).toEqual({ outcome: "taken" });
    expect(handedOver).toEqual([aNotice().recipient.address]);
  });

  it("waits 10, 20, 40 … minutes where the carrier can't take it for the moment, at most four hours", async () => {
    const { send, stored, again } = await outboxWith(aNotice(), LATER);
    const waited: number[] = [];
    let now = MORNING;
    for (let attempt = 0; attempt < 7; attempt++) {
      expect(await send(now)).toEqual({ outcome: "postponed", waitingMinutes: minutes(MORNING, now) });
      const { dueAt = now } = stored();
      expect(stored()).toMatchObject({ state: "held", attempts: attempt + 1 });
      waited.push(minutes(now, dueAt));
      now = dueAt;
      await again(now);
    }
    expect(waited).toEqual([10, 20, 40, 80, 160, 240, 240]);
  });

  it("is given up where the carrier never will", async () => {
    const { send, stored } = await outboxWith(aNotice(), NEVER);
    expect(await send()).toEqual({ outcome: "refused" });
    expect(stored()).toMatchObject({ state: "failed", reason: "no such address" });
  });
});

describe("a mail that comes too late to be of use", () => {
  const limited = (minutesLeft: number): Notice =>
    aNotice("late", { step: { key: "step", limit: addMinutes(MORNING, minutesLeft) } });

  it.each([-1, 0])("is dropped %s minutes after its limit, and nobody is asked to carry it", async (left) => {
    const { send, stored, handedOver } = await outboxWith(limited(left));
    expect(await send()).toEqual({ outcome: "dropped" });
    expect(stored()).toMatchObject({ state: "dropped", reason: "too-late" });
    expect(handedOver).toEqual([]);
  });

  it("leaves while there is a minute", async () => {
    const { send } = await outboxWith(limited(1));
    expect(await send()).toMatchObject({ outcome: "sent" });
  });
});

describe("files that go with a mail", () => {
  const bulletin = SAMPLES.bulletin ?? expect.fail();
  const wanted =
    "files" in bulletin.content ? (bulletin.content.files as readonly { name: string; key: string }[]) : [];

  it("are in it, whole", async () => {
    expect(wanted.length).toBeGreaterThan(0);
    const { send, files, mimes } = await outboxWith(bulletin);
    for (const { key } of wanted) await files.write(key, Buffer.from(`content of ${key}`), "text/plain");
    expect(await send()).toMatchObject({ outcome: "sent" });
    for (const { key } of wanted)
      expect(mimes[0]?.replaceAll("\r\n", "")).toContain(Buffer.from(`content of ${key}`).toString("base64"));
  });

  it.each([
    ["missing", undefined],
    ["too-large", 5 * 1024 * 1024 + 1],
  ])(
    "are never left out because one is %s: the mail isn't claimed, and is tried again",
    async (what, size) => {
      const { send, files, stored, handedOver } = await outboxWith(bulletin);
      for (const { key } of wanted.slice(1)) await files.write(key, Buffer.from("content"), "text/plain");
      if (size !== undefined) await files.write(wanted[0]?.key ?? "", new Uint8Array(size), "text/plain");
      await expect(send()).rejects.toThrow(`attachment ${what}`);
      expect(stored()).toMatchObject({ state: "pending", attempts: 0 });
      expect(handedOver).toEqual([]);
    },
  );

  it("may have five megabytes", async () => {
    const { send, files } = await outboxWith(bulletin);
    for (const { key } of wanted) await files.write(key, Buffer.from("content"), "text/plain");
    await files.write(wanted[0]?.key ?? "", new Uint8Array(5 * 1024 * 1024), "text/plain");
    expect(await send()).toMatchObject({ outcome: "sent" });
  });
});

/** An outbox with one notice that is pending, and a carrier that always answers the same. */
async function outboxWith(notice: Notice, answer: SendResult = SENT) {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const outbox = memoryOutbox(table);
  const files = memoryFiles(() => MORNING);
  const handedOver: string[] = [];
  const mimes: string[] = [];
  await outbox.add({ ...notice, releaseAt: MORNING }, MORNING);
  const mailer = {
    async send({ to, mime }: { readonly to: string; readonly mime: Uint8Array }) {
      handedOver.push(to);
      mimes.push(Buffer.from(mime).toString());
      return answer;
    },
  };
  const ports = {
    outbox,
    files,
    mailer,
    sender: { name: "临沂市司法局", address: "noreply@example.org" },
    linkLives: RULES.policy.links,
  };
  return {
    files,
    handedOver,
    mimes,
    send: (now = MORNING) => sendNotice(ports, notice.subject, notice.id, now),
    again: (now = MORNING) => outbox.release(notice.subject, notice.id, now),
    stored: () => table.notices.get(keyOf(notice.subject, notice.id)) ?? expect.fail(),
  };
}

function minutes(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}
