import { ApiError, badRequest } from "../api-error.ts";

/** One uploaded file of a multipart body. */
export interface Upload {
  readonly filename: string;
  readonly mimetype: string;
  readonly bytes: Buffer;
}

/**
 * Reads one value as it came. A parameter of the call itself may be a string of a form or a query;
 * `inner` is true for the fields of objects, where only the JSON type itself will do.
 */
export interface Kind<T> {
  readonly read: (value: unknown, name: string, inner: boolean) => T;
}

/** A parameter that must be there; `missing` is the sentence said otherwise. */
export interface Needed<T> extends Kind<T> {
  readonly missing: string;
}

export function need<T>(kind: Kind<T>, missing = ""): Needed<T> {
  return { read: kind.read, missing };
}

function wrongType(name: string, type: string): ApiError {
  return badRequest(`field "${name}" must be of type ${type}`);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const string: Kind<string> = {
  read(value, name) {
    if (typeof value !== "string") throw wrongType(name, "String");
    return value;
  },
};

export const integer: Kind<number> = {
  read(value, name) {
    const number = typeof value === "string" && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    if (typeof number !== "number" || !Number.isSafeInteger(number)) {
      throw wrongType(name, "Integer");
    }
    return number;
  },
};

const written = new Map<unknown, boolean>([
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
]);

export const boolean: Kind<boolean> = {
  read(value, name, inner) {
    const result = inner ? value : (written.get(value) ?? value);
    if (typeof result !== "boolean") throw wrongType(name, "Boolean");
    return result;
  },
};

/** A chat's number, or @username; any other string is the name of no chat. */
export const chatId: Kind<number | string> = {
  read(value, name, inner) {
    if (value === "") throw badRequest("chat_id is empty");
    if (typeof value === "string" && !/^-?\d+$/.test(value)) return value;
    return integer.read(value, name, inner);
  },
};

export function isUpload(value: unknown): value is Upload {
  return isRecord(value) && "bytes" in value;
}

/** A file: its bytes, or a string that names it. */
export const file: Kind<string | Upload> = {
  read(value, name) {
    if (typeof value === "string" || isUpload(value)) return value;
    throw wrongType(name, "InputFile or String");
  },
};

/** An object or array of the call itself may come as JSON in a string. */
function fromJson(value: unknown, name: string, inner: boolean): unknown {
  if (inner || typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

export function list<T>(item: Kind<T>): Kind<readonly T[]> {
  return {
    read(value, name, inner) {
      const array = fromJson(value, name, inner);
      if (!Array.isArray(array)) throw wrongType(name, "Array");
      return array.map((entry) => item.read(entry, name, true));
    },
  };
}

export type Fields = Readonly<Record<string, Kind<unknown> | Needed<unknown>>>;

type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** What `readFields` gives for a table of fields: needed ones always, the others perhaps. */
export type Args<F> = {
  readonly [K in keyof F as F[K] extends Needed<unknown> ? K : never]: ValueOf<F[K]>;
} & { readonly [K in keyof F as F[K] extends Needed<unknown> ? never : K]?: ValueOf<F[K]> };

function readField(kind: Kind<unknown>, value: unknown, name: string, inner: boolean): unknown {
  if (value !== undefined && value !== null) return kind.read(value, name, inner);
  if ("missing" in kind) throw badRequest(String(kind.missing) || `can't find field "${name}"`);
  return undefined;
}

/**
 * Reads the fields of a table. A name that is not in the table is refused: the real server
 * ignores it, but here a mistyped name must not pass a test.
 */
export function readFields<F extends Fields>(
  fields: F,
  values: Readonly<Record<string, unknown>>,
  inner: boolean,
): Args<F> {
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(fields, name)) throw badRequest(`unknown parameter "${name}"`);
  }
  const result: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const read = readField(kind, values[name], name, inner);
    if (read !== undefined) result[name] = read;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built field by field above
  return result as Args<F>;
}

export function object<F extends Fields>(fields: F): Kind<Args<F>> {
  return {
    read(value, name, inner) {
      const given = fromJson(value, name, inner);
      if (!isRecord(given)) throw wrongType(name, "Object");
      return readFields(fields, given, true);
    },
  };
}

/** Says what was being read in front of the sentence, as Telegram does for buttons and entities. */
export function within<T>(what: string, kind: Kind<T>): Kind<T> {
  return {
    read(value, name, inner) {
      try {
        return kind.read(value, name, inner);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const reason = error.message.replace(/^Bad Request: /, "");
        throw badRequest(
          `can't parse ${what}: ${reason.charAt(0).toUpperCase()}${reason.slice(1)}`,
        );
      }
    },
  };
}
