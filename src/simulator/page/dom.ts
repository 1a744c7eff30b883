type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An element with attributes (true = present, false or undefined = absent) and children. Strings
 * become text nodes and nothing else, so no text can turn into markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (typeof value === "string") node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const svg = "http://www.w3.org/2000/svg";

/** A picture of the sprite `icons.svg`; silent for screen readers. */
export function icon(name: string): SVGSVGElement {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `icons.svg#${name}`);
  picture.append(use);
  return picture;
}

/** The element of index.html with this id, which must be of this kind. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const node = document.getElementById(id);
  if (!(node instanceof kind)) throw new Error(`index.html has no ${kind.name} with the id ${id}`);
  return node;
}

/** Makes a piece of running text act as a button, without leaving the line it stands in. */
export function actAsButton(node: HTMLElement, act: () => void): void {
  node.setAttribute("role", "button");
  node.tabIndex = 0;
  node.addEventListener("click", (event) => {
    event.preventDefault();
    act();
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
}
