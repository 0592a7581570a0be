/** What stands in the place of the name of somebody whose data have been removed. */
export const removedName = "Removed";
