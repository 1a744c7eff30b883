import { avatar } from "./avatar.ts";
import { byId, element } from "./dom.ts";
import type { ViewStore } from "./view.ts";

/** A language in its own words: "العربية" for "ar". */
function languageName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
}

/** The choice of the person to be; `onChoice` gets the id. */
export function mountPeople(store: ViewStore, onChoice: (person: number) => void): void {
  const select = byId("person", HTMLSelectElement);
  const picture = byId("person-avatar", HTMLElement);
  let shown = "";
  select.addEventListener("change", () => onChoice(Number(select.value)));
  store.follow(({ state: { people, person } }) => {
    const shows = JSON.stringify([people, person]);
    if (shows === shown) return;
    shown = shows;
    const options = people.map(({ id, firstName, languageCode }) =>
      element("option", { value: String(id) }, `${firstName} · ${languageName(languageCode)}`),
    );
    select.replaceChildren(...options);
    select.value = String(person.id);
    picture.replaceChildren(avatar(person.id, person.firstName));
  });
}
