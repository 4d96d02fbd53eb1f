/**
 * What does a court's announcement of several sittings say (开庭公告)? Each begins with its number and is read as a paper of
 * its own; of the paper as a whole only that is known in which all of them agree.
 */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, flatten, Gap } from "../text/flat-text.ts";
import { linesOf } from "../text/sentences.ts";
import { type CasePaper, readCasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { readSummons } from "./summons.ts";

const ITEM = "(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.])?";
const NUMBER = NUMBER_SHAPE.yearFirst;
const SETS = "定于[^。]{4,70}审理";
/** （2026）鲁1323行初45号 本院定于…审理 · 1、本院定于…审理（2026）鲁1323行初45号: how an announcement begins. */
const BEGINS = new RegExp(`^${ITEM}(?:${NUMBER}[^。]{0,6}${SETS}|[我本]院${SETS}[^。]{0,4}${NUMBER})`, "u");
/** 案号：（2026）鲁1323行初45号: how each begins under the title, where fields say the rest. */
const BEGINS_WITH_FIELD = new RegExp(`^案号：?${NUMBER}`, "u");

/** Reads a paper that announces sittings of several cases; undefined where it announces one. */
export function readAnnouncements(paper: CasePaper): ReadDocument | undefined {
  const parts = announcementsIn(paper);
  if (parts.length < 2) return undefined;
  const { facts } = paper;
  const read = parts.map((part) => readSummons(readCasePaper(part, { kind: facts.kind })));
  const [first, ...others] = read;
  if (first === undefined) return undefined;
  const agree = <T>(of: (one: ReadDocument) => T) => {
    const said = JSON.stringify(valuesIn(of(first)));
    return others.every((other) => JSON.stringify(valuesIn(of(other))) === said) ? of(first) : undefined;
  };
  const { cause: _, ...shared } = facts;
  const [cause, hearing] = [agree((one) => one.cause), agree((one) => one.hearing)];
  return {
    ...shared,
    caseNumbers: read.flatMap(({ caseNumbers }) => caseNumbers),
    plaintiffs: agree(({ plaintiffs }) => plaintiffs) ?? [],
    respondents: agree(({ respondents }) => respondents) ?? [],
    thirdParties: agree(({ thirdParties }) => thirdParties) ?? [],
    ...(cause === undefined ? {} : { cause }),
    ...(hearing === undefined ? {} : { hearing }),
  };
}

function announcementsIn({ flat, facts: { title = "" } }: CasePaper): FlatText[] {
  const isBegun = (start: number) => {
    const words = flat.text.slice(start, start + 140);
    return BEGINS.test(words) || (title.endsWith("公告") && BEGINS_WITH_FIELD.test(words));
  };
  const behindStops = [...flat.text.matchAll(/。/gu)].map(({ index }) => index + 1);
  const lines = linesOf(flat, Gap.line).map(({ start }) => start);
  const starts = [...new Set([...lines, ...behindStops])].toSorted((a, b) => a - b).filter(isBegun);
  return starts.map((start, index) =>
    flatten(flat.source.slice(flat.at[start] ?? 0, flat.at[starts[index + 1] ?? flat.text.length])),
  );
}

/** Facts without the words they were read from, which differ from one announcement to the next. */
function valuesIn(facts: unknown): unknown {
  if (Array.isArray(facts)) return facts.map(valuesIn);
  if (typeof facts !== "object" || facts === null) return facts;
  if ("rule" in facts) return (facts as Fact<unknown>).value;
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, valuesIn(value)]));
}
