import { badRequest } from "../api-error.ts";

/** One uploaded file of a multipart body. */
export interface Upload {
  readonly filename: string;
  readonly mimetype: string;
  readonly bytes: Buffer;
}

/** Reads one parameter as it came: JSON of any type, or a string of a form or a query. */
export interface Kind<T> {
  readonly read: (value: unknown, name: string) => T;
}

/** A parameter that must be there; `missing` is the sentence said otherwise. */
export interface Needed<T> extends Kind<T> {
  readonly missing: string;
}

export function need<T>(kind: Kind<T>, missing = ""): Needed<T> {
  return { read: kind.read, missing };
}

function wrong(name: string, expected: string): Error {
  return badRequest(`parameter "${name}" must be ${expected}`);
}

export const string: Kind<string> = {
  read(value, name) {
    if (typeof value !== "string") throw wrong(name, "a String");
    return value;
  },
};

export const integer: Kind<number> = {
  read(value, name) {
    const number = typeof value === "string" && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    if (typeof number !== "number" || !Number.isSafeInteger(number))
      throw wrong(name, "an Integer");
    return number;
  },
};

const booleans = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
]);

export const boolean: Kind<boolean> = {
  read(value, name) {
    const result = booleans.get(value);
    if (result === undefined) throw wrong(name, "a Boolean");
    return result;
  },
};

/** A chat's number, or @username. */
export const chatId: Kind<number | string> = {
  read(value, name) {
    if (typeof value === "string" && /^@\w+$/.test(value)) return value;
    if (value === "") throw badRequest("chat_id is empty");
    return integer.read(value, name);
  },
};

export const upload: Kind<string | Upload> = {
  read(value, name) {
    if (typeof value === "string") return value;
    if (isUpload(value)) return value;
    throw wrong(name, "an InputFile or a String");
  },
};

export function isUpload(value: unknown): value is Upload {
  return typeof value === "object" && value !== null && "bytes" in value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object or array, or its JSON in a string. */
function fromJson(value: unknown, name: string): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

export function list<T>(item: Kind<T>): Kind<readonly T[]> {
  return {
    read(value, name) {
      const array = fromJson(value, name);
      if (!Array.isArray(array)) throw wrong(name, "an Array");
      return array.map((entry, index) => item.read(entry, `${name}[${index}]`));
    },
  };
}

export type Fields = Readonly<Record<string, Kind<unknown> | Needed<unknown>>>;

type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** What `readFields` gives for a table of fields: needed ones always, the others perhaps. */
export type Args<F> = {
  readonly [K in keyof F as F[K] extends Needed<unknown> ? K : never]: ValueOf<F[K]>;
} & { readonly [K in keyof F as F[K] extends Needed<unknown> ? never : K]?: ValueOf<F[K]> };

/**
 * Reads the fields of a table. A name that is not in the table is refused: the real server
 * ignores it, but here a mistyped name must not pass a test.
 */
export function readFields<F extends Fields>(
  fields: F,
  values: Readonly<Record<string, unknown>>,
  path: string,
): Args<F> {
  const prefix = path === "" ? "" : `${path}.`;
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(fields, name)) throw badRequest(`unknown parameter "${prefix}${name}"`);
  }
  const result: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = values[name];
    if (value !== undefined && value !== null) result[name] = kind.read(value, prefix + name);
    else if ("missing" in kind) {
      throw badRequest(kind.missing || `parameter "${prefix}${name}" is required`);
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built field by field above
  return result as Args<F>;
}

export function object<F extends Fields>(fields: F): Kind<Args<F>> {
  return {
    read(value, name) {
      const inner = fromJson(value, name);
      if (!isRecord(inner)) throw wrong(name, "an Object");
      return readFields(fields, inner, name);
    },
  };
}
