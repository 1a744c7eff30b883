import { configure, execute } from "tdl";
import { getTdjson } from "prebuilt-tdlib";

let configured = false;

/** TDLib's synchronous functions; the library is loaded at the first call, once per process. */
export const tdExecute: typeof execute = (request) => {
  if (!configured) {
    configure({ tdjson: getTdjson(), verbosityLevel: 0 });
    configured = true;
  }
  return execute(request);
};

type Found = Extract<
  ReturnType<typeof execute<"getTextEntities">>,
  { readonly _: "textEntities" }
>["entities"];

/** An entity as TDLib gives it. */
export type TdEntity = Found[number];
export type TdEntityType = TdEntity["type"];
