/** An obstacle (出庭障碍) as pages show it, with what the court said to it. */
import type { Obstacle } from "../../../shared/domain/case-file/before-hearing.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact, type LabelledFact } from "../../../shared/letters/frame/letter.ts";
import { verdictName } from "../../../shared/letters/wording/obstacle-wording.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";

/** What was reported, and what the court said to it. */
export function obstacleFacts({ ground, explanation, by, at, answer }: Obstacle): readonly LabelledFact[] {
  return [
    fact("出庭障碍", `${groundName(ground)}。${explanation}`, [`${by}，${printedMoment(at)}报告`]),
    answer === undefined
      ? fact("法院答复", "尚未答复")
      : fact("法院答复", `${verdictName(answer.verdict)}。${answer.reason}`, [
          `${answer.by}，${printedMoment(answer.at)}答复`,
        ]),
  ].filter((one) => one !== undefined);
}
