/** The same plain data, with every object and list in it frozen. */
export function frozen<Data>(data: Data): Data {
  if (typeof data === "object" && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const value of Object.values(data)) frozen(value);
  }
  return data;
}

/** A map that refuses changes: freezing alone does not keep a Map from being changed. */
export function frozenMap<Key, Value>(
  entries: Iterable<readonly [Key, Value]>,
): ReadonlyMap<Key, Value> {
  const map = new Map(entries);
  for (const change of ["set", "delete", "clear"]) {
    Object.defineProperty(map, change, { value: refuse });
  }
  return Object.freeze(map);
}

function refuse(): never {
  throw new TypeError("an edition cannot be changed");
}
