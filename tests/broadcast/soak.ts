import { broadcastUnderKills, type Killing } from "./kills.ts";

const chats = 2000;
const killsEach = 5;
const scenes = [undefined, undefined, "parts", "alert"] as const;

const [seedGiven, killsGiven = "100"] = process.argv.slice(2);
const seed = seedGiven === undefined ? Date.now() % 1_000_000 : Number(seedGiven);
const broadcasts = Math.ceil(Number(killsGiven) / killsEach);

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The scene and the moments follow from the seed: a broadcast is played again by its own. */
function killingOf(seed: number): Killing {
  const scene = scenes[seed % scenes.length];
  return { seed, chats, kills: killsEach, signal: "SIGKILL", ...(scene && { scene }) };
}

print({ seed, broadcasts, chats, killsEach });
let [lost, doubled, inFlight, disordered, bad] = [0, 0, 0, 0, 0];
for (let number = 0; number < broadcasts; number += 1) {
  const killing = killingOf(seed + number);
  const tally = await broadcastUnderKills(killing);
  const isBad = tally.lost > 0 || tally.disordered > 0 || tally.doubled > tally.inFlight;
  print({ ...tally, scene: killing.scene ?? "digest", ...(isBad && { bad: true }) });
  lost += tally.lost;
  doubled += tally.doubled;
  inFlight += tally.inFlight;
  disordered += tally.disordered;
  bad += isBad ? 1 : 0;
}
print({ kills: broadcasts * killsEach, lost, doubled, inFlight, disordered, bad });
process.exitCode = bad === 0 ? 0 : 1;
