/** Which case does a court's proposal (司法建议书) come out of, if any; and is it about an agency at all? */
import { type CaseNumber, findCaseNumbers } from "../../domain/court/case-number.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { isOffice } from "./addressee.ts";

/** What of a paper's facts is read otherwise in a proposal. */
interface OfCase {
  readonly administrative: Fact<boolean>;
  readonly caseNumbers: readonly Fact<CaseNumber>[];
  readonly cause?: Fact<string>;
  readonly respondents: readonly Fact<string>[];
}

/** 诉你局, 诉你区人民政府: the one it is written to is sued. */
const SUES_ADDRESSEE = /[诉与][你贵](?:[省市区县镇乡]?人民政府|[局府委厅院队会]|单位|机关)/u;
const CALLED = /^(?:[省市区县镇乡]?人民政府|政府|[局府委厅院队会]|单位|机关)/u;
const CIVIL = /民初|民终|刑初|刑终|执(?:恢)?字?\d|公司：/u;

interface Known {
  readonly flat: FlatText;
  readonly numbers: readonly Fact<CaseNumber>[];
  readonly addressees: readonly Fact<string>[];
}

const ADMINISTRATIVE = readingTable<Known, Omit<Fact<boolean>, "rule">>("administrative-of-a-suggestion", [
  {
    name: "case-it-comes-out-of",
    reads: ({ numbers: [first] }) => first && { ...first, value: true },
    example: "（2026）鲁1323行初31号",
  },
  {
    name: "another-courts-case",
    reads: ({ flat }) => {
      const words = CIVIL.exec(flat.text)?.[0];
      return words === undefined ? undefined : { value: false, confidence: CONFIDENCE.inferred, text: words };
    },
    example: "（2026）鲁1329民初812号",
  },
  {
    name: "written-to-an-agency",
    reads: ({ addressees }) => {
      const agency = addressees.find(({ value }) => isOffice(value));
      return agency && { ...agency, value: true, confidence: CONFIDENCE.inferred };
    },
    example: "洛阳市人民政府办公室：",
  },
]);

/** The facts of a paper as a proposal to these addressees has them. */
export function caseOf<Facts extends OfCase>(
  facts: Facts,
  flat: FlatText,
  addressees: readonly Fact<string>[],
): Facts {
  const numbers = facts.caseNumbers.length > 0 ? facts.caseNumbers : numbersNamed(flat);
  const ruled = ADMINISTRATIVE.decide({ flat, numbers, addressees });
  const [only, ...others] = addressees;
  const sued = SUES_ADDRESSEE.test(flat.text) && others.length === 0 ? only : undefined;
  const respondents = facts.respondents.map((one) => ({
    ...one,
    value: one.value.replace(/^被执行人/u, ""),
  }));
  const { cause: read, ...rest } = facts;
  const cause = causeOf(read, sued !== undefined, numbers.length > 0 || respondents.length > 0);
  return {
    ...(rest as Facts),
    administrative: ruled === undefined ? facts.administrative : { ...ruled.verdict, rule: ruled.rule },
    caseNumbers: numbers,
    respondents:
      respondents.length === 0 && sued !== undefined
        ? [{ ...sued, confidence: CONFIDENCE.inferred, rule: "addressee-is-sued" }]
        : respondents,
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Of a year's cases there is no one cause; 诉你区人民政府征收补偿 names the agency before it. */
function causeOf(
  cause: Fact<string> | undefined,
  isAddressees: boolean,
  hasCase: boolean,
): Fact<string> | undefined {
  if (cause === undefined || !(hasCase || isAddressees)) return undefined;
  return isAddressees ? { ...cause, value: cause.value.replace(CALLED, "") } : cause;
}

/** A proposal has a number of its own; those of its cases stand in its sentences. */
function numbersNamed(flat: FlatText): readonly Fact<CaseNumber>[] {
  const found = findCaseNumbers(flat.text).flatMap(({ numbers, start, end }) =>
    numbers.map((value) => ({
      value,
      confidence: CONFIDENCE.inferred,
      rule: "case-named-in-a-suggestion",
      text: spanOf(flat, start, end),
    })),
  );
  return [...new Map(found.map((one) => [one.value, one])).values()];
}
