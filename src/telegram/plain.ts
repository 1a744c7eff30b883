const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * A message without its markup, for when Telegram cannot read it: the words matter more than their
 * looks.
 */
export function plainText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, "")
    .replace(/&(lt|gt|amp|quot);/g, (entity, name: string) => characters[name] ?? entity);
}
