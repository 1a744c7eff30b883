import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const text = readFileSync(new URL("../../src/deploy/compose.yaml", import.meta.url), "utf8");

/** What the compose specification knows of a service, as far as the file uses it. */
const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  env_file: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.literal("service_healthy") }))
    .optional(),
  restart: z.literal("always"),
  stop_grace_period: z.string().regex(/^\d+s$/),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.tuple([z.literal("ALL")]),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.tuple([z.literal("no-new-privileges:true")]),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(),
  profiles: z.array(z.string()).optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
    })
    .optional(),
});

const compose = z
  .strictObject({
    name: z.string(),
    "x-bot": z.unknown(),
    services: z.record(z.string(), service),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(text, { merge: true }));

it("every replica is the same but for its port, and can write into its content alone", () => {
  const { bot, replica } = compose.services;
  expect({ ...replica, profiles: undefined, ports: undefined }).toEqual({
    ...bot,
    profiles: undefined,
    ports: undefined,
  });
  expect(bot).toMatchObject({ read_only: true, volumes: ["../../content:/content"] });
  expect(bot?.environment["CONTENT_DIR"]).toBe("/content");
  expect(replica?.profiles).toEqual(["replicas"]);
});

it("nobody outside reaches a port, and the bot has time to end what is in flight", () => {
  const { postgres, ...bots } = compose.services;
  expect(postgres?.ports).toBeUndefined();
  for (const bot of Object.values(bots)) {
    expect(parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(60);
    expect(bot.depends_on).toHaveProperty("postgres");
  }
  for (const { volumes } of [compose.services["postgres"] ?? { volumes: [] }]) {
    expect(volumes.map((volume) => volume.split(":")[0])).toEqual(Object.keys(compose.volumes));
  }
});
