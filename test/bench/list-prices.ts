/**
 * List prices in US dollars without free tiers and savings plans, of US East (N. Virginia, us-east-1): DynamoDB on demand (standard
 * class), Lambda on arm64, S3 standard, SQS standard, EventBridge, API Gateway's HTTP API, CloudWatch Logs, Secrets Manager, SES.
 *
 * AWS publishes them at aws.amazon.com/<service>/pricing/. Those of DynamoDB (since November 2024) and Lambda were compared with what
 * others cite from there; the rest is written down from memory of those pages and not compared with anything: whoever plans by
 * these figures looks them up. What is kept (GB-months of table, buckets, backups, logs) is no part of what a case's life costs and not
 * in here. Singapore, where `infra/config.ts` begins, asks 10 to 25 % more, also from memory.
 */
const MILLION = 1_000_000;

/** What is paid for, by the unit it is counted in. */
export const PRICES = {
  "table write units": 0.625 / MILLION,
  "index write units": 0.625 / MILLION,
  "read units": 0.125 / MILLION,
  invocations: 0.2 / MILLION,
  "GB-seconds": 0.000_013_333_4,
  "S3 writes and lists": 5 / MILLION,
  // Objects of the journal beside the table: one for the mails of a call, one for an act at the desk.
  "journal writes": 5 / MILLION,
  "S3 reads": 0.4 / MILLION,
  "queue requests": 0.4 / MILLION,
  // Of the services' own only those that one opts in to are paid for; S3's are, SES's are taken as such.
  "bus events": 1 / MILLION,
  "schedules fired": 1 / MILLION,
  "HTTP requests": 1 / MILLION,
  "bytes of log": 0.5 / 1024 ** 3,
  "secrets read": 0.05 / 10_000,
  mails: 100 / MILLION,
} as const;

export type PricedUnit = keyof typeof PRICES;

/** How long a service lets a function wait, in milliseconds: assumed, of calls within a region. What waits at once waits once. */
export const WAITS: Readonly<Record<string, number>> = {
  dynamodb: 5,
  s3: 25,
  sqs: 10,
  ses: 60,
  secretsmanager: 15,
};

/** Lambda gives a function of less than this a part of a processor, in proportion. */
export const MEGABYTES_OF_A_PROCESSOR = 1769;
