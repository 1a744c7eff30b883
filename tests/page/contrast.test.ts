import { describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { see } from "./visit.ts";
import { ids } from "./world.ts";

const stage = useStage();

/** In the page: the contrast of each text with what is painted behind it, lowest first. */
const measure = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [x, y, z]) =>
    [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const light = (color) => color.slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (node) => {
    if (node === null) return [255, 255, 255, 1];
    if (node.classList.contains("wall")) return wallColor(node);
    return over(rgba(getComputedStyle(node).backgroundColor), behind(node.parentElement));
  };
  const wallColor = (node) => {
    const colors = getComputedStyle(node).backgroundImage.match(/(rgb|color)[^)]*\\)/g);
    return rgba(colors[0]);
  };
  const ratio = (node) => {
    const back = behind(node);
    const front = over(rgba(getComputedStyle(node).color), back);
    const [a, b] = [light(front), light(back)].toSorted((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const texts = [...document.querySelectorAll("body *")].filter((node) =>
    node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ""));
  return texts
    .map((node) => ({ at: node.className || node.id || node.tagName, ratio: ratio(node) }))
    .toSorted((a, b) => a.ratio - b.ratio);
})()`;

async function fill(): Promise<void> {
  const { bot, simulator } = stage.world();
  const send = (text: string, more: object = {}) =>
    bot("sendMessage", { chat_id: ids.group, text, parse_mode: "HTML", ...more });
  const link = '<a href="https://e.org">link</a> <code>code</code> #tag /command <b>b</b>';
  const { message_id: id } = await send(`${link}<blockquote>quote</blockquote><pre>pre</pre>`, {
    reply_markup: { inline_keyboard: [[{ text: "key", callback_data: "x" }]] },
  });
  simulator.world.say({ person: ids.layla, chat: ids.group, text: "قول" });
  simulator.world.say({ person: ids.james, chat: ids.group, text: "own /command", replyTo: id });
  await send("buttons", { reply_markup: { keyboard: [["Reply key"]] } });
  await send("reply", { reply_parameters: { message_id: id } });
  await bot("sendMessage", { chat_id: ids.channel, text: "unread" });
  simulator.reportProblems([{ level: "warning", file: "a.yaml", field: "b", text: "c" }]);
}

interface Measured {
  readonly at: string;
  readonly ratio: number;
}

describe("the colours", () => {
  it.each(["light", "dark"] as const)(
    "leave every text legible in the %s theme",
    async (scheme) => {
      const page = await stage.open({ chat: ids.group, colorScheme: scheme });
      await fill();
      await page.locator("#problems").waitFor();
      await page.locator(".reply-key").waitFor();
      await page.locator(".badge:not(:empty)").waitFor();
      await page.locator(".message.in .original").last().waitFor();
      const measured = await see<readonly Measured[]>(page, measure);
      expect(measured.length).toBeGreaterThan(30);
      expect(measured.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      stage.world().simulator.reportProblems([]);
    },
  );
});
