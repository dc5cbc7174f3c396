import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeSystemError } from "../src/system-error.ts";

function systemError(message: string, parts: { code?: string; path?: string } = {}): Error {
  return Object.assign(new Error(message), parts);
}

test("a full disk is told of the folder that is written to", () => {
  const error = systemError("ENOSPC: no space left on device, write", { code: "ENOSPC" });
  expect(describeSystemError(error, "dist")).toBe(
    "dist: error: the disk that it is on is full (ENOSPC); free some space, or name a folder on another disk with --out [system/full]",
  );
});

test("what a thread lost on its way stands in the message", () => {
  const error = new Error("The search index could not be made: ENOSPC: no space left on device, open '/a/b'");
  expect(describeSystemError(error, "dist")).toMatch(/^dist: error: .+ \[system\/full\]$/);
  const rights = new Error("EACCES: permission denied, open '/a, b/c'");
  expect(describeSystemError(rights, "dist")).toMatch(
    /^\/a, b\/c: error: .+ \(EACCES\); .+ \[system\/forbidden\]$/,
  );
  const renamed = new Error("EXDEV: cross-device link not permitted, rename '/a' -> '/b'");
  expect(describeSystemError(renamed, "dist")).toMatch(/^dist: .+\[system\/mounted\]$/);
});

test("a real error of the system is told by its path, seen from here", () => {
  const write = (): unknown => {
    try {
      writeFileSync("src/cli.ts/below", "");
    } catch (error) {
      return error;
    }
    return null;
  };
  expect(describeSystemError(write(), "dist")).toMatch(
    /^src\/cli.ts\/below: .+\(ENOTDIR\).+\[system\/occupied\]$/,
  );
});

test("causes are looked through; folders that stand there for a build are named as the one that they are for", () => {
  const cause = systemError("EACCES: permission denied, mkdir '/x'", {
    code: "EACCES",
    path: "/x/.dist.warraq-new-a1/articles",
  });
  expect(describeSystemError(new Error("page", { cause }), "dist")).toMatch(/^dist: error: /);
});

test("memory that did not suffice is no mistake of the program, a mistake of the program is none of the system", () => {
  const memory = systemError("Worker terminated", { code: "ERR_WORKER_OUT_OF_MEMORY" });
  expect(describeSystemError(memory, "dist")).toContain("NODE_OPTIONS=--max-old-space-size");
  expect(describeSystemError(new TypeError("x is undefined"), "dist")).toBeNull();
  expect(describeSystemError(systemError("x", { code: "ERR_INVALID_ARG_TYPE" }), "dist")).toBeNull();
  expect(describeSystemError("text", "dist")).toBeNull();
  const ring = new Error("a");
  ring.cause = ring;
  expect(describeSystemError(ring, "dist")).toBeNull();
});
