import { memoryUsage } from "node:process";

/** What a piece of work gave, and by how many bytes the process grew meanwhile, at most. */
export async function growthOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly bytes: number }> {
  const before = memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, memoryUsage.rss())), 5);
  try {
    const result = await work();
    return { result, bytes: Math.max(most, memoryUsage.rss()) - before };
  } finally {
    clearInterval(timer);
  }
}

/** More than that is more than a hostile page may have of a small machine. */
export const mostGrowth = 100_000_000;
