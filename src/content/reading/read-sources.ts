import type * as z from "zod";
import type { Source } from "../../domain/source.ts";
import { complaintsOf } from "./complaints.ts";
import { given } from "./given.ts";
import { expected, type Complaint } from "../problem.ts";
import type { SourcesReading } from "./reading.ts";
import { sourcesFile, type sourceFile } from "../schema/source.ts";

/** The data of `sources.yaml`. */
export function readSources(data: unknown): SourcesReading {
  const isMap = typeof data === "object" && data !== null && !Array.isArray(data);
  const ids = isMap ? Object.keys(data) : undefined;
  const parsed = sourcesFile.safeParse(data);
  if (!parsed.success) {
    return { type: "sources", ids, sources: [], complaints: complaintsOf(parsed.error, data) };
  }
  const sources = Object.entries(parsed.data).map(([id, fields]) => toSource(id, fields));
  return { type: "sources", ids, sources, complaints: lost(ids ?? [], parsed.data) };
}

/** A map's reader passes over `__proto__`, and what quotes such a source would find nothing. */
function lost(ids: readonly string[], read: object): readonly Complaint[] {
  return ids
    .filter((id) => !Object.hasOwn(read, id))
    .map((id) => ({ path: [id], text: expected(id, "another id") }));
}

function toSource(id: string, fields: z.infer<typeof sourceFile>): Source {
  const { name, kind, aliases, url, note } = fields;
  return { id, name, kind, ...given({ aliases, url, note }) };
}
