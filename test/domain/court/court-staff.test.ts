/** 承办法官、书记员: a newer paper names who deals with the case now; who stays keeps the number. */
import { expect, it } from "vitest";
import { mergedStaff } from "../../../shared/domain/court/court-staff.ts";

const JUDGE = { name: "徐静", phone: "0539-8211001" };
const CLERK = { name: "马超", phone: "0539-8211002" };

it("the same judge keeps the number that the newer paper leaves out", () => {
  expect(mergedStaff({ judge: JUDGE }, { judge: { name: "徐静" } })).toEqual({ judge: JUDGE });
});

it("a newer number takes the place of the old one", () => {
  const read = { judge: { name: "徐静", phone: "0539-8211009" } };
  expect(mergedStaff({ judge: JUDGE }, read)).toEqual(read);
});

it("another judge doesn't inherit the number of the one before", () => {
  expect(mergedStaff({ judge: JUDGE }, { judge: { name: "周涛" } })).toEqual({ judge: { name: "周涛" } });
});

it("who isn't named in the newer paper stays", () => {
  expect(mergedStaff({ judge: JUDGE, clerk: CLERK }, { judge: { name: "周涛" } })).toEqual({
    judge: { name: "周涛" },
    clerk: CLERK,
  });
  expect(mergedStaff({ judge: JUDGE, clerk: CLERK }, { clerk: { name: "陈晨" } })).toEqual({
    judge: JUDGE,
    clerk: { name: "陈晨" },
  });
});

it("the first paper says all there is", () => {
  expect(mergedStaff(undefined, { clerk: CLERK, phone: "0539-8211000" })).toEqual({
    clerk: CLERK,
    phone: "0539-8211000",
  });
  expect(mergedStaff(undefined, {})).toEqual({});
});

it.each([
  ["the newer one", "0539-8211000", "0539-8212000", "0539-8212000"],
  ["the one known, where the newer paper has none", "0539-8211000", undefined, "0539-8211000"],
  ["the newer one, where none was known", undefined, "0539-8212000", "0539-8212000"],
])("a number without a name: %s", (_, known, read, phone) => {
  expect(
    mergedStaff(known === undefined ? {} : { phone: known }, read === undefined ? {} : { phone: read }),
  ).toEqual({
    phone,
  });
});
