import type { MessageView } from "../control.ts";
import { element, icon } from "./dom.ts";
import type { Words } from "./words.ts";

type Media = NonNullable<MessageView["media"]>;

function photoNode(media: Media, caption: string, words: Words): HTMLElement {
  const alt = caption === "" ? words.photo : caption.slice(0, 200);
  const image = element("img", { src: media.url, alt });
  if (media.spoiler !== true) {
    const open = { class: "photo", href: media.url, target: "_blank", rel: "noopener" };
    return element("a", open, image);
  }
  const cover = element("button", { type: "button", class: "cover" });
  cover.setAttribute("aria-label", words.hiddenPhoto);
  const node = element("div", { class: "photo veiled" }, image, cover);
  cover.addEventListener("click", () => {
    node.classList.remove("veiled");
    cover.remove();
  });
  return node;
}

/** The photo or the file of a message. */
export function mediaNode(media: Media, caption: string, words: Words): HTMLElement {
  if (media.type === "photo") return photoNode(media, caption, words);
  const name = element("bdi", { class: "file-name" }, media.fileName ?? words.file);
  const round = element("span", { class: "file-icon" }, icon("file"));
  return element(
    "a",
    { class: "file", href: media.url, download: media.fileName ?? true },
    round,
    name,
  );
}
