/** Every record that rests on passages or pages. */
import {
  agreements,
  events,
  meetings,
  organizations,
  people,
  places,
  statements,
  visits,
  type Entry,
} from "baku-moscow";

/** In the order of the kinds. */
export const entries: readonly Entry[] = [
  ...people,
  ...organizations,
  ...places,
  ...visits,
  ...meetings,
  ...events,
  ...statements,
  ...agreements,
];
