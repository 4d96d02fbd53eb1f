/** How long a closed case is kept, and how its dossier is cut into volumes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retentionOf } from "../../../shared/domain/archive/retention.ts";
import { volumesOf } from "../../../shared/domain/archive/volumes.ts";
import { LINYI } from "../../../shared/domain/policy.ts";

describe("how long a case is kept", () => {
  it("is the policy's word, also where it names an outcome", () => {
    expect(retentionOf("won", LINYI.archive)).toBe(30);
    const policy = { keep: 10, byOutcome: { lost: "permanent" } } as const;
    expect([retentionOf("lost", policy), retentionOf("won", policy)]).toEqual(["permanent", 10]);
  });
});

describe("volumes", () => {
  const sizes = fc.array(fc.nat(100), { maxLength: 40 });

  it("hold every file once, in order, and no more than they may, save one file that is larger by itself", () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 120 }), (all, most) => {
        const files = all.map((size, number) => ({ size, number }));
        const volumes = volumesOf(files, most);
        expect(volumes.flat()).toEqual(files);
        expect(volumes.length).toBeGreaterThan(0);
        for (const volume of volumes) {
          const held = volume.reduce((sum, { size }) => sum + size, 0);
          const alone = volume.filter(({ size }) => size > 0).length <= 1;
          expect(held <= most || alone).toBe(true);
        }
      }),
    );
  });

  it("are as few as going in order allows", () => {
    expect(volumesOf([{ size: 60 }, { size: 40 }, { size: 1 }], 100).map((one) => one.length)).toEqual([
      2, 1,
    ]);
    expect(volumesOf([], 100)).toEqual([[]]);
  });
});
