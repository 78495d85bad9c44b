import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    pool: 'threads',
    testTimeout: 60_000,
    // A core has five threads of its own; what they have compiled is kept from one test to the next.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./node_modules/.cache/broadsheet', import.meta.url)) },
  },
});
