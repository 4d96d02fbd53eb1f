/**
 * A city of so many open cases, each as the product writes it: of all states, with reports and filings that came, are late or differ, of
 * three hundred agencies a county; and fifty that are due in the hour that is swept.
 */
import { readFileSync } from "node:fs";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { cachedDirectory } from "../../shared/casework/cached-directory.ts";
import { suedIdentity } from "../../shared/casework/involved.ts";
import type { FileDocument } from "../../shared/domain/case-file/commands.ts";
import { basisOf } from "../../shared/domain/case-file/decisions/desk-decisions.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDate,
  clockTime,
  instantAt,
} from "../../shared/domain/time/time.ts";
import { record, summons } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency, JURISDICTION, MORNING, opening } from "../support/stored-things.ts";
import { exportLine, type FilledEngine, linesWritten, startFilledEngine } from "./filled-engine.ts";
import { caseOf, itemsAfter, mustBeSame, type Story, type Template, templateOf } from "./stored-cases.ts";

/** 法院辖区, each with its court's code and the beginning of ids. */
const COUNTIES = [
  ["市本级", "鲁13", "临沂市中级人民法院"],
  ["兰山区", "鲁1302", "兰山区人民法院"],
  ["河东区", "鲁1312", "河东区人民法院"],
  ["沂南县", "鲁1321", "沂南县人民法院"],
] as const;
type County = (typeof COUNTIES)[number];
/** Agencies of a county. */
const AGENCIES = 300;
/** Cases of one agency and of one government that look at their own, however large the city is. */
const OWN = 30;
const OWNERS = { 沂南县: "yinan-police", 市本级: "linyi-government" } as Readonly<Record<string, string>>;
/** Cases that are due in the hour that is swept. */
export const DUE = 50;
const TODAY = civilDate("2026-09-08");
/** Days over which hearings are spread, before and after today. */
const DAYS = 30;
const FIRST_SERIAL = 1_000;

/** What has happened in a case. */
const KINDS = [
  "summoned",
  "late",
  "reported",
  "registered",
  "filed",
  "unfiled",
  "differs",
  "unknown",
] as const;
type Kind = (typeof KINDS)[number];
const BEFORE_HEARING: readonly Kind[] = ["summoned", "late", "reported", "registered"];

/** Of every twenty-five cases; one of ninety differs, and one of five hundred names an agency nobody knows. */
function kindOf(index: number): Kind {
  if (index % 500 === 11) return "unknown";
  if (index % 90 === 7) return "differs";
  const place = index % 25;
  if (place < 12) return "summoned";
  if (place < 13) return "late";
  if (place < 14) return "reported";
  if (place < 18) return "registered";
  return place < 24 ? "filed" : "unfiled";
}

/** The engine with it. */
export async function flatCity(open: number): Promise<FilledEngine> {
  const organisations = organisationsOf();
  const known = memoryDirectory(memoryTable(JURISDICTION));
  await known.save(organisations);
  const directory = cachedDirectory(known);
  const templates = new Map<string, Template>();
  for (const county of COUNTIES)
    for (const kind of KINDS)
      for (let day = 0; day < DAYS; day++) {
        const agency = (day * KINDS.length + KINDS.indexOf(kind)) % AGENCIES;
        const story = storyOf(county, kind, day, unitOf(county, agency));
        const template = await templateOf(story, county[1], directory);
        templates.set(nameOf(county, kind, day), template);
        // One of each kind is held against what is written of it.
        if (county === COUNTIES[3] && day === 5) await mustBeSame(story, template, 234_567, directory);
      }
  const own = new Map<string, readonly string[][]>();
  for (const county of COUNTIES) {
    const owner = organisations.find(({ id }) => id === OWNERS[county[0]]);
    if (owner === undefined) continue;
    const made = Array.from({ length: OWN }, async (_, index) => {
      const story = storyOf(county, KINDS[index % 6] ?? "summoned", index % DAYS, owner);
      return (await itemsAfter(story, numberOf(county, index), directory)).map(exportLine);
    });
    own.set(county[0], await Promise.all(made));
  }
  const others = await linesWritten(async (client, table) => {
    await caseDirectory(client, table).save(organisations);
    const records = caseRecords(client, table, JURISDICTION);
    for (let serial = 1; serial <= DUE; serial++)
      await records.commit({ token: `due ${serial}`, cases: [opening(serial, { nextActionAt: MORNING })] });
  });
  function* cases() {
    for (let index = 0; index < open; index++) {
      const county = COUNTIES[index % COUNTIES.length] ?? COUNTIES[0];
      const serial = Math.floor(index / COUNTIES.length);
      const template = templates.get(nameOf(county, kindOf(serial), serial % DAYS));
      const ofOwner = own.get(county[0])?.[serial];
      if (ofOwner !== undefined) yield* ofOwner;
      else if (template !== undefined) yield* caseOf(template, FIRST_SERIAL + serial);
    }
  }
  return startFilledEngine(both(others, notDue(cases())));
}

