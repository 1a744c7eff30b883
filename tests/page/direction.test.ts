import { describe, expect, it } from "vitest";
import { firstStrong } from "../../src/simulator/page/direction.ts";

describe("the direction of a line", () => {
  it("is that of its first letter, whatever stands before it", () => {
    expect(firstStrong("• 38 مدنياً (SOHR)")).toBe("rtl");
    expect(firstStrong("🟥 1. SOHR: 38 مدنياً")).toBe("ltr");
  });

  it("does not come from an isolated run", () => {
    expect(firstStrong("\u2068SOHR\u2069: قُتل 38")).toBe("rtl");
    expect(firstStrong("\u2068a \u2067ب\u2069 b\u2069 مدني")).toBe("rtl");
  });

  it("comes from a mark as from a letter", () => {
    expect(firstStrong("\u200FSOHR")).toBe("rtl");
    expect(firstStrong("\u200Eمدني")).toBe("ltr");
  });

  it("is open where there is no letter", () => {
    expect(firstStrong("38 – 40 🟥")).toBeUndefined();
    expect(firstStrong("\u2068SOHR\u2069")).toBeUndefined();
  });
});
