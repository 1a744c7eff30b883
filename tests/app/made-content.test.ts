import { expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { aRequest, wordsOf } from "../commands/requests.ts";
import { editionIn, folderWith } from "../content/folder.ts";

const sources = {
  monitor: { name: { ar: "مرصد الميدان", en: "the Field Monitor" }, kind: "monitor" },
  hospital: { name: { ar: "المشفى المركزي", en: "the Central Hospital" }, kind: "medical" },
  agency: { name: { ar: "وكالة الأنباء", en: "the News Agency" }, kind: "media" },
};

/** A figure as an editor writes it, and its line in both languages, written by hand beforehand. */
interface Line {
  readonly figure: object;
  readonly ar?: string;
  readonly en?: string;
}

const byMonitor = { ar: "، بحسب مرصد الميدان", en: ", according to the Field Monitor" };
const byHospital = { ar: "، بحسب المشفى المركزي", en: ", according to the Central Hospital" };

const people: readonly Line[] = [
  {
    figure: { kind: "killed", who: "persons", count: 40, qualifier: "about", source: "monitor" },
    ar: `• مقتل نحو 40 شخصاً، بينهم 11 امرأة و7 أطفال ورجلان${byMonitor.ar}`,
    en: `• about 40 people killed, including 11 women, 7 children and 2 men${byMonitor.en}`,
  },
  { figure: { kind: "killed", who: "women", count: 11, of: "f0", source: "monitor" } },
  { figure: { kind: "killed", who: "children", count: 7, of: "f0", source: "monitor" } },
  { figure: { kind: "killed", who: "men", count: 2, of: "f0", source: "monitor" } },
  {
    figure: {
      kind: "injured",
      who: "soldiers",
      count: 2,
      qualifier: "at_least",
      source: "hospital",
    },
    ar: `• إصابة ما لا يقل عن جنديين${byHospital.ar}`,
    en: `• at least 2 soldiers injured${byHospital.en}`,
  },
  {
    figure: {
      kind: "killed_or_injured",
      who: "security",
      count: 30,
      qualifier: "up_to",
      source: "monitor",
    },
    ar: `• سقوط ما يصل إلى 30 عنصر أمن بين قتيل وجريح${byMonitor.ar}`,
    en: `• up to 30 members of the security forces killed or injured${byMonitor.en}`,
  },
  {
    figure: { kind: "missing", who: "journalists", vague: "several", source: "monitor" },
    ar: `• فقدان عدد من الصحفيين${byMonitor.ar}`,
    en: `• several journalists missing${byMonitor.en}`,
  },
  {
    figure: {
      kind: "detained",
      who: "police",
      count: 10,
      qualifier: "less_than",
      source: "monitor",
      via: "agency",
    },
    ar: "• احتجاز أقل من 10 شرطيين، بحسب مرصد الميدان، كما نُقل عبر وكالة الأنباء",
    en: "• fewer than 10 police officers detained, according to the Field Monitor, as relayed by the News Agency",
  },
  {
    figure: { kind: "abducted", who: "un_personnel", count: 3, source: "monitor" },
    ar: `• اختطاف 3 موظفين في الأمم المتحدة${byMonitor.ar}`,
    en: `• 3 UN staff members abducted${byMonitor.en}`,
  },
  {
    figure: { kind: "displaced", who: "households", vague: "thousands", source: "monitor" },
    ar: `• نزوح آلاف الأسر${byMonitor.ar}`,
    en: `• thousands of households displaced${byMonitor.en}`,
  },
  {
    figure: { kind: "killed", who: "medics", zero: "asserted", source: "hospital" },
    ar: `• لم يُقتل أي مسعف${byHospital.ar}`,
    en: `• no medics were killed${byHospital.en}`,
  },
  {
    figure: {
      kind: "injured",
      who: "women_and_children",
      count: 12,
      qualifier: "more_than",
      source: "hospital",
    },
    ar: `• إصابة أكثر من 12 من النساء والأطفال${byHospital.ar}`,
    en: `• more than 12 women and children injured${byHospital.en}`,
  },
  {
    figure: {
      kind: "killed",
      who: "combatants",
      group: { ar: "الفصائل المحلية", en: "local factions" },
      count: 5,
      qualifier: "unspecified",
      source: "monitor",
    },
    ar: `• مقتل 5 عناصر من الفصائل المحلية${byMonitor.ar}`,
    en: `• 5 combatants from local factions killed${byMonitor.en}`,
  },
];

const sides: readonly Line[] = [
  {
    figure: {
      kind: "killed",
      who: "civilians",
      min: 5,
      max: 11,
      source: "hospital",
      attribution: "inferred",
    },
    ar: "• مقتل بين 5 و11 مدنياً (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المشفى المركزي)",
    en: "• between 5 and 11 civilians killed (source not stated; likely the Central Hospital)",
  },
  {
    figure: { kind: "killed", who: "civilians", count: 14, status: "contested", source: "monitor" },
    ar: `• مقتل 14 مدنياً${byMonitor.ar}؛ الرقم موضع خلاف`,
    en: `• 14 civilians killed${byMonitor.en}; this figure is contested`,
  },
  {
    figure: { kind: "injured", who: "children", zero: "not_reported", source: "hospital" },
    ar: `• لم ترد أنباء عن إصابة أطفال${byHospital.ar}`,
    en: `• no reports of children injured${byHospital.en}`,
  },
  {
    figure: { kind: "killed", who: "men", count: 2, attribution: "none" },
    ar: "• مقتل رجلين، من دون ذكر المصدر",
    en: "• 2 men killed, no source named",
  },
];

const munitions: readonly Line[] = [
  {
    figure: { kind: "munitions", who: "barrel_bomb", count: 2, source: "monitor" },
    ar: `• إلقاء برميلين متفجرين${byMonitor.ar}`,
    en: `• 2 barrel bombs dropped${byMonitor.en}`,
  },
  {
    figure: { kind: "munitions", who: "shell", count: 103, source: "monitor" },
    ar: `• سقوط 103 قذائف${byMonitor.ar}`,
    en: `• 103 shells landed${byMonitor.en}`,
  },
  {
    figure: { kind: "munitions", who: "rocket", count: 11, source: "monitor" },
    ar: `• سقوط 11 صاروخاً${byMonitor.ar}`,
    en: `• 11 rockets landed${byMonitor.en}`,
  },
  {
    figure: { kind: "munitions", who: "airstrike", count: 1, source: "monitor" },
    ar: `• شن غارة جوية واحدة${byMonitor.ar}`,
    en: `• one air strike carried out${byMonitor.en}`,
  },
  {
    figure: { kind: "munitions", who: "mine", vague: "dozens", source: "monitor" },
    ar: `• انفجار عشرات الألغام${byMonitor.ar}`,
    en: `• dozens of mines exploded${byMonitor.en}`,
  },
  {
    figure: { kind: "munitions", who: "ied", count: 3, source: "monitor" },
    ar: `• انفجار 3 عبوات ناسفة${byMonitor.ar}`,
    en: `• 3 improvised explosive devices exploded${byMonitor.en}`,
  },
  {
    figure: {
      kind: "munitions",
      who: "bomb",
      count: 100,
      qualifier: "at_least",
      source: "monitor",
    },
    ar: `• إلقاء ما لا يقل عن 100 قنبلة${byMonitor.ar}`,
    en: `• at least 100 bombs dropped${byMonitor.en}`,
  },
];

function story(id: string, lines: readonly Line[]): object {
  return {
    id,
    date: "2026-03-14",
    place: { ar: "كفر نبل", en: "Kafr Nabl" },
    headline: { ar: "يوم دامٍ في كفر نبل", en: "A deadly day in Kafr Nabl" },
    excerpt: {
      ar: "شهدت البلدة قصفاً استمر ساعات، ونقلت عنه مصادر عدة حصائل مختلفة.",
      en: "The town was shelled for hours, and several sources give different tolls of it.",
    },
    figures: lines.map(({ figure }, index) => ({ id: `f${index}`, ...figure })),
  };
}

const topic = {
  title: { ar: "كفر نبل", en: "Kafr Nabl" },
  about: { ar: "أخبار كفر نبل", en: "News of Kafr Nabl" },
};

it.each([
  ["every kind of harm and every kind of people", people],
  ["sources side by side, likely ones, silence and nobody", sides],
  ["every kind of munition", munitions],
])("a fresh topic tells %s in whole sentences of both languages", async (_, lines) => {
  const dir = folderWith({
    "sources.yaml": sources,
    "ghouta/topic.yaml": undefined,
    "ghouta/a.yaml": undefined,
    "kafr/topic.yaml": topic,
    "kafr/2026-03-14.yaml": story("kafr0314", lines),
  });
  const request = await aRequest({ edition: await editionIn(dir) });
  const replies = await answer({ type: "command", name: "kafr", argument: "" }, request);
  const printed = wordsOf(replies)
    .split("\n")
    .filter((line) => /^[•◦–]/.test(line));
  expect(printed).toEqual([
    ...lines.flatMap(({ ar }) => ar ?? []),
    ...lines.flatMap(({ en }) => en ?? []),
  ]);
});
