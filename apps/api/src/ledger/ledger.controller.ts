import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { exportLine } from '@dingben/ledger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { LedgerListQuery, LedgerPageDto } from './dto/ledger.dto.js';
import { VerificationDto } from './dto/verification.dto.js';
import { LedgerRepository } from './ledger.repository.js';
import { VerifyLedgerCommand } from './verify-ledger.command.js';

@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  readonly #ledger: LedgerRepository;
  readonly #verify: VerifyLedgerCommand;

  constructor(ledger: LedgerRepository, verify: VerifyLedgerCommand) {
    this.#ledger = ledger;
    this.#verify = verify;
  }

  @Get()
  @Requires('ledger.read')
  @ApiOkResponse({ type: LedgerPageDto })
  async list(@Query() query: LedgerListQuery): Promise<LedgerPageDto> {
    const { items, total } = await this.#ledger.list(query);
    return { items: [...items], total };
  }

  /** Every event up to now as lines of JSON, for a verifier that trusts neither this service nor its database. */
  @Get('export')
  @Requires('ledger.read')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Res() reply: FastifyReply): Promise<void> {
    const last = await this.#ledger.lastSeq();
    const database = await this.#ledger.databaseIdentity();
    void reply
      .header('Content-Type', 'application/x-ndjson; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="ledger-${last}.ndjson"`)
      .header('Cache-Control', 'no-store');
    await reply.send(Readable.from(this.#lines(database, last), { objectMode: false, highWaterMark: 65_536 }));
  }

  @Post('verification')
  @HttpCode(200)
  @Requires('ledger.read')
  @ApiOkResponse({ type: VerificationDto })
  verify(@CurrentActor() actor: Actor): Promise<VerificationDto> {
    return this.#verify.run(actor);
  }

  async *#lines(database: string, last: number): AsyncGenerator<Buffer> {
    yield Buffer.from(exportLine({ schema: 'dingben.ledger/1', database }));
    for await (const events of this.#ledger.events(0, last)) yield Buffer.from(events.map(exportLine).join(''));
  }
}
