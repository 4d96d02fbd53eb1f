/**
 * What an admin edits. `npx cdk deploy` reads `config`; `npx cdk deploy -c config=linyiChina` the other one.
 * Nothing here is secret: the relay's password is named by the ARN of its secret.
 */
import { LINYI } from "../shared/domain/policy.ts";
import { civilDate } from "../shared/domain/time/time.ts";
import type { Deployment } from "./constructs/deployment.ts";

export const config: Deployment = {
  name: "yingsu-linyi",
  partition: "aws",
  region: "ap-southeast-1",
  account: process.env.CDK_DEFAULT_ACCOUNT,
  // Linyi's mechanisms, from the day on which the city begins to use the system: nothing of before it is chased for. To differ:
  // Each choice is explained in shared/domain/policy.ts; for approval in one step and a shorter time to take things back:
  // { ...LINYI, designation: { ...LINYI.designation, approval: "one-step" }, undo: { hours: 8 } }. Or also
  // { ...LINYI, startsOn: …, hearingReminders: [5, 3, 1], supervision: { copy: { afterWorkingDays: 3 } }, bulletin: { issue: "automatic" }, counting: { ...LINYI.counting, rankBy: "cases" }, agencyDigest: false }
  policy: {
    ...LINYI,
    startsOn: civilDate("2026-09-01"),
    designation: { ...LINYI.designation, approval: "two-step" },
  },
  mail: {
    kind: "ses",
    from: "yingsu@linyi.example.org",
    senderName: "临沂市司法局",
    domain: "linyi.example.org",
  },
  courts: [
    { code: "13", name: "临沂市中级人民法院" },
    { code: "1302", name: "临沂市兰山区人民法院" },
    { code: "1311", name: "临沂市罗庄区人民法院" },
    { code: "1312", name: "临沂市河东区人民法院" },
    { code: "1321", name: "沂南县人民法院" },
    { code: "1322", name: "郯城县人民法院" },
    { code: "1323", name: "沂水县人民法院" },
    { code: "1324", name: "兰陵县人民法院" },
    { code: "1325", name: "费县人民法院" },
    { code: "1326", name: "平邑县人民法院" },
    { code: "1327", name: "莒南县人民法院" },
    { code: "1328", name: "蒙阴县人民法院" },
    { code: "1329", name: "临沭县人民法院" },
  ],
  bureaus: [
    { id: "linyi-justice", name: "临沂市司法局" },
    { id: "lanshan-justice", name: "兰山区司法局" },
    { id: "hedong-justice", name: "河东区司法局" },
    { id: "yinan-justice", name: "沂南县司法局" },
  ],
  desk: {},
  // Five years: the longest period to sue, real estate apart (行政诉讼法 §46(2)), so a file outlives the disputes it may prove.
  evidenceDays: 1827,
  // 180 days are not always six months; a year is the next step CloudWatch Logs offers.
  logDays: 365,
  alarms: {
    mailTo: "yingsu-admin@linyi.example.org",
    waitingMinutes: 30,
    sweepSilentHours: 2,
    bounceRate: 0.03,
  },
};

/** The same city in a China region, where mail goes through the government's relay. */
export const linyiChina: Deployment = {
  ...config,
  name: "yingsu-linyi-china",
  partition: "aws-cn",
  region: "cn-north-1",
  desk: { icpFiling: "鲁ICP备12345678号-1" },
  mail: {
    kind: "smtp",
    from: "yingsu@linyi.example.org",
    senderName: "临沂市司法局",
    host: "smtp.linyi.example.org",
    port: 465,
    secretArn: "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:yingsu/smtp-AbCdEf",
  },
};
