import { Module } from '@nestjs/common';
import { Sessions } from '@tiwizi/http';
import { JournalController } from './http/journal.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { IdentityApi } from './identity.api.js';
import { AttemptLimits } from './proofs/attempt-limits.js';
import { OneTimeCodes } from './proofs/one-time-codes.js';
import { Passwords } from './proofs/passwords.js';
import { StoredSessions } from './sessions/stored-sessions.js';
import { SweepProofs } from './sessions/sweep-proofs.js';
import { AccountQuery } from './use-cases/account.query.js';
import { ContactsQuery } from './use-cases/contacts.query.js';
import { GrantCooperative } from './use-cases/grant-cooperative.js';
import { ImportAccounts } from './use-cases/import-accounts.js';
import { ReadJournal } from './use-cases/read-journal.query.js';
import { RegisterAccount } from './use-cases/register-account.js';
import { RequestCode } from './use-cases/request-code.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignInWithCode } from './use-cases/sign-in-with-code.js';
import { SignInWithPassword } from './use-cases/sign-in-with-password.js';
import { SignOut } from './use-cases/sign-out.js';

@Module({
  controllers: [SessionsController, JournalController],
  providers: [
    IdentityApi,
    Passwords,
    OneTimeCodes,
    AttemptLimits,
    { provide: Sessions, useClass: StoredSessions },
    SweepProofs,
    RegisterAccount,
    RequestCode,
    SignIn,
    SignInWithCode,
    SignInWithPassword,
    SignOut,
    AccountQuery,
    ReadJournal,
    ContactsQuery,
    GrantCooperative,
    ImportAccounts,
  ],
  exports: [IdentityApi, Sessions],
})
export class IdentityModule {}
