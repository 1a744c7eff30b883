import * as z from "zod";
import { sourceKinds } from "../../domain/source.ts";
import { fields, list, oneOf } from "./fields.ts";
import { alias, bilingual } from "./text.ts";
import { url } from "./url.ts";

const anId = "an id of 1 to 32 letters a-z, digits and _";

export const sourceId = z.string(anId).regex(/^[a-z0-9_]{1,32}$/, anId);

export const sourceFile = fields({
  name: bilingual({ max: 120 }).describe(
    "Who it is, as it reads after «بحسب» and after 'according to'.",
  ),
  kind: oneOf(sourceKinds).describe(
    "party: takes part in the fighting. monitor: a rights or monitoring group. official: a state's " +
      "civil authority. medical: hospitals, rescuers. media: a reporter of its own. un: a UN body. " +
      "witness: somebody who saw it. anonymous: not named.",
  ),
  aliases: list(alias).describe(
    "Other names by which articles call it, Arabic or English, such as an abbreviation.",
  ),
  url: url.optional().describe("Its own page."),
  note: bilingual({ max: 300 }).optional().describe("What a reader should know about it."),
});

export const sourcesFile = z
  .record(sourceId, sourceFile, "a map from the id of each source to its fields")
  .describe("Who made claims: id, then its fields.");
