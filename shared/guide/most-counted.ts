/** From here on customers are no longer counted: the guide only asks whether there are any. Apart from the contract, so that screens know it without its schemas. */
export const mostCounted = 1_000;
