import { describe, expect, it } from "vitest";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";

const FIELDS = [
  ["案号", "（2026）桂7102行初311号"],
  ["案由", "房屋拆除行政强制"],
  ["被传唤人", "青秀区人民政府仙葫街道办事处"],
  ["传唤事由", "开庭"],
  ["应到时间", "2026年3月12日下午15:30"],
  ["应到处所", "第三法庭"],
] as const;

function read(lines: readonly string[]) {
  const { caseNumbers, cause, respondents, hearing } = toReading(
    readFacts(["南宁铁路运输法院", "传票", ...lines].join("\n")),
  );
  return { caseNumbers, cause, respondents, hearing };
}

describe("a form's values and its labels", () => {
  const beside = read(FIELDS.map(([label, value]) => `${label}：${value}`));

  it("beside each other", () => {
    expect(beside).toEqual({
      caseNumbers: ["（2026）桂7102行初311号"],
      cause: "房屋拆除行政强制",
      respondents: ["青秀区人民政府仙葫街道办事处"],
      hearing: { start: "2026-03-12T15:30:00+08:00", place: "第三法庭" },
    });
  });

  it.each([
    ["the label above", FIELDS.flat()],
    ["the value above", FIELDS.flatMap(([label, value]) => [value, label])],
    ["all labels first", [...FIELDS.map(([label]) => `${label}：`), ...FIELDS.map(([, value]) => value)]],
    [
      "all labels first, and remarks behind the values",
      [
        ...FIELDS.map(([label]) => `${label}：`),
        ...FIELDS.map(([, value]) => value),
        "请携带本传票及身份证件。",
      ],
    ],
  ])("%s", (_, lines) => {
    expect(read(lines)).toEqual(beside);
  });
});
