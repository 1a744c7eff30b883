import { expect } from "vitest";
import { costOf } from "../../src/rendering/text/cost.ts";
import { visible } from "../../src/rendering/text/html.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import { isKept, parseHtml } from "./telegram.ts";

const invisible = /[\s\u200e\u200f\u2066-\u2069]/g;

/** A text without what may differ where it is shown: white space, marks, the kind of digits. */
export function essence(text: string): string {
  return text
    .replace(invisible, "")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[٬٫]/g, (sign) => (sign === "٬" ? "," : "."));
}

/** One that is corrected may use the room that was left for it. */
export function assertSound(
  messages: readonly Message[],
  state: "new" | "corrected" = "new",
): void {
  for (const { html, made } of messages) {
    const parsed = parseHtml(html);
    expect(parsed.text.trim()).not.toBe("");
    expect(parsed.text.length).toBeLessThanOrEqual(
      made === undefined || state === "corrected" ? 4096 : 3600,
    );
    expect(parsed.entities.length).toBeLessThanOrEqual(100);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32_768);
    expect(isKept(parsed.text)).toBe(true);
    expect(costOf({ html })).toEqual({
      units: parsed.text.length,
      entities: parsed.entities.length,
      bytes: Buffer.byteLength(html),
    });
    expect(essence(visible({ html }))).toBe(essence(parsed.text));
  }
}

export function textOf(messages: readonly Message[]): string {
  return essence(messages.map(({ html }) => parseHtml(html).text).join(""));
}

export function linksIn(messages: readonly Message[]): ReadonlySet<string> {
  return new Set(messages.flatMap(({ html }) => parseHtml(html).links));
}

/** The first letter or mark outside isolates: what decides a line's direction. */
export function direction(line: string): "right" | "left" | "none" {
  const outside = line.replace(/\u2068[^\u2069]*(?:\u2069|$)/g, "");
  const [first] = /[\p{L}\u200e\u200f]/u.exec(outside) ?? [];
  if (first === undefined) return "none";
  return /[\u200f\p{Script=Arabic}]/u.test(first) ? "right" : "left";
}

export function lines(messages: readonly Message[]): string[] {
  return messages.flatMap(({ html }) => parseHtml(html).text.split("\n"));
}
