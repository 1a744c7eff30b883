import { describe, expect, it } from "vitest";
import * as patterns from "../../src/extraction/arabic/patterns.ts";
import { read } from "./arabic-reading.ts";

/** By pattern: what it reads, and something near that must not be read like it. */
const sentences: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  "met their end": [
    ["لقي تسعة عمال مصرعهم تحت الركام", "killed 9"],
    ["لقي تسعة عمال مديرهم في المطار"],
  ],
  "who met their end": [
    ["إن عشرين مهاجرا لقوا حتفهم في البحر", "killed 20"],
    ["إن عشرين مهاجرا لقوا ترحيبا في الميناء"],
  ],
  "verb before those counted": [
    ["قُتل أمس في المدينة خمسة مدنيين", "killed civilians 5"],
    ["قتل القائد في هجوم نفذه خمسة مسلحين"],
  ],
  "verb with an object of «ب»": [
    ["أودت الغارة بخمسة أطفال", "killed children 5"],
    ["رحبت الأسرة بخمسة أطفال"],
  ],
  "verb right before a number": [
    ["قتل 14 في انفجار بالعاصمة", "killed 14"],
    ["قتل القائد عام 2014 في العاصمة"],
  ],
  "verb and others": [["وأصيب في الحادث سبعة آخرون", "injured 7"], ["ووصل إلى المطار سبعة آخرون"]],
  "verb right before one": [
    ["أصيب مساء الجمعة مقاتل في الاشتباكات", "injured combatants 1"],
    ["أصيب قائد الجيش في الاشتباكات"],
  ],
  "verb, place, one": [
    ["استشهد في المخيم فجر اليوم شاب", "killed 1"],
    ["استشهد القائد في هجوم نفذه مسلح"],
  ],
  "verb with an object in the accusative": [
    ["اعتقلت قوات الاحتلال شابا من البلدة", "detained 1"],
    ["قتل جندي فلسطينيا عند الحاجز", "killed 1"],
  ],
  "masdar before those counted": [
    ["أدى الهجوم إلى مقتل ثلاثة جنود", "killed soldiers 3"],
    ["إصابة مباشرة في منزل تسكنه ثلاث عائلات"],
  ],
  "capture, its doer, those counted": [
    ["بعد اعتقال قوات الاحتلال 15 عاملا", "detained 15"],
    ["بعد مقتل القائد خرج 15 عاملا إلى الشارع"],
  ],
  "one by name, and others": [
    ["قتل مدير المستشفى وثلاثة من زملائه في الغارة", "killed 3"],
    ["قتل مدير المستشفى واجتمع ثلاثة من زملائه"],
  ],
  "masdar right before one or a number": [
    ["أعلن المتحدث إصابة 12 في الهجوم", "injured 12"],
    ["تعرض المهاجم لإصابة تبعده 12 يوما"],
  ],
  "those counted before their verb": [
    ["إن ستة أشخاص، بينهم طفل، قتلوا في الغارة", "killed 6", "killed children 1 of 0"],
    ["إن ستة أشخاص شاركوا في الهجوم"],
  ],
  "one and others before their verb": [
    ["إن شابا وطفلا استشهدا فجر اليوم", "killed 1", "killed children 1"],
    ["إن شابا وطفلا تظاهرا فجر اليوم"],
  ],
  "an army that lost so many": [
    ["فقد الجيش 45 جنديا في المعارك", "killed soldiers 45"],
    ["فقد الجيش الاتصال بـ45 جنديا في المعارك"],
    ["خسر الجيش 45 دبابة، و12 مدنيا يطالبون بالتعويض"],
    ["فقد الفريق ثلاثة لاعبين بسبب الإصابة"],
  ],
  "those counted, to flight": [
    ["اضطر 20 ألف شخص إلى النزوح", "displaced 20000"],
    ["انضم 20 ألف شخص إلى الحزب"],
  ],
  "one before his verb": [
    ["أعلنت أن طفلا قتل في القصف", "killed children 1"],
    ["أعلنت أن طفلا ولد في القصف"],
  ],
  "harm right before the harmed": [
    ["توفي 4 معتقلين تحت التعذيب", "killed 4"],
    ["نقل 4 معتقلين إلى سجن آخر", "detained 4"],
  ],
  "verb, then one of the harmed": [
    ["توفي متأثرا بجراحه أحد المصابين", "killed 1"],
    ["قال في المستشفى أحد المصابين إنه بخير"],
  ],
  "two harms of the same": [
    ["مقتل وإصابة 25 عنصرا في المواجهات", "killed_or_injured combatants 25"],
    ["قالت إن جنديا قتل وأصيب 3 آخرون", "killed soldiers 1", "injured 3"],
    ["مقتل ثلاثة وإصابة 25 عنصرا", "killed 3", "injured combatants 25"],
  ],
  "those counted before two verbs": [
    ["إن 40 مدنيا قتلوا أو أصيبوا هذا العام", "killed_or_injured civilians 40"],
    ["إن 40 مدنيا قتلوا ثم دفنوا", "killed civilians 40"],
  ],
  "between killed and injured": [
    ["سقط ستة مدنيين بين قتيل وجريح", "killed_or_injured civilians 6"],
    ["وقف ستة مدنيين بين سيارة وجدار"],
  ],
  "the toll to a number": [
    ["ارتفع عدد المصابين في المدينة إلى 370", "injured 370"],
    ["ارتفع عدد المباني المنهارة إلى 370"],
  ],
  "the toll reached a number": [
    ["وأضاف أن عدد القتلى من الجانبين بلغ 548", "killed 548"],
    ["وأضاف أن عدد المشاركين في المؤتمر بلغ 548"],
  ],
  "reached the toll a number": [
    ["تجاوز عدد قتلى الزلزال 6000 شخص", "killed more_than 6000"],
    ["تجاوز عدد سكان البلدة 6000 شخص"],
  ],
  "the toll, hedged number": [
    ["إن عدد القتلى في البلدة لا يقل عن 30", "killed at_least 30"],
    ["إن عدد الجسور في البلدة لا يقل عن 30"],
  ],
  "the toll reached by a time a hedged number": [
    ["عدد القتلى في المدينة وريفها بلغ حتى مساء الخميس نحو 330", "killed about 330"],
    ["عدد القتلى في المدينة وريفها بلغ حتى مساء الخميس نحو 330 في المئة من المعدل"],
    ["عدد الزوار في المدينة وريفها بلغ حتى مساء الخميس نحو 330"],
  ],
  "the toll, number": [["إجمالي عدد الجرحى 52", "injured 52"], ["إجمالي عدد الفائزين 52"]],
  "the harmed, number": [
    ["القتلى 12 والجرحى 30", "killed 12", "injured 30"],
    ["القتلى 12 عاما تحت التراب"],
  ],
  "bodies of those counted": [
    ["انتشال جثث 11 مهاجرا من البحر", "killed 11"],
    ["انتشال أمتعة 11 مهاجرا من البحر"],
  ],
  "a result of one": [["أدى الانفجار إلى سقوط قتيل", "killed 1"], ["نشرت صورة قتيل في الشارع"]],
  "one and others": [
    ["قتيل و5 جرحى في حادث سير", "killed 1", "injured 5"],
    ["قتيل الحي و5 من زواره في صورة"],
  ],
  "others and one": [
    ["ثلاثة جرحى وقتيل في شجار", "injured 3", "killed 1"],
    ["ثلاثة جدران وقتيل بلا اسم"],
  ],
  "and others": [
    [
      "مقتل 5 مدنيين في حلب و3 في حماة واثنين في حمص",
      "killed civilians 5",
      "killed civilians 3",
      "killed civilians 2",
    ],
    ["مقتل 5 مدنيين في حلب و3 سيارات احترقت", "killed civilians 5"],
  ],
  "and one": [
    ["مقتل جندي ومدني في الاشتباك", "killed soldiers 1", "killed civilians 1"],
    ["مقتل جندي في منزل وشرطي يحرسه", "killed soldiers 1"],
  ],
  "with their kin": [
    ["قتلت امرأة مع أطفالها الثلاثة", "killed women 1", "killed children 3"],
    ["قتل رجل يتنزه مع أطفاله الثلاثة", "killed men 1"],
    ["وصلت امرأة مع أطفالها الثلاثة"],
  ],
  "list without and": [
    ["مقتل خمسة مدنيين، ثلاثة جنود", "killed civilians 5", "killed soldiers 3"],
    ["مقتل خمسة مدنيين، وقال ثلاثة جنود", "killed civilians 5"],
  ],
  "among them": [
    ["استشهد عشرة بينهم أربعة أطفال", "killed 10", "killed children 4 of 0"],
    ["استشهد عشرة أمام أربعة أطفال", "killed 10"],
  ],
  "so many of them": [
    ["أصيب عشرة جنود، اثنان منهم بجروح خطيرة", "injured soldiers 10", "injured soldiers 2 of 0"],
    ["أصيب عشرة جنود، وقال اثنان إن الجروح خطيرة", "injured soldiers 10"],
  ],
  "behind a colon": [
    [
      "سجل المرصد مقتل 511 شخصا: 300 مدني و211 مقاتلا",
      "killed 511",
      "killed civilians 300 of 0",
      "killed combatants 211 of 0",
    ],
    ["سجل المرصد مقتل 511 شخصا: 300 غارة على المدينة", "killed 511"],
  ],
  "one among them": [
    ["قتل سبعة أشخاص من عائلة واحدة، بينهم طفل", "killed 7", "killed children 1 of 0"],
    ["قتل سبعة أشخاص، ووصف طفل ما رآه", "killed 7"],
  ],
  "among the harmed": [
    ["وكان من بين القتلى 6 أطفال", "killed children 6"],
    ["وكان من بين الحضور 6 أطفال"],
  ],
  "among those of the sentence before": [
    ["قتل 9 مدنيين. ومن بينهم 3 أطفال", "killed civilians 9", "killed children 3 of 0"],
    ["تحدث إليهم ومن بينهم 3 أطفال"],
  ],
  "dropped so many": [
    ["شن الطيران 17 غارة على البلدة", "munitions airstrike 17"],
    ["تملك البلاد 17 صاروخا بعيد المدى"],
  ],
  "so many that were dropped": [
    ["إن 20 صاروخا أطلقت على القاعدة", "munitions rocket 20"],
    ["إن 20 صاروخا عرضت في الاحتفال"],
  ],
  "and so many": [
    ["ألقى الطيران 3 قنابل و6 صواريخ", "munitions bomb 3", "munitions rocket 6"],
    ["ألقى الطيران 3 قنابل وصادر الجيش 6 صواريخ", "munitions bomb 3"],
  ],
  "by places": [
    [
      "وبلغت الحصيلة في حلب 90 برميلا، تلتها إدلب بـ40 برميلا ودرعا بـ12",
      "munitions barrel_bomb 90",
      "munitions barrel_bomb 40",
      "munitions barrel_bomb 12",
    ],
    ["ألقي 90 برميلا متفجرا كلفة كل منها 300 دولار", "munitions barrel_bomb 90"],
  ],
  "nobody was harmed": [
    ["لم يقتل جنود أو يصابوا", "killed soldiers zero", "injured soldiers zero"],
    ["لم يقتل سوى ثلاثة جنود"],
  ],
  "no harmed": [
    ["لم يسفر القصف عن قتلى أو جرحى", "killed zero", "injured zero"],
    ["لم يعرف بعد عدد القتلى"],
  ],
};

const names = Object.values(patterns).flatMap((list) => list.map(({ name }) => name));

describe("Arabic patterns", () => {
  it("each has its sentences", () => {
    expect(Object.keys(sentences).toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it("no name stands twice", () => {
    expect(names).toHaveLength(new Set(names).size);
  });

  const cases = Object.entries(sentences).flatMap(([name, list]) =>
    list.map(([text, ...figures]) => ({ name, text, figures })),
  );
  it.each(cases)("$name: «$text»", ({ text, figures }) => {
    expect(read(text)).toEqual(figures);
  });

  it.each(Object.entries(sentences))("%s has one that it must not catch", (_name, list) => {
    expect(list.length).toBeGreaterThan(1);
  });
});
