import { FormData } from "undici";
import type { Upload } from "./methods.ts";

export interface RequestBody {
  readonly body: string | FormData;
  readonly headers: Readonly<Record<string, string>>;
}

/** Parameters as JSON, or as a form where one of them is a file. */
export function encode(params: object): RequestBody {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined);
  if (!entries.some(([, value]) => isUpload(value))) {
    return { body: JSON.stringify(params), headers: { "content-type": "application/json" } };
  }
  const form = new FormData();
  for (const [name, value] of entries) append(form, name, value);
  return { body: form, headers: {} };
}

function append(form: FormData, name: string, value: unknown): void {
  if (isUpload(value)) {
    form.append(name, new Blob([Buffer.from(value.file.bytes)]), value.file.name);
  } else {
    form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
}

function isUpload(value: unknown): value is Upload {
  return typeof value === "object" && value !== null && "file" in value;
}
