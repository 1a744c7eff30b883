/** One child of a list: what it is, what it shows (as a comparable text), how to build it. */
export interface Item {
  readonly key: string;
  readonly shows: string;
  readonly build: () => HTMLElement;
}

interface Drawn {
  readonly shows: string;
  readonly node: HTMLElement;
}

const drawn = new WeakMap<HTMLElement, Map<string, Drawn>>();

/**
 * Makes the children of `parent` be the items: keeps the node of an item that shows the same,
 * so that focus, reading position and what is unfolded stay. Returns the keys redrawn in place.
 */
export function reconcile(parent: HTMLElement, items: readonly Item[]): ReadonlySet<string> {
  const before = drawn.get(parent) ?? new Map<string, Drawn>();
  const after = new Map<string, Drawn>();
  const redrawn = new Set<string>();
  for (const { key, shows, build } of items) {
    const old = before.get(key);
    const same = old?.shows === shows ? old : undefined;
    if (old !== undefined && same === undefined) redrawn.add(key);
    after.set(key, same ?? { shows, node: build() });
  }
  const kept = new Set([...after.values()].map(({ node }) => node));
  for (const { node } of before.values()) {
    if (!kept.has(node)) node.remove();
  }
  let next = parent.firstElementChild;
  for (const { node } of after.values()) {
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
  }
  drawn.set(parent, after);
  return redrawn;
}

/** The node that stands for the item with this key. */
export function nodeOf(parent: HTMLElement, key: string): HTMLElement | undefined {
  return drawn.get(parent)?.get(key)?.node;
}
