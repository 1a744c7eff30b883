import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { nameReplica } from "../../src/app/replicas/replica.ts";

it("another process of this machine is known to have ended, and none of other machines", () => {
  const ours = nameReplica("here");
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  expect(ours.isDead(`here ${pid} x`)).toBe(true);
  expect(ours.isDead(`here ${process.pid} x`)).toBe(false);
  expect(ours.isDead(`elsewhere ${pid} x`)).toBe(false);
  expect(ours.isDead("nonsense")).toBe(false);
  expect(ours.isDead("")).toBe(false);
});

it("no two processes have one name, even where they have one number", () => {
  expect(nameReplica("here").name).not.toBe(nameReplica("here").name);
});
