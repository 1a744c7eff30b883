import { expect, it } from "vitest";
import { numbersIn } from "../../src/extraction/numbers.ts";

it.each<[string, number[]]>([
  ["أكثر من مئة عنصر", [100]],
  ["ثلاثة وعشرين ألفاً وأربعمئة وثلاثة", [23_403]],
  ["23،403 برميلاً، أي 28 يومياً", [23_403, 28]],
  ["بين ٢٠ و٣٠ قذيفة", [20, 30]],
  ["2.908 براميل", [2908, 2.908]],
  ["thirty-eight civilians and 12,000 others", [12_000, 38]],
  ["three dozen", [36]],
  ["nobody at all", []],
])("the numbers of “%s” are %j", (text, numbers) => {
  expect([...numbersIn(text)]).toEqual(numbers);
});
