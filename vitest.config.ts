import { defineConfig } from "vitest/config";

const shared = { testTimeout: 30_000, hookTimeout: 120_000, maxWorkers: 2 };

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
          // Builds and browsers beside each other on a machine with other work.
          testTimeout: 120_000,
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/build-sites.ts"],
        },
      },
    ],
  },
});
