import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { extname } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";

const folder = new URL("../page/", import.meta.url);

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ts": "text/javascript; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

async function sendFile(name: string, reply: FastifyReply): Promise<void> {
  const type = types[extname(name)];
  if (type === undefined || name.includes("..")) return reply.callNotFound();
  try {
    const bytes = await readFile(new URL(name, folder));
    const body = name.endsWith(".ts") ? stripTypeScriptTypes(bytes.toString()) : bytes;
    await reply.type(type).header("cache-control", "no-cache").send(body);
  } catch {
    reply.callNotFound();
  }
}

const letters = "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic";

/** Letters for machines that have none for Arabic; the page asks for them by these names. */
const fonts: Readonly<Record<string, string>> = {
  "arabic.woff2": import.meta.resolve(`${letters}-arabic-wght-normal.woff2`),
  "latin.woff2": import.meta.resolve(`${letters}-latin-wght-normal.woff2`),
};

/** The chat page at `/`; its TypeScript modules are served with the types taken out. */
export function servePage(server: FastifyInstance): void {
  server.get("/", (_request, reply) => {
    // The page's own policy says the rest; this part of it counts in a header only.
    void reply.header("content-security-policy", "frame-ancestors 'none'");
    return sendFile("index.html", reply);
  });
  server.get<{ Params: { name: string } }>("/fonts/:name", async (request, reply) => {
    const font = fonts[request.params.name];
    if (font === undefined) return reply.callNotFound();
    return reply.type("font/woff2").send(await readFile(new URL(font)));
  });
  server.get<{ Params: { "*": string } }>("/*", (request, reply) =>
    sendFile(request.params["*"], reply),
  );
}
