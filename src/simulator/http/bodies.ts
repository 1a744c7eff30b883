import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { badRequest } from "../api-error.ts";
import { isRecord, type Upload } from "../rules/kinds.ts";

const largestBody = 64 * 1024 * 1024;

/** The value, an empty object for nothing, or undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function acceptJson(server: FastifyInstance): void {
  server.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    const json = parseJson(body.toString());
    if (json === undefined) done(badRequest("can't parse JSON object"));
    else done(null, json);
  });
}

/**
 * From here on only JSON: all else is answered 415. Another site's page can post a form without
 * asking, but not JSON.
 */
export function acceptJsonAlone(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  acceptJson(server);
}

/** Teaches the server the body types of the Bot API: JSON, urlencoded and multipart. */
export async function acceptBodies(server: FastifyInstance): Promise<void> {
  server.removeContentTypeParser("application/json");
  acceptJson(server);
  server.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    },
  );
  await server.register(multipart, { limits: { fileSize: largestBody, fieldSize: largestBody } });
}

async function multipartValues(request: FastifyRequest): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === "field") values[part.fieldname] = part.value;
    else {
      const { filename, mimetype } = part;
      const upload: Upload = { filename, mimetype, bytes: await part.toBuffer() };
      values[part.fieldname] = upload;
    }
  }
  return values;
}

/** All parameters of a call, of the query and of the body, as they came. */
export async function readValues(request: FastifyRequest): Promise<Record<string, unknown>> {
  const query = isRecord(request.query) ? request.query : {};
  if (request.isMultipart()) return { ...query, ...(await multipartValues(request)) };
  const body = request.body ?? {};
  if (!isRecord(body)) throw badRequest("can't parse request body");
  return { ...query, ...body };
}
