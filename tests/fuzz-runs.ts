/**
 * How many inputs a fuzz test tries: by itself a few, with FUZZ_RUNS as many as that says, for as
 * long as it takes: `FUZZ_RUNS=100000 npx vitest run tests/desk --test-timeout 0`.
 */
export function fuzzRuns(usual: number): number {
  return Number(process.env["FUZZ_RUNS"] ?? usual);
}
