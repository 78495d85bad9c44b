import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/** `npm run attack`: what a stranger might send, and nothing else. */
const onlyAttacks = process.env.BROADSHEET_ATTACKS === '1';

const attacks = ['**/*.attack.test.ts'];

/** Tests that start whole cores or whole commands take minutes: `npm test` runs them, `npm run check` leaves them out. */
const wholeCores = [
  'src/core/engine/**',
  'src/cli/**',
  'src/server/**',
  'src/testing/**',
  'scripts/start.test.ts',
  ...attacks,
];

/** `npm run unit:clock`: of those, only what depends on the clock. */
const clockSet = [
  'src/core/engine/*.test.ts',
  'src/core/engine/!(edition|archive)/**',
  ...wholeCores.filter((path) => path !== 'src/core/engine/**'),
];

function leftOut(): readonly string[] {
  if (process.env.BROADSHEET_QUICK === '1') return wholeCores;
  return process.env.BROADSHEET_CLOCK_SET === '1' ? clockSet : [];
}

export default defineConfig({
  test: {
    include: onlyAttacks
      ? attacks
      : [
          'src/**/*.test.ts',
          'src/**/*.test.tsx',
          'e2e/**/*.test.ts',
          'scripts/**/*.test.ts',
          'bench/**/*.test.ts',
          'resources/**/*.test.ts',
        ],
    exclude: [...configDefaults.exclude, ...leftOut()],
    pool: 'threads',
    testTimeout: 60_000,
    // A core has five threads of its own; what they have compiled is kept from one test to the next.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./node_modules/.cache/broadsheet', import.meta.url)) },
  },
});
