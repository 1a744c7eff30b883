import { sleep } from "../../delivery/sleep.ts";

/** What a work says within so many milliseconds; undefined where it does not, or fails. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  const late = sleep(ms, over.signal).then(() => undefined);
  try {
    return await Promise.race([work, late]);
  } catch {
    return undefined;
  } finally {
    over.abort();
  }
}
