import type { FileComplaint, StoryOfFile } from "../check/content.ts";
import { identicalComplaints } from "./identical.ts";
import { mergedComplaints } from "./merged.ts";
import { recordedIn } from "./recorded.ts";
import { seriesComplaints } from "./series.ts";

/** Where stories that are right in themselves do not agree with each other. */
export function complaintsAmong(stories: readonly StoryOfFile[]): readonly FileComplaint[] {
  const recorded = recordedIn(stories);
  return [
    ...seriesComplaints(recorded),
    ...identicalComplaints(recorded),
    ...mergedComplaints(recorded),
  ];
}
