/** A call of a service, as far as a fault can tell it from others. */
export interface ServiceCall {
  /** Name of the function that calls; `outside` for tests and people. */
  readonly caller: string;
  /** `dynamodb`, `s3`, `ses`, `sqs` */
  readonly service: string;
  /** As in the service's API: `TransactWriteItems`, `PutObject`, `SendRawEmail`. */
  readonly operation: string;
}

/** What goes wrong: the caller's thread dies, its connection breaks, or it gets this error for an answer. */
export type Mishap =
  | "kill"
  | "drop"
  | { readonly status: number; readonly code: string; readonly message?: string };

/** One planned mishap. */
export interface Fault {
  /** Only calls of this function, by any of its names; undefined: anyone's. */
  readonly function?: string;
  readonly service: string;
  readonly operation: string;
  /** Before the service hears of the call, or after it has done it and before the caller learns that. */
  readonly when: "before" | "after";
  /** The how-manieth such call from now, 1 by default. */
  readonly nth?: number;
  /** `kill` by default. */
  readonly mishap?: Mishap;
}

/** Tells a test whether its fault came about. */
export interface PlannedFault {
  readonly happened: boolean;
}

/** The mishaps tests have planned, so that crash tests need no code in the product. */
export class Faults {
  readonly #nameOf: (functionKey: string) => string;
  readonly #planned = new Set<{
    readonly fault: Fault;
    readonly caller: string | undefined;
    seen: number;
    happened: boolean;
  }>();

  /** `nameOf` finds a function's name; throws where there is no such function. */
  constructor(nameOf: (functionKey: string) => string) {
    this.#nameOf = nameOf;
  }

  /** Plans a mishap that happens one time. */
  once(fault: Fault): PlannedFault {
    const caller = fault.function === undefined ? undefined : this.#nameOf(fault.function);
    const planned = { fault, caller, seen: 0, happened: false };
    this.#planned.add(planned);
    return planned;
  }

  /** Forgets what has not happened yet. */
  clear(): void {
    this.#planned.clear();
  }

  /** The fault that this call meets, if any; from then on it is used up. */
  meet({
    caller,
    service,
    operation,
  }: ServiceCall): { readonly when: "before" | "after"; readonly mishap: Mishap } | undefined {
    for (const planned of this.#planned) {
      const { fault } = planned;
      if (planned.caller !== undefined && planned.caller !== caller) continue;
      if (fault.service !== service || fault.operation !== operation) continue;
      planned.seen += 1;
      if (planned.seen < (fault.nth ?? 1)) continue;
      planned.happened = true;
      this.#planned.delete(planned);
      return { when: fault.when, mishap: fault.mishap ?? "kill" };
    }
    return undefined;
  }
}
