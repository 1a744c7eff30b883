import { fields } from "./fields.ts";
import { bilingual } from "./text.ts";
import { url } from "./url.ts";

const licence = fields({
  name: bilingual({ max: 200 }).describe("What it is called, or what it allows, in one line."),
  url: url.optional().describe("Where its text is found."),
});

export const newsroomFile = fields({
  name: bilingual({ max: 120 }).describe("Who publishes the stories, as a citation names them."),
  licence: licence
    .optional()
    .describe("What others may do with the stories and figures; leave it out where none is given."),
});
