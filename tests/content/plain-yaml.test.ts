import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument, stringify } from "yaml";
import { readPlainYaml } from "../../src/content/reading/plain-yaml.ts";

const content = fileURLToPath(new URL("../../content/", import.meta.url));
const committed = globSync("**/*.yaml", { cwd: content }).map((name) =>
  readFileSync(content + name, "utf8"),
);

/** More ways of writing than the committed files have. */
const ways = `a: 1
b:
  - x
  - y: 2
    z: |-
      one
      two
  -   w: [a, b]
c:
- d
- e: f

# a comment
k: >
  folded
  text
l: "quoted, with: signs"
m: 'quoted # too'
n: {}
o: { p: -3, q: true, r: 2018-02 }
s:
t: http://example.org/#x
`;

/** What the full parser says; `undefined` for a mistake, and for what it warns of. */
function full(text: string): { readonly data: unknown } | undefined {
  try {
    const document = parseDocument(text, { logLevel: "error", prettyErrors: false });
    if (document.errors.length + document.warnings.length > 0) return undefined;
    return { data: document.toJS() };
  } catch {
    return undefined;
  }
}

describe("the quick reader of plain YAML", () => {
  it("reads every file of the content, and other ways of writing, by itself", () => {
    const texts = [...committed, ways];
    expect(texts.map(readPlainYaml)).toStrictEqual(texts.map(full));
  });

  it.each([
    ["an anchor", "a: &x 1"],
    ["an alias", "a: *x"],
    ["a tag", "a: !!str 1"],
    ["a field twice", "a: 1\na: 2"],
    ["a field twice in one line", "a: { b: 1, b: 2 }"],
    ["text over two lines", "a: one\n  two"],
    ["an escape", 'a: "\\n"'],
    ["a comment after a value", "a: 1 # one"],
    ["an octal number", "a: 0o17"],
    ["a hexadecimal number", "a: 0x1F"],
    ["a leading zero", "a: 007"],
    ["a fraction", "a: 1.5"],
    ["a number beyond counting", "a: 12345678901234567890"],
    ["a not-a-number", "a: .nan"],
    ["a tilde", "a: ~"],
    ["a written null", "a: null"],
    ["TRUE", "a: TRUE"],
    ["a tab", "a:\t1"],
    ["a no-break space", "a: 1\u00a0"],
    ["Windows line ends", "a: 1\r\nb: 2"],
    ["paragraphs", "a: >-\n  one\n\n  two"],
    ["a paragraph that looks like a comment", "a: >-\n  one\n\n  # two"],
    ["a deeper line in a block", "a: >-\n  one\n    two"],
    ["an indent that is out of line", "a:\n    b: 1\n  c: 2"],
    ["a list in a list", "a:\n  - - 1"],
    ["a map in a line's map", "a: { b: { c: 1 } }"],
    ["two documents", "a: 1\n---\nb: 2"],
    ["a directive", "%YAML 1.1\n---\na: yes"],
    ["a merge", "<<: 1"],
    ["a list of everything", "- a"],
    ["nothing", ""],
    ["a prototype", "__proto__: 1"],
  ])("leaves %s to the full parser", (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it("never differs from the full parser, whatever is done to a file", () => {
    const signs = fc.constantFrom(
      ..."¦ ¦  ¦\n¦\n\n¦:¦: ¦-¦- ¦#¦ #¦'¦\"¦{¦}¦[¦]¦,¦&a ¦*a¦!¦|¦>¦>-\n¦%¦@¦`¦~¦?¦? ¦=".split("¦"),
      ..."<<: ¦---\n¦...\n¦null¦1¦0¦-1¦1.5¦.5¦0x1¦1e3¦true¦+1¦2018-02-07¦a: ¦  - ¦\t¦\\".split("¦"),
      ..."\u00a0¦\u0085¦\r¦غ¦\u200f¦_".split("¦"),
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(3),
      signs,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...committed, ways),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (file, edits) => {
          const lines = file.split("\n");
          const start = Math.floor((edits[0]?.at ?? 0) * lines.length);
          let text = lines.slice(start, start + 12).join("\n");
          for (const { at, cut, signs } of edits) {
            const place = Math.floor(at * text.length);
            text = text.slice(0, place) + signs + text.slice(place + cut);
          }
          const whole = full(text);
          expect(readPlainYaml(text) ?? whole).toStrictEqual(whole);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("never differs from the full parser over data that it wrote", () => {
    const scalar = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("دوما", "a: b", "- x", "# y", "2018-02-07", "1e3", "null", "~", " z ", "x:"),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const key = fc.constantFrom("id", "a_b", "x", "null", "true", "y1", "é", "z z");
    const data = fc.letrec((tie) => ({
      map: fc.dictionary(key, tie("any"), { maxKeys: 4 }),
      any: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie("any"), { maxLength: 3 }), tie("map")),
    }));
    const style = fc.record({
      lineWidth: fc.constantFrom(0, 20, 80),
      indentSeq: fc.boolean(),
      indent: fc.constantFrom(2, 4),
    });
    fc.assert(
      fc.property(data.map, style, (map, options) => {
        const text = stringify(map, options);
        const whole = full(text);
        expect(readPlainYaml(text) ?? whole).toStrictEqual(whole);
      }),
      { numRuns: 400 },
    );
  });
});
