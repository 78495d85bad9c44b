/**
 * The SHA-256 of each version's schema, so that a start need not make one to compare with. own-schema.test.ts holds them
 * against the migrations: a new migration adds its line. A sum that is missing costs a start 3 ms, and nothing else.
 */
export const schemaSums: Readonly<Record<number, string>> = {
  1: 'd3c0454e2ecc22fb078a1e0a0008a4c77aef768080f9c8160d581660bd809388',
  2: '7c6ec442fd5884d1a583b58fe0971ba359190a91a70ebad858daef5815c677fd',
  3: '8e234dc22cf690c9e78b6bf085b6f5e9b9a69be9228ff2c6a95736ce5fdf2022',
  4: '9470dc0df08021f0d55ce5e0a3b5947aaa0eab6320cfdf0599eeaed1488140a2',
  5: '7d6098e1ed63f5fab4226087daa2841cd28636df28fdc064b95c3ad0042048cc',
  6: 'af82d22d8eec4002afe5bbbd71bf5bfef37944d1471ee09507bc57cb97ad20a0',
  7: '85e5c3054f89f90f7d883dd390df598c8459bee3afaf720bec329c03bd834419',
  8: '8a73ef00d3db965e8c87b8b4531c8825d754f817dacb00cd377be51e391816bc',
  9: 'b859036ab34de7c1c4be82483575ab1c1c6f0bb76d2b26d5955a68c4fa18b87b',
  10: 'aa27140d16576b19e2281a713769113231c67ae7b2104ed328b3d8518df55730',
};
