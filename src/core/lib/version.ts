/** The program's version, as it names itself to publishers. */
export const programVersion = '0.1.0';