function* both(some: Iterable<string>, more: Iterable<string>): Generator<string> {
  yield* some;
  yield* more;
}

/** What is due until the hour that is swept is due the day after: fifty are to be swept in a city of any size. */
function* notDue(lines: Iterable<string>): Generator<string> {
  const later = addMinutes(MORNING, 24 * 60);
  for (const line of lines)
    yield line.replace(DUE_AT, (whole, at: string) => (at < later ? whole.replace(at, later) : whole));
}

const DUE_AT = /"dueAt":\{"S":"([^"]+)"\}/u;

function nameOf([county]: County, kind: Kind, day: number): string {
  return `${county} ${kind} ${day}`;
}

function numberOf([, code]: County, serial: number): CaseNumber {
  return `（2026）${code}行初${FIRST_SERIAL + serial}号` as CaseNumber;
}

/** Those of the sample city, and three hundred agencies more of each county. */
function organisationsOf(): readonly Organisation[] {
  const file = new URL("../../infra/local/city/samples/directory.json", import.meta.url);
  const { organisations } = JSON.parse(readFileSync(file, "utf8")) as { organisations: Organisation[] };
  const more = COUNTIES.flatMap((county) =>
    Array.from({ length: AGENCIES }, (_, index) => unitOf(county, index)),
  );
  return [...organisations, ...more];
}

function unitOf([board, code]: County, index: number): Organisation {
  const id = `unit-${code.slice(1)}-${index}`;
  return anAgency({
    id: id as OrganisationId,
    name: `${board}第${index}局`,
    aliases: [],
    level: board === "市本级" ? "city" : "county",
    jurisdiction: board,
    contacts: [{ role: "legal-section", name: "法规科", email: `${id}@example.org` }],
  });
}

/** The case of a unit: its papers, and what its unit handed in. */
function storyOf([, code, court]: County, kind: Kind, day: number, unit: Organisation): Story {
  const isBefore = BEFORE_HEARING.includes(kind) || kind === "unknown";
  const hearing = addDays(TODAY, isBefore ? 1 + day : -1 - day);
  const received =
    kind === "late" ? addDays(TODAY, -12) : isBefore ? addDays(TODAY, -1) : addDays(hearing, -20);
  const respondents =
    kind === "unknown"
      ? [{ name: `${unit.name}某某所` }]
      : [{ name: unit.name, identity: suedIdentity(unit) }];
  const parties = {
    plaintiffs: [`陈${"建国明丽芳强军伟磊洋"[day % 10]}${code.at(-1)}`],
    respondents,
    thirdParties: [],
  };
  const set = { date: hearing, time: clockTime("09:00"), place: "第五审判庭" };
  const paper = (caseNumber: CaseNumber): FileDocument => {
    const { hearing: _, ...unset } = summons({
      caseNumber,
      court,
      parties,
      at: instantAt(received, "09:00"),
      issuedOn: addDays(received, -1),
    });
    return kind === "registered" ? unset : { ...unset, hearing: set };
  };
  const atHearing = (caseNumber: CaseNumber): FileDocument =>
    record({
      caseNumber,
      court,
      parties,
      at: instantAt(addDays(hearing, 1), "09:00"),
      hearing: set,
      attendance: [
        {
          respondent: unit.name,
          hearingDate: hearing,
          headAttended: true,
          headName: "龙涛",
          headTitle: "副局长",
          rank: "deputy",
          source: "hearing-record",
        },
      ],
    });
  const steps: Story = [paper];
  if (kind === "reported") return [...steps, (_, file) => reportOf(must(file), unit.name, TODAY)];
  if (isBefore) return steps;
  if (kind === "unfiled") return [...steps, atHearing];
  const came = kind === "filed";
  return [...steps, atHearing, (_, file) => filingOf(must(file), unit.name, addDays(hearing, 2), came)];
}

function reportOf(file: CaseFile, respondent: string, on: CivilDate) {
  const head = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" } as const;
  return {
    type: "submit-report",
    at: instantAt(on, "08:00"),
    by: "李明",
    respondent,
    basis: basisOf(file, respondent),
    report: { proposal: "请求驳回诉讼请求。", head, others: [] },
  } as const;
}

function filingOf(file: CaseFile, respondent: string, on: CivilDate, headAttended: boolean) {
  return {
    type: "submit-filing",
    at: instantAt(on, "08:00"),
    by: "李明",
    respondent,
    basis: basisOf(file, respondent),
    filing: { result: "judgment-later", staff: [] },
    attendance: { headAttended, document: `link:${on}` },
  } as const;
}

function must(file: CaseFile | undefined): CaseFile {
  if (file === undefined) throw new Error("nothing has happened yet");
  return file;
}
