// Unit tests beside the sources, and the tests of the whole in test/. Those of the page in a browser are a set of their
// own (test/browser), because they need one: tools/test.ts runs them apart, with what they need prepared.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "tools/**/*.test.ts"],
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
  },
});
