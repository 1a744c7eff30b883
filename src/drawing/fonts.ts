import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A font file, and the name and weight under which words ask for it. */
interface FontFile {
  readonly family: string;
  readonly file: string;
}

/**
 * Arabic and Latin in one design, then what else headlines hold. All under the SIL Open Font
 * License, which their packages keep beside them.
 */
const files: readonly FontFile[] = [
  { family: "Plex", file: "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf" },
  { family: "Plex", file: "ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf" },
  { family: "Plex", file: "ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf" },
  { family: "Noto", file: "noto-sans/400Regular/NotoSans_400Regular.ttf" },
  { family: "Emoji", file: "noto-emoji/400Regular/NotoEmoji_400Regular.ttf" },
];

/** In the order in which they are asked for a letter. */
export const families = ["Plex", "Noto", "Emoji"] as const;

export function readFonts(): readonly { readonly family: string; readonly bytes: Uint8Array }[] {
  return files.map(({ family, file }) => {
    const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`));
    return { family, bytes: new Uint8Array(readFileSync(path)) };
  });
}
