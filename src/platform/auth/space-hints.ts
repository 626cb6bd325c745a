const most = 20_000;

/**
 * In which space a credential was last found good. Only saves a step: the transaction opens there, and everything that
 * decides about rights is still read from the database on every request; a wrong hint costs one statement more.
 */
export class SpaceHints {
  readonly #spaces = new Map<string, string>();

  of(token: string): string | null {
    return this.#spaces.get(token) ?? null;
  }

  note(token: string, spaceId: string | null): void {
    if (spaceId === null) this.#spaces.delete(token);
    else if (this.#spaces.get(token) !== spaceId) {
      if (this.#spaces.size >= most) this.#spaces.clear();
      this.#spaces.set(token, spaceId);
    }
  }
}
