/** A value that parts of the page read, change and follow. */
export interface Store<Value> {
  readonly get: () => Value;
  readonly change: (part: Partial<Value>) => void;
  /** Calls back now and after every change, once for changes made in one go. */
  readonly follow: (listener: (value: Value) => void) => void;
}

export function createStore<Value extends object>(initial: Value): Store<Value> {
  let value = initial;
  let queued = false;
  const listeners: ((value: Value) => void)[] = [];
  const tell = () => {
    queued = false;
    for (const listener of listeners) listener(value);
  };
  return {
    get: () => value,
    change(part) {
      value = { ...value, ...part };
      if (!queued) queueMicrotask(tell);
      queued = true;
    },
    follow(listener) {
      listeners.push(listener);
      listener(value);
    },
  };
}
