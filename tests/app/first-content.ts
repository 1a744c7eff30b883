/** What the shipped topics say about figures, word for word; written down before the code ran. */
export const figureLines: Readonly<Record<string, readonly string[]>> = {
  "/ghouta": [
    "• مقتل 38 مدنياً، بينهم 12 طفلاً (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان)",
    "• إصابة 65 شخصاً (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان)",
    "• مقتل 150 مدنياً خلال ثلاثة أيام، بحسب المرصد السوري لحقوق الإنسان",
    "• 38 civilians killed, 12 of them children (source not stated; likely the Syrian Observatory for Human Rights)",
    "• 65 people injured (source not stated; likely the Syrian Observatory for Human Rights)",
    "• 150 civilians killed over three days, according to the Syrian Observatory for Human Rights",
  ],
  "/strikes": [
    "• مقتل أكثر من 100 عنصر من القوات الموالية للنظام، بحسب القيادة المركزية الأميركية",
    "◦ الرقم نفسه، بحسب تقدير مسؤول عسكري أميركي لم يُذكر اسمه",
    "• لم يُقتل أي جندي من القوات الأميركية، بحسب مسؤول عسكري أميركي لم يُذكر اسمه",
    "• لم يُصب أي جندي من القوات الأميركية، بحسب مسؤول عسكري أميركي لم يُذكر اسمه",
    "• إصابة عنصر واحد من قوات سورية الديمقراطية، بحسب مسؤول عسكري أميركي لم يُذكر اسمه",
    "• سقوط بين 20 و30 قذيفة، بحسب مسؤول عسكري أميركي لم يُذكر اسمه",
    "• more than 100 combatants from pro-government forces killed, according to US Central Command",
    "◦ the same figure, by the estimate of an unnamed US military official",
    "• no soldiers from US forces were killed, according to an unnamed US military official",
    "• no soldiers from US forces were injured, according to an unnamed US military official",
    "• one combatant from the Syrian Democratic Forces injured, according to an unnamed US military official",
    "• between 20 and 30 shells landed, according to an unnamed US military official",
  ],
  "/barrelbombs": [
    "• إلقاء ما لا يقل عن 427 برميلاً متفجراً في كانون الثاني/يناير 2018، بحسب الشبكة السورية لحقوق الإنسان",
    "• إلقاء 23,403 براميل متفجرة منذ أيلول/سبتمبر 2015 (حصيلة تراكمية)، بحسب الشبكة السورية لحقوق الإنسان، أي بمعدل 28 برميلاً متفجراً يومياً بحسب المصدر نفسه",
    "• at least 427 barrel bombs dropped in January 2018, according to the Syrian Network for Human Rights",
    "• 23,403 barrel bombs dropped since September 2015 (a running total), according to the Syrian Network for Human Rights, a rate of 28 a day by its own count",
  ],
  "/summit": [],
};
