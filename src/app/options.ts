import type { DeliveryConfig } from "../config.ts";
import type { Problem } from "../content/problem.ts";
import type { ReceptionParts } from "./reception.ts";

/** What the bot runs on. */
export interface AppOptions extends Pick<ReceptionParts, "reception" | "listen" | "log"> {
  readonly botToken: string;
  readonly apiRoot: string;
  readonly databaseUrl: string;
  readonly contentDir: string;
  readonly editorIds: readonly number[];
  /** Another editor than a story's own must press publish. */
  readonly requireApproval?: boolean;
  readonly delivery: DeliveryConfig;
  /** Where anybody reaches what listens; without it, no picture has an address. */
  readonly publicUrl?: string | undefined;
  readonly clock: () => Date;
  /** Hands over `wake`, to be called when the clock has jumped: what has become due is done at once. */
  readonly onJump?: (wake: () => void) => void;
  /** Told of every change: after a good load, of the warnings alone. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
}
