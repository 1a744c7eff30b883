import { writeSchemas } from "../content/json-schemas.ts";
import type { Verb } from "./verb.ts";

/** `mujaz content:schemas [DIR]`: writes the JSON Schemas that text editors check stories with. */
export const contentSchemas: Verb = ({ args, print }) => {
  const dir = args[0] ?? "content";
  writeSchemas(dir);
  print(`${dir}/schema: written`);
  return Promise.resolve(0);
};
