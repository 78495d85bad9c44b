import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';
import { findChromium } from './find-chromium.ts';

function plant(folder: string, name: string, content = '#!/bin/sh\n'): string {
  mkdirSync(folder, { recursive: true });
  const place = join(folder, name);
  writeFileSync(place, content);
  chmodSync(place, 0o755);
  return place;
}

describe.skipIf(process.platform === 'win32')('on Linux', () => {
  it('any browser of the family on the PATH will do', () => {
    const folder = temporaryFolder();
    expect(findChromium({ PATH: folder }, 'linux')).toBeUndefined();
    const place = plant(folder, 'microsoft-edge');
    expect(findChromium({ PATH: `/nowhere:${folder}` }, 'linux')).toBe(place);
  });

  it('one that comes as a snap is passed over, which could read neither our file nor a profile', () => {
    const folder = temporaryFolder();
    plant(folder, 'chromium-browser', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
    symlinkSync('/usr/bin/snap', join(folder, 'chromium'));
    expect(findChromium({ PATH: folder }, 'linux')).toBeUndefined();
  });

  it('a folder of the PATH that depends on where one is counts for nothing', () => {
    expect(findChromium({ PATH: '.:' }, 'linux')).toBeUndefined();
  });
});
