/** What does a form about the head's appearing say, filled in by the court: 负责人是否出庭：是? */
import { answerOf, formPairs } from "../labels/form-fields.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { listedPerson, type Person } from "../names/named-person.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { FlatText } from "../text/flat-text.ts";
import { organOf } from "./speech/listing.ts";
import type { Organ } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";

/** The fields of such a form, by their labels. */
const WHETHER_FIELD = /^(?:被告)?(?:行政机关)?(?:出庭)?负责人是否(?:已)?(?:出庭|到庭)(?:应诉)?$/u;
const NAME_FIELD = /^(?:行政机关)?(?:出庭)?(?:应诉)?负责人(?:姓名)?$|^姓名$/u;
const POST_FIELD = /^(?:出庭)?(?:应诉)?(?:负责人)?职务$/u;
const REASON_FIELD = /(?:未|不能)(?:能)?(?:出庭|到庭)(?:应诉)?的?(?:原因|理由|事由)$/u;
const PAPERS_FIELD = /身份(?:证明|材料)[^。]{0,6}(?:符合|齐全|合格|合规|完备)/u;
/** Such a form has no more fields than this. */
const MOST_FIELDS = 10;

/** A record's section 负责人出庭应诉情况, filled in as a form: 负责人是否出庭：是 / 负责人姓名：周强 / 负责人职务：副局长. */
export function formSigns(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  const pairs = formPairs(flat);
  const asked = pairs.flatMap(({ label }, index) => (WHETHER_FIELD.test(label) ? [index] : []));
  return asked.flatMap((from, turn): Sign[] => {
    const fields = pairs.slice(from, asked[turn + 1] ?? from + MOST_FIELDS);
    const [question] = fields;
    const value = (pattern: RegExp) => fields.slice(1).find(({ label }) => pattern.test(label));
    const read = (pair: LabelledValue | undefined) => pair && flat.text.slice(pair.start, pair.end);
    const came = answerOf(read(question));
    if (question === undefined || came === undefined) return [];
    const organ = organOf(flat, question.at, organs, parties);
    const place = { organ, start: question.at, end: question.end };
    const reason = read(value(REASON_FIELD))?.replace(/[。；]$/u, "");
    const papers = answerOf(read(value(PAPERS_FIELD)));
    const who = personIn(read(value(NAME_FIELD)), read(value(POST_FIELD)));
    const confidence = CONFIDENCE.stated;
    const appeared: Sign = came
      ? { ...place, says: "present", ...who, asHead: true, confidence, rule: "field-says-present" }
      : {
          ...place,
          says: "absent",
          ...(reason === undefined || reason.length < 2 ? {} : { reason }),
          confidence,
          rule: "field-says-absent",
        };
    if (papers === undefined) return [appeared];
    const says = papers ? "papers-in-order" : "papers-defective";
    return [appeared, { ...place, says, confidence: CONFIDENCE.inferred, rule: "field-about-the-papers" }];
  });
}

function personIn(name: string | undefined, post: string | undefined): { person?: Person } {
  const person = name === undefined ? undefined : listedPerson([name, post].filter(Boolean).join("，"));
  return person === undefined ? {} : { person };
}
