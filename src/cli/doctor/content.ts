import { commandNames } from "../../commands/names.ts";
import { loadContent } from "../../content/load.ts";
import { bad, ok, warn, type Finding } from "./finding.ts";

const mend = "npm run content:check names each of them";

/** Whether the folder becomes an edition. */
export async function checkContent(contentDir: string): Promise<Finding> {
  const about = "content";
  const result = await loadContent(contentDir, { reserved: new Set(commandNames) });
  if (result.type === "problems") {
    return bad(about, `${contentDir} has ${result.problems.length} problems`, mend);
  }
  const { topics, stories } = result.edition;
  const what = `${contentDir} has ${topics.size} topics and ${stories.size} stories`;
  const { length } = result.warnings;
  return length === 0 ? ok(about, what) : warn(about, `${what}, and ${length} warnings`, mend);
}
