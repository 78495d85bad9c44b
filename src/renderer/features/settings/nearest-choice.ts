/** Numbers offered as a few choices: one set elsewhere, by a slider or a command, shows as the nearest of them. */

export interface NumberChoice {
  /** null: the choice that is no number, such as never. */
  readonly amount: number | null;
  readonly label: string;
}

/** The amount as the value of a radio or an option. */
export function choiceValue(amount: number | null): string {
  return amount === null ? 'none' : String(amount);
}

export function amountOf(value: string): number | null {
  return value === 'none' ? null : Number(value);
}

export function asChoices(
  choices: readonly NumberChoice[],
): readonly { readonly value: string; readonly label: string }[] {
  return choices.map(({ amount, label }) => ({ value: choiceValue(amount), label }));
}

export function nearestChoice(choices: readonly NumberChoice[], amount: number | null): string {
  if (amount === null) return choiceValue(null);
  let best: number | null = null;
  for (const choice of choices) {
    if (choice.amount === null) continue;
    if (best === null || Math.abs(choice.amount - amount) < Math.abs(best - amount)) best = choice.amount;
  }
  return choiceValue(best);
}
