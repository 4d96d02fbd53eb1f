import { afterAll } from "vitest";
import { EventBus } from "../../infra/local/engines/event-bus.ts";
import { MailService } from "../../infra/local/engines/ses/mail-service.ts";
import { ses } from "../../shared/adapters/clients/ses.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { startLocalServices } from "../support/local-services.ts";
import { sesContract } from "./ses.contract.ts";

const services = await startLocalServices();
const client = ses({ ...LOCAL_CREDENTIALS, endpoint: services.address("ses") });
afterAll(async () => {
  client.destroy();
  await services.stop();
});
const { activity, clock } = services;
const events: unknown[] = [];
const named = (name: string) => ({ name, path: name, logicalId: name, arn: `arn:${name}` });
const rules = [
  { ...named("all"), pattern: { source: ["aws.ses"] }, targets: [{ arn: "x", input: undefined }] },
];
const bus = new EventBus(
  { rules, account: "123456789012", region: "ap-southeast-1" },
  () => clock.timestamp(),
  (_, event) => void events.push(event),
);
const mail = new MailService({
  declared: {
    account: "123456789012",
    configurationSets: [
      { ...named("notices"), events: ["send", "delivery", "bounce", "complaint"] },
      { ...named("silent"), events: ["bounce"] },
    ],
  },
  activity,
  clock,
  feedbackDelayMs: 1,
  happened: (what) => bus.put(what),
});
services.serve("ses", mail);

sesContract("the local engine", async () => ({
  client,
  arrived: () => mail.inbox.map(({ destinations, subject }) => ({ to: destinations, subject })),
  events: () => events,
}));
