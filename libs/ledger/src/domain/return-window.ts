/** A cooperative is paid when the buyer can no longer send the goods back: so many days after delivery. */
export const returnWindowDays = 10;
