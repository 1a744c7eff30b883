import type { Actions } from "./actions.ts";
import { byId } from "./dom.ts";

/** The file's bytes as base64, which is what follows the comma of a data address. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(bytesOf(reader.result)));
    reader.addEventListener("error", () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}

function bytesOf(address: FileReader["result"]): string {
  return typeof address === "string" ? address.slice(address.indexOf(",") + 1) : "";
}

/** The button that sends files, with what stands in the field as the caption of the first. */
export function mountAttach(actions: Actions, field: HTMLTextAreaElement): void {
  const files = byId("files", HTMLInputElement);
  byId("attach", HTMLButtonElement).addEventListener("click", () => files.click());
  files.addEventListener("change", () => {
    const chosen = [...(files.files ?? [])];
    files.value = "";
    void sendAll(chosen);
  });

  async function sendAll(chosen: readonly File[]): Promise<void> {
    for (const file of chosen) {
      const caption = field.value.trim();
      field.value = "";
      const { name, type } = file;
      const mime = type === "" ? "application/octet-stream" : type;
      const sent = await actions.send(caption, { name, mime, base64: await base64Of(file) });
      if (!sent) field.value = caption;
    }
    field.focus();
  }
}
