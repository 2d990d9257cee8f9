import type { MakeHarness } from '../support/storeHarness.ts';
import { credentialsContract } from './credentials.contract.ts';
import { draftsContract } from './drafts.contract.ts';
import { meetingLogContract } from './meetingLog.contract.ts';

/** What every kind of store must do. */
export const storeContract = (name: string, make: MakeHarness): void => {
  meetingLogContract(name, make);
  credentialsContract(name, make);
  draftsContract(name, make);
};
