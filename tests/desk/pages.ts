import * as fc from "fast-check";

const pieces = [
  ..."<p> </p> <div> </div> <article> </article> <table> <tr> <td> </td> </table> <ul> <li> </ul> <br> <br/> <b> </b> <i> </i> <a href=x> </a> <span> <h1> </h1> <html> </html> <body> </body> <head> </head> <title> </title> <meta charset=windows-1256> <base href=javascript:x> <script>alert(1)</script> <style>p{}</style> <svg> </svg> <math> <template> </template> <noscript> </noscript> <iframe src=x> <img src=x onerror=alert(1)> <textarea> </textarea> <select> <option> <form> <input> <custom-tag is=y> <frameset> <plaintext> <xmp> <![CDATA[ ]]> <!-- --> <!doctype html> <?xml <% < > </ <> </> & &amp; &lt &#0; &#x110000; &#xD800; &nbsp; &NotEqualTilde;".split(
    " ",
  ),
  '<p class="comment sidebar">',
  '<div style="display:none">',
  '<div hidden aria-hidden="true">',
  '<div role="dialog" itemprop="headline" data-x=\'">\'>',
  '<meta property="og:title" content="&lt;script&gt;">',
  '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
  '<img srcset="a 1x, b 2x, , data:image/png;base64,AAAA 3x">',
  "<a href='javascript:alert(1)'>",
  "قُتل 38 مدنياً في دوما، بحسب المرصد. ",
  "Thirty-eight civilians were killed in Douma, the Observatory said. ",
  "\u0000",
  "\ud800",
  "\ufeff",
  "\u202e",
  "\r\n",
  "__proto__",
];

/** Tags in any order, closed or not, with attributes, words and signs between them. */
export const anyPage: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...pieces), weight: 12 },
      { arbitrary: fc.string({ unit: "binary", maxLength: 6 }), weight: 1 },
    ),
    { maxLength: 60 },
  )
  .chain((parts) => fc.constantFrom("", " ").map((space) => parts.join(space)));

/** Pages that a reader could lose itself in. */
export const hostilePages: Readonly<Record<string, string>> = {
  "nested a hundred thousand deep": "<div>".repeat(100_000),
  "of unclosed links": "<a href=x>text ".repeat(100_000),
  "of closing tags that match nothing": `${"<b>".repeat(90)}${"</i>".repeat(300_000)}`,
  "of a million tags": "<i>".repeat(1_000_000),
  "of a million line breaks": "a<br>".repeat(900_000),
  "of nested tables": `${"<table><tr><td>".repeat(30_000)}x`,
  "of open comments": "<!--".repeat(1_000_000),
  "of open brackets": "<".repeat(4_000_000),
  "of entities": "&amp;".repeat(900_000),
  "with a tag of a million letters": `<${"a".repeat(1_000_000)}>x`,
  "with an attribute of a million letters": `<p title="${"a".repeat(1_000_000)}">x`,
  "with a title of a million words": `<title>${"a - ".repeat(250_000)}</title>x`,
  "of white space": `<p>${" \n".repeat(2_000_000)}x`,
  "of nothing": "<html></html>",
};

/** Pages that Readability takes longer for than anyone waits. */
export const endlessPages: Readonly<Record<string, string>> = {
  "with an image that has a million widths": `<p>${"text, ".repeat(300)}<img srcset="${"a".repeat(1_000_000)} b">`,
};
