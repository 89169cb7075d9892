/** What is added counts by itself only where it is right in nine of ten cases of its own. */
export const LEAST_ACCEPTED = 0.9;
