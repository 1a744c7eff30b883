import { about } from "./introduction/about.ts";
import { card } from "./story/card.ts";
import { cite } from "./story/cite.ts";
import type { Command } from "./command.ts";
import { confirm } from "./editors/confirm.ts";
import { compare } from "./story/compare.ts";
import { connect } from "./chat/connect.ts";
import { drafts, log } from "./editors/desk.ts";
import { digest } from "./topics/digest.ts";
import { exportFigures } from "./topics/export.ts";
import { figures } from "./topics/figures.ts";
import { forget } from "./chat/forget.ts";
import { help } from "./introduction/help.ts";
import { history } from "./story/history.ts";
import { latest } from "./topics/latest.ts";
import type { CommandName } from "./names.ts";
import { privacy } from "./introduction/privacy.ts";
import { search } from "./finding/search.ts";
import { language, settings } from "./chat/settings.ts";
import { subscribe, unsubscribe } from "./chat/subscribe.ts";
import { timeline } from "./topics/timeline.ts";
import { timezone } from "./chat/timezone.ts";
import { sources } from "./topics/sources.ts";
import { stats } from "./editors/stats.ts";
import { start } from "./introduction/start.ts";
import { story } from "./story/story.ts";
import { topics } from "./topics/topics.ts";

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
