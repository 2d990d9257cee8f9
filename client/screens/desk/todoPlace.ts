/** Where the desk's hand goes to mend something: the vote's numbers, a seat, the map, the room screen's own window. */
export type TodoPlace = 'vote' | 'seats' | 'screen' | { readonly seat: string };
