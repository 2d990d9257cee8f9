/*
 * What each audience may see of a meeting, field by field, a file a part. A view is built up from these, never cut down
 * from the state: a field that is not named here does not leave the server.
 */

export const audiences = ['chair', 'desk', 'member', 'observer', 'screen'] as const;
export type Audience = (typeof audiences)[number];
