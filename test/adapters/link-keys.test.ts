import { afterAll, expect, it } from "vitest";
import { secrets } from "../../shared/adapters/clients/secrets.ts";
import { linkKeys } from "../../shared/adapters/link-keys.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { startWire } from "../support/wire.ts";

const wire = await startWire({ status: 200, body: "{}" });
afterAll(() => wire.stop());
const client = secrets({ ...LOCAL_CREDENTIALS, endpoint: wire.endpoint });
const secret = (text: string) => {
  wire.answer = { status: 200, body: JSON.stringify({ SecretString: text }) };
};
const [OLD, NEW] = ["o".repeat(64), "n".repeat(64)];

it("reads all keys and which is current once, then keeps them", async () => {
  secret(JSON.stringify({ current: "second", first: OLD, second: NEW }));
  const keys = linkKeys(client, "arn:keys");
  const before = wire.requests.length;
  expect(await keys()).toEqual({ current: "second", keys: { first: OLD, second: NEW } });
  await keys();
  expect(wire.requests.length).toBe(before + 1);
});

it("notices a new key when what it kept is old", async () => {
  secret(JSON.stringify({ current: "first", first: OLD }));
  const keys = linkKeys(client, "arn:keys", 0);
  await keys();
  secret(JSON.stringify({ current: "second", first: OLD, second: NEW }));
  expect((await keys()).current).toBe("second");
});

it("refuses no current key, one that is not there, a short one, and says nothing of what is in it", async () => {
  for (const content of [
    "hunter2",
    JSON.stringify({ hunter2: OLD }),
    JSON.stringify({ current: "third", hunter2: OLD }),
    JSON.stringify({ current: "toString", hunter2: OLD }),
    JSON.stringify({ current: "first", first: "hunter2" }),
    // Tokens couldn't name these: each link would be a forged one.
    JSON.stringify({ current: "2026.12", "2026.12": NEW, hunter2: OLD }),
    JSON.stringify({ current: "hunter2", hunter2: OLD, 第二把: NEW }),
    JSON.stringify({ current: "hunter2", hunter2: OLD, ["k".repeat(41)]: NEW }),
  ]) {
    secret(content);
    const refused = linkKeys(client, "arn:keys")();
    await expect(refused).rejects.toThrow("arn:keys");
    await expect(refused).rejects.not.toThrow("hunter2");
  }
});
