/** What a command made, with the secret it gives out this once: null when the call repeats an earlier one. */
export interface Handed {
  id: string;
  secret: string | null;
}
