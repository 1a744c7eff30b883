import type { Story } from "../../domain/story.ts";
import type { Complaint } from "../problem.ts";
import { claimsOf } from "./claims.ts";
import { conflictComplaints } from "./conflicts.ts";
import { judge } from "./judged.ts";
import { oneSidedComplaints } from "./one-sided.ts";
import { quoteComplaints } from "./quotes.ts";
import { rateComplaints } from "./rates.ts";
import { remainderComplaints } from "./remainders.ts";
import { textComplaints } from "./texts.ts";

/** Where a story that is right in itself does not agree with itself. */
export function storyComplaints(story: Story): readonly Complaint[] {
  if (story.withdrawn !== undefined) return [];
  const judged = judge(claimsOf(story), story);
  return [
    ...textComplaints(judged, story),
    ...oneSidedComplaints(judged, story),
    ...conflictComplaints(judged, story),
    ...quoteComplaints(story),
    ...rateComplaints(story),
    ...remainderComplaints(story),
  ];
}
