import { createHash, randomBytes } from "node:crypto";
import type { StoredFile } from "./model.ts";

export interface NewFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly width?: number;
  readonly height?: number;
}

/** The bytes that were uploaded, in memory. */
export interface Files {
  readonly add: (file: NewFile) => StoredFile;
  readonly get: (id: string) => StoredFile | undefined;
}

export function createFiles(): Files {
  const files = new Map<string, StoredFile>();
  return {
    add(file) {
      const uniqueId = createHash("sha256").update(file.bytes).digest("base64url").slice(0, 16);
      const stored = { ...file, id: `AgAC${randomBytes(24).toString("base64url")}`, uniqueId };
      files.set(stored.id, stored);
      return stored;
    },
    get: (id) => files.get(id),
  };
}
