import { request as httpRequest } from "node:http";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bench, type Bench } from "./harness.ts";

const here = fileURLToPath(import.meta.url);

/** The status of a path as it stands: `fetch` would tidy it first. */
async function statusOf({ apiRoot }: Bench, path: string): Promise<number | undefined> {
  const request = httpRequest(apiRoot, { path });
  request.end();
  const [response] = await once(request, "response");
  response.resume();
  return response.statusCode;
}

describe("the page's files", () => {
  it("are served: its document, styles, pictures, letters and modules without their types", async () => {
    const b = await bench();
    for (const path of ["/", "/index.html", "/style.css", "/icons.svg", "/fonts/arabic.woff2"]) {
      expect([path, await statusOf(b, path)]).toEqual([path, 200]);
    }
    const main = await fetch(`${b.apiRoot}/main.ts`);
    expect(main.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await main.text()).not.toContain("import type");
  });

  it.each([
    `/${here}`,
    `/${encodeURIComponent(here)}`,
    `/%2f${here.slice(1)}`,
    `/file://${here}`,
    `/file:${here}`,
    "/../control.ts",
    "/..%2fcontrol.ts",
    "/%2e%2e/control.ts",
    "/..%5ccontrol.ts",
    "/./main.ts",
    "//main.ts",
    "/tsconfig.json",
    "/fonts/..%2findex.html",
    "/fonts/constructor",
  ])("are all that can be asked for: not %s", async (path) => {
    expect(await statusOf(await bench(), path)).toBe(404);
  });
});
