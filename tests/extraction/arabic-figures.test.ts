import { describe, expect, it } from "vitest";
import { read, spansOf } from "./arabic-reading.ts";

describe("who is counted", () => {
  it.each([
    ["مقتل طفلين", "killed children 2"],
    ["مقتل مدنيين اثنين", "killed civilians 2"],
    ["مقتل 15 امرأة وطفلا", "killed women_and_children 15"],
    ["مقتل 38 من النساء والأطفال", "killed women_and_children 38"],
    ["مقتل ثلاثة من عناصر الشرطة", "killed police 3"],
    ["مقتل ضابط أمن", "killed security 1"],
    ["مقتل 12 عنصرا من قوات النظام", "killed soldiers 12"],
    ["مقتل 12 عنصرا من حركة الشباب", "killed combatants 12"],
    ["مقتل خمسة صحفيين", "killed journalists 5"],
    ["مقتل مسعفين اثنين", "killed medics 2"],
    ["نزوح 300 عائلة", "displaced households 300"],
    ["مقتل 15 قبطيا", "killed 15"],
    ["سقوط 9 قتلى مدنيين", "killed civilians 9"],
    ["تسجيل ثلاث وفيات في صفوف الأطفال", "killed children 3"],
    ["استشهاد أطفالها الأربعة", "killed children 4"],
    ["مقتل أحد الجنود", "killed soldiers 1"],
    ["نزح 736 من الأفراد المدنيين", "displaced civilians 736"],
  ])("«%s» is %s", (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  it("«مدنيين» alone may be two or many, and says so", () => {
    expect(read("مقتل مدنيين في قصف على البلدة")).toEqual(["killed civilians 2"]);
  });

  it("relatives are counted with the one whom they belong to", () => {
    expect(read("وأصيب رجل وزوجته وطفلاهما في الحادث")).toEqual([
      "injured men 1",
      "injured women 1",
      "injured children 2",
    ]);
  });
});

describe("kinds", () => {
  it.each([
    ["اختطف مسلحون ثلاثة موظفين", ["abducted 3"]],
    ["ما زال 23 مهاجرا في عداد المفقودين", ["missing 23"]],
    ["توثيق 150 حالة اعتقال", ["detained 150"]],
    ["ألقت الشرطة القبض على 12 مشتبها به", ["detained 12"]],
    ["سقط 12 شهيدا وجريحا", ["killed_or_injured 12"]],
    ["3 قتلى وجريح في الهجوم", ["killed 3", "injured 1"]],
    ["تسجيل 4 حالات اختناق", ["injured 4"]],
    ["انتشال 61 جثة من تحت الأنقاض", ["killed 61"]],
    ["عدد القتلى والجرحى بلغ 50", ["killed_or_injured 50"]],
  ])("«%s»", (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe("parts", () => {
  it("two levels", () => {
    const text =
      "في السجون نحو 4700 أسير، بينهم 30 أسيرة، وقرابة 190 قاصرا، و800 معتقل، بينهم طفلان";
    expect(read(text)).toEqual([
      "detained about 4700",
      "detained women 30 of 0",
      "detained children about 190 of 0",
      "detained 800 of 0",
      "detained children 2 of 3",
    ]);
  });

  it("another harm ends the list of parts", () => {
    expect(read("مقتل 38 مدنيا بينهم 12 طفلا وسيدتان وإصابة 65 شخصا")).toEqual([
      "killed civilians 38",
      "killed children 12 of 0",
      "killed women 2 of 0",
      "injured 65",
    ]);
  });

  it("the same noun behind a place stands beside the whole", () => {
    const text = "مقتل تسعة مدنيين بينهم ثلاثة أطفال في بلدة وأربعة مدنيين بينهم طفل في أخرى";
    expect(read(text)).toEqual([
      "killed civilians 9",
      "killed children 3 of 0",
      "killed civilians 4",
      "killed children 1 of 2",
    ]);
  });

  it("a number among them counts those whom it is part of", () => {
    expect(read("أصيب 13 جنديا، بينهم 2 بحالة خطيرة")[1]).toBe("injured soldiers 2 of 0");
  });
});

describe("zeros and no reports", () => {
  it.each([
    ["لم يصب أحد بأذى", ["injured zero"]],
    ["سقطت القذيفة دون وقوع إصابات", ["injured zero"]],
    ["من دون أن يؤدي ذلك إلى وقوع ضحايا أو جرحى", ["killed zero", "injured zero"]],
    ["عدم تسجيل أي وفيات أو إصابات", ["killed zero", "injured zero"]],
    ["ولم تسجل أي خسائر بشرية", ["killed_or_injured zero"]],
    ["لا توجد إصابات", ["injured zero"]],
    ["لم ترد أنباء عن سقوط ضحايا", ["killed not_reported"]],
    ["لا أنباء عن إصابات", ["injured not_reported"]],
    ["لم يبلغ عن وقوع إصابات", ["injured not_reported"]],
    ["ولا يزال الجرحى في المستشفى", []],
    ["هذه الحصيلة لا تشمل ضحايا الأسبوع الماضي", []],
    ["لم يعرف بعد عدد القتلى", []],
  ])("«%s»", (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe("what is not asserted", () => {
  it.each([
    ["نفى المتحدث مقتل 10 جنود", ["killed soldiers 10 denied"]],
    ["يخشى مقتل 100 شخص تحت الأنقاض", ["killed 100 forecast"]],
    ["قد يتجاوز عدد القتلى مئتين", ["killed more_than 200 forecast"]],
    ["كاد الحادث أن يودي بحياة 50 راكبا", ["killed 50 hypothetical"]],
    ["وكان الجيش قد قتل 20 مسلحا", ["killed combatants 20"]],
    ["نفى المتحدث الخبر، وقال إن 10 جنود قتلوا", ["killed soldiers 10"]],
  ])("«%s»", (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe("two bodies", () => {
  it.each([
    ["انتشل المسعفون جثتي طفل وطفلة", ["killed children 2"]],
    ["عثر على جثتي رجلين في البئر", ["killed men 2"]],
    ["نقلت الجثتان إلى المستشفى", []],
    ["عثر على جثتي كلب وقطة", []],
    ["عثر على جثتي طفل لم تعرف هويته بعد وسيارة", []],
  ])("«%s»", (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe("munitions", () => {
  it.each([
    ["ألقت مروحيات النظام برميلين متفجرين على البلدة", ["munitions barrel_bomb 2"]],
    ["انفجرت عبوتان ناسفتان في السوق", ["munitions ied 2"]],
    ["تعرضت المدينة لأكثر من 40 غارة", ["munitions airstrike more_than 40"]],
    ["أي بمعدل 28 برميلا يوميا", []],
    ["اعترضت الدفاعات 12 صاروخا", []],
    ["يحمل الزورق 12 صاروخا", []],
  ])("«%s»", (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

it("spans are of the original, with its marks", () => {
  expect(spansOf("ما أسفر عن مقتل 38 مدنيّاً، بينهم 12 طفلًا")).toEqual(["مقتل 38 مدنيّاً", "12 طفلًا"]);
});

it("a span leaves out what happened where it stands far off", () => {
  const text =
    "ارتفع عدد قتلى الغارات المتواصلة على بلدات الغوطة الشرقية منذ فجر الثلاثاء إلى 356 قتيلاً";
  expect(spansOf(text)).toEqual(["356 قتيلاً"]);
});

it("figures stand in the order of their words", () => {
  const text = "لم يقتل جنود بينما أصيب مقاتل واحد وفقد ثلاثة";
  expect(read(text)).toEqual(["killed soldiers zero", "injured combatants 1", "missing 3"]);
});
