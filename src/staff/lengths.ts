/** How long what is said of people and units may be, in characters: as much as fits a card, a list and a statutory form. */
export const NAME_LENGTH = 40;
export const POST_LENGTH = 50;
