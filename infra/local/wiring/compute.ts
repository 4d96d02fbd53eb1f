/** Which functions and queues run, and where does each function find the services it calls? */
import { LocalFunction } from "../engines/local-function.ts";
import { Queue } from "../engines/queue.ts";
import type { Closing, Foundations } from "./foundations.ts";
import { type CloudOptions, SERVICES } from "./services.ts";

/** The stack's queues, joined to those that take what they give up. */
export function makeQueues(
  { declared, activity, clock, retryDelayMs }: Foundations,
  closing: Closing,
): readonly Queue[] {
  const shared = { activity, retryDelayMs, now: () => clock.milliseconds() };
  const queues = declared.queues.map((queue) => new Queue(queue, shared));
  for (const queue of queues) {
    if (queue.declared.redrive) queue.redriveTo(byArn(queues, queue.declared.redrive.toArn));
  }
  closing.push(() => queues.forEach((queue) => void queue.stop()));
  return queues;
}

/** The stack's functions; an environment of theirs starts when it is first needed. */
export function makeFunctions(
  { declared, clock, activity, door, functions }: Foundations,
  { concurrency = 2, log = () => {}, onlooker }: CloudOptions,
  closing: Closing,
): readonly LocalFunction[] {
  const serviceVariables = (name: string, environment: number) => ({
    // Whatever is not stood in for must not be looked for in the real cloud.
    AWS_ENDPOINT_URL: door.address("unsupported", name, environment),
    ...Object.fromEntries(
      Object.entries(SERVICES).map(([service, variable]) => [
        `AWS_ENDPOINT_URL_${variable}`,
        door.address(service, name, environment),
      ]),
    ),
  });
  const { region } = declared;
  const invoked = onlooker?.invoked;
  const shared = { clock, activity, region, concurrency, serviceVariables, log, invoked };
  functions.push(...declared.functions.map((fn) => new LocalFunction(fn, shared)));
  closing.push(() => Promise.all(functions.map((fn) => fn.stop())));
  return functions;
}

/** The one that an ARN of the template names. Throws where the stack declares none. */
export function byArn<T extends { readonly declared: { readonly arn: string } }>(
  all: readonly T[],
  arn: string,
): T {
  const found = all.find(({ declared }) => declared.arn === arn);
  if (found === undefined) throw new Error(`the stack refers to ${arn} and doesn't declare it`);
  return found;
}
