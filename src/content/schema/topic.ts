import { fields, list } from "./fields.ts";
import { alias, bilingual } from "./text.ts";

export const topicFile = fields({
  title: bilingual({ max: 120 }).describe("The topic's name."),
  about: bilingual({ max: 256 }).describe("What it holds, in one line; shown beside the command."),
  aliases: list(alias).describe(
    "Other names that a reader may type, Arabic or English. Upper case, tashkeel, the forms of " +
      "alef and the article make no difference.",
  ),
});
