import { defineConfig } from "vitest/config";

// A limit for what hangs, not for what takes long: builds and browsers beside each other, on a machine with other work, take five times as long.
const shared = { testTimeout: 180_000, hookTimeout: 180_000, maxWorkers: 2 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "program",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**"],
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/build-sites.ts"],
        },
      },
    ],
  },
});
