import { announcedHearing } from "../moments/hearing.ts";
import { addressees } from "../parties/addressees.ts";
import type { Fact } from "../text/fact.ts";
import { spanOf } from "../text/flat-text.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { sittingOf, withAddressees } from "./summons.ts";

/** Reads a notice to an agency's head to appear (出庭通知书, 法释〔2020〕3号 §5). */
export function readAppearanceNotice(paper: CasePaper): ReadDocument {
  const { flat, labels, year, facts } = paper;
  const { hearing, postponement } = announcedHearing(flat, labels, {
    caseYear: year,
    issuedOn: facts.issuedOn?.value,
  });
  const addressed = addressees(flat);
  const again = /再次(?:出庭|通知|到庭)/u.exec(flat.text);
  const head = /负责人[^。；]{0,24}出庭|负责人出庭/u.exec(flat.text);
  const words = again ?? head;
  const notified: Fact<"head" | "head-again"> | undefined =
    words === null
      ? undefined
      : {
          value: again ? "head-again" : "head",
          confidence: 0.9,
          rule: "head-notified",
          text: spanOf(flat, words.index, words.index + words[0].length),
        };
  return {
    ...facts,
    respondents: withAddressees(paper, addressed, 0.9),
    ...(addressed[0] === undefined ? {} : { summoned: addressed[0] }),
    ...(hearing === undefined ? {} : { hearing }),
    ...(postponement === undefined ? {} : { postponement }),
    ...(notified === undefined ? {} : { notified }),
    ...sittingOf(flat),
  };
}
