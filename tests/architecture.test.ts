import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[] | "any";
}

const leaves = ["config", "log", "metrics"];

/** Which room may import which, besides itself; arrows point one way only. */
const table: Readonly<Record<string, Room>> = {
  domain: { rooms: [], packages: [] },
  extraction: { rooms: ["domain"], packages: [] },
  content: { rooms: ["domain", "extraction", ...leaves], packages: ["zod", "yaml", "chokidar"] },
  rendering: { rooms: ["domain"], packages: ["i18next", "d3-scale"] },
  drawing: { rooms: ["rendering"], packages: ["canvaskit-wasm"] },
  search: { rooms: ["domain"], packages: ["minisearch"] },
  store: { rooms: ["domain", ...leaves], packages: ["kysely", "better-sqlite3", "pg"] },
  commands: { rooms: ["domain", "search", "rendering", "store", ...leaves], packages: [] },
  desk: {
    rooms: ["domain", "extraction", "content", "rendering", "store", ...leaves],
    packages: ["@mozilla/readability", "linkedom", "ipaddr.js", "undici"],
  },
  delivery: { rooms: ["domain", "rendering", "store", ...leaves], packages: [] },
  telegram: {
    rooms: ["domain", "rendering", "store", "commands", "desk", "delivery", ...leaves],
    packages: ["telegraf", "undici"],
  },
  server: { rooms: leaves, packages: ["fastify"] },
  simulator: {
    rooms: [],
    packages: ["fastify", "@fastify/multipart", "undici", "tdl", "prebuilt-tdlib"],
  },
  config: { rooms: ["log", "domain"], packages: ["zod"] },
  log: { rooms: [], packages: ["pino"] },
  metrics: { rooms: [], packages: ["prom-client"] },
  cli: { rooms: ["*"], packages: "any" },
  app: { rooms: ["*"], packages: "any" },
  main: { rooms: ["*"], packages: "any" },
  preflight: { rooms: ["main"], packages: [] },
};

const clockReaders = new Set(["main", "app", "simulator"]);

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.[jt]s$/.test(name))
  .map((name) => join(src, name));

/** The room of a file: its first folder below src, or its own name there. */
function roomOf(file: string): string {
  return (relative(src, file).split(sep)[0] ?? "").replace(/\.[jt]s$/, "");
}

function importsOf(code: string): string[] {
  const statements =
    /^\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;
  return [...code.matchAll(statements)].map((match) => match[1] ?? match[2] ?? "");
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Why an import is against the table, or undefined where it is allowed. */
function complaint(file: string, specifier: string): string | undefined {
  const from = roomOf(file);
  const room = table[from];
  if (room === undefined) return `room ${from} is not in the table`;
  if (isBuiltin(specifier)) {
    return from === "domain" ? `domain is pure, yet imports ${specifier}` : undefined;
  }
  if (!specifier.startsWith(".")) {
    const name = packageOf(specifier);
    return room.packages === "any" || room.packages.includes(name)
      ? undefined
      : `${from} may not use the package ${name}`;
  }
  const target = join(dirname(file), specifier);
  if (relative(src, target).startsWith("..")) {
    return specifier.endsWith(".json") ? undefined : `${specifier} leads out of src`;
  }
  const to = roomOf(target);
  return to === from || room.rooms.includes("*") || room.rooms.includes(to)
    ? undefined
    : `${from} may not import ${to}`;
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

describe("the rooms", () => {
  it.each(files.map((file) => [relative(src, file), file]))("%s keeps to the table", (_, file) => {
    const complaints = importsOf(readFileSync(file, "utf8"))
      .map((specifier) => complaint(file, specifier))
      .filter((text) => text !== undefined);
    expect(complaints).toEqual([]);
  });

  it("notices imports that break the table", () => {
    const inDomain = join(src, "domain/x.ts");
    expect(complaint(inDomain, "../store/chats.ts")).toBe("domain may not import store");
    expect(complaint(inDomain, "zod")).toBe("domain may not use the package zod");
    expect(complaint(inDomain, "node:fs")).toBe("domain is pure, yet imports node:fs");
    expect(complaint(join(src, "commands/x.ts"), "../telegram/bot.ts")).toBe(
      "commands may not import telegram",
    );
    expect(
      importsOf('import { a } from "x";\nexport type { B } from "./y.ts";\nimport "z";'),
    ).toEqual(["x", "./y.ts", "z"]);
  });
});

/** What a file asks of the clock or the environment that its room may not ask. */
function outsideReads(file: string, code: string): string[] {
  const room = roomOf(file);
  const clock = clockReaders.has(room)
    ? []
    : (code.match(/new Date\(\s*\)|Date\.now\(\s*\)|\bDate\(\s*\)/g) ?? []);
  const environment =
    room === "main" ? [] : (code.match(/process\s*\.\s*env|["']node:process["']/g) ?? []);
  return [...clock, ...environment];
}

describe("the clock and the environment", () => {
  it.each(files.map((file) => [relative(src, file), file]))(
    "%s asks for time and variables only where it may",
    (_, file) => {
      expect(outsideReads(file, withoutComments(readFileSync(file, "utf8")))).toEqual([]);
    },
  );

  it("notices reads in the wrong room", () => {
    const code = "const a = new Date(); const b = process.env.HOME;";
    expect(outsideReads(join(src, "domain/x.ts"), code)).toEqual(["new Date()", "process.env"]);
    expect(outsideReads(join(src, "main.ts"), code)).toEqual([]);
  });
});
