/** The colour of a kicker: sections of the design have their own, others the quiet one. */
const classes: Readonly<Record<string, string>> = {
  world: 'k-world',
  politics: 'k-world',
  technology: 'k-tech',
  tech: 'k-tech',
  business: 'k-business',
  economy: 'k-business',
  science: 'k-science',
  environment: 'k-science',
  culture: 'k-culture',
  arts: 'k-culture',
  sport: 'k-sport',
  sports: 'k-sport',
  local: 'k-local',
};

export function sectionClass(section: string): string {
  return classes[section.toLowerCase()] ?? '';
}
