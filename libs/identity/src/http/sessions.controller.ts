import { Controller, Inject } from '@nestjs/common';
import {
  RegisterAccount as RegisterAccountEndpoint,
  RequestCode as RequestCodeEndpoint,
  SignIn as SignInEndpoint,
  SignOut as SignOutEndpoint,
  WhoAmI,
  type ResponseOf,
} from '@tiwizi/contracts';
import { CallerParam, Input, Reply, Route, sessionCookie, signedIn, type Caller, type InputOf } from '@tiwizi/http';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { AccountQuery } from '../use-cases/account.query.js';
import { RegisterAccount } from '../use-cases/register-account.js';
import { RequestCode } from '../use-cases/request-code.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignOut } from '../use-cases/sign-out.js';

/** The browser keeps the cookie as long as browsers do; when a session is over is said by its row. */
const cookieSeconds = 400 * 86_400;

@Controller()
export class SessionsController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly registerAccount: RegisterAccount,
    private readonly requestCode: RequestCode,
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly account: AccountQuery,
  ) {}

  @Route(RegisterAccountEndpoint)
  async register(
    @Input() { body }: InputOf<typeof RegisterAccountEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof RegisterAccountEndpoint>> {
    await this.registerAccount.execute({ ...body, locale: body.locale ?? caller.locale }, caller.ip);
    return { isCodeSent: true };
  }

  @Route(RequestCodeEndpoint)
  async sendCode(
    @Input() { body }: InputOf<typeof RequestCodeEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof RequestCodeEndpoint>> {
    await this.requestCode.execute(body.identifier, caller.ip);
    return { isCodeSent: true };
  }

  @Route(SignInEndpoint)
  async login(
    @Input() { body }: InputOf<typeof SignInEndpoint>,
    @CallerParam() caller: Caller,
    @Reply() reply: FastifyReply,
  ): Promise<ResponseOf<typeof SignInEndpoint>> {
    const browser = { ip: caller.ip, formerSessionId: caller.account?.sessionId ?? null };
    const { accountId, token } = await this.signIn.execute(body, browser);
    const { name, options } = sessionCookie(this.settings);
    void reply.setCookie(name, token, { ...options, maxAge: cookieSeconds });
    return this.account.execute(accountId);
  }

  @Route(SignOutEndpoint)
  async logout(
    @CallerParam() caller: Caller,
    @Reply() reply: FastifyReply,
  ): Promise<ResponseOf<typeof SignOutEndpoint>> {
    await this.signOut.execute(caller.account);
    const { name, options } = sessionCookie(this.settings);
    void reply.clearCookie(name, options);
    return {};
  }

  @Route(WhoAmI)
  me(@CallerParam() caller: Caller): Promise<ResponseOf<typeof WhoAmI>> {
    return this.account.execute(signedIn(caller).accountId);
  }
}
