import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start whole cores or whole commands take minutes: `npm test` runs them, `npm run check` leaves them out. */
const wholeCores = ['src/core/engine/**', 'src/cli/**', 'src/server/**', 'src/testing/**', 'scripts/start.test.ts'];

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'e2e/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
      'resources/**/*.test.ts',
    ],
    exclude: [...configDefaults.exclude, ...(process.env.BROADSHEET_QUICK === '1' ? wholeCores : [])],
    pool: 'threads',
    testTimeout: 60_000,
    // A core has five threads of its own; what they have compiled is kept from one test to the next.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./node_modules/.cache/broadsheet', import.meta.url)) },
  },
});
