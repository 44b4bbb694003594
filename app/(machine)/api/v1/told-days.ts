/** So long a partner may stay away and still hear of every withdrawal. */
export const toldDays = 30
