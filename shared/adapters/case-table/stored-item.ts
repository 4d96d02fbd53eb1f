/** How items are written and read: every kind has a name, a version of its shape, and a schema that checks both ways. */
import * as z from "zod/mini";
import type { Frozen } from "../../domain/agreement.ts";
import { UnreadableItem, UnstorableItem } from "./faults.ts";
import type { ItemKey } from "./keys.ts";
import { packed, unpacked } from "./packed.ts";
import type { StoredItem, Upcaster } from "./upcast/upcaster.ts";

/** One kind of item. */
export interface ItemKind<Body> {
  /** Its name, in the attribute `entity`. */
  readonly entity: string;
  readonly schemaVersion: number;
  readonly schema: z.ZodMiniType<Body>;
  /** The item to store; `index` holds the attributes that indexes look at. Throws {@link UnstorableItem}. */
  write(
    key: ItemKey,
    body: Frozen<Body>,
    index?: Readonly<Record<string, string | undefined>>,
  ): Record<string, unknown>;
  /** The same item for what keeps text: nothing of it is packed. It is read as any other. Throws {@link UnstorableItem}. */
  plain(key: ItemKey, body: Frozen<Body>): Record<string, unknown>;
  /** The body of a stored item, whichever version wrote it. Throws {@link UnreadableItem}. */
  read(item: StoredItem): Body;
}

/**
 * Declares a kind of item. `upcasters` has, for every former version, the step to the next: version 3 needs
 * those of 1 and 2. `packs` are the attributes that are stored packed, of whichever version an item is.
 */
export function itemKind<Schema extends z.ZodMiniType>(
  entity: string,
  schemaVersion: number,
  schema: Schema,
  upcasters: Readonly<Record<number, Upcaster>> = {},
  packs: readonly string[] = [],
): ItemKind<z.output<Schema>> {
  return {
    entity,
    schemaVersion,
    schema: schema as unknown as z.ZodMiniType<z.output<Schema>>,

    write: (key, body, index = {}) => ({ ...headOf(key), ...index, ...packed(checked(key, body), packs) }),
    plain: (key, body) => ({ ...headOf(key), ...checked(key, body) }),

    read(item) {
      const key = { pk: String(item.pk), sk: String(item.sk) };
      if (item.entity !== entity) throw new UnreadableItem(key, `is not of kind ${entity}`);
      const parsed = z.safeParse(schema, upToDate(item, key));
      if (!parsed.success) throw new UnreadableItem(key, problemsOf(parsed.error));
      return parsed.data;
    },
  };

  function headOf(key: ItemKey) {
    return { ...key, entity, schemaVersion };
  }

  function checked(key: ItemKey, body: unknown): Record<string, unknown> {
    // Through JSON, because that is what a reader gets back: undefined is absent, a NaN is found out.
    const parsed = z.safeParse(schema, JSON.parse(JSON.stringify(body)));
    if (!parsed.success) throw new UnstorableItem(key, problemsOf(parsed.error));
    return { ...(parsed.data as object) };
  }

  function upToDate(item: StoredItem, key: ItemKey): StoredItem {
    let version = Number(item.schemaVersion);
    // A version to come may pack in another way: it is refused by its number.
    let body = version === schemaVersion || version in upcasters ? unpacked(item, packs) : item;
    while (version !== schemaVersion) {
      const upcaster = upcasters[version];
      if (upcaster === undefined)
        throw new UnreadableItem(key, `is of schema version ${version}, which is not known`);
      body = upcaster(body);
      version += 1;
    }
    return body;
  }
}

/** Where an item is wrong: the fields, not what they hold. */
function problemsOf({
  issues,
}: {
  readonly issues: readonly { path: PropertyKey[]; code?: string | undefined }[];
}): string {
  return issues.map(({ path, code }) => `${path.map(String).join(".")} ${code ?? "wrong"}`).join(", ");
}
