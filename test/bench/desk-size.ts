/** A city's table of 10,000 open and 200,000 closed cases, as its bureaus, an agency and a court read it. */
import { readFileSync } from "node:fs";
import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { boardItem } from "../../shared/adapters/case-table/change-writes.ts";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { inMonth } from "../../shared/adapters/case-table/indexes.ts";
import { DiaryItem, SearchItem } from "../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../shared/adapters/case-table/keys.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { organisationBoard } from "../../shared/domain/board/board-row.ts";
import { type CaseNumber, caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { nameTerms, type SearchTerm } from "../../shared/domain/search/search-terms.ts";
import { addDays, civilDate, type Month } from "../../shared/domain/time/time.ts";
import { aDiaryEntry, aRow, hearing, JURISDICTION, opening } from "../support/stored-things.ts";

export const OPEN = 10_000;
const CLOSED = 200_000;
/** 法院辖区, each with its court's code; the last has the agency and the court that look at their own. */
const COUNTIES = [
  ["市本级", "13"],
  ["兰山区", "1302"],
  ["河东区", "1312"],
  ["沂南县", "1321"],
] as const;
const AGENCY = "yinan-police" as OrganisationId;
const COURT = "yinan-court" as OrganisationId;
const HEARD_THIS_MONTH = 800;
const YEARS_OF_CLOSED = 10;
const FIRST_DAY = civilDate("2026-09-08");

const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN = "建国明丽芳强军伟磊洋勇艳杰娟涛超秀霞平刚";

/** Fills it, and says how many items there are. */
export async function fillCity(client: DynamoDBDocumentClient, table: string): Promise<number> {
  const file = new URL("../../infra/local/city/samples/directory.json", import.meta.url);
  const { organisations } = JSON.parse(readFileSync(file, "utf8")) as { organisations: Organisation[] };
  await caseDirectory(client, table).save(organisations);
  // The case that is opened itself, whole.
  const whole = opening(23);
  await caseRecords(client, table, JURISDICTION).commit({ token: "whole", cases: [whole] });
  let written = 0;
  const all = items();
  const writer = async () => {
    for (let batch = next(); batch.length > 0; batch = next()) {
      await client.send(
        new BatchWriteCommand({
          RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) },
        }),
      );
      written += batch.length;
    }
  };
  const next = () => {
    const batch: Record<string, unknown>[] = [];
    while (batch.length < 25) {
      const { value, done } = all.next();
      if (done === true) break;
      batch.push(value);
    }
    return batch;
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  return written;
}

function* items(): Generator<Record<string, unknown>> {
  for (let index = 0; index < OPEN + CLOSED; index++) yield* itemsOf(index);
  const { rows } = hearing(opening().file).counted;
  for (let index = 0; index < HEARD_THIS_MONTH; index++) {
    const number = numberOf(index);
    yield {
      pk: `MONTH#${number}`,
      sk: "ROW",
      ...inMonth(JURISDICTION, "2026-09" as Month, number),
      rows: rows.map((row) => ({ ...row, caseNumber: number })),
    };
  }
}

function countyOf(index: number) {
  return COUNTIES[index % COUNTIES.length] ?? COUNTIES[0];
}

function numberOf(index: number): CaseNumber {
  const [, code] = countyOf(index);
  // Closed ones are of ten years, each court's numbered on within its year.
  const year = index < OPEN ? 2026 : 2017 + (index % YEARS_OF_CLOSED);
  const serial = 1_000 + Math.floor(index / COUNTIES.length / (index < OPEN ? 1 : YEARS_OF_CLOSED));
  return caseNumber(`（${year}）鲁${code}${index < OPEN ? "行初" : "行终"}${serial}号`);
}

/** One of some thousand names, one of twenty a company's. */
export function plaintiffOf(index: number): string {
  const at = (characters: string, by: number) => characters[Math.floor(index / by) % characters.length] ?? "";
  if (index % 20 === 7) return `临沂${at(GIVEN, 3)}${at(GIVEN, 7)}${at(GIVEN, 11)}建材有限公司`;
  return `${at(SURNAMES, 1)}${at(GIVEN, 3)}${index % 3 === 0 ? "" : at(GIVEN, 13)}`;
}

function* itemsOf(index: number): Generator<Record<string, unknown>> {
  const [board] = countyOf(index);
  const state = index < OPEN ? "awaiting-hearing" : "closed";
  const number = numberOf(index);
  const plaintiff = plaintiffOf(index);
  const own = board === "沂南县";
  // An agency with some thirty open cases.
  const isAgencys = own && index % (index < OPEN ? 84 : 5) === 3;
  const boards = [
    board,
    ...(own ? [organisationBoard(COURT)] : []),
    ...(isAgencys ? [organisationBoard(AGENCY)] : []),
  ];
  const day = addDays(FIRST_DAY, index % 90);
  const row = aRow({
    board,
    caseNumber: number,
    state,
    plaintiff,
    ...(state === "awaiting-hearing" && { hearing: { date: day, place: "第五审判庭" } }),
  });
  const rows = [row, ...boards.slice(1).map((one) => ({ ...row, board: one, boards }))];
  for (const one of rows) yield boardItem(one);
  const terms: readonly SearchTerm[] = [
    { of: "number", serial: Number(/(\d+)号/.exec(number)?.[1]) },
    ...nameTerms(plaintiff).map((text) => ({ of: "name", text }) as const),
  ];
  for (const term of terms)
    yield SearchItem.write(keyOf.searchEntry(term, number), { entry: { term, caseNumber: number, boards } });
  if (state === "closed") return;
  for (const owner of ["linyi-justice", ...(own ? ["yinan-justice"] : []), ...(isAgencys ? [AGENCY] : [])]) {
    const { hearing: details } = aDiaryEntry();
    const entry = aDiaryEntry({
      owner: owner as OrganisationId,
      caseNumber: number,
      hearing: { ...details, date: day },
    });
    yield DiaryItem.write(keyOf.diaryEntry(entry), { entry });
  }
}
