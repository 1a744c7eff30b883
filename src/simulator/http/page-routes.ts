import { readdir, readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance, FastifyReply } from "fastify";

const folder = fileURLToPath(new URL("../page/", import.meta.url));

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ts": "text/javascript; charset=utf-8",
};

/** `name` is one of the page's own files, never what somebody asked for. */
async function sendFile(name: string, reply: FastifyReply): Promise<void> {
  const bytes = await readFile(join(folder, name));
  const body = name.endsWith(".ts") ? stripTypeScriptTypes(bytes.toString()) : bytes;
  await reply
    .type(types[extname(name)] ?? "text/plain")
    .header("cache-control", "no-cache")
    .send(body);
}

const letters = "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic";

/** Letters for machines that have none for Arabic; the page asks for them by these names. */
const fonts: Readonly<Record<string, string>> = {
  "arabic.woff2": import.meta.resolve(`${letters}-arabic-wght-normal.woff2`),
  "latin.woff2": import.meta.resolve(`${letters}-latin-wght-normal.woff2`),
};

/**
 * The chat page at `/`; its TypeScript modules are served with the types taken out. Each file has
 * a route of its own, of those that are there at the start: no other can be asked for.
 */
export async function servePage(server: FastifyInstance): Promise<void> {
  server.get("/", (_request, reply) => {
    // The page's own policy says the rest; this part of it counts in a header only.
    void reply.header("content-security-policy", "frame-ancestors 'none'");
    return sendFile("index.html", reply);
  });
  for (const [name, url] of Object.entries(fonts)) {
    server.get(`/fonts/${name}`, async (_request, reply) =>
      reply.type("font/woff2").send(await readFile(new URL(url))),
    );
  }
  for (const name of await readdir(folder)) {
    if (extname(name) in types) server.get(`/${name}`, (_request, reply) => sendFile(name, reply));
  }
}
