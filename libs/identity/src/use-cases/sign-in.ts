import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@tiwizi/errors';
import type { FromBrowser, OpenedSession } from '../sessions/open-session.js';
import { SignInWithCode } from './sign-in-with-code.js';
import { SignInWithPassword } from './sign-in-with-password.js';

/** One door, two proofs: the code is taken where both are sent. */
@Injectable()
export class SignIn {
  constructor(
    private readonly withCode: SignInWithCode,
    private readonly withPassword: SignInWithPassword,
  ) {}

  async execute(
    proof: { identifier: string; code?: string | undefined; password?: string | undefined },
    browser: FromBrowser,
  ): Promise<OpenedSession> {
    if (proof.code !== undefined) return this.withCode.execute(proof.identifier, proof.code, browser);
    if (proof.password) return this.withPassword.execute(proof.identifier, proof.password, browser);
    throw new InvalidInput([{ path: 'code', code: 'validation/required' }]);
  }
}
