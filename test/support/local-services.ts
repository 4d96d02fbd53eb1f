/** Services of the local cloud behind a front door of their own, for tests of what talks to one of them. */
import { Activity } from "../../infra/local/engines/activity.ts";
import { CloudClock } from "../../infra/local/engines/clock.ts";
import { Faults } from "../../infra/local/engines/faults.ts";
import { FrontDoor } from "../../infra/local/engines/front-door.ts";
import type { Service } from "../../infra/local/engines/service.ts";

/** A door with services behind it. */
export interface LocalServices {
  readonly activity: Activity;
  readonly clock: CloudClock;
  /** Address of a service, without a trailing slash. */
  address(service: string): string;
  serve(name: string, service: Service): void;
  stop(): Promise<void>;
}

/** Opens the door; services are added afterwards, since they may need its clock or its addresses. */
export async function startLocalServices(): Promise<LocalServices> {
  const activity = new Activity();
  const clock = new CloudClock();
  const faults = new Faults(() => "");
  const door = await FrontDoor.open({ activity, clock, faults, kill: async () => {} });
  return {
    activity,
    clock,
    address: (service) => door.address(service),
    serve: (name, service) => door.serve(name, service),
    stop: () => door.close(),
  };
}
