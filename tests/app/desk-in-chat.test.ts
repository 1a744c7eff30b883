import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { openNewsroom, type Member } from "./newsroom.ts";

vi.setConfig({ testTimeout: 60_000 });

const words = "تحدثت مصادر محلية عن قصف على بلدات في الغوطة الشرقية، ولم تذكر عدد الضحايا.";
const headline = { ar: "قصف على بلدات الغوطة الشرقية", en: "Shelling of towns in Eastern Ghouta" };
const excerpt = {
  ar: "تعرضت بلدات في الغوطة الشرقية للقصف صباح الاثنين، ولم تتوافر حصيلة للضحايا.",
  en: "Towns in Eastern Ghouta came under shelling on Monday morning; no toll was available.",
};

/** From an article without figures to the preview. */
async function writeStory(editor: Member): Promise<void> {
  editor.forward(words);
  await editor.sees("The article");
  editor.press("The article is complete");
  await editor.sees("Under which topic?");
  editor.press("Eastern Ghouta");
  await editor.sees("When did it happen?");
  editor.say("2026-11-16");
  await editor.sees("Where did it happen?");
  editor.press("Eastern Ghouta");
  for (const [question, answer] of [
    ["Arabic headline", headline.ar],
    ["English headline", headline.en],
    ["Arabic excerpt", excerpt.ar],
    ["English excerpt", excerpt.en],
  ] as const) {
    await editor.sees(question);
    editor.say(answer);
  }
  await editor.sees("This is how readers will see it");
}

it("an article that is forwarded becomes a story file that the topic's command answers", async () => {
  const room = await openNewsroom();
  const before = room.files();
  await writeStory(room.salma);
  room.salma.press("Publish");
  await room.salma.sees("Published as");
  const added = room.files().filter((name) => !before.includes(name));
  const name = "ghouta/2026-11-16-shelling-of-towns-in-eastern-ghouta.yaml";
  expect(added).toEqual([`content/${name}`]);
  const file = readFileSync(join(room.content, name), "utf8");
  expect(file).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/schema\/story\.json\nid: [a-z0-9]{8}\n/,
  );
  await expect
    .poll(
      async () => {
        room.layla.say("/ghouta");
        await room.layla.sees("Ghouta");
        return room.layla.told().at(-1);
      },
      { timeout: 15_000, interval: 500 },
    )
    .toContain(headline.en);
  expect(room.layla.told().at(-1)).toContain(excerpt.ar);
  room.salma.say("/log");
  await room.salma.sees("published draft 1: \u2068ghouta/2026-11-16");
});

it("a draft goes on after a restart where it was left", async () => {
  const room = await openNewsroom();
  room.salma.forward(words);
  await room.salma.sees("The article");
  room.salma.press("The article is complete");
  await room.salma.sees("Under which topic?");
  await room.restart();
  room.salma.press("Eastern Ghouta");
  await room.salma.sees("When did it happen?");
  room.salma.press("Save as draft");
  await expect.poll(() => room.salma.told().join("\n")).toContain("Saved. Take it up again");
  room.salma.say("/drafts");
  await room.salma.sees("Drafts");
  room.salma.press("Take up 1");
  await room.salma.sees("When did it happen?");
  room.salma.say("/log");
  await room.salma.sees("took up draft 1");
  expect(room.salma.told().at(-1)).toContain("saved draft 1");
});

it("what is forwarded is never a command or an answer, and what is edited changes the article alone", async () => {
  const room = await openNewsroom();
  const { salma, telegram } = room;
  const id = salma.forward("/forget everything");
  await salma.sees("So far one part, 18 characters");
  salma.sendFile("report.txt", Buffer.from(`\ufeff${words}`), "a caption");
  await salma.sees("3 parts");
  telegram.world.reword({ chat: salma.id, messageId: id, text: "/forget nothing at all" });
  await salma.sees(
    `3 parts, ${"/forget nothing at all".length + "a caption".length + words.length + 4} characters`,
  );
  salma.press("The article is complete");
  await salma.sees("Under which topic?");
  salma.press("Eastern Ghouta");
  await salma.sees("When did it happen?");
  salma.forward("2026-11-16");
  await salma.sees("You are at another article");
  telegram.world.reword({ chat: salma.id, messageId: id, text: "2026-11-16" });
  await salma.sees("When did it happen?");
  salma.say("2026-11-16");
  await salma.sees("Where did it happen?");
  expect(salma.told().join("\n")).not.toContain("erased");
});

it("a reply answers the question that it replies to, whichever is asked by then", async () => {
  const { salma, telegram } = await openNewsroom();
  await writeStory(salma);
  const question = telegram
    .messages(salma.id)
    .find(({ text }) => text.startsWith("Write the English headline"));
  const text = "Another headline";
  const replyTo = question?.messageId ?? 0;
  telegram.world.say({ person: salma.id, chat: salma.id, text, replyTo });
  await expect.poll(() => salma.told().slice(-2).join("\n"), { timeout: 15_000 }).toContain(text);
});

it("an HTML file is an article without its scripts, and no other file is one", async () => {
  const { salma } = await openNewsroom();
  const page = `<!doctype html><title>T</title><script>x = "hidden"</script><article><h1>Title</h1>${`<p>${words}</p>`.repeat(6)}</article>`;
  salma.sendFile("page.html", page);
  await salma.sees("The article");
  salma.sendFile("page.pdf", "%PDF-1.4");
  await salma.sees("This file cannot be read");
  salma.sendFile("empty.txt", "   ");
  await expect
    .poll(() => salma.told().filter((one) => one.includes("cannot be read")))
    .toHaveLength(2);
});

it("nobody but an editor comes to the desk, and an editor's other words do not", async () => {
  const { salma, layla } = await openNewsroom();
  layla.forward(words);
  await layla.sees("topic");
  layla.say("/log");
  await layla.sees("This is for editors");
  salma.say("ghouta");
  await salma.sees("Ghouta");
  expect(salma.told().join("\n")).not.toContain("The article");
  expect(layla.told().join("\n")).not.toContain("The article");
});

it("with REQUIRE_APPROVAL only another editor's press writes the file, and only what they saw", async () => {
  const room = await openNewsroom({ approval: true });
  const { salma, james } = room;
  const before = room.files();
  await writeStory(salma);
  salma.press("Ask for approval");
  await expect
    .poll(() => salma.told().join("\n"), { timeout: 15_000 })
    .toContain("Sent to the other editors");
  await james.sees("asks for your approval");
  james.press("This is how readers will see it");
  await james.sees("The checks found nothing wrong");
  expect(james.told().join("\n")).toContain(excerpt.ar);
  james.press("Return to the editor");
  await salma.sees("returned your draft");
  expect(room.files()).toEqual(before);
  salma.say("/drafts");
  await salma.sees("Drafts");
  salma.press("Take up 1");
  await salma.sees("This is how readers will see it");
  salma.press("Ask for approval");
  await james.sees("asks for your approval");
  james.press("This is how readers will see it");
  await james.sees("The checks found nothing wrong");
  james.press("Approve and publish");
  await salma.sees("approved your draft");
  expect(room.files()).toHaveLength(before.length + 1);
});
