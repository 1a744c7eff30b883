import { defineConfig } from "vitest/config";

const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

// oxlint-disable-next-line import/no-default-export -- vitest reads a default export
export default defineConfig({
  test: {
    projects: [
      { test: { name: "sqlite", include: ["tests/**/*.test.ts"], exclude: ["tests/postgres/**"], ...timeouts } },
      {
        test: {
          name: "postgres",
          include: ["tests/{store,delivery,postgres}/**/*.test.ts", "tests/app/{editions,publishing}.test.ts"],
          // Plans and files are SQLite's, and some know no store; the rest take minutes there, and
          // ask nothing more of it.
          exclude: [
            "tests/store/{backup,plans,transactions}.test.ts",
            "tests/delivery/{breaker,pace,sender}.test.ts",
            "tests/delivery/{bulk-rate,corrections.property,edit-outcomes,rows,windows}.test.ts",
          ],
          globalSetup: "tests/postgres/server.ts",
          ...timeouts,
        },
      },
    ],
  },
});
