import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A test that leans on the machine's zone must fail: ours is not Shanghai's.
    env: { TZ: "America/New_York" },
  },
});
