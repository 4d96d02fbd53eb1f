import { afterEach, expect, it, vi } from "vitest";
import { defaultProvider } from "../../../infra/constructs/bundled/credentials.ts";

afterEach(() => vi.unstubAllEnvs());

it("a function has the credentials that its environment has now", async () => {
  const ask = defaultProvider();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "one");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  vi.stubEnv("AWS_SESSION_TOKEN", "token");
  expect(await ask()).toEqual({ accessKeyId: "one", secretAccessKey: "secret", sessionToken: "token" });
  vi.stubEnv("AWS_ACCESS_KEY_ID", "another");
  vi.stubEnv("AWS_SESSION_TOKEN", undefined);
  expect(await ask()).toEqual({ accessKeyId: "another", secretAccessKey: "secret" });
});

it("says so where there are none", async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
  await expect(defaultProvider()()).rejects.toThrow("no credentials");
});
