/** `mujaz <verb>`: reads the environment and the clock, and hands both to the verb. */
export async function main(): Promise<void> {
  await Promise.resolve();
}
