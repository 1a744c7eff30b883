import type { Reception } from "../../config.ts";
import type { CallResult } from "../../telegram/api/call-result.ts";
import type { Client } from "../../telegram/api/client.ts";
import { fatal, type Bot } from "../../telegram/api/introduce.ts";
import type { Result } from "../../telegram/api/methods.ts";
import { outcomeOf } from "../../telegram/api/outcome.ts";
import { bad, ok, warn, type Finding } from "./finding.ts";

/** Who Telegram says that we are; undefined where it does not. */
export async function checkToken(
  client: Client,
): Promise<{ readonly finding: Finding; readonly bot?: Bot }> {
  const result = await client.call("getMe", {});
  if (result.type === "ok") {
    const { result: bot } = result;
    return { finding: ok("token", `Telegram knows it as @${bot.username}`), bot };
  }
  return { finding: bad("token", whyOf(result), mendOf(result)) };
}

function whyOf(result: Exclude<CallResult<unknown>, { readonly type: "ok" }>): string {
  return result.type === "refused" ? fatal(outcomeOf(result)).reason : result.reason;
}

function mendOf({ type }: CallResult<unknown>): string {
  return type === "refused"
    ? "take the token from BotFather anew"
    : "see that TELEGRAM_API_ROOT can be reached from here";
}

/** What was chosen for the bot at BotFather. */
export function checkChoices(bot: Bot): readonly Finding[] {
  return [
    bot.can_read_all_group_messages
      ? warn(
          "privacy mode",
          "off, so that groups tell the bot what is none of its business",
          "turn it on at BotFather (/setprivacy)",
        )
      : ok("privacy mode", "on: in groups the bot sees only what is meant for it"),
    bot.can_join_groups
      ? ok("groups", "the bot may be added to them")
      : warn(
          "groups",
          "the bot may not be added to them",
          "allow it at BotFather (/setjoingroups)",
        ),
    bot.supports_inline_queries
      ? ok(
          "inline mode",
          "on; feedback of 100 % (/setinlinefeedback) lets such messages be corrected",
        )
      : warn(
          "inline mode",
          "off: nobody can cite the bot in other chats",
          "turn it on at BotFather (/setinline, then /setinlinefeedback with 100 %)",
        ),
  ];
}

/** Updates that wait above this were not fetched for long. */
const manyWaiting = 1000;
const hour = 3600;

/** Where Telegram sends updates, beside where we expect them. */
export async function checkWebhook(
  client: Client,
  reception: Reception,
  now: Date,
): Promise<readonly Finding[]> {
  const result = await client.call("getWebhookInfo", {});
  if (result.type !== "ok") return [bad("webhook", whyOf(result), mendOf(result))];
  const info = result.result;
  return [placeOf(info, reception), ...troubleOf(info, now)];
}

type WebhookInfo = Result<"getWebhookInfo">;

function placeOf({ url }: WebhookInfo, reception: Reception): Finding {
  const about = "webhook";
  const host = url === "" ? "" : new URL(url).host;
  if (reception.type === "polling") {
    return url === ""
      ? ok(about, "none: updates are fetched")
      : warn(
          about,
          `updates go to ${host}, and WEBHOOK_URL is not set`,
          "set it, or see that nothing else runs with this token: the start takes the webhook away",
        );
  }
  if (url === reception.url.href) return ok(about, `updates go to ${host}`);
  return warn(
    about,
    url === "" ? "none is set" : `updates go to ${host}, not to ${reception.url.host}`,
    "start the bot: it sets WEBHOOK_URL",
  );
}

function troubleOf(info: WebhookInfo, now: Date): readonly Finding[] {
  const { last_error_date: at, last_error_message: why, pending_update_count: waiting = 0 } = info;
  const isRecent = at !== undefined && now.getTime() / 1000 - at < hour;
  return [
    ...(isRecent
      ? [
          bad(
            "webhook",
            `Telegram could not deliver within the last hour: ${why ?? "no reason given"}`,
            "see that the address is reachable by TLS from outside, and leads to the bot",
          ),
        ]
      : []),
    ...(waiting > manyWaiting
      ? [warn("updates", `${waiting} wait to be fetched`, "start the bot; they are kept for a day")]
      : []),
  ];
}
