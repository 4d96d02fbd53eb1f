import { describe, expect, it } from "vitest";
import { givenReason, reasonOf } from "../../../shared/documents/attendance/reasons.ts";

describe("why a head did not come", () => {
  it.each([
    ["负责人因参加全省会议未能出庭。", "参加全省会议"],
    ["因局长外出学习、副局长住院，负责人未能出庭。", "局长外出学习、副局长住院"],
    ["我局局长到市里参加培训，没来。", "到市里参加培训"],
    ["被告负责人无正当理由未出庭。", undefined],
  ])("in a sentence: %s", (sentence, reason) => expect(reasonOf(sentence).reason).toBe(reason));

  it.each([
    ["局长在开会。", "在开会"],
    ["局长去开会，分管副局长在外地，授权我代表单位出庭。", "局长去开会，分管副局长在外地"],
    ["局长和两位副局长都在抗洪，没法过来。", "局长和两位副局长都在抗洪"],
    ["副局长满某昨天住院手术，申请延期审理，下次一定出庭。", "住院手术"],
    ["委托我们出庭。", undefined],
  ])("as an answer: %s", (answer, reason) => expect(givenReason(answer).reason).toBe(reason));
});
