import type { Story } from "../../src/domain/story.ts";
import { aStory } from "../builders.ts";

const places = [
  ["دوما", "Douma"],
  ["حرستا", "Harasta"],
  ["عربين", "Arbin"],
  ["سراقب", "Saraqeb"],
  ["معرة النعمان", "Maarat al-Numan"],
  ["الرقة", "Raqqa"],
  ["دير الزور", "Deir ez-Zor"],
  ["درعا", "Daraa"],
] as const;

const syllables = {
  ar: ["با", "تر", "سو", "قي", "مد", "لا", "رو", "ني", "حص", "عم", "فت", "جد", "شر", "كو"],
  en: ["ba", "ter", "sou", "ki", "med", "la", "ro", "ni", "has", "om", "fat", "jed", "shar", "ko"],
};

/** Always the same numbers from 0 to 1. */
function createDice(): () => number {
  let state = 42;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Dice = () => number;

/** Of 2744 words; the first ones are said far more often than the last, as in any language. */
function wordOf(language: "ar" | "en", dice: Dice): string {
  const rank = Math.floor(2744 ** dice()) - 1;
  const parts = syllables[language];
  return [rank % 14, Math.floor(rank / 14) % 14, Math.floor(rank / 196)]
    .map((at) => parts[at] ?? "")
    .join("");
}

function sentence(language: "ar" | "en", words: number, dice: Dice): string {
  return Array.from({ length: words }, () => wordOf(language, dice)).join(" ");
}

/** So many stories with texts of a newsroom's length, no two alike. */
export function manyStories(count: number): readonly Story[] {
  const dice = createDice();
  return Array.from({ length: count }, (_, index) => {
    const [ar, en] = places[Math.floor(dice() * places.length)] ?? places[0];
    const day = new Date(Date.UTC(2012, 0, 1) + (index % 5000) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    return aStory({
      id: `s${String(index).padStart(7, "0")}`,
      topic: `topic${index % 20}`,
      date: { from: day, to: day },
      place: { ar, en },
      headline: {
        ar: `غارات على ${ar}: ${sentence("ar", 6, dice)}`,
        en: `Air strikes on ${en}: ${sentence("en", 6, dice)}`,
      },
      excerpt: {
        ar: `قُتل مدنيون في ${ar}. ${sentence("ar", 50, dice)}`,
        en: `Civilians were killed in ${en}. ${sentence("en", 55, dice)}`,
      },
    });
  });
}
