/** What tests of the stack adopt: names as an earlier deployment would have left them. */
import { config } from "../../infra/config.ts";
import type { Adopted } from "../../infra/constructs/deployment.ts";

const HERE = `${config.region}:111122223333`;

export const ADOPTED: Required<Adopted> = {
  table: {
    name: "yingsu-restored",
    streamArn: `arn:aws:dynamodb:${HERE}:table/yingsu-restored/stream/2026-11-30T00:00:00.000`,
  },
  inbox: "yingsu-inbox-left",
  records: "yingsu-records-left",
  linkKeysArn: `arn:aws:secretsmanager:${HERE}:secret:LinkKeys-AbCdEf`,
};
