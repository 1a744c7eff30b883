import type { Bilingual } from "../language.ts";

/**
 * Places that people name for their zone and how they write them, those first that our readers
 * most likely live in. Cities that give a zone its English name need no entry for that name; a
 * zone's first Arabic name is that city's.
 */
export const cities: readonly (readonly [zone: string, names: readonly string[]])[] = [
  [
    "Asia/Damascus",
    ["دمشق", "الشام", "سوريا", "سورية", "حلب", "حمص", "إدلب", "Syria", "Aleppo", "Homs", "Idlib"],
  ],
  ["Asia/Beirut", ["بيروت", "لبنان", "Lebanon", "Beyrouth"]],
  ["Asia/Amman", ["عمّان", "الأردن", "Jordan"]],
  ["Asia/Baghdad", ["بغداد", "العراق", "أربيل", "الموصل", "البصرة", "Iraq", "Erbil", "Mosul"]],
  ["Europe/Istanbul", ["إسطنبول", "اسطنبول", "تركيا", "أنقرة", "غازي عنتاب", "Turkey", "Türkiye"]],
  ["Europe/Istanbul", ["Ankara", "Gaziantep", "Antep"]],
  ["Africa/Cairo", ["القاهرة", "مصر", "الإسكندرية", "Egypt", "Alexandria"]],
  ["Asia/Riyadh", ["الرياض", "السعودية", "جدة", "مكة", "Saudi Arabia", "Jeddah", "Mecca"]],
  ["Asia/Gaza", ["غزة", "خان يونس", "رفح", "Rafah"]],
  [
    "Asia/Hebron",
    ["الخليل", "رام الله", "القدس", "نابلس", "فلسطين", "Ramallah", "Palestine", "West Bank"],
  ],
  ["Asia/Jerusalem", ["القدس", "حيفا", "يافا", "Haifa", "Tel Aviv", "Israel"]],
  ["Europe/Berlin", ["برلين", "ألمانيا", "هامبورغ", "ميونخ", "Germany", "Hamburg", "Munich"]],
  ["Europe/London", ["لندن", "بريطانيا", "إنجلترا", "UK", "England", "Britain", "Manchester"]],
  ["Europe/Paris", ["باريس", "فرنسا", "مرسيليا", "France", "Marseille", "Lyon"]],
  [
    "Asia/Dubai",
    ["دبي", "أبو ظبي", "أبوظبي", "الشارقة", "الإمارات", "Abu Dhabi", "UAE", "Emirates"],
  ],
  ["Asia/Qatar", ["قطر", "الدوحة", "Doha"]],
  ["Asia/Kuwait", ["الكويت"]],
  ["Asia/Bahrain", ["البحرين", "المنامة", "Manama"]],
  ["Asia/Muscat", ["مسقط", "عُمان", "سلطنة عمان", "Oman"]],
  ["Asia/Aden", ["عدن", "صنعاء", "اليمن", "Sanaa", "Yemen"]],
  ["Asia/Tehran", ["طهران", "إيران", "Iran"]],
  ["Africa/Tripoli", ["طرابلس", "طرابلس الغرب", "ليبيا", "بنغازي", "Libya", "Benghazi"]],
  ["Asia/Beirut", ["طرابلس", "طرابلس الشام", "Tripoli"]],
  ["Africa/Tunis", ["تونس", "Tunisia"]],
  ["Africa/Algiers", ["الجزائر", "Algeria", "Alger"]],
  ["Africa/Casablanca", ["الدار البيضاء", "الرباط", "المغرب", "Morocco", "Rabat"]],
  ["Africa/Khartoum", ["الخرطوم", "السودان", "Sudan"]],
  ["Africa/Nouakchott", ["نواكشوط", "موريتانيا", "Mauritania"]],
  ["Africa/Mogadishu", ["مقديشو", "الصومال", "Somalia"]],
  ["Africa/Djibouti", ["جيبوتي"]],
  ["Europe/Vienna", ["فيينا", "النمسا", "Austria"]],
  ["Europe/Stockholm", ["ستوكهولم", "السويد", "مالمو", "Sweden", "Malmö"]],
  ["Europe/Amsterdam", ["أمستردام", "هولندا", "Netherlands", "Holland", "The Hague", "لاهاي"]],
  ["Europe/Brussels", ["بروكسل", "بلجيكا", "Belgium"]],
  ["Europe/Copenhagen", ["كوبنهاغن", "الدنمارك", "Denmark"]],
  ["Europe/Oslo", ["أوسلو", "النرويج", "Norway"]],
  ["Europe/Zurich", ["زيورخ", "جنيف", "سويسرا", "Geneva", "Switzerland"]],
  ["Europe/Rome", ["روما", "إيطاليا", "Italy", "Milan"]],
  ["Europe/Madrid", ["مدريد", "إسبانيا", "Spain", "Barcelona"]],
  ["Europe/Athens", ["أثينا", "اليونان", "Greece"]],
  ["Asia/Nicosia", ["نيقوسيا", "قبرص", "Cyprus"]],
  ["Europe/Moscow", ["موسكو", "روسيا", "Russia"]],
  ["Europe/Kyiv", ["كييف", "أوكرانيا", "Ukraine", "Kiev"]],
  ["America/New_York", ["نيويورك", "واشنطن", "Washington", "Boston", "NYC"]],
  ["America/Chicago", ["شيكاغو", "Houston", "Dallas"]],
  ["America/Los_Angeles", ["لوس أنجلوس", "San Francisco", "California"]],
  ["America/Toronto", ["تورونتو", "مونتريال", "أوتاوا", "Montreal", "Ottawa"]],
  ["America/Sao_Paulo", ["ساو باولو", "البرازيل", "Brazil"]],
  ["Asia/Karachi", ["كراتشي", "إسلام أباد", "باكستان", "Islamabad", "Pakistan"]],
  ["Asia/Kabul", ["كابل", "كابول", "أفغانستان", "Afghanistan"]],
  ["Asia/Kolkata", ["كلكتا", "دلهي", "مومباي", "الهند", "Delhi", "Mumbai", "India", "Calcutta"]],
  ["Asia/Kuala_Lumpur", ["كوالالمبور", "ماليزيا", "Malaysia"]],
  ["Asia/Tokyo", ["طوكيو", "اليابان", "Japan"]],
  ["Asia/Shanghai", ["شنغهاي", "بكين", "الصين", "Beijing", "China"]],
  ["Australia/Sydney", ["سيدني", "Canberra"]],
  ["UTC", ["غرينتش", "GMT", "Greenwich"]],
];

/**
 * The city that gives a zone its name, where the table has it in both languages, else its English
 * name twice. Undefined for zones that are only a difference to UTC.
 */
export function cityOf(zone: string): Bilingual | undefined {
  if (zone === "UTC" || zone.startsWith("Etc/")) return undefined;
  const en = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  const names = cities.flatMap(([of, names]) => (of === zone ? names : []));
  return { ar: names.find((name) => /^\p{Script=Arabic}/u.test(name)) ?? en, en };
}
