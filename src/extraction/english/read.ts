import type { Found, Grammar } from "../found.ts";
import type { Token } from "../text/tokens.ts";
import { attachmentsOf } from "./attach.ts";
import type { Attachment } from "./attachment.ts";
import { marksOf, type EnglishMark } from "./marks.ts";
import { modalityOf } from "./modality.ts";

/** The casualty figures of an English sentence. */
export const readEnglish: Grammar = ({ tokens }) => {
  const marks = marksOf(tokens);
  const attachments = attachmentsOf(marks, tokens);
  const order = attachments.toSorted((a, b) => a.first - b.first || a.last - b.last);
  return order.map((one) => foundOf(one, order, { marks, tokens }));
};

interface Read {
  readonly marks: readonly EnglishMark[];
  readonly tokens: readonly Token[];
}

function foundOf(one: Attachment, all: readonly Attachment[], read: Read): Found {
  const { first, last, kind, who, amount, qualifier, doubts, whole } = one;
  const of = whole === undefined ? -1 : all.findIndex(({ mark }) => mark === whole);
  return {
    first,
    last,
    kind,
    who,
    amount,
    qualifier,
    modality: modalityOf(read.marks, read.tokens, one),
    ...(of >= 0 && { of }),
    ...(one.ofBefore !== undefined && { ofBefore: one.ofBefore }),
    ...(one.basis !== undefined && { basis: one.basis }),
    doubts,
  };
}
