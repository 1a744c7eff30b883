import { defineConfig } from "vitest/config";

// oxlint-disable-next-line import/no-default-export -- vitest reads a default export
export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});
