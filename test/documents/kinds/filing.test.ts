import { describe, expect, it } from "vitest";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";

/** What a filing form with these fields says of the one agency. */
function filed(fields: string) {
  const text = `行政机关负责人出庭应诉登记表\n案号：（2026）鲁1323行初45号\n${fields}`;
  const { attendance = [], respondents } = toReading(readFacts(text));
  return { respondents, ...attendance[0] };
}

describe("an agency's filing of who appeared", () => {
  it("is read by its build, whatever its labels are called", () => {
    const fields =
      "报备单位：沂水县公安局（盖章）   登记日期：2026.11.12\n负责人出庭：☑出庭 □未出庭\n出庭负责人：周强   职务：副局长";
    expect(filed(fields)).toMatchObject({
      respondents: ["沂水县公安局"],
      headAttended: true,
      headName: "周强",
      headTitle: "副局长",
    });
  });

  it("counts one yes where principal and deputy are asked for apart, and needs both for a no", () => {
    const asked = (principal: string, deputy: string) =>
      filed(
        `被告单位\t沂水县公安局\n主要负责人是否出庭\t${principal}\n分管负责人是否出庭\t${deputy}\n出庭负责人\t周强\t职务\t副局长`,
      ).headAttended;
    expect(asked("□是 ☑否", "☑是 □否")).toBe(true);
    expect(asked("□是 ☑否", "□是 ☑否")).toBe(false);
    expect(asked("□是 □否", "□是 □否")).toBe("review");
  });

  it("finds the head among everyone who came, and an absence in its reason alone", () => {
    const deputy = "被告单位\t沂水县公安局\n是否出庭\t副职出庭\n出庭人员\t周强（副局长）、钱某（法制科科长）";
    expect(filed(deputy)).toMatchObject({ headAttended: true, headName: "周强", headTitle: "副局长" });
    expect(filed("被告单位：沂水县公安局\n出庭负责人：无\n未出庭原因：参加防汛")).toMatchObject({
      headAttended: false,
      absenceReason: "参加防汛",
    });
  });

  it("takes no clerk's post for the head's", () => {
    const fields = "被告单位\t沂水县公安局\n负责人是否出庭\t否\n出庭人员及职务\t钱某 法制科科长";
    expect(filed(fields)).toMatchObject({ headAttended: false });
    expect(filed(fields)).not.toHaveProperty("headTitle");
  });
});
