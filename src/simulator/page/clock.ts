import { dayKey, fullLabel, localValue, timeLabel } from "./dates.ts";
import { openDialog } from "./dialogs.ts";
import { byId } from "./dom.ts";
import type { Actions } from "./actions.ts";
import type { ViewStore } from "./view.ts";
import { viewLanguage, worldNow } from "./view.ts";

const tickMs = 1_000;

/** The world's time in the header, and the dialog that sets it. */
export function mountClock(store: ViewStore, actions: Actions): void {
  const button = byId("clock", HTMLButtonElement);
  const time = byId("clock-time", HTMLElement);
  const full = byId("clock-full", HTMLElement);
  const field = byId("clock-field", HTMLInputElement);
  const draw = () => {
    const view = store.get();
    const now = worldNow(view);
    const label = timeLabel(now);
    if (time.textContent !== label) time.textContent = label;
    button.dataset["otherDay"] = String(dayKey(now) !== dayKey(Date.now()));
    full.textContent = fullLabel(viewLanguage(view), now);
  };
  setInterval(draw, tickMs);
  store.follow(draw);

  button.addEventListener("click", () => {
    field.value = localValue(worldNow(store.get()));
    openDialog("clock-dialog");
  });
  byId("clock-steps", HTMLElement).addEventListener("click", (event) => {
    const step = event.target instanceof HTMLElement ? event.target.dataset["minutes"] : undefined;
    if (step !== undefined) void actions.setClock({ advanceMs: Number(step) * 60_000 });
  });
  byId("clock-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const now = new Date(field.value).getTime();
    if (!Number.isNaN(now)) void actions.setClock({ now });
  });
}
