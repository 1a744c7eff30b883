import { badRequest } from "../api-error.ts";
import { need, string } from "../rules/kinds.ts";
import { method } from "./method.ts";

const mostBytes = 20 * 1024 * 1024;

export const getFile = method({
  name: "getFile",
  parameters: { file_id: need(string, "file_id not specified") },
  run(telegram, args) {
    const file = telegram.files.get(args.file_id);
    if (file === undefined) throw badRequest("invalid file_id");
    if (file.bytes.length > mostBytes) throw badRequest("file is too big");
    return {
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: `files/${file.id}`,
    };
  },
});
