/**
 * Modules that only Node has. A package of the same name comes first, and so does what a package
 * says is to stand in a module's place in browsers.
 */
import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/** Marks the question that this plugin asks itself. */
const asked = 'refuse-node-builtins';

export const refuseNodeBuiltins: Plugin = {
  name: 'refuse-node-builtins',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, ...rest }) => {
      if (rest.pluginData === asked || !isBuiltin(path)) return undefined;
      const found = path.startsWith('node:')
        ? undefined
        : await build.resolve(path, { importer, resolveDir, kind, pluginData: asked });
      if (found && found.errors.length === 0) return found;
      const name = path.startsWith('node:') ? path : `node:${path}`;
      return { errors: [{ text: `${name} is not available in the sandbox`, pluginName: '' }] };
    });
  },
};
