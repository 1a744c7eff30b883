import type { Printing } from "../../domain/printing.ts";
import type { Consent } from "./press-fields.ts";
import type { Theme } from "./picture.ts";
import type { PlacePress } from "./press-place.ts";

type Shown = Printing["language"];

/** What a button asks for. Pages count from 0; without one, the list is opened anew. */
export type Press =
  | {
      readonly type: "briefing";
      readonly topic: string;
      readonly story?: string;
      readonly language?: Shown;
    }
  | { readonly type: "story"; readonly story: string; readonly language?: Shown }
  /** A story's card; with a theme, the pressed card is changed. */
  | {
      readonly type: "card";
      readonly story: string;
      readonly language?: Shown;
      readonly theme?: Theme;
    }
  /** Where sources differ on a topic. */
  | { readonly type: "compare"; readonly topic: string; readonly page?: number }
  /** What was reported on a topic over time. */
  | { readonly type: "timeline"; readonly topic: string; readonly page?: number }
  /** The same as a chart; with a theme, the pressed chart is changed. */
  | {
      readonly type: "chart";
      readonly topic: string;
      readonly language?: Shown;
      readonly theme?: Theme;
    }
  | { readonly type: "sources"; readonly topic?: string }
  | { readonly type: "figures"; readonly topic?: string; readonly page?: number }
  | { readonly type: "latest"; readonly page?: number }
  | { readonly type: "topics"; readonly page?: number }
  | { readonly type: "stories"; readonly topic: string; readonly page?: number }
  /** What became known in a window; its ends in Unix seconds, the first included. */
  | {
      readonly type: "news";
      readonly from: number;
      readonly until: number;
      readonly page?: number;
    }
  | { readonly type: "report"; readonly story: string; readonly figure?: string }
  /** A report about a story as a whole rather than one of its figures. */
  | { readonly type: "report_story"; readonly story: string }
  | { readonly type: "consent"; readonly choice: Consent }
  | PlacePress
  /** A subscription whose forum topic is closed goes to General. */
  | { readonly type: "general"; readonly chat: number; readonly thread: number }
  /** The groups and channels that a person set up. */
  | { readonly type: "chats"; readonly page?: number }
  | { readonly type: "connect" }
  /** An editor's word on an alert, as the story stood at that revision. */
  | {
      readonly type: "alert";
      readonly story: string;
      readonly revision: number;
      readonly confirm: boolean;
    }
  /** An editor's word on messages that would be edited, as the story stood at that revision. */
  | {
      readonly type: "correction";
      readonly story: string;
      readonly revision: number;
      readonly confirm: boolean;
    }
  /** What changed in a story, or in the stories of a topic. */
  | { readonly type: "history"; readonly story: string; readonly page?: number }
  | { readonly type: "history"; readonly topic: string; readonly page?: number }
  /** What was searched for, or under which key the store keeps it. */
  | { readonly type: "search"; readonly query: string; readonly page?: number }
  | { readonly type: "search"; readonly key: string; readonly page?: number }
  | { readonly type: "forget"; readonly confirm: boolean };
