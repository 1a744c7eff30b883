/** What one metric is; times are in seconds. Labels take few values: never a chat, never a text. */
export interface Described {
  readonly name: `mujaz_${string}`;
  readonly help: string;
  readonly labels: readonly string[];
}

export const counters = {
  updates: {
    name: "mujaz_updates_total",
    help: "Updates that came in and were stored, by what they are",
    labels: ["way", "kind"],
  },
  handled: {
    name: "mujaz_updates_handled_total",
    help: "Attempts at updates by their end: done, failed (tried again), late or cut",
    labels: ["end"],
  },
  answers: {
    name: "mujaz_answers_total",
    help: "Requests that were answered, by command; press, words, topic, shared and inline are no commands",
    labels: ["command"],
  },
  sends: {
    name: "mujaz_sends_total",
    help: "Messages and edits by what Telegram made of them",
    labels: ["lane", "outcome"],
  },
  limited: {
    name: "mujaz_telegram_too_many_requests_total",
    help: "Calls that Telegram refused with 429",
    labels: ["lane"],
  },
  digests: {
    name: "mujaz_digest_runs_total",
    help: "Schedules that fired: on time, or late by more than 60 seconds",
    labels: ["timing"],
  },
  storeErrors: {
    name: "mujaz_store_errors_total",
    help: "Statements that failed, without those that are done anew because two transactions met",
    labels: [],
  },
} as const satisfies Readonly<Record<string, Described>>;

const fast = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];
const usual = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export const histograms = {
  update: {
    name: "mujaz_update_seconds",
    help: "From when an update was stored until its answer was delivered",
    labels: [],
    buckets: usual,
  },
  call: {
    name: "mujaz_telegram_call_seconds",
    help: "Calls of the Bot API; getUpdates is held by Telegram while nothing comes",
    labels: ["method"],
    buckets: usual,
  },
  wait: {
    name: "mujaz_limiter_wait_seconds",
    help: "How long answers were held back to keep Telegram's limits",
    labels: [],
    buckets: [0, ...usual],
  },
  http: {
    name: "mujaz_http_request_seconds",
    help: "Requests that came to HOST:PORT",
    labels: ["route", "status"],
    buckets: usual,
  },
  query: {
    name: "mujaz_store_query_seconds",
    help: "Statements of the store, waiting for the disk included",
    labels: [],
    buckets: fast,
  },
} as const satisfies Readonly<Record<string, Described & { readonly buckets: readonly number[] }>>;

export const gauges = {
  outbox: {
    name: "mujaz_outbox_messages",
    help: "Messages in the outbox by state, counted up to 100000 each; what was sent is not counted",
    labels: ["state"],
  },
  outboxOldest: {
    name: "mujaz_outbox_oldest_seconds",
    help: "Age of the oldest run of which a message may go now; 0 where none may",
    labels: [],
  },
  inbox: {
    name: "mujaz_inbox_updates",
    help: "Updates by state, counted up to 100000 each: new ones wait, dead ones of two days were set aside",
    labels: ["state"],
  },
  inboxOldest: {
    name: "mujaz_inbox_oldest_seconds",
    help: "Age of the oldest update that waits",
    labels: [],
  },
  schedules: {
    name: "mujaz_schedules_due",
    help: "Schedules whose digest is due and has not been made",
    labels: [],
  },
  corrections: {
    name: "mujaz_corrections_pending",
    help: "Stories whose changed figures have not gone out yet",
    labels: ["state"],
  },
  editionAge: {
    name: "mujaz_edition_age_seconds",
    help: "Since when this process tells the edition that it tells",
    labels: [],
  },
  editionStories: {
    name: "mujaz_edition_stories",
    help: "Stories of the edition that is told",
    labels: [],
  },
  problems: {
    name: "mujaz_content_problems",
    help: "What the gate says of the content as it is saved now",
    labels: ["level"],
  },
  rate: {
    name: "mujaz_broadcast_rate",
    help: "Messages a second that nobody asked for, as Telegram's refusals have left it",
    labels: [],
  },
  lease: {
    name: "mujaz_lease_held",
    help: "1 where this process schedules and sends",
    labels: [],
  },
  epoch: {
    name: "mujaz_lease_epoch",
    help: "Epoch of the lease where it is this process's; it grows with every holder",
    labels: [],
  },
  telegram: {
    name: "mujaz_telegram_last_answer_seconds",
    help: "Since when Telegram has answered no call of this process",
    labels: [],
  },
  store: {
    name: "mujaz_store_up",
    help: "1 where the store answered this scrape in time; without it the numbers from it are left out",
    labels: [],
  },
} as const satisfies Readonly<Record<string, Described>>;
