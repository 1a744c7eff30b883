import { badRequest } from "../api-error.ts";
import { string } from "../rules/kinds.ts";
import type { Profile } from "../world/profile.ts";
import { checkLanguage } from "./command-scopes.ts";
import { method, type Method } from "./method.ts";

interface Text {
  /** As in `setMyDescription` with the parameter `description`. */
  readonly name: string;
  readonly parameter: "name" | "description" | "short_description";
  readonly texts: (profile: Profile) => Map<string, string>;
  readonly most: number;
}

/** What the bot says of itself, each text in several languages; the longest in characters. */
const texts: readonly Text[] = [
  { name: "MyName", parameter: "name", texts: (profile) => profile.names, most: 64 },
  {
    name: "MyDescription",
    parameter: "description",
    texts: (profile) => profile.descriptions,
    most: 512,
  },
  {
    name: "MyShortDescription",
    parameter: "short_description",
    texts: (profile) => profile.shortDescriptions,
    most: 120,
  },
];

function setter({ name, parameter, texts, most }: Text): Method {
  return method({
    name: `set${name}`,
    parameters: { [parameter]: string, language_code: string },
    run(telegram, args) {
      const text = args[parameter] ?? "";
      if (text.length > most) throw badRequest(`${parameter} is too long`);
      const language = checkLanguage(args["language_code"]);
      if (text === "") texts(telegram.profile).delete(language);
      else texts(telegram.profile).set(language, text);
      telegram.record.add({ type: "called", method: `set${name}`, args });
      return true;
    },
  });
}

function getter({ name, parameter, texts }: Text): Method {
  return method({
    name: `get${name}`,
    parameters: { language_code: string },
    run(telegram, args) {
      const known = texts(telegram.profile);
      const fallback = parameter === "name" ? telegram.bot.firstName : "";
      const text = known.get(checkLanguage(args.language_code)) ?? known.get("") ?? fallback;
      return { [parameter]: text };
    },
  });
}

export const profileMethods: readonly Method[] = texts.flatMap((text) => [
  setter(text),
  getter(text),
]);

export const getMyStarBalance = method({
  name: "getMyStarBalance",
  parameters: {},
  run({ profile }) {
    const amount = Math.floor(profile.stars);
    const nanostars = Math.round((profile.stars - amount) * 1e9);
    return { amount, ...(nanostars > 0 && { nanostar_amount: nanostars }) };
  },
});
