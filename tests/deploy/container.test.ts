import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { startSimulator } from "../../src/simulator/simulator.ts";
import { freePort, token } from "../app/bot-process.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), "utf8");

interface Step {
  readonly instruction: string;
  readonly words: string;
}

/** The instructions of the stage that becomes the image, and of those before it. */
function stages(): readonly (readonly Step[])[] {
  const lines = read("src/deploy/Containerfile")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const steps = lines.map((line): Step => {
    const [instruction = "", ...words] = line.split(" ");
    return { instruction, words: words.join(" ") };
  });
  const starts = steps.flatMap(({ instruction }, index) => (instruction === "FROM" ? [index] : []));
  return starts.map((start, index) => steps.slice(start, starts[index + 1]));
}

function wordsOf(stage: readonly Step[], instruction: string): readonly string[] {
  return stage.filter((step) => step.instruction === instruction).map(({ words }) => words);
}

/** What is copied out of the repository, and where it goes. */
function copied(
  stage: readonly Step[],
): readonly (readonly [from: readonly string[], to: string])[] {
  return wordsOf(stage, "COPY")
    .filter((words) => !words.startsWith("--from="))
    .map((words) => [words.split(" ").slice(0, -1), words.split(" ").at(-1) ?? ""] as const);
}

const [packages = [], image = []] = stages();
const instructions = new Set(
  "FROM WORKDIR COPY RUN LABEL ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK ENTRYPOINT CMD".split(
    " ",
  ),
);

it("every instruction is one that exists, and what is copied is there and comes into the image", () => {
  const allowed = read(".dockerignore")
    .split("\n")
    .filter((line) => line.startsWith("!"));
  for (const stage of [packages, image]) {
    for (const { instruction } of stage) expect(instructions).toContain(instruction);
    for (const [from] of copied(stage)) {
      for (const name of from) {
        expect(existsSync(join(root, name))).toBe(true);
        expect(allowed).toContain(`!${name}`);
      }
    }
  }
});

it("its Node is new enough, and nobody runs as root", () => {
  const { engines } = z
    .object({ engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(read("package.json")));
  const major = /^>=(\d+)\./.exec(engines.node)?.[1];
  expect(wordsOf(image, "FROM")).toEqual([`docker.io/library/node:${major}-slim`]);
  expect(wordsOf(image, "USER")).toEqual(["node"]);
});

/** The words of an instruction in JSON. */
function parse(words: readonly string[]): string[] {
  return z.array(z.string()).parse(JSON.parse(words[0] ?? ""));
}

/** Somebody without rights, where we are allowed to be them. */
const nobody: SpawnOptions = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

it(
  "runs from a tree that nobody may write, is healthy, and ends at SIGTERM",
  { timeout: 60_000 },
  async () => {
    const telegram = await startSimulator({ token });
    onTestFinished(() => telegram.close());
    const folder = mkdtempSync(join(tmpdir(), "mujaz-image-"));
    chmodSync(folder, 0o755);
    const [app, data] = [join(folder, "app"), join(folder, "data")];
    for (const [from, to] of copied(image)) {
      for (const name of from)
        cpSync(join(root, name), join(app, to === "./" ? name : to), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(app, "node_modules"));
    mkdirSync(data);
    spawnSync("chmod", ["-R", "a-w,a+rX", app]);
    chmodSync(data, 0o777);
    onTestFinished(() => {
      spawnSync("chmod", ["-R", "u+w", app]);
      rmSync(folder, { recursive: true });
    });
    const env = {
      ...Object.fromEntries(
        wordsOf(image, "ENV")
          .join(" ")
          .split(" ")
          .map((pair) => pair.split("=")),
      ),
      DATABASE_URL: `file:${data}/mujaz.db`,
      CONTENT_DIR: join(app, "content"),
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      PORT: String(await freePort()),
    };
    const [, ...args] = [...parse(wordsOf(image, "ENTRYPOINT")), ...parse(wordsOf(image, "CMD"))];
    const bot = spawn(process.execPath, args, { cwd: app, env, ...nobody });
    onTestFinished(() => void bot.kill("SIGKILL"));
    let output = "";
    await new Promise<void>((resolve, reject) => {
      bot.stdout?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('"listening"')) resolve();
      });
      bot.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
      bot.once("exit", () => reject(new Error(output)));
    });
    const [health = ""] = wordsOf(image, "HEALTHCHECK");
    const [, ...check] = parse([health.slice(health.indexOf("CMD ") + 4)]);
    const isHealthy = (port: string): number | null =>
      spawnSync(process.execPath, check, { env: { ...env, PORT: port }, ...nobody, timeout: 5000 })
        .status;
    expect([isHealthy(env.PORT), isHealthy("1")]).toEqual([0, 1]);
    const ended = new Promise((resolve) => bot.once("exit", resolve));
    bot.kill("SIGTERM");
    expect(await ended).toBe(0);
  },
);
