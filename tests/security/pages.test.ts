import { describe, expect, it } from "vitest";
import { ArticleError } from "../../src/desk/article/article.ts";
import { readArticle } from "../../src/desk/article/read.ts";

const doctypes: readonly (readonly [what: string, declared: string])[] = [
  ["one of another file", `<!ENTITY x SYSTEM "file:///etc/passwd">`],
  ["one of another place", `<!ENTITY x SYSTEM "http://127.0.0.1/">`],
  [
    "ones that multiply",
    `<!ENTITY a "killed killed"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">`,
  ],
  ["one of a parameter", `<!ENTITY % p SYSTEM "file:///etc/passwd">%p;<!ENTITY x "y">`],
];

/** The article, or why there is none; anything else is a fault of ours. */
function outcome(page: string, contentType: string): string {
  try {
    return readArticle(page, { contentType }).text;
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
}

describe("a page with a document type", () => {
  it.each(doctypes)("has no entities of its own: %s", (_, declared) => {
    const body = "<p>38 dead: &x; &amp; more</p>";
    for (const contentType of ["application/xhtml+xml", "text/html"]) {
      const found = [`<!DOCTYPE html [${declared}]>`, "<!DOCTYPE html>", declared].map((head) =>
        outcome(`<?xml version="1.0"?>${head}<html><body>${body}</body></html>`, contentType),
      );
      expect(found[1]).toBe("38 dead: &x; & more");
      for (const text of found) expect(text).not.toMatch(/root:|killed killed killed/);
    }
  });
});
