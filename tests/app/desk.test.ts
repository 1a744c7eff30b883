import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTown, type Town, type Visit } from "./playground-town.ts";
import { firstHalf, secondHalf } from "../desk/article.ts";

let town: Town;
let salma: Visit;
let james: Visit;

vi.setConfig({ testTimeout: 180_000, expect: { poll: { timeout: 20_000, interval: 50 } } });

beforeAll(async () => {
  town = await openTown();
  [salma, james] = [await town.visit("سلمى"), await town.visit("James")];
}, 60_000);

afterAll(() => town.close());

const headline = {
  ar: "غارات على الغوطة الشرقية توقع قتلى مدنيين بينهم أطفال",
  en: "Air strikes on Eastern Ghouta kill civilians, children among them",
};
const excerpt = {
  ar: "أغارت طائرات حربية يوم الثلاثاء على بلدات في الغوطة الشرقية، فأوقعت قتلى من المدنيين، بينهم أطفال، وجرحى. وقال المرصد السوري لحقوق الإنسان إن القصف المدفعي استمر حتى المساء.",
  en: "Warplanes bombed towns in Eastern Ghouta on Tuesday, killing civilians, children among them, and injuring others. The Syrian Observatory for Human Rights says shelling went on until the evening.",
};

async function sees(words: string): Promise<void> {
  await expect.poll(() => salma.lastBubble().textContent()).toContain(words);
}

/** The words of a figure stand in the pages of its neighbours, too: it is known by its number. */
async function keep(number: number, words: string): Promise<void> {
  await sees(`الرقم ${number} من 6`);
  await sees(words);
  await salma.press("إبقاء");
}

async function answer(question: string, text: string): Promise<void> {
  await sees(question);
  await salma.type(text);
}

describe("the desk in the playground", () => {
  it("takes an article from paste to a published story in both languages, which /ghouta answers", async () => {
    await salma.type(firstHalf);
    await sees("وصل منه جزء واحد");
    await salma.page.locator("#files").setInputFiles({
      name: "rest.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(secondHalf),
    });
    await sees("وصل منه جزآن");
    await salma.press("اكتمل المقال");
    await keep(1, "مقتل 27 مدنياً");
    await keep(2, "9 أطفال");
    await keep(3, "إصابة 54 شخصاً");
    await sees("المصدر مأخوذ من جملة أخرى");
    await salma.page.getByRole("button", { name: "العدد", exact: true }).last().click();
    await answer("اكتبوا العدد", "١١٩");
    await keep(4, "مقتل 119 مدنياً");
    await sees("الرقم 5 من 6");
    await salma.press("إسقاط كل ما بقي");
    await sees("في أي موضوع؟");
    await salma.press("الغوطة الشرقية");
    await sees("متى وقع ذلك؟");
    await salma.press("اليوم،");
    await sees("أين وقع ذلك؟");
    await salma.press("الغوطة الشرقية");
    await answer("العنوان بالعربية", headline.ar);
    await answer("العنوان بالإنكليزية", headline.en);
    await answer("المقتطف بالعربية", excerpt.ar);
    await answer("المقتطف بالإنكليزية", excerpt.en);
    await sees("هكذا يراه القرّاء");
    const previews = await salma.bubbles().allTextContents();
    const [arabic = "", english = ""] = previews.slice(-3);
    await salma.press("نشر");
    await expect
      .poll(() => salma.bubbles().allTextContents())
      .toContainEqual(expect.stringContaining("نُشر في الملف"));
    await expect
      .poll(
        async () => {
          await james.type("/ghouta");
          return james.lastBubble().textContent();
        },
        { interval: 2000 },
      )
      .toContain("مقتل 119 مدنياً");
    const told = (await james.lastBubble().textContent()) ?? "";
    for (const line of [arabic, english]) {
      expect(told).toContain(textOf(line));
    }
    expect(told).toContain("27 civilians killed, 9 of them children");
    expect(told).toContain(excerpt.ar);
  });
});

/** A bubble's words without the time below them. */
function textOf(bubble: string): string {
  return bubble.replace(/\d{1,2}:\d{2}\s*$/, "").trim();
}
