import { normalise } from "../domain/normalise.ts";

const words = `
  في من إلى عن مع أن إن أو ثم بين كما لم لا ما هل قد كان كانت هذا هذه ذلك تلك التي الذي
  a an and are as at by for from has have in is it its of on or that the this to was were what with
`;

const common = new Set(words.split(/\s+/).map(normalise));

/** Whether a normalised word says so little that every text has it: it is not looked up. */
export function isCommon(word: string): boolean {
  return common.has(word);
}
