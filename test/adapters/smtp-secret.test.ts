import { afterAll, expect, it } from "vitest";
import { secrets } from "../../shared/adapters/clients/secrets.ts";
import { smtpSecret } from "../../shared/adapters/smtp-secret.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { startWire } from "../support/wire.ts";

const wire = await startWire({ status: 200, body: "{}" });
afterAll(() => wire.stop());
const client = secrets({ ...LOCAL_CREDENTIALS, endpoint: wire.endpoint });
const secret = (text: string) => {
  wire.answer = { status: 200, body: JSON.stringify({ SecretString: text }) };
};

it("reads user and password once, then keeps them", async () => {
  secret(JSON.stringify({ user: "yingsu", password: "one", engine: "postfix" }));
  const credentials = smtpSecret(client, "arn:secret");
  const before = wire.requests.length;
  expect(await credentials()).toEqual({ user: "yingsu", password: "one" });
  expect(await credentials()).toEqual({ user: "yingsu", password: "one" });
  expect(wire.requests.slice(before).map(({ body }) => JSON.parse(body))).toEqual([
    { SecretId: "arn:secret" },
  ]);
});

it("notices a new password when what it kept is old", async () => {
  secret(JSON.stringify({ user: "yingsu", password: "one" }));
  const credentials = smtpSecret(client, "arn:secret", 0);
  await credentials();
  secret(JSON.stringify({ user: "yingsu", password: "two" }));
  expect((await credentials()).password).toBe("two");
});

it("says which secret is of no use, and nothing of what is in it", async () => {
  for (const text of ["hunter2", JSON.stringify({ user: "yingsu", pass: "hunter2" })]) {
    secret(text);
    const refused = smtpSecret(client, "arn:secret")();
    await expect(refused).rejects.toThrow("arn:secret");
    await expect(refused).rejects.not.toThrow("hunter2");
  }
});
