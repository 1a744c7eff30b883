import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArticleError, mostBytes, type ArticleHints } from "../../src/desk/article/article.ts";
import { readArticleApart } from "../../src/desk/article/apart.ts";
import { readArticle } from "../../src/desk/article/read.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { growthOf, mostGrowth } from "./memory.ts";
import { anyPage, endlessPages, hostilePages } from "./pages.ts";

const first = "قُتل 38 مدنياً، بينهم 12 طفلاً، في غارات على دوما يوم الأربعاء، بحسب المرصد.";
const second = "وأضاف أن 65 شخصاً أصيبوا بجروح، وأن الحصيلة قد ترتفع لوجود حالات خطرة بينهم.";

/** A page as news sites make them, with its article between all that is not. */
const newsPage = `<!doctype html><html lang="ar" dir="rtl"><head><title>غارات على دوما - وكالة</title>
<meta property="og:title" content="غارات على دوما"><style>p { color: red }</style>
<script>document.title = "hacked"</script></head><body>
<header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة</a></li></ul></nav></header>
<main><article><h1>غارات على دوما</h1>
<p>${first}</p><p>${second}</p><p>${first.replace("38", "1&nbsp;038")}</p>
<figure><img src="x.jpg"><figcaption>دخان فوق المدينة</figcaption></figure>
<ul><li>دوما</li><li>بيت سوى</li></ul>
<noscript>فعّل جافاسكربت</noscript></article></main>
<aside class="sidebar"><p>الأكثر قراءة: فوز 38 فريقاً في بطولة، ونتائج أخرى من الملاعب، هنا، الآن</p></aside>
<footer>جميع الحقوق محفوظة 2018</footer></body></html>`;

describe("the article on a page", () => {
  it("is its main text, in paragraphs, without what stands around it", () => {
    const { title, text, language } = readArticle(newsPage);
    expect(title).toBe("غارات على دوما");
    expect(text).toContain(`${first}\n\n${second}\n\n`);
    expect(text).toContain("1\u00a0038 مدنياً");
    expect(text).toContain("دوما\nبيت سوى");
    for (const other of ["رياضة", "بطولة", "الحقوق", "hacked", "color", "جافاسكربت"]) {
      expect(text).not.toContain(other);
    }
    expect(language).toBe("ar");
  });

  it("is the whole page where none stands out", () => {
    expect(readArticle("<p>38 civilians were killed.").text).toBe("38 civilians were killed.");
    expect(readArticle("<div>One<br>two<table><tr><td>3<td>dead</table></div>").text).toBe(
      "One\ntwo\n\n3 dead",
    );
  });

  it.each([
    "<!doctype html>",
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">',
  ])("is read behind a document type, however short: %s", (type) => {
    expect(readArticle(`${type}<html><body><p>38 killed</p></body></html>`).text).toBe("38 killed");
  });

  it.each([
    ["<p>38<sup>1</sup> civilians", "38 civilians"],
    ["<p><del>28</del><ins>38</ins> killed", "38 killed"],
    ["<p><s>28 killed</s> 38 killed", "38 killed"],
    ["<details><summary>38 killed</summary>12 injured</details>", "38 killed\n\n12 injured"],
    ["<nav>200 killed elsewhere</nav><p>38 killed", "38 killed"],
    ["<pre>38 killed\r\n\r\n\r\n 12  injured\n</pre>a\nb", "38 killed\n\n12 injured\n\na b"],
    ["<div>Menu</div><article>38 killed</article><div>More</div>", "38 killed"],
    ["<div>Menu</div><main><article> </article>38 killed</main>", "38 killed"],
    ["<article>38 killed</article><article>12 injured</article>", "38 killed\n\n12 injured"],
  ])("of %s is what it says", (page, text) => {
    expect(readArticle(page, { contentType: "text/html" }).text).toBe(text);
  });

  it("is found by its type, or by how it begins", () => {
    const words = "a <b>bold</b> claim";
    expect(readArticle(words).text).toBe(words);
    expect(readArticle(words, { contentType: "text/html" }).text).toBe("a bold claim");
    expect(readArticle("<p>x", { contentType: "text/plain" }).text).toBe("<p>x");
    expect(readArticle("\ufeff\n<!-- x --><p>claim").text).toBe("claim");
  });

  it.each([
    "<!--[if IE]><p>old</p><![endif]--><p>claim",
    "<span>claim</span>",
    "<h2 class=x>claim</h2>",
    "<a href=x>claim</a>",
    "<table><tr><td>claim</table>",
    "<br/>claim",
  ])("is known in a part of a page that begins as %s", (page) => {
    expect(readArticle(page).text).toBe("claim");
  });

  it.each(["<38 killed> she said", "<Reuters> 38 killed", "<abc> x", "a < b"])(
    "is a plain text in %s",
    (text) => {
      expect(readArticle(text).text).toBe(text);
    },
  );

  it("is none in a picture or an archive, whatever its name says", () => {
    const binary = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 89) % 251));
    for (const contentType of ["text/plain", "text/html", ""]) {
      expect(() => readArticle(binary, { contentType })).toThrow("binary data: expected text");
    }
    const oneSlip = `${"words ".repeat(100)}\0`;
    expect(readArticle(oneSlip).text).toBe(oneSlip);
  });

  it.each(["", "  \n", "<p></p>", "<script>var a = 1</script>", "!?", "<html></html>"])(
    "is none in %j",
    (text) => {
      expect(() => readArticle(text)).toThrow(new ArticleError("no text in it"));
    },
  );

  it("is refused above five megabytes", () => {
    expect(() => readArticle("a".repeat(mostBytes + 1))).toThrow("expected an article of at most");
    expect(() => readArticle("أ".repeat(mostBytes / 2 + 1))).toThrow("at most");
    expect(readArticle("a".repeat(mostBytes)).text).toHaveLength(mostBytes);
  });
});

