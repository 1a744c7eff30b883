import { about } from "./about.ts";
import { card } from "./card.ts";
import { cite } from "./cite.ts";
import type { Command } from "./command.ts";
import { confirm } from "./confirm.ts";
import { compare } from "./compare.ts";
import { connect } from "./connect.ts";
import { drafts, log } from "./desk.ts";
import { digest } from "./digest.ts";
import { exportFigures } from "./export.ts";
import { figures } from "./figures.ts";
import { forget } from "./forget.ts";
import { help } from "./help.ts";
import { history } from "./history.ts";
import { latest } from "./latest.ts";
import type { CommandName } from "./names.ts";
import { privacy } from "./privacy.ts";
import { search } from "./search.ts";
import { language, settings } from "./settings.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";
import { timeline } from "./timeline.ts";
import { timezone } from "./timezone.ts";
import { sources } from "./sources.ts";
import { stats } from "./stats.ts";
import { start } from "./start.ts";
import { story } from "./story.ts";
import { topics } from "./topics.ts";

const commands: Readonly<Record<CommandName, Command>> = {
  topics,
  latest,
  search,
  figures,
  sources,
  story,
  card,
  history,
  compare,
  timeline,
  cite,
  export: exportFigures,
  subscribe,
  unsubscribe,
  stop: { ...unsubscribe, name: "stop" },
  digest,
  settings,
  timezone,
  language,
  connect,
  confirm,
  drafts,
  log,
  stats,
  about,
  help,
  privacy,
  forget,
  start,
};

/** The built-in command of a name that somebody typed. */
export function findCommand(name: string): Command | undefined {
  return Object.values(commands).find((command) => command.name === name);
}
