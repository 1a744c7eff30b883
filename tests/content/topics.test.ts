import { describe, expect, it } from "vitest";
import { editionIn, folderWith, problemsIn, sources, story, strikes, topic } from "./folder.ts";

describe("topics", () => {
  it("have the name of their folder, and aliases if they like", async () => {
    const edition = await editionIn(folderWith(strikes));
    expect([...edition.topics]).toStrictEqual([
      ["ghouta", { id: "ghouta", ...topic }],
      ["strikes", { id: "strikes", ...strikes["strikes/topic.yaml"], aliases: [] }],
    ]);
  });

  it("may have two spellings of one alias", async () => {
    const aliases = ["الغوطة", "غوطه", "Ghouta"];
    expect(await problemsIn(folderWith({ "ghouta/topic.yaml": { ...topic, aliases } }))).toEqual(
      [],
    );
  });

  it.each<[string, object, string]>([
    [
      "no title",
      { title: undefined },
      "ghouta/topic.yaml:1:1: title: missing: expected a map of ar, en",
    ],
    [
      "a long description",
      { about: { ...topic.about, en: "a".repeat(257) } },
      `ghouta/topic.yaml:8:5: about.en: ${"a".repeat(60)}…: expected at most 256 characters, found 257`,
    ],
    [
      "an alias of signs",
      { aliases: ["–"] },
      "ghouta/topic.yaml:11:5: aliases[0]: –: expected letters or digits",
    ],
    [
      "an alias that YAML reads as a number",
      { aliases: [2018] },
      "ghouta/topic.yaml:11:5: aliases[0]: 2018: expected text of up to 64 characters, in quotes",
    ],
    [
      "an alias that is a command of the bot",
      { aliases: ["Help"] },
      "ghouta/topic.yaml:11:5: aliases[0]: Help: expected a name unlike the bot's own commands",
    ],
    [
      "an unknown field",
      { alias: [] },
      "ghouta/topic.yaml:13:3: alias: unknown field: did you mean aliases?",
    ],
  ])("%s is told", async (_, fields, expected) => {
    const dir = folderWith({ "ghouta/topic.yaml": { ...topic, ...fields } });
    expect(await problemsIn(dir)).toEqual([expected]);
  });

  it.each([
    [
      "Ghouta",
      "a folder named like a command: a letter a-z, then up to 31 letters a-z, digits and _",
    ],
    [
      "2018x",
      "a folder named like a command: a letter a-z, then up to 31 letters a-z, digits and _",
    ],
    ["a-b", "a folder named like a command: a letter a-z, then up to 31 letters a-z, digits and _"],
    [
      "دوما",
      "a folder named like a command: a letter a-z, then up to 31 letters a-z, digits and _",
    ],
    [
      "a".repeat(33),
      "a folder named like a command: a letter a-z, then up to 31 letters a-z, digits and _",
    ],
    ["story_a", "a folder whose name does not begin with story_, as the commands of stories do"],
    ["help", "a folder named unlike the bot's own commands"],
  ])("cannot have a folder named %s", async (folder, expected) => {
    const dir = folderWith({
      [`${folder}/topic.yaml`]: { ...topic, title: { ar: "سين", en: "x" }, aliases: [] },
    });
    expect(await problemsIn(dir)).toEqual([`${folder}: ${folder}: expected ${expected}`]);
  });

  it("cannot do without topic.yaml", async () => {
    const dir = folderWith({ "summit/a.yaml": { ...story, id: "smmt0208" } });
    expect(await problemsIn(dir)).toEqual([
      "summit/topic.yaml: missing: expected a topic.yaml beside the stories",
    ]);
  });

  it.each([
    ["an alias of another", ["غوطه"], "aliases[0]: غوطه"],
    ["the folder of another", ["Ghouta"], "aliases[0]: Ghouta"],
    [
      "the title of another, with a different alef and article",
      ["غوطه شرقية"],
      "aliases[0]: غوطه شرقية",
    ],
  ])("cannot have %s as alias", async (_, aliases, named) => {
    const file = { ...strikes["strikes/topic.yaml"], aliases };
    expect(await problemsIn(folderWith({ "strikes/topic.yaml": file }))).toEqual([
      `strikes/topic.yaml:11:5: ${named}: expected a name that no other topic has, as ghouta does`,
    ]);
  });
});

describe("sources", () => {
  it("are read with all their fields", async () => {
    const full = {
      ...sources.sohr,
      url: "https://www.syriahr.com/",
      note: { ar: "منظمة رصد", en: "A monitor" },
      aliases: ["SOHR"],
    };
    const edition = await editionIn(folderWith({ "sources.yaml": { sohr: full } }));
    expect([...edition.sources]).toStrictEqual([["sohr", { id: "sohr", ...full }]]);
  });

  it.each<[string, object | string, string]>([
    [
      "an illegal id",
      { ...sources, "the-un": sources.sohr },
      "sources.yaml:9:3: the-un: the-un: expected an id of 1 to 32 letters a-z, digits and _",
    ],
    [
      "an unknown kind",
      { sohr: { ...sources.sohr, kind: "ngo" } },
      "sources.yaml:7:5: sohr.kind: ngo: expected one of party, monitor, official, medical, media, un, witness, anonymous",
    ],
    [
      "an unknown field",
      { sohr: { ...sources.sohr, names: 1 } },
      "sources.yaml:8:5: sohr.names: unknown field: did you mean name?",
    ],
    [
      "a list",
      "- sohr",
      "sources.yaml:1:1: a list: expected a map from the id of each source to its fields",
    ],
    [
      "nothing",
      "",
      "sources.yaml:1:1: blank: expected a map from the id of each source to its fields",
    ],
  ])("%s is told, and told once", async (_, file, expected) => {
    expect(await problemsIn(folderWith({ "sources.yaml": file }))).toEqual([expected]);
  });

  it("cannot be missing", async () => {
    expect(await problemsIn(folderWith({ "sources.yaml": undefined }))).toEqual([
      "sources.yaml: missing: expected a file with the sources of the figures",
    ]);
  });
});
