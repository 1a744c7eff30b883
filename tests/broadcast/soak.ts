import { correctUnderKills } from "./correction-kills.ts";
import { broadcastUnderKills, type Killing, type Tally } from "./kills.ts";

const chats = 2000;
const killsEach = 5;
const scenes = ["digest", "correction", "parts", "alert"] as const;

const [seedGiven, killsGiven = "100"] = process.argv.slice(2);
const seed = seedGiven === undefined ? Date.now() % 1_000_000 : Number(seedGiven);
const broadcasts = Math.ceil(Number(killsGiven) / killsEach);

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The scene and the moments follow from the seed: a broadcast is played again by its own. */
async function play(seed: number): Promise<Omit<Tally, "slowest"> & { readonly scene: string }> {
  const scene = scenes[seed % scenes.length] ?? "digest";
  const killing: Killing = { seed, chats, kills: killsEach, signal: "SIGKILL" };
  if (scene === "correction") return { ...(await playCorrection(killing)), scene };
  const more = scene === "digest" ? {} : { scene };
  return { ...(await broadcastUnderKills({ ...killing, ...more })), scene };
}

/** A message that shows the old figures is as bad as one that was lost. */
async function playCorrection(killing: Killing): Promise<Omit<Tally, "slowest">> {
  const { stale, untold, doubled, noticesInFlight } = await correctUnderKills(killing);
  const { seed, kills } = killing;
  return { seed, kills, lost: stale + untold, doubled, inFlight: noticesInFlight, disordered: 0 };
}

print({ seed, broadcasts, chats, killsEach });
let [lost, doubled, inFlight, disordered, bad] = [0, 0, 0, 0, 0];
for (let number = 0; number < broadcasts; number += 1) {
  const tally = await play(seed + number);
  const isBad = tally.lost > 0 || tally.disordered > 0 || tally.doubled > tally.inFlight;
  print({ ...tally, ...(isBad && { bad: true }) });
  lost += tally.lost;
  doubled += tally.doubled;
  inFlight += tally.inFlight;
  disordered += tally.disordered;
  bad += isBad ? 1 : 0;
}
print({ kills: broadcasts * killsEach, lost, doubled, inFlight, disordered, bad });
process.exitCode = bad === 0 ? 0 : 1;
