import { describe, expect, it } from "vitest";
import { flatten } from "../../../shared/documents/text/flat-text.ts";

describe("options of which one is ticked", () => {
  it.each([
    ["☑到庭 □未到庭", "到庭"],
    ["□到庭  √未到庭", "未到庭"],
    ["是√ 否□", "是"],
    ["公开：□是 ■否，理由", "公开：否，理由"],
    ["□到庭 □未到庭", "□到庭□未到庭"],
    ["√到庭 √未到庭", "√到庭√未到庭"],
    ["今天到庭", "今天到庭"],
  ])("%s", (written, read) => expect(flatten(written).text).toBe(read));
});