describe("a plain text", () => {
  it("stays as it is", () => {
    const text = readFileSync(new URL("../extraction/fuzz.test.ts", import.meta.url), "utf8");
    expect(readArticle(text).text).toBe(text);
    expect(readArticle("a\r\n\r\nb\rc").text).toBe("a\n\nb\nc");
  });

  it("has the language of most letters, or the one that is given", () => {
    expect(readArticle("قال Reuters إن ثلاثة أشخاص قتلوا").language).toBe("ar");
    expect(readArticle("The SOHR (المرصد) says three people were killed").language).toBe("en");
    expect(readArticle("three", { language: "ar" }).language).toBe("ar");
  });
});

function html(charset: string): ArticleHints {
  return { contentType: `text/html; charset=${charset}` };
}

describe("the encoding of an article", () => {
  const words = "قتل 38 مدنياً";
  // «قتل» as windows-1256 writes it.
  const old = Buffer.from([0xde, 0xca, 0xe1]);
  const cases: readonly (readonly [string, Uint8Array, ArticleHints, string])[] = [
    ["UTF-8", Buffer.from(words), {}, words],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${words}`), {}, words],
    ["UTF-16", Buffer.from(`\ufeff${words}`, "utf16le"), {}, words],
    ["UTF-16, the other way", Buffer.from(`\ufeff${words}`, "utf16le").swap16(), {}, words],
    ["not UTF-8", old, {}, "قتل"],
    ["UTF-8 with a bad byte", Buffer.from([...Buffer.from(words), 0xff]), {}, `${words}\ufffd`],
    ["UTF-16 by the header", Buffer.from(words, "utf16le"), html("utf-16"), words],
    ["told by the header", old, { contentType: 'text/plain; charset="cp1256"' }, "قتل"],
    ["told by the header before the page", page("utf-8"), html("windows-1256"), "قتل"],
    ["told by the page", page("windows-1256"), {}, "قتل"],
    ["told in the old way", oldPage("windows-1256"), {}, "قتل"],
    ["told by a header that nobody knows", old, { contentType: "text/plain; charset=x" }, "قتل"],
    ["a mark before the header", Buffer.from(`\ufeff${words}`), html("windows-1256"), words],
  ];

  it.each(cases)("fault 38: %s", (_, bytes, hints, text) => {
    expect(readArticle(bytes, hints).text).toBe(text);
  });

  it("leaves a mark where a letter is damaged", () => {
    const bytes = Buffer.concat([Buffer.from("abc "), old]);
    expect(readArticle(bytes, { contentType: "text/plain; charset=utf-8" }).text).toContain(
      "\ufffd",
    );
  });

  function page(charset: string): Uint8Array {
    return Buffer.concat([Buffer.from(`<html><meta charset="${charset}"><p>`), old]);
  }

  function oldPage(charset: string): Uint8Array {
    const meta = `<META HTTP-EQUIV='Content-Type' CONTENT='text/html; CHARSET=${charset}'>`;
    return Buffer.concat([Buffer.from(`<html>${meta}<p>`), old]);
  }
});

/** The article, or the reason that the editor is told; anything else is a fault of ours. */
function outcome(page: string): string {
  try {
    return readArticle(page, { contentType: "text/html" }).text;
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
}

/** Ten times ten, and so on, of a word: nine levels of entities. */
const levels = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
);
const laughs = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">${levels.join("")}]><html><body><p>&l9;`;

describe("a hostile page", () => {
  it("is an article or none, whatever its tags", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const text = outcome(page);
        expect(text).not.toMatch(/\n{3}| \n|\n /);
        expect(text).toBe(text.trim());
      }),
      { numRuns: fuzzRuns(500) },
    );
  });

  it.each(Object.entries(hostilePages))("fault 38: %s comes to an end", (_, page) => {
    expect(typeof outcome(page)).toBe("string");
  });

  it.each([
    ["a billion laughs", laughs],
    ["numeric entities, as many as fit", `<p>${"&#1607;".repeat(700_000)}`],
  ])("fault 38: of %s takes no room", async (_, page) => {
    const read = () => readArticleApart(page).then(({ text }) => text, String);
    const { result, bytes } = await growthOf(read);
    expect(result).toMatch(/&l9;$|paste the article's text/);
    expect(result).not.toContain("lollol");
    expect(bytes).toBeLessThan(mostGrowth);
  });

  it("fault 38: holds up nobody, however long it takes", async () => {
    for (const page of Object.values(endlessPages)) {
      await expect(readArticleApart(page, {}, 1000)).rejects.toThrow(
        "a page that cannot be read: paste the article's text instead",
      );
    }
  });

  it("is no excuse for a fault of ours", async () => {
    const hints: ArticleHints = JSON.parse('{ "contentType": 5 }');
    await expect(readArticleApart("x", hints)).rejects.toThrow(TypeError);
  });

  it("is refused with the same words in a thread of its own", async () => {
    expect(await readArticleApart(newsPage)).toEqual(readArticle(newsPage));
    await expect(readArticleApart("<p></p>")).rejects.toThrow(new ArticleError("no text in it"));
  });
});
