/**
 * What a page says about its own line: up; lost and being tried again; refused for good (the link was
 * revoked, the page is too old); up, but the meeting waits for the desk to check its record.
 */
export type LinkState = 'connected' | 'reconnecting' | 'refused' | 'frozen';
