/** The phone's other pages. */
export type MemberTab = 'agenda' | 'minutes' | 'mine';
