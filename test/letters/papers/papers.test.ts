/** The papers that go with mails: what stands in them, and that nothing else brings the library along. */
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { NoticeContent } from "../../../shared/domain/notices/notice-kinds.ts";
import { papersOf } from "../../../shared/letters/notices/notice-letters.ts";
import { absencePaper } from "../../../shared/letters/papers/absence-papers.ts";
import { identityDocx, paperDocx } from "../../../shared/letters/papers/docx-papers.ts";
import { reportPaper } from "../../../shared/letters/papers/report-paper.ts";
import { CASE, HEARING, RESPONDENT, SAMPLES } from "../sample-notices.ts";

async function linesOf(content: string | Uint8Array): Promise<readonly string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(content as Uint8Array) });
  return value.split("\n").filter((line) => line.trim() !== "");
}
const content = (name: keyof typeof SAMPLES): NoticeContent => {
  const sample = SAMPLES[name];
  if (sample === undefined) throw new Error(`no sample ${name}`);
  return sample.content;
};

describe("the case handling form", () => {
  it("comes to the bureau with the case, to be filled in", async () => {
    const [form, ...others] = await papersOf(content("case-handling-form"));
    expect(others).toEqual([]);
    expect(form?.name).toBe("案件办理单 （2026）鲁13行初17号.docx");
    const text = (await linesOf(form?.content ?? "")).join("|");
    expect(text).toMatch(
      /^行政应诉案件办理单\|文号\|缓急、密级\|案号\|（2026）鲁13行初17号\|审级\|一审\|收件\|传票\|/,
    );
    expect(text).toContain(
      "原告|薛广田、薛广茂、李桂芝|原告类别|被告|临沂市人民政府|案由|土地征收补偿|被诉行为",
    );
    expect(text).toContain("应诉建议|签字：");
    expect(text).toContain("（包括其局长、主任）是相应的工作人员");
  });

  it("comes to the government filled in, with room for the approval", async () => {
    const [form] = await papersOf(content("handling-form-submitted"));
    const text = (await linesOf(form?.content ?? "")).join("|");
    expect(text).toContain("拟指派单位|临沂市自然资源和规划局|司法局审核|签字：");
    expect(text).toMatch(/\|政府领导审批\|签字：/);
    expect(text).toContain("建议分管副市长出庭。|填报：王芳");
  });
});

describe("the identity paper", () => {
  it("goes with a reminder, with the head as reported", async () => {
    const [paper] = await papersOf(content("hearing-reminder.reported"));
    const lines = await linesOf(paper?.content ?? "");
    expect(lines.slice(0, 3)).toEqual([
      "行政机关负责人身份证明书",
      "临沂市兰山区人民法院：",
      "程砚秋同志，现任临沂市兰山区自然资源局副局长，系我单位负责人，代表我单位出庭应诉（2026）鲁1302行初45号山东沂河源建材有限公司诉临沂市兰山区自然资源局行政处罚一案（2026年9月24日（星期四）9:00开庭）。",
    ]);
    expect(lines).toContain("□正职负责人　☑副职负责人　□其他参与分管的负责人");
    expect(lines.slice(-2)).toEqual(["临沂市兰山区自然资源局（盖章）", "年　　月　　日"]);
  });

  it("leaves blanks for a head nobody has named", async () => {
    const [paper] = await papersOf(content("hearing-reminder"));
    const lines = await linesOf(paper?.content ?? "");
    expect(lines[2]).toMatch(/^＿+同志，现任临沂市兰山区自然资源局＿+，系我单位负责人/);
    expect(lines).toContain("□正职负责人　□副职负责人　□其他参与分管的负责人");
  });

  it("of the same head is the same file", async () => {
    const paper = { case: CASE, respondent: RESPONDENT, hearing: HEARING };
    expect((await identityDocx(paper)).content).toEqual((await identityDocx(paper)).content);
  });
});

describe("a paper an agency writes itself", () => {
  const known = { case: CASE, respondent: RESPONDENT };

  it("keeps the lines of what was typed, and marks what was chosen alone", async () => {
    const paper = await paperDocx(
      "情况说明",
      absencePaper({
        ...known,
        hearing: HEARING,
        ground: "force-majeure",
        explanation: "连日暴雨。\n道路中断。",
        staff: [{ name: "李明", title: "法规科科长" }],
        proofs: ["通报.pdf", "照片.jpg"],
      }),
    );
    const text = (await linesOf(paper.content)).join("|");
    expect(text).toContain("☑不可抗力　□意外事件|□需要履行他人不能代替的公务|□无法出庭的其他正当事由");
    expect(text).toContain("具体情况|连日暴雨。|道路中断。|证明材料|1. 通报.pdf|2. 照片.jpg");
  });

  it("asks whose head appears only where several are sued", async () => {
    const of = async (respondents: readonly string[]) =>
      (
        await linesOf(
          (
            await paperDocx("报告表", reportPaper({ ...known, case: { ...CASE, respondents } }))
          ).content,
        )
      ).join("|");
    expect(await of([RESPONDENT])).not.toContain("共同被告");
    expect(await of([RESPONDENT, "临沂市兰山区人民政府"])).toContain("共同被告");
  });
});

describe("other mails", () => {
  it("carry no paper", async () => {
    expect(await papersOf(content("filing-due"))).toEqual([]);
  });
});
