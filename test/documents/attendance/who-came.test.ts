/** Whoever a sentence says came is held against the list: what follows of the head, in a judgment with one agency? */
import { describe, expect, it } from "vitest";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";
import { ACCEPTED_FROM } from "../support/comparison.ts";

/** A judgment that lists the chief as leading and two agents, one of the staff and a lawyer. */
function judgment(sentence: string) {
  const text = `吉林省磐石市人民法院
行政判决书
（2024）吉0284行初7号
原告郝建民，男，住磐石市。
委托代理人高峻，吉林明理律师事务所律师。
被告磐石市林业局（以下简称市林业局），住所地磐石市。
法定代表人褚志远，局长。
委托代理人苗青，该局工作人员。
委托代理人罗洋，吉林正远律师事务所律师。
原告郝建民诉被告磐石市林业局行政处罚一案，本院于2024年5月6日公开开庭审理了本案。${sentence}本案现已审理终结。
判决如下：驳回原告郝建民的诉讼请求。
`;
  const { attendance = [], evidence } = toReading(readFacts(text));
  const [row] = attendance;
  return { ...row, sure: (evidence["attendance[0].headAttended"]?.confidence ?? 0) >= ACCEPTED_FROM };
}

describe("who came, by the sentence that says it", () => {
  it.each([
    "原告郝建民的委托代理人高峻，被告市林业局的委托代理人苗青、罗洋均到庭参加诉讼。",
    "原告郝建民及委托代理人高峻、被告磐石市林业局的委托代理人苗青和罗洋到庭参加诉讼。",
    "原、被告及其委托代理人均到庭参加诉讼。",
    "上述当事人及委托代理人均到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局的委托代理人苗青、罗洋通过互联网法庭在线参加诉讼。",
    "原告郝建民及其委托代理人高峻到庭参加诉讼，被告磐石市林业局经本院合法传唤，委托代理人苗青、罗洋到庭参加诉讼。",
    "原告郝建民、委托代理人高峻，被告磐石市林业局委托代理人苗青、委托代理人罗洋均到庭参加了庭审。",
    "原告郝建民，被告磐石市林业局法规科科长佟立新、委托代理人苗青到庭参加诉讼。",
    "原告郝建民、被告磐石市林业局苗青到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局的特别授权代理人苗青、一般授权代理人罗洋到庭参加诉讼。",
    "郝建民及其委托代理人高峻、市林业局的委托代理人苗青、罗洋到庭。",
  ])("no head: %s", (sentence) =>
    expect(judgment(sentence)).toMatchObject({ headAttended: false, sure: true }),
  );

  it.each([
    ["原告郝建民，被告磐石市林业局的局长褚志远及委托代理人苗青到庭参加诉讼。", "褚志远", "局长"],
    ["原告郝建民、被告磐石市林业局法定代理人褚志远、委托代理人罗洋到庭参加诉讼。", "褚志远", "局长"],
    ["原告郝建民、被告磐石市林业局褚志远、苗青到庭参加诉讼。", "褚志远", "局长"],
    [
      "原告郝建民，被告磐石市林业局行政机关首长佟立新（副局长）及委托代理人苗青到庭参加诉讼。",
      "佟立新",
      "副局长",
    ],
    ["原告郝建民，被告磐石市林业局派出的副局长佟立新、委托代理人苗青到庭参加诉讼。", "佟立新", "副局长"],
    [
      "原告郝建民，被告磐石市林业局的委托代理人罗洋到庭参加诉讼。该局局长褚志远亦出庭应诉。",
      "褚志远",
      "局长",
    ],
  ])("a head: %s", (sentence, headName, headTitle) =>
    expect(judgment(sentence)).toMatchObject({ headAttended: true, headName, headTitle, sure: true }),
  );

  it.each([
    "",
    "各方当事人均到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局党委委员佟立新、委托代理人苗青到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局总工程师佟立新、委托代理人苗青到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局的委托代理人苗青、佟立新到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局代表佟立新、委托代理人苗青到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局佟立新及委托代理人苗青到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局负责人佟立新及委托代理人苗青到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局的应诉领导佟立新及委托代理人苗青到庭参加诉讼。",
    "原告郝建民，被告磐石市林业局行政首长佟立新及委托代理人苗青到庭参加诉讼。",
    "原告郝建民、被告磐石市林业局法定代理人佟立新、委托代理人罗洋到庭参加诉讼。",
  ])("a person decides: %s", (sentence) => expect(judgment(sentence).sure).toBe(false));
});
