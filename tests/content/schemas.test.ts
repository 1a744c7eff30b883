import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { jsonSchemas, writeSchemas } from "../../src/content/json-schemas.ts";
import { folderWith, problemsIn } from "./folder.ts";

const content = fileURLToPath(new URL("../../content", import.meta.url));

describe("the JSON Schemas", () => {
  it.each([...jsonSchemas()])("committed as %s are current", (name, text) => {
    const committed = readFileSync(join(content, "schema", name), "utf8");
    expect(committed === text, "stale: run `npm run content:schemas` and commit the result").toBe(
      true,
    );
  });

  it("are written where they do not become a topic", async () => {
    const dir = folderWith();
    writeSchemas(dir);
    expect(readdirSync(join(dir, "schema"))).toEqual([
      "newsroom.json",
      "sources.json",
      "story.json",
      "topic.json",
    ]);
    expect(await problemsIn(dir)).toEqual([]);
  });

  it("describe every field", () => {
    for (const [name, text] of jsonSchemas()) {
      const undescribed: string[] = [];
      JSON.parse(text, (_, value: unknown) => {
        const properties: Record<string, object> = { ...fieldsOf(value) };
        for (const [field, schema] of Object.entries(properties)) {
          if (!Object.hasOwn(schema, "description")) undescribed.push(field);
        }
        return value;
      });
      expect([name, undescribed]).toEqual([name, []]);
    }
  });

  it("are named in the first line of each YAML file", () => {
    for (const file of globSync("**/*.yaml", { cwd: content })) {
      const role =
        ["sources.yaml", "newsroom.yaml", "topic.yaml"].find((name) => file.endsWith(name)) ??
        "story.yaml";
      const up = file.includes("/") ? "../" : "";
      const expected = `# yaml-language-server: $schema=${up}schema/${role.replace("yaml", "json")}`;
      expect([file, readFileSync(join(content, file), "utf8").split("\n")[0]]).toEqual([
        file,
        expected,
      ]);
    }
  });
});

function fieldsOf(schema: unknown): object {
  const isObject = typeof schema === "object" && schema !== null && "properties" in schema;
  return isObject && typeof schema.properties === "object" ? (schema.properties ?? {}) : {};
}
