declare const brand: unique symbol;

/** The stable id of a person or bot: an account's or a guest's, never a connection's. */
export type PlayerId = string & { readonly [brand]: "PlayerId" };

/** The id of one play of one mode. */
export type GameId = string & { readonly [brand]: "GameId" };

/** The id of a question in its source, such as `space-01`. */
export type QuestionId = string & { readonly [brand]: "QuestionId" };
