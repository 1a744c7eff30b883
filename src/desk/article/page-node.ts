/** As much of a DOM node as is read here. */
export interface PageNode {
  /** 1: an element, 3: text. */
  readonly nodeType: number;
  /** Of elements, in lower case. */
  readonly localName?: string | null;
  /** Of text. */
  readonly data?: string;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

/** A step of a way through a tree: a node is entered, and left after all that is inside it. */
interface Step {
  readonly node: PageNode;
  readonly isEntered: boolean;
  /** 0 is the root's. */
  readonly depth: number;
}

/**
 * All nodes below one, in the order of the page, without recursion: hostile pages are deeper than
 * the stack. Nothing inside an element of a skipped name is visited.
 */
export function* walk(root: PageNode, skipped: ReadonlySet<string> = new Set()): Generator<Step> {
  let node = root;
  let depth = 0;
  for (;;) {
    yield { node, isEntered: true, depth };
    const child = skipped.has(node.localName ?? "") ? null : node.firstChild;
    if (child !== null) {
      node = child;
      depth += 1;
      continue;
    }
    yield { node, isEntered: false, depth };
    while (node !== root && node.nextSibling === null && node.parentNode !== null) {
      node = node.parentNode;
      depth -= 1;
      yield { node, isEntered: false, depth };
    }
    if (node === root || node.nextSibling === null) return;
    node = node.nextSibling;
  }
}
