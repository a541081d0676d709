/** What goes wrong with a database, apart from wrong input. */

/**
 * Thrown when a database does not hold what it should, or its driver fails. `cause` is the error of
 * the driver.
 */
export class DatabaseError extends Error {
  /** Identifies the error, also across two copies of the package. */
  override readonly name = "DatabaseError";
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  // Node gives one error for all addresses of a host, with an empty message
  if (error instanceof AggregateError && error.message === "")
    return error.errors.map(messageOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
