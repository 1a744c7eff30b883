import type { Entry } from "./happening.ts";
import type { Log } from "./log.ts";

const chunkRows = 65_536;

/** Numbers of equal kind in chunks, so that growing never copies. */
function createColumn(): {
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
} {
  const chunks: Float64Array[] = [];
  let length = 0;
  return {
    push(value) {
      if (length % chunkRows === 0) chunks.push(new Float64Array(chunkRows));
      const last = chunks.at(-1);
      if (last !== undefined) last[length % chunkRows] = value;
      length += 1;
    },
    at: (index) => chunks[Math.floor(index / chunkRows)]?.[index % chunkRows] ?? 0,
  };
}

/** Gives each string a small number. */
function createNames(): {
  readonly number: (name: string) => number;
  readonly name: (number: number) => string;
} {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    number(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      names.push(name);
      numbers.set(name, names.length - 1);
      return names.length - 1;
    },
    name: (number) => names[number] ?? "",
  };
}

/** Keeps messages as numbers in columns, and the rarer entries whole. */
export function createCompactLog(): Log {
  const kinds = createNames();
  const kind = createColumn();
  const time = createColumn();
  const chat = createColumn();
  const message = createColumn();
  const hash = createColumn();
  const others = new Map<number, Entry>();
  let size = 0;

  function row(index: number): Entry {
    const other = others.get(index);
    if (other !== undefined) return other;
    const [type, method = ""] = kinds.name(kind.at(index)).split(" ");
    return {
      type: type === "edited" ? "edited" : "sent",
      method,
      chatId: chat.at(index),
      messageId: message.at(index),
      hash: hash.at(index),
      seq: index + 1,
      time: time.at(index),
    };
  }

  return {
    add(entry) {
      const taken = entry.type === "sent" || entry.type === "edited" ? entry : undefined;
      if (taken === undefined) others.set(size, entry);
      kind.push(kinds.number(`${entry.type} ${taken?.method ?? ""}`));
      time.push(entry.time);
      chat.push(taken?.chatId ?? 0);
      message.push(taken?.messageId ?? 0);
      hash.push(taken?.hash ?? 0);
      size += 1;
    },
    *after(seq) {
      for (let index = seq; index < size; index += 1) yield row(index);
    },
    size: () => size,
  };
}
