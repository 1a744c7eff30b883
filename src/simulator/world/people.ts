import type { PersonState } from "./model.ts";

/** Many people alike, for tests of scale; each is a person like any other when asked for. */
export interface Crowd {
  readonly firstId: number;
  readonly count: number;
  readonly languageCode: string;
}

export interface People {
  readonly get: (id: number) => PersonState | undefined;
  readonly set: (person: PersonState) => void;
  readonly addCrowd: (crowd: Crowd) => void;
  /** Those who were added one by one. */
  readonly list: () => readonly PersonState[];
}

function memberOf(crowd: Crowd, id: number): PersonState {
  return {
    id,
    firstName: `Reader ${id - crowd.firstId + 1}`,
    languageCode: crowd.languageCode,
    started: true,
    blocked: false,
    deactivated: false,
  };
}

export function createPeople(): People {
  const people = new Map<number, PersonState>();
  const changed = new Map<number, PersonState>();
  const crowds: Crowd[] = [];
  const crowdOf = (id: number) =>
    crowds.find(({ firstId, count }) => id >= firstId && id < firstId + count);
  return {
    get(id) {
      const person = people.get(id) ?? changed.get(id);
      if (person !== undefined) return person;
      const crowd = crowdOf(id);
      return crowd === undefined ? undefined : memberOf(crowd, id);
    },
    set(person) {
      const place = crowdOf(person.id) === undefined ? people : changed;
      place.set(person.id, person);
    },
    addCrowd(crowd) {
      crowds.push(crowd);
    },
    list: () => [...people.values()],
  };
}
