/** What brings an item of a former version of a shape to the next one. */

/** An item as DynamoDB gives it. */
export type StoredItem = Readonly<Record<string, unknown>>;

/** Makes of a body of one version of a shape that of the next. */
export type Upcaster = (body: StoredItem) => StoredItem;
