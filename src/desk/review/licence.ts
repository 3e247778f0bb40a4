/** Under which one's own licence number is kept among the common phrases. */
export const LICENCE_PHRASE = 'review-form.reviewer-licence';
