const longestSlug = 60;

/**
 * `2018-02-07-air-strikes-on-eastern-ghouta.yaml`: the story's first day and its English headline,
 * in letters, digits and dashes. With `again` from 2, the name for when that one is taken:
 * `…-2.yaml`.
 */
export function storyFileName(day: string, headline: string, again = 1): string {
  const slug = slugOf(headline);
  return `${[day, ...(slug === "" ? [] : [slug]), ...(again > 1 ? [again] : [])].join("-")}.yaml`;
}

function slugOf(headline: string): string {
  const words = headline
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, longestSlug) : `${slug}-${word}`;
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug;
}
