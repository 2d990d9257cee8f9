/** What the desk is asked before a command is sent, or what it opens beside the page. */
export type DeskAsk =
  | { readonly kind: 'openVote'; readonly item: string }
  | { readonly kind: 'voidVote'; readonly item: string }
  | { readonly kind: 'correctVote'; readonly item: string; readonly who?: string }
  | { readonly kind: 'recess' }
  | { readonly kind: 'adjourn' }
  | { readonly kind: 'closeMeeting' }
  | { readonly kind: 'addItem' }
  | { readonly kind: 'joinItems' }
  | { readonly kind: 'conclude'; readonly item: string }
  | { readonly kind: 'moveMotion'; readonly item: string }
  | { readonly kind: 'openElection'; readonly item: string }
  | { readonly kind: 'observers' }
  | { readonly kind: 'addPerson' }
  | { readonly kind: 'links'; readonly who?: string }
  | { readonly kind: 'checkLinks' }
  | { readonly kind: 'permits' }
  | { readonly kind: 'closeToPublic'; readonly item: string }
  | { readonly kind: 'speechNotice'; readonly item: string }
  | { readonly kind: 'keys' }
  | { readonly kind: 'notice' }
  | { readonly kind: 'opinion'; readonly item: string; readonly from?: string }
  | { readonly kind: 'promise'; readonly item: string; readonly from?: string; readonly text?: string }
  | { readonly kind: 'followUps' };
