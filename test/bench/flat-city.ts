/** A city's table of so many open cases, as far as home pages and the sweep read it: rows of boards, diaries, what is due, what was heard. */
import { readFileSync } from "node:fs";
import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { boardItem } from "../../shared/adapters/case-table/change-writes.ts";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { dueAt, inMonth, onBoard, unknownPartition } from "../../shared/adapters/case-table/indexes.ts";
import { DiaryItem } from "../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../shared/adapters/case-table/keys.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { type BoardFlag, type BoardRow, organisationBoard } from "../../shared/domain/board/board-row.ts";
import { type CaseNumber, caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  clockTime,
  instant,
  type Month,
} from "../../shared/domain/time/time.ts";
import { aDiaryEntry, aRow, hearing, JURISDICTION, MORNING, opening } from "../support/stored-things.ts";

/** 法院辖区, each with its court's code and the organisations that look at its cases. */
const COUNTIES = [
  ["市本级", "13", "linyi"],
  ["兰山区", "1302", "lanshan"],
  ["河东区", "1312", "hedong"],
  ["沂南县", "1321", "yinan"],
] as const;
/** Cases of one agency and of one government, however large the city is. */
const OWN = 30;
const AGENCY = "yinan-police" as OrganisationId;
const GOVERNMENT = "linyi-government" as OrganisationId;
/** Cases that are due in the hour that is swept. */
export const DUE = 50;
const FIRST_DAY = civilDate("2026-09-08");
/** Of every so many cases one says so of its agency. */
const FLAGS: readonly (readonly [number, BoardFlag])[] = [
  [40, "report-to-read"],
  [90, "difference"],
  [130, "obstacle"],
  [170, "designation-open"],
];
/** Of every so many cases one names an agency nobody knows. */
const UNKNOWN = 500;
/** One of so many is due on a later day. */
const LATER = 10;
/** Cases heard this month: what is open is heard within the year. */
const HEARD = 12;

/** Fills it. */
export async function fillOpenCity(
  client: DynamoDBDocumentClient,
  table: string,
  open: number,
): Promise<void> {
  const file = new URL("../../infra/local/city/samples/directory.json", import.meta.url);
  const { organisations } = JSON.parse(readFileSync(file, "utf8")) as { organisations: Organisation[] };
  await caseDirectory(client, table).save(organisations);
  const records = caseRecords(client, table, JURISDICTION);
  for (let serial = 1; serial <= DUE; serial++)
    await records.commit({ token: `due ${serial}`, cases: [opening(serial, { nextActionAt: MORNING })] });
  const all = items(open);
  const next = () => {
    const batch: Record<string, unknown>[] = [];
    for (let one = all.next(); one.done !== true; one = all.next()) if (batch.push(one.value) === 25) break;
    return batch;
  };
  const writer = async () => {
    for (let batch = next(); batch.length > 0; batch = next())
      await client.send(
        new BatchWriteCommand({
          RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) },
        }),
      );
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

function* items(open: number): Generator<Record<string, unknown>> {
  for (let index = 0; index < open; index++) yield* itemsOf(index);
  const { rows } = hearing(opening().file).counted;
  for (let index = 0; index < open / HEARD; index++) {
    const number = numberOf(index);
    const [jurisdiction] = countyOf(index);
    yield {
      pk: `MONTH#${number}`,
      sk: "ROW",
      ...inMonth(JURISDICTION, "2026-09" as Month, number),
      rows: rows.map((row) => ({ ...row, caseNumber: number, jurisdiction })),
    };
  }
}

function countyOf(index: number) {
  return COUNTIES[index % COUNTIES.length] ?? COUNTIES[0];
}

function numberOf(index: number): CaseNumber {
  const [, code] = countyOf(index);
  return caseNumber(`（2026）鲁${code}行初${1_000 + Math.floor(index / COUNTIES.length)}号`);
}

const STATES: readonly BoardRow["state"][] = [
  "awaiting-hearing",
  "awaiting-hearing",
  "heard",
  "registered",
  "awaiting-hearing",
];

/** What a case has: its place among what is due later, its rows, its hearing in the diary of its bureau. */
function* itemsOf(index: number): Generator<Record<string, unknown>> {
  const [board, , place] = countyOf(index);
  const number = numberOf(index);
  const own = Math.floor(index / COUNTIES.length) < OWN;
  const boards = [
    board,
    organisationBoard(`${place}-court` as OrganisationId),
    ...(own && place === "yinan" ? [organisationBoard(AGENCY)] : []),
    ...(own && place === "linyi" ? [organisationBoard(GOVERNMENT)] : []),
  ];
  const state = STATES[index % STATES.length] ?? "heard";
  const day = addDays(FIRST_DAY, index % 90);
  const flags = FLAGS.flatMap(([every, flag]) => (index % every === 7 ? [flag] : []));
  const isLate = index % 25 === 3;
  const row = aRow({
    board,
    caseNumber: number,
    state,
    court: `${board === "市本级" ? "临沂市中级" : board}人民法院`,
    agencies: [
      {
        name: `${board}第${index % 300}局`,
        district: board,
        due: [{ kind: "filing", due: addDays(FIRST_DAY, isLate ? -(index % 60) - 1 : (index % 30) + 4) }],
        flags,
      },
    ],
  });
  const { hearing: set, ...unset } = row;
  const shown =
    state === "awaiting-hearing" && set !== undefined ? { ...row, hearing: { ...set, date: day } } : unset;
  for (const one of boards) yield boardItem(one === board ? shown : { ...shown, board: one, boards });
  if (state === "awaiting-hearing") yield diaryItem(number, place, day);
  const later = instant(`${addDays(FIRST_DAY, 1 + (index % 60))}T09:00:00+08:00`);
  const stub = { pk: `CASE#${number}`, sk: "STUB", entity: "case" };
  if (index % LATER !== 1 && index % UNKNOWN !== 11) return;
  yield {
    ...stub,
    ...dueAt(JURISDICTION, stub, later),
    ...(index % UNKNOWN === 11 &&
      onBoard(unknownPartition(JURISDICTION), number, { caseNumber: number, board, names: ["某某局"] })),
  };
}

/** The hearing in the diary of its bureau. */
function diaryItem(number: CaseNumber, place: string, day: CivilDate): Record<string, unknown> {
  const { hearing: details } = aDiaryEntry();
  const entry = aDiaryEntry({
    owner: `${place}-justice` as OrganisationId,
    caseNumber: number,
    hearing: { ...details, date: day, time: clockTime("09:00") },
  });
  return DiaryItem.write(keyOf.diaryEntry(entry), { entry });
}
