/** Which schedules are due at the cloud's time, and with what event each calls its function. */
import { randomUUID } from "node:crypto";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { type CloudClock, seconds } from "./clock.ts";
import type { DeclaredSchedule } from "./declared.ts";
import { type Json, parseJson } from "./json.ts";
import { type ScheduleTimes, scheduleTimes } from "./schedule-times.ts";

/** Longest wait that a timer of Node takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A schedule and when it is due. */
export interface Due {
  readonly schedule: DeclaredSchedule;
  readonly at: Instant;
}

/** EventBridge Scheduler: knows when each schedule is due, and while it runs fires them by the cloud's clock. */
export class Scheduler {
  readonly #schedules: readonly { readonly schedule: DeclaredSchedule; readonly times: ScheduleTimes }[];
  readonly #clock: CloudClock;
  readonly #account: string;
  readonly #region: string;
  readonly #call: (targetArn: string, event: Json) => void;
  #timer: NodeJS.Timeout | undefined;
  #stopListening: (() => void) | undefined;

  /** `call` gets the target's event. Throws at an expression that can't be read. */
  constructor(
    {
      schedules,
      account,
      region,
    }: { schedules: readonly DeclaredSchedule[]; account: string; region: string },
    clock: CloudClock,
    call: (targetArn: string, event: Json) => void,
  ) {
    const start = clock.now();
    this.#schedules = schedules.map((schedule) => ({
      schedule,
      times: scheduleTimes(schedule.expression, schedule.timeZone, start),
    }));
    this.#clock = clock;
    this.#account = account;
    this.#region = region;
    this.#call = call;
  }

  /** Every schedule that is due first after `after`, all at the same time; none where nothing is ever due again. */
  nextDue(after: Instant): Due[] {
    const due = this.#schedules.flatMap(({ schedule, times }) => {
      const at = times.next(after);
      return at === undefined ? [] : [{ schedule, at }];
    });
    const first = due.reduce<Instant | undefined>(
      (least, { at }) => (least === undefined || at < least ? at : least),
      undefined,
    );
    return due.filter(({ at }) => at === first);
  }

  /** Hands the schedule's event to its target, as if it were due at `at`. */
  fire({ schedule, at }: Due): void {
    const attributes: Readonly<Record<string, string>> = {
      "scheduled-time": seconds(at),
      "schedule-arn": schedule.arn,
      "execution-id": randomUUID(),
      "attempt-number": "1",
    };
    const { input } = schedule;
    const filled = input?.replace(
      /<aws\.scheduler\.([a-z-]+)>/g,
      (whole, name: string) => attributes[name] ?? whole,
    );
    this.#call(
      schedule.targetArn,
      filled === undefined ? this.#plainEvent(schedule, at) : (parseJson(filled) ?? filled),
    );
  }

  /** Fires schedules as they become due, until {@link stop}; follows the clock when it is set. */
  start(): void {
    this.stop();
    this.#stopListening = this.#clock.onSet(() => this.#wait(this.#clock.now()));
    this.#wait(this.#clock.now());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Lets nothing fire by itself until the returned function is called, where anything does now. */
  pause(): () => void {
    if (this.#stopListening === undefined) return () => {};
    this.stop();
    return () => this.start();
  }

  #wait(after: Instant): void {
    clearTimeout(this.#timer);
    const due = this.nextDue(after);
    const at = due[0]?.at;
    if (at === undefined) return;
    const delay = Date.parse(at) - this.#clock.milliseconds();
    this.#timer = setTimeout(
      () => {
        // A timer may come a little early.
        if (this.#clock.milliseconds() < Date.parse(at)) return this.#wait(after);
        for (const one of due) this.fire(one);
        this.#wait(at);
      },
      Math.min(Math.max(delay, 0), LONGEST_TIMER_MS),
    );
  }

  /** What a target without an input gets. */
  #plainEvent({ arn }: DeclaredSchedule, at: Instant): Json {
    return {
      version: "0",
      id: randomUUID(),
      "detail-type": "Scheduled Event",
      source: "aws.scheduler",
      account: this.#account,
      time: seconds(at),
      region: this.#region,
      resources: [arn],
      detail: "{}",
    };
  }
}
