import type { Kalender, Maand, Situatie, Uren, UrenOverTwaalfMaanden, Week } from './types.js';

export type * from './types.js';

/** What is wrong with a situation: one for each field. */
export interface Probleem {
  /** The path of the field. */
  pad: string;
  /** Stable; the words are not. */
  code: string;
  reden: string;
  toegestaan: string;
}

/** What every call throws when it refuses. */
export interface Geweigerd extends Error {
  problems: Probleem[];
}

export interface UrenOpties {
  from?: string | number;
  to?: string | number;
  step?: string | number;
  over?: 'vaste_maand';
}

/** Each call takes a situation of the contract and returns the contract's answer, or throws a `Geweigerd`. */
export interface Rekenhulp {
  /** The steady month. */
  month(situatie: Situatie): Maand;
  /** The hours curve over twelve months. */
  hours(situatie: Situatie, opties: Omit<UrenOpties, 'over'> & { over: '12_maanden' }): UrenOverTwaalfMaanden;
  /** The hours curve of the steady month. */
  hours(situatie: Situatie, opties?: UrenOpties): Uren;
  /** Thirteen months of her account. */
  calendar(situatie: Situatie): Kalender;
  /** The week plan, and what would be smarter. */
  week(situatie: Situatie): Week;
}

/** Loads the module, once. */
export function load(): Promise<Rekenhulp>;
