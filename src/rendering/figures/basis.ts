import type { Figure } from "../../domain/figure.ts";
import type { Html } from "../text/html.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** A claim with what alone it counts: "…, counting only bodies recovered". */
export function onBasis(claim: Html, { basis }: Pick<Figure, "basis">, { language }: Voice): Html {
  if (basis !== "identified_by_name" && basis !== "bodies_recovered") return claim;
  const last = say(language, `printing:basis.${basis}`);
  return say(language, "printing:list.clauses", { first: claim, last });
}
