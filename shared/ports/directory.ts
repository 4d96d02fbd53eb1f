/** Who is who: what use cases ask of the directory (名录) of courts, bureaus and agencies. */
import type {
  Organisation,
  OrganisationId,
  OrganisationKind,
  OrganisationName,
} from "../domain/organisations/directory.ts";
import type { DirectoryAct, DirectoryActRef } from "../domain/organisations/directory-act.ts";
import type { OrganisationChange } from "../domain/organisations/organisation-change.ts";

/** An organisation with addresses that refused mail, as a board lists it. */
export interface FailedAddress {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly addresses: readonly string[];
}

/** Reads the directory by exact keys; see `lookup` in domain/organisations/directory.ts. */
export interface Directory {
  organisation(id: OrganisationId): Promise<Organisation | undefined>;
  /** Several at once, by id, without those that aren't there. */
  organisations(ids: Iterable<OrganisationId>): Promise<ReadonlyMap<OrganisationId, Organisation>>;
  /** All organisations found under a lookup key; more than one for a name means it is ambiguous. */
  find(lookupKey: string): Promise<readonly Organisation[]>;
  /** What all organisations of a kind are called, by id, without their contacts: for a search in their names. */
  names(kind: OrganisationKind): Promise<readonly OrganisationName[]>;
  /**
   * Adds or replaces organisations; those not named stay, an address known to be undeliverable stays so and leaders stay
   * as they are unless the new entry says otherwise. Safe to repeat.
   */
  save(organisations: readonly Organisation[]): Promise<void>;
  /** What has changed in an organisation's entry ({@link Change.organisations}), oldest first. */
  changes(id: OrganisationId): Promise<readonly OrganisationChange[]>;
  /** What a bureau did to the directory. */
  act(ref: DirectoryActRef): Promise<DirectoryAct | undefined>;
  /** The last acts of a bureau, newest first. */
  acts(bureau: OrganisationId, most: number): Promise<readonly DirectoryAct[]>;
  /** Marks an address as refusing mail, so that nothing more is sent there. */
  markUndeliverable(id: OrganisationId, address: string): Promise<void>;
  /** The organisations of a jurisdiction with an address that refused mail, by id. */
  failedAddresses(jurisdiction: string): Promise<readonly FailedAddress[]>;
}
