/**
 * Loaded before a quick run: DOCX, charts and MIME are not packed, which takes more time than all that is played. Everything
 * up to them is the product's own: which papers there are, what they say, and to whom they go.
 */
import { registerHooks } from "node:module";

/** What stands in for which module. */
const LIGHT: Readonly<Record<string, string>> = {
  "/shared/letters/office/docx.ts": "./docx.ts",
  "/shared/letters/frame/mime.ts": "./mime.ts",
  "/shared/letters/bulletin/charts.ts": "./charts.ts",
};

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const light = Object.entries(LIGHT).find(([path]) => found.url.endsWith(path))?.[1];
    return light === undefined ? found : { ...found, url: new URL(light, import.meta.url).href };
  },
});
