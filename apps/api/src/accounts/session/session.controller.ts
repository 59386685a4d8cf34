import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { SESSION, SESSION_COOKIE, tokenOf } from '../../platform/auth/sessions.js';
import { Settings } from '../../platform/settings.js';
import { toMe } from '../account.mapper.js';
import { MeDto } from '../dto/account.dto.js';
import { ChangePasswordDto, SignInDto } from '../dto/session.dto.js';
import { ChangePasswordCommand } from './change-password.command.js';
import { SignInCommand } from './sign-in.command.js';
import { SignOutCommand } from './sign-out.command.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  readonly #signIn: SignInCommand;
  readonly #signOut: SignOutCommand;
  readonly #changePassword: ChangePasswordCommand;
  readonly #attributes: string;

  constructor(
    signIn: SignInCommand,
    signOut: SignOutCommand,
    changePassword: ChangePasswordCommand,
    settings: Settings,
  ) {
    this.#signIn = signIn;
    this.#signOut = signOut;
    this.#changePassword = changePassword;
    this.#attributes = `Path=/; HttpOnly; SameSite=Strict${settings.secureCookie ? '; Secure' : ''}`;
  }

  @Post()
  @Public()
  @ApiCreatedResponse({ type: MeDto })
  async open(
    @Body() { username, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const attempt = { username, address: request.ip, requestId: request.id };
    const { account, token } = await this.#signIn.run(attempt, password, tokenOf(request.headers.cookie));
    this.#setCookie(reply, token, SESSION.absoluteHours * 3600);
    return toMe(account);
  }

  @Get()
  @SignedIn()
  @ApiOkResponse({ type: MeDto })
  read(@CurrentActor() actor: Actor): MeDto {
    return toMe(actor);
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.#signOut.run(actor);
    this.#setCookie(reply, '', 0);
  }

  @Post('password')
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePassword(
    @Body() body: ChangePasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.#changePassword.run(actor, request.ip, body);
  }

  #setCookie(reply: FastifyReply, value: string, seconds: number): void {
    void reply.header('Set-Cookie', `${SESSION_COOKIE}=${value}; Max-Age=${seconds}; ${this.#attributes}`);
    void reply.header('Cache-Control', 'no-store');
  }
}
