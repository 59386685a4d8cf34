import { Module } from '@nestjs/common';
import { AccountRepository } from './account.repository.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { ChangeAccountCommand } from './commands/change-account.command.js';
import { CreateAccountCommand } from './commands/create-account.command.js';
import { EndSessionsCommand } from './commands/end-sessions.command.js';
import { SetPasswordCommand } from './commands/set-password.command.js';
import { FirstAccounts } from './first-accounts.js';
import { Passwords } from './passwords.js';
import { ChangePasswordCommand } from './session/change-password.command.js';
import { SessionController } from './session/session.controller.js';
import { SessionRepository } from './session/session.repository.js';
import { SignInCommand } from './session/sign-in.command.js';
import { SignOutCommand } from './session/sign-out.command.js';
import { Throttle } from './session/throttle.js';

@Module({
  controllers: [SessionController, AccountsController],
  providers: [
    AccountRepository,
    AccountsService,
    SessionRepository,
    Passwords,
    Throttle,
    SignInCommand,
    SignOutCommand,
    ChangePasswordCommand,
    CreateAccountCommand,
    ChangeAccountCommand,
    SetPasswordCommand,
    EndSessionsCommand,
    FirstAccounts,
  ],
  exports: [AccountsService, AccountRepository, Passwords, FirstAccounts],
})
export class AccountsModule {}
