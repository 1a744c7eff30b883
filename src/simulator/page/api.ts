import type {
  Asking,
  ButtonPress,
  Choosing,
  FittingChat,
  Forwarding,
  InlineAnswerView,
  MenuCommand,
  PersonMessage,
  Sharing,
  State,
} from "../control.ts";

/** The simulator said no; the message is its own sentence. */
export class Refused extends Error {}

interface Refusal {
  readonly description?: string;
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return response.json();
  const refusal: Refusal = await response.json().catch(() => ({}));
  throw new Refused(refusal.description ?? `${response.status} ${response.statusText}`);
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(`control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return read<Answer>(response);
}

/** What the person sees; the world's first person where none is named. */
export async function loadState(person?: number): Promise<State> {
  return read(
    await fetch(person === undefined ? "control/state" : `control/state?person=${person}`),
  );
}

export async function loadCommands(person: number, chat: number): Promise<readonly MenuCommand[]> {
  return read(await fetch(`control/commands?person=${person}&chat=${chat}`));
}

/** The chats that the person may share for a button of the reply keyboard. */
export async function loadFitting(
  person: number,
  request: number,
): Promise<readonly FittingChat[]> {
  return read(await fetch(`control/fitting?person=${person}&request=${request}`));
}

export async function postShare(sharing: Sharing): Promise<{ readonly messageId: number }> {
  return post("share", sharing);
}

export async function postMessage(message: PersonMessage): Promise<{ readonly messageId: number }> {
  return post("message", message);
}

export async function postForward(forwarding: Forwarding): Promise<{ readonly messageId: number }> {
  return post("forward", forwarding);
}

export async function postPress(press: ButtonPress): Promise<{ readonly callbackId: string }> {
  return post("press", press);
}

/** The answer where it is known already; else it comes as an event. */
export async function postInline(
  asking: Asking,
): Promise<{ readonly queryId: string; readonly answer?: InlineAnswerView }> {
  return post("inline", asking);
}

export async function postChoose(choosing: Choosing): Promise<{ readonly messageId: number }> {
  return post("choose", choosing);
}

export async function postStart(
  person: number,
  payload: string | undefined,
): Promise<{ readonly messageId: number }> {
  return post("start", { person, ...(payload !== undefined && { payload }) });
}

/** Moves the world's clock: by so much, or to a moment in Unix milliseconds. */
export async function postClock(
  change: { readonly advanceMs: number } | { readonly now: number },
): Promise<unknown> {
  return post("clock", change);
}
