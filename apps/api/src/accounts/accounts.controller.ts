import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { UuidParam } from '../platform/http/params.js';
import { ApiIfMatch, IfMatch } from '../platform/http/version.js';
import { toAccountDto, toAccountPage } from './account.mapper.js';
import { AccountsService } from './accounts.service.js';
import { ChangeAccountCommand } from './commands/change-account.command.js';
import { CreateAccountCommand } from './commands/create-account.command.js';
import { EndSessionsCommand } from './commands/end-sessions.command.js';
import { SetPasswordCommand } from './commands/set-password.command.js';
import {
  AccountDto,
  AccountListQuery,
  AccountPageDto,
  ChangeAccountDto,
  CreateAccountDto,
  SetPasswordDto,
} from './dto/account.dto.js';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  readonly #accounts: AccountsService;
  readonly #create: CreateAccountCommand;
  readonly #change: ChangeAccountCommand;
  readonly #setPassword: SetPasswordCommand;
  readonly #endSessions: EndSessionsCommand;

  constructor(
    accounts: AccountsService,
    create: CreateAccountCommand,
    change: ChangeAccountCommand,
    setPassword: SetPasswordCommand,
    endSessions: EndSessionsCommand,
  ) {
    this.#accounts = accounts;
    this.#create = create;
    this.#change = change;
    this.#setPassword = setPassword;
    this.#endSessions = endSessions;
  }

  @Get()
  @Requires('account.manage', 'ledger.read')
  @ApiOkResponse({ type: AccountPageDto })
  async list(@Query() query: AccountListQuery): Promise<AccountPageDto> {
    return toAccountPage(await this.#accounts.list(query));
  }

  @Post()
  @Requires('account.manage')
  @ApiCreatedResponse({ type: AccountDto })
  async create(@Body() body: CreateAccountDto, @CurrentActor() actor: Actor): Promise<AccountDto> {
    return toAccountDto(await this.#create.run(actor, body));
  }

  @Get(':id')
  @Requires('account.manage', 'ledger.read')
  @ApiOkResponse({ type: AccountDto })
  async read(@UuidParam('id') id: string): Promise<AccountDto> {
    return toAccountDto(await this.#accounts.get(id));
  }

  @Patch(':id')
  @Requires('account.manage')
  @ApiIfMatch()
  @ApiOkResponse({ type: AccountDto })
  async change(
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeAccountDto,
    @CurrentActor() actor: Actor,
  ): Promise<AccountDto> {
    return toAccountDto(await this.#change.run(actor, id, version, body));
  }

  @Post(':id/password')
  @Requires('account.manage')
  @HttpCode(200)
  @ApiIfMatch()
  @ApiOkResponse({ type: AccountDto })
  async setPassword(
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @Body() { password }: SetPasswordDto,
    @CurrentActor() actor: Actor,
  ): Promise<AccountDto> {
    return toAccountDto(await this.#setPassword.run(actor, id, version, password));
  }

  @Delete(':id/sessions')
  @Requires('account.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endSessions(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.#endSessions.run(actor, id);
  }
}
