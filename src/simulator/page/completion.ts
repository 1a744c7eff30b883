import type { MenuCommand } from "../control.ts";
import { byId, element } from "./dom.ts";
import { lineNode } from "./snippet.ts";

export interface Completion {
  /** Shows the commands that begin with what is typed; hides where none does. */
  readonly update: (text: string, commands: readonly MenuCommand[]) => void;
  readonly showAll: (commands: readonly MenuCommand[]) => void;
  readonly hide: () => void;
  readonly isOpen: () => boolean;
  readonly move: (by: 1 | -1) => void;
  /** The command that Enter takes: `/name`. */
  readonly chosen: () => string | undefined;
}

/** The commands that a text such as `/gh` may become; undefined where it is no such text. */
function matching(text: string, commands: readonly MenuCommand[]): readonly MenuCommand[] {
  const typed = /^\/([a-z0-9_]*)$/i.exec(text)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  return commands.filter(({ command }) => command.startsWith(typed));
}

/** The list of commands above the composer. The focus stays in the field, as in a combo box. */
export function mountCompletion(onPick: (command: string) => void): Completion {
  const field = byId("field", HTMLTextAreaElement);
  const list = byId("completion", HTMLElement);
  let shown: readonly MenuCommand[] = [];
  let active = 0;

  function mark(): void {
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(index === active));
      if (index === active) option.scrollIntoView({ block: "nearest" });
    }
    if (shown.length > 0) field.setAttribute("aria-activedescendant", `command-${active}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function show(commands: readonly MenuCommand[]): void {
    shown = commands;
    active = 0;
    list.hidden = commands.length === 0;
    const options = commands.map(({ command, description }, index) =>
      element(
        "div",
        { role: "option", id: `command-${index}`, class: "option", "data-command": `/${command}` },
        element("bdi", { class: "option-command", dir: "ltr" }, `/${command}`),
        lineNode("option-text", description),
      ),
    );
    list.replaceChildren(...options);
    mark();
  }

  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target instanceof Element && event.target.closest<HTMLElement>(".option");
    const command = option === false ? undefined : option?.dataset["command"];
    if (command !== undefined) onPick(command);
  });

  return {
    update: (text, commands) => show(matching(text, commands)),
    showAll: show,
    hide: () => show([]),
    isOpen: () => shown.length > 0,
    move(by) {
      active = (active + by + shown.length) % shown.length;
      mark();
    },
    chosen() {
      const command = shown[active]?.command;
      return command === undefined ? undefined : `/${command}`;
    },
  };
}
