import * as fc from "fast-check";
import type { Fault } from "../../src/simulator/faults.ts";
import { hour, minute, second } from "./rig.ts";
import { revisions, type Revision } from "./revised.ts";

/** What may happen between the first news and the end of a story; places and stories by index. */
export type Step =
  | { readonly type: "revise"; readonly story: number; readonly how: Revision }
  | { readonly type: "pass"; readonly ms: number }
  /** The morning comes. */
  | { readonly type: "digest" }
  /** What has changed has settled. */
  | { readonly type: "settle" }
  | { readonly type: "ask"; readonly place: number; readonly story: number }
  | {
      readonly type: "press";
      readonly place: number;
      readonly nth: number;
      readonly button: number;
    }
  /** Somebody types the bot's name and a query and sends a result, and perhaps another later. */
  | {
      readonly type: "inquire";
      readonly place: number;
      readonly about: number;
      readonly nth: number;
    }
  | { readonly type: "choose"; readonly nth: number }
  | { readonly type: "delete"; readonly place: number; readonly nth: number }
  | { readonly type: "block" | "unblock"; readonly place: number }
  | { readonly type: "fault"; readonly fault: Fault }
  | { readonly type: "tick" | "hear" | "send" | "land" | "hear and land" | "crash" };

const place = fc.nat(4);
const story = fc.nat(2);
const nth = fc.nat(5);

const restart = { code: 500, description: "Internal Server Error: restart" };
const actions = [
  {
    type: "refuse",
    code: 429,
    description: "Too Many Requests: retry after 7",
    parameters: { retry_after: 7 },
  },
  { type: "refuse", ...restart },
  { type: "refuse", ...restart, accepted: true },
  { type: "reset" },
  { type: "reset", accepted: true },
  { type: "truncate" },
] as const;

const fault = fc
  .record({
    method: fc.constantFrom("sendMessage", "editMessageText"),
    nth: fc.integer({ min: 1, max: 3 }),
    do: fc.constantFrom(...actions),
  })
  .map((one): Step => ({ type: "fault", fault: { ...one, times: 1 } }));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("revise" as const),
      story,
      how: fc.constantFrom(...revisions),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("pass" as const),
      ms: fc.constantFrom(10 * second, minute, 3 * minute, hour),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ type: "digest" }) },
  { weight: 4, arbitrary: fc.constant<Step>({ type: "settle" }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("ask" as const), place, story }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("press" as const), place, nth, button: fc.nat(3) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("inquire" as const),
      place: fc.nat(1),
      about: fc.nat(3),
      nth,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("choose" as const), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("delete" as const), place: fc.nat(5), nth }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom("block" as const, "unblock" as const),
      place: fc.nat(1),
    }),
  },
  { weight: 2, arbitrary: fault },
  { weight: 3, arbitrary: fc.constant<Step>({ type: "tick" }) },
  { weight: 3, arbitrary: fc.constant<Step>({ type: "hear" }) },
  { weight: 5, arbitrary: fc.constant<Step>({ type: "send" }) },
  { weight: 3, arbitrary: fc.constant<Step>({ type: "land" }) },
  { weight: 3, arbitrary: fc.constant<Step>({ type: "hear and land" }) },
  { weight: 1, arbitrary: fc.constant<Step>({ type: "crash" }) },
);

export const steps = fc.array(step, { minLength: 5, maxLength: 40, size: "max" });
